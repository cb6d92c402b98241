#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/form/form.hpp"

namespace motcua::form {

/// An answer where it lies: its id and its text.
using AnswerView = std::pair<std::string_view, std::string_view>;

/// A form whose texts lie in the bytes it was read from.
struct FormView {
    std::string_view procedure;
    std::string_view edition;
    calendar::Date today;
    std::vector<AnswerView> answers;  ///< In the order of their ids
    std::vector<GivenDocument> documents;
};

/// Reads the bytes of a form as every client of ours writes it, in one pass and without a tree of
/// values. Gives up on anything out of the ordinary, right or wrong: that is for json::read and
/// decode, which can say why.
std::optional<FormView> read_quickly(std::string_view bytes);

}  // namespace motcua::form
