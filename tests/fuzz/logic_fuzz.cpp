// Rules that come from anywhere end within their limits: with a result that can be written and
// read again, or with one finding of four.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "shared/catalogue/logic.hpp"
#include "shared/catalogue/rule_check.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace {

using namespace motcua;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_result(const Result<json::Value>& result) {
    if (!result) {
        require(result.error().findings.size() == 1);
        const std::string& code = result.error().findings[0].code;
        require(code == "rule.operation" || code == "rule.arguments" || code == "rule.depth" ||
                code == "rule.work");
        return;
    }
    // A result nests at most as deep as the data does, inside arrays that the rule has made.
    constexpr json::ReadLimits kLimits{8U << 20U, 256, json::Numbers::All};
    const std::string written = json::write(*result);
    const Result<json::Value> again = json::read(written, kLimits);
    require(again.ok() && json::write(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr json::ReadLimits kLimits{4U << 20U, 64, json::Numbers::All};
    const Result<json::Value> value =
        json::read(std::string_view(reinterpret_cast<const char*>(data), size), kLimits);
    if (!value || value->find("rule") == nullptr) {
        return 0;
    }
    const json::Value& rule = *value->find("rule");
    const json::Value* given = value->find("data");
    check_result(catalogue::evaluate(rule, given == nullptr ? json::Value() : *given));
    check_result(catalogue::evaluate(rule, [given](std::string_view path) -> catalogue::Found {
        const json::Value* found = given == nullptr ? nullptr : given->find(path);
        return found == nullptr ? catalogue::Found() : catalogue::Found(found);
    }));
    std::vector<Finding> findings;
    catalogue::check_rule(rule, {{"a"}, {"b"}}, "rule", findings);
    return 0;
}
