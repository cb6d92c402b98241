#pragma once

#include <string_view>
#include <vector>

#include "shared/dossier/package.hpp"
#include "shared/json/shape.hpp"

/// What manifest and PackageRequest have in common, private to shared/dossier.
namespace motcua::dossier::detail {

inline constexpr std::string_view kPackage = "package";
inline constexpr std::int64_t kMaxFileBytes = 10 << 20;
inline constexpr std::int64_t kMaxDossierBytes = 50 << 20;
inline constexpr std::size_t kMaxFiles = 20;

/// Exactly `digits` lower-case hex digits.
bool is_hex(std::string_view text, std::size_t digits);

json::Value encode_files(const std::vector<FileEntry>& files);
json::Value encode_appointment(const Appointment& appointment);

/// Reads "id", "nonce", "office", "created_at", "appointment" and "files" from `shape`
/// into `request` and notes what does not fit.
void read_common(json::Shape& shape, PackageRequest& request, std::vector<Finding>& findings);

/// The form as it was read, the paths of its findings seen from the whole: "form.answers.x".
Result<form::Form> inner_form(Result<form::Form> read);

/// Files and form must name the same papers, and the files together stay under the limits.
void check_files(const PackageRequest& request, std::vector<Finding>& findings);

}  // namespace motcua::dossier::detail
