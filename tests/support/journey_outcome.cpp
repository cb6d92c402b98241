// Prints a journey file with its "expect" filled in from what really happens:
//
//   journey_outcome 1.004873 tests/fixtures/journeys/1.004873/own.json
//
// Answers that "expect" names are kept to these; a file without them gets all. Read every line
// before keeping it: the test can only tell that nothing changes, not that it was right.

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "shared/json/write.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/support/journey_file.hpp"

namespace {

using namespace motcua;

/// With two spaces a level, as the repository's files are.
void write_indented(const json::Value& value, const std::string& indent, std::string& out) {
    const std::string inner = indent + "  ";
    const json::Array* items = value.array();
    const json::Object* members = value.object();
    if ((items == nullptr || items->empty()) && (members == nullptr || members->empty())) {
        out += json::write(value);
        return;
    }
    out += items != nullptr ? "[" : "{";
    const char* separator = "\n";
    for (std::size_t i = 0; i < (items != nullptr ? items->size() : members->size()); ++i) {
        out += separator + inner;
        separator = ",\n";
        if (members != nullptr) {
            out += json::write((*members)[i].first) + ": ";
        }
        write_indented(items != nullptr ? (*items)[i] : (*members)[i].second, inner, out);
    }
    out += "\n" + indent + (items != nullptr ? "]" : "}");
}

std::string explain(const Error& error) {
    std::string text = error.detail;
    for (const Finding& finding : error.findings) {
        text += "\n  " + finding.field + ": " + finding.code;
    }
    return text;
}

Result<std::string> fill_in(const std::string& code, const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    MC_TRY_ASSIGN(const json::Value file, json::read(bytes.str()));
    MC_TRY_ASSIGN(const catalogue::Procedure procedure,
                  catalogue::read_procedure(tests::procedure_file(code)));
    MC_TRY_ASSIGN(const json::Value units, json::read(tests::repository_file("assets/places/units.json")));
    MC_TRY_ASSIGN(const places::Places places, places::Places::read(units));
    MC_TRY_ASSIGN(json::Value outcome, tests::journey_outcome(procedure, places, file));
    // Without any expectation yet, everything is shown.
    const json::Value* expect = file.find("expect");
    json::Value filled = expect == nullptr ? outcome : tests::expected_part(outcome, *expect);
    json::Object members;
    for (const json::Member& member : *file.object()) {
        if (member.first != "expect") {
            members.push_back(member);
        }
    }
    members.emplace_back("expect", std::move(filled));
    std::string text;
    write_indented(json::Value(std::move(members)), "", text);
    return text + "\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: journey_outcome CODE FILE.json\n";
        return 2;
    }
    const auto text = fill_in(argv[1], argv[2]);
    if (!text) {
        std::cerr << "journey_outcome: " << explain(text.error()) << "\n";
        return 1;
    }
    std::cout << *text;
    return 0;
}
