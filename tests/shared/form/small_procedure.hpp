#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "shared/catalogue/procedure.hpp"
#include "shared/json/read.hpp"
#include "tests/shared/support/findings.hpp"

namespace motcua::tests {

/// A procedure file with nothing but what a test is about: `members` are JSON members as text
/// ("groups":[…],"fees":[…]), with "T" for a text and "P" for a provenance.
inline catalogue::Procedure small_procedure(std::string members) {
    const auto replace_all = [&](const std::string& what, const std::string& with) {
        for (std::size_t at = members.find(what); at != std::string::npos; at = members.find(what, at)) {
            members.replace(at, what.size(), with);
            at += with.size();
        }
    };
    const std::string from =
        R"({"source":"tờ khai ví dụ","checked_on":"2026-11-21","verified":true,"confidence":"high"})";
    const std::string text = R"({"vi":"Ví dụ","en":"Example"})";
    replace_all("\"P\"", from);
    replace_all("\"T\"", text);
    const std::string head =
        R"({"v":1,"code":"1.000001","edition":"2026-11-21","in_force":{"from":"2026-01-01"},)"
        R"("levels":["commune"],"channels":["direct"],"legal_basis":["Luật ví dụ"],)"
        "\"name\":" +
        text + ",\"summary\":" + text + ",\"agency\":" + text + ",\"field\":" + text + ",\"from\":" + from +
        ",\"questions_from\":" + from + ",\"documents_from\":" + from;
    const auto file = json::read(head + "," + members + "}");
    INFO(members);
    REQUIRE(file.ok());
    auto procedure = catalogue::read_procedure(*file);
    CHECK(findings_of(procedure) == Lines{"ok"});
    REQUIRE(procedure.ok());
    return *std::move(procedure);
}

}  // namespace motcua::tests
