#include <algorithm>
#include <vector>

#include "shared/text/tables.hpp"
#include "shared/text/text.hpp"
#include "shared/text/utf8.hpp"

namespace motcua::text {
namespace {

using CodePoints = std::vector<char32_t>;

void append_decomposed(char32_t code_point, CodePoints& out) {
    const detail::Composition* parts = detail::decomposition_of(code_point);
    if (parts == nullptr) {
        out.push_back(code_point);
        return;
    }
    append_decomposed(parts->first, out);
    if (parts->second != 0) {
        append_decomposed(parts->second, out);
    }
}

/// Puts each run of marks into the order of their combining classes.
void order_marks(CodePoints& text) {
    auto run = text.begin();
    while (run != text.end()) {
        if (detail::combining_class(*run) == 0) {
            ++run;
            continue;
        }
        const auto run_end =
            std::find_if(run, text.end(), [](char32_t c) { return detail::combining_class(c) == 0; });
        std::stable_sort(run, run_end, [](char32_t a, char32_t b) {
            return detail::combining_class(a) < detail::combining_class(b);
        });
        run = run_end;
    }
}

/// The composition algorithm of the Unicode standard (3.11, D117), in place.
void compose_all(CodePoints& text) {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    std::size_t starter = kNone;
    std::size_t end = 0;
    int last_class = 0;
    for (const char32_t code_point : CodePoints(text)) {
        const int mark_class = detail::combining_class(code_point);
        const bool adjacent = starter != kNone && starter + 1 == end;
        const bool blocked = !adjacent && last_class >= mark_class;
        if (starter != kNone && !blocked) {
            if (const char32_t composed = detail::compose(text[starter], code_point); composed != 0) {
                text[starter] = composed;
                continue;
            }
        }
        if (mark_class == 0) {
            starter = end;
        }
        last_class = mark_class;
        text[end++] = code_point;
    }
    text.resize(end);
}

/// Without combining marks there is nothing to compose or to order: they begin with the
/// bytes 0xCC and 0xCD (as some Greek does, which does no harm here).
bool has_marks(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xCC || byte == 0xCD;
    });
}

}  // namespace

std::string nfc(std::string_view text) {
    if (!has_marks(text)) {
        return std::string(text);
    }
    CodePoints code_points;
    code_points.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        append_decomposed(next_code_point(text, offset), code_points);
    }
    order_marks(code_points);
    compose_all(code_points);
    std::string out;
    out.reserve(text.size());
    for (const char32_t code_point : code_points) {
        append_utf8(code_point, out);
    }
    return out;
}

}  // namespace motcua::text
