// Reads forms, one JSON text a line, and writes the verdict on each, one line a form: the
// bytes of form::verdict_bytes, or {"error":…,"findings":[…]} when the line is no form.
// Built natively and, with the flags of the product, as WebAssembly; both must write the
// same bytes (compare.mjs).

#include <cstdio>
#include <string>

#include "shared/form/form.hpp"
#include "shared/json/read.hpp"

namespace {

using namespace motcua;

bool read_file(const char* path, std::string& text) {
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) {
        return false;
    }
    char block[65536];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block, 1, sizeof block, file);
        text.append(block, got);
    }
    std::fclose(file);
    return true;
}

Result<json::Value> read_json(const char* path) {
    std::string text;
    if (!read_file(path, text)) {
        return Error{ErrorCode::NotFound, path, {}};
    }
    return json::read(text);
}

Result<form::Findings> judge(const std::string& line, const catalogue::Procedure& procedure,
                             const places::Places& places) {
    MC_TRY_ASSIGN(const json::Value value, json::read(line));
    MC_TRY_ASSIGN(const form::Form form, form::decode(value));
    return form::check(procedure, form, places);
}

std::string verdict_line(const std::string& line, const catalogue::Procedure& procedure,
                         const places::Places& places) {
    const auto findings = judge(line, procedure, places);
    if (findings) {
        return form::verdict_bytes(*findings);
    }
    return std::string(R"({"error":")") + error_name(findings.error().code) + R"(","findings":)" +
           form::verdict_bytes(findings.error().findings) + "}";
}

Result<void> run(const char* procedure_path, const char* places_path, std::FILE* in, std::FILE* out) {
    MC_TRY_ASSIGN(const json::Value procedure_file, read_json(procedure_path));
    MC_TRY_ASSIGN(const catalogue::Procedure procedure, catalogue::read_procedure(procedure_file));
    MC_TRY_ASSIGN(const json::Value places_file, read_json(places_path));
    MC_TRY_ASSIGN(const places::Places places, places::Places::read(places_file));
    std::string line;
    char block[65536];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block, 1, sizeof block, in);
        for (std::size_t i = 0; i < got; ++i) {
            if (block[i] != '\n') {
                line.push_back(block[i]);
                continue;
            }
            const std::string verdict = verdict_line(line, procedure, places) + "\n";
            std::fwrite(verdict.data(), 1, verdict.size(), out);
            line.clear();
        }
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: verdict_filter PROCEDURE.json UNITS.json <FORMS >VERDICTS\n", stderr);
        return 2;
    }
    const auto result = run(argv[1], argv[2], stdin, stdout);
    if (std::fflush(stdout) != 0 || !result) {
        std::fputs("verdict_filter: a file cannot be read or written\n", stderr);
        return 1;
    }
    return 0;
}
