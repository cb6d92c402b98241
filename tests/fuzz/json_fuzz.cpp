// What the reader accepts has to survive writing and reading, in both forms.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// With all numbers, too, what was written is read as what it was (but for -0, written as 0).
void check_all_numbers(std::string_view text) {
    using namespace motcua;
    constexpr json::ReadLimits kLimits{4U << 20U, 64, json::Numbers::All};
    const Result<json::Value> value = json::read(text, kLimits);
    if (value) {
        const std::string written = json::write(*value);
        const Result<json::Value> again = json::read(written, kLimits);
        require(again.ok() && json::write(*again) == written);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace motcua;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_all_numbers(text);
    const Result<json::Value> value = json::read(text);
    if (!value) {
        require(value.error().code == ErrorCode::InvalidInput && value.error().findings.size() == 1);
        return 0;
    }
    require(text::is_utf8(text));
    const std::string written = json::write(*value);
    const Result<json::Value> again = json::read(written);
    require(again.ok() && *again == *value);

    const std::string canonical = json::write_canonical(*value);
    const Result<json::Value> sorted = json::read(canonical);
    require(sorted.ok() && json::write_canonical(*sorted) == canonical);
    return 0;
}
