#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shared/form/form.hpp"

/// What both readers of form.json allow, private to shared/form.
namespace motcua::form {

// Rows multiply: 50 rows of 20 questions, and an address has three answers.
inline constexpr std::size_t kMaxAnswers = 5000;
inline constexpr std::size_t kMaxDocuments = 100;
inline constexpr std::size_t kMaxFilesOfDocument = 100;

/// The provision of this name; nullopt when there is none.
std::optional<Provision> provision_called(std::string_view name);

}  // namespace motcua::form
