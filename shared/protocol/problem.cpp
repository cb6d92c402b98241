#include "shared/json/shape.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::protocol {
namespace {

constexpr std::string_view kShape = "shape";

/// {"field","code","args":{name:text}}; further members ("message") are for other readers.
Finding read_finding(const json::Value& value, const std::string& path, std::vector<Finding>& faults) {
    json::Shape shape(value, path, kShape, faults);
    Finding finding;
    finding.field = shape.text("field");
    finding.code = shape.text("code");
    const json::Value* args = value.find("args");
    if (args == nullptr) {
        return finding;
    }
    if (args->object() == nullptr) {
        shape.note("args", "type");
        return finding;
    }
    for (const auto& [name, arg] : *args->object()) {
        if (const std::string* text = arg.string()) {
            finding.args.emplace_back(name, *text);
        } else {
            shape.note("args", "type");
        }
    }
    return finding;
}

}  // namespace

// RFC 9457 asks its readers to pass over members that they do not know, and lets every
// member be absent: what nginx answers by itself carries no findings.
Result<Problem> decode_problem(const json::Value& value) {
    std::vector<Finding> faults;
    json::Shape shape(value, "", kShape, faults);
    Problem problem;
    problem.status = static_cast<int>(shape.integer("status", 400, 599));
    problem.code = shape.text("code");
    problem.title = shape.text("title");
    const json::Value* findings = value.find("findings");
    if (findings != nullptr && findings->array() == nullptr) {
        shape.note("findings", "type");
    }
    const json::Array& items = value.array_at("findings");
    for (std::size_t i = 0; i < items.size() && faults.empty(); ++i) {
        problem.findings.push_back(read_finding(items[i], json::item_path("findings", i), faults));
    }
    if (!faults.empty()) {
        return Error{ErrorCode::InvalidInput, "answer: problem", std::move(faults)};
    }
    return problem;
}

std::vector<Finding> findings_at(const json::Value& value, std::string_view name) {
    std::vector<Finding> faults;
    std::vector<Finding> found;
    for (const json::Value& item : value.array_at(name)) {
        found.push_back(read_finding(item, "", faults));
    }
    return faults.empty() ? found : std::vector<Finding>();
}

}  // namespace motcua::protocol
