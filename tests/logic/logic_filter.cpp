// Reads {"rule":…,"data":…}, one a line, and writes what each rule gives, one line of JSON each:
// the result, or {"error":"rule.…"}. compare.mjs holds it against json-logic-js.

#include <cstdio>
#include <string>

#include "shared/catalogue/logic.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"

namespace {

using namespace motcua;

Result<json::Value> evaluate_line(const std::string& line) {
    json::ReadLimits limits;
    limits.numbers = json::Numbers::All;
    MC_TRY_ASSIGN(const json::Value value, json::read(line, limits));
    const json::Value* rule = value.find("rule");
    const json::Value* data = value.find("data");
    const json::Value null;
    return catalogue::evaluate(rule == nullptr ? null : *rule, data == nullptr ? null : *data);
}

std::string result_line(const std::string& line) {
    const Result<json::Value> result = evaluate_line(line);
    if (result) {
        return json::write(*result);
    }
    return json::write(json::Object{{"error", result.error().findings.at(0).code}});
}

}  // namespace

int main() {
    std::string line;
    char block[65536];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block, 1, sizeof block, stdin);
        for (std::size_t i = 0; i < got; ++i) {
            if (block[i] != '\n') {
                line.push_back(block[i]);
                continue;
            }
            const std::string result = result_line(line) + "\n";
            std::fwrite(result.data(), 1, result.size(), stdout);
            line.clear();
        }
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}
