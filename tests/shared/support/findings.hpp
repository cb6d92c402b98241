#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "shared/core/result.hpp"

namespace motcua::tests {

/// "field: code" of each finding, in order; "ok" when nothing failed.
template <class T>
std::vector<std::string> findings_of(const Result<T>& result) {
    if (result.ok()) {
        return {"ok"};
    }
    std::vector<std::string> lines;
    for (const Finding& finding : result.error().findings) {
        lines.push_back(finding.field.empty() ? finding.code : finding.field + ": " + finding.code);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace motcua::tests
