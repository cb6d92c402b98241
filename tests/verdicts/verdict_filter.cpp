// Reads forms, one JSON text a line, and writes the verdict on each, one line a form: the
// bytes of form::verdict_bytes, or {"error":…,"findings":[…]} when the line is no form.
// Built natively and, with the flags of the product, as WebAssembly; both must write the
// same bytes (compare.mjs).

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

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

/// What forms are judged by.
struct Desk {
    std::vector<catalogue::Procedure> procedures;
    places::Places places;

    /// The form's own procedure; for others the first there is.
    [[nodiscard]] const catalogue::Procedure& procedure_of(const form::Form& form) const {
        for (const catalogue::Procedure& procedure : procedures) {
            if (procedure.code == form.procedure) {
                return procedure;
            }
        }
        return procedures.front();
    }
};

Result<Desk> open_desk(int count, char** paths) {
    Desk desk;
    MC_TRY_ASSIGN(const json::Value units, read_json(paths[0]));
    MC_TRY_ASSIGN(desk.places, places::Places::read(units));
    for (int i = 1; i < count; ++i) {
        MC_TRY_ASSIGN(const json::Value file, read_json(paths[i]));
        MC_TRY_ASSIGN(catalogue::Procedure procedure, catalogue::read_procedure(file));
        desk.procedures.push_back(std::move(procedure));
    }
    return desk;
}

Result<form::Findings> judge(const std::string& line, const Desk& desk) {
    MC_TRY_ASSIGN(const form::Form form, form::read(line));
    return form::judge(desk.procedure_of(form), line, desk.places);
}

std::string verdict_line(const std::string& line, const Desk& desk) {
    const auto findings = judge(line, desk);
    if (findings) {
        return form::verdict_bytes(*findings);
    }
    return std::string(R"({"error":")") + error_name(findings.error().code) + R"(","findings":)" +
           form::verdict_bytes(findings.error().findings) + "}";
}

void filter(const Desk& desk, std::FILE* in, std::FILE* out) {
    std::string line;
    char block[65536];
    for (std::size_t got = 1; got > 0;) {
        got = std::fread(block, 1, sizeof block, in);
        for (std::size_t i = 0; i < got; ++i) {
            if (block[i] != '\n') {
                line.push_back(block[i]);
                continue;
            }
            const std::string verdict = verdict_line(line, desk) + "\n";
            std::fwrite(verdict.data(), 1, verdict.size(), out);
            line.clear();
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: verdict_filter UNITS.json PROCEDURE.json… <FORMS >VERDICTS\n", stderr);
        return 2;
    }
    const auto desk = open_desk(argc - 1, argv + 1);
    if (!desk) {
        std::fputs("verdict_filter: a file cannot be read\n", stderr);
        return 1;
    }
    filter(*desk, stdin, stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
}
