#include "shared/dossier/package_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/form/amount.hpp"
#include "shared/text/text.hpp"

namespace motcua::dossier::detail {
namespace {

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kDigestDigits = 64;
constexpr std::size_t kMaxIdBytes = 64;
// A group, a row and a question: "thanh_vien.0.anh_chan_dung".
constexpr std::size_t kMaxDocumentBytes = kMaxIdBytes + 4 + kMaxIdBytes;
constexpr std::size_t kMaxNameBytes = 255;
constexpr std::int64_t kEndOfTimeSecs = 253402300800;  // 1 January 10000
constexpr std::array<std::string_view, 3> kMediaTypes = {"application/pdf", "image/jpeg", "image/png"};

bool is_id_hex(std::string_view text) {
    return is_hex(text, kIdDigits);
}

bool is_digest_hex(std::string_view text) {
    return is_hex(text, kDigestDigits);
}

bool has_id_characters(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    });
}

/// An id of ours: office, booking.
bool is_id(std::string_view text) {
    return text.size() <= kMaxIdBytes && has_id_characters(text);
}

/// Of a paper, or of the answer to a question for files.
bool is_document_id(std::string_view text) {
    return text.size() <= kMaxDocumentBytes && has_id_characters(text);
}

bool is_media_type(std::string_view text) {
    return std::find(kMediaTypes.begin(), kMediaTypes.end(), text) != kMediaTypes.end();
}

/// A file's name is shown and written by others: no path, no control characters, NFC.
bool is_file_name(std::string_view name) {
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
    });
    return plain && !name.empty() && name.size() <= kMaxNameBytes && name != "." && name != ".." &&
           text::nfc(name) == name;
}

FileEntry read_file(json::Shape& shape) {
    FileEntry file;
    file.document = shape.text("document", "id", is_document_id);
    file.media_type = shape.text("media_type", "media_type", is_media_type);
    file.name = shape.text("name", "file_name", is_file_name);
    file.sha256 = shape.text("sha256", "hex", is_digest_hex);
    file.size = shape.integer("size", 1, kMaxFileBytes);
    file.upload = shape.text("upload", "hex", is_id_hex);
    shape.close();
    return file;
}

using PaperAndDigest = std::pair<std::string_view, std::string_view>;

std::vector<PaperAndDigest> in_manifest(const PackageRequest& request) {
    std::vector<PaperAndDigest> pairs;
    for (const FileEntry& file : request.files) {
        pairs.emplace_back(file.document, file.sha256);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// The digests of an answer that is nothing but digests, as answers to questions for files are;
/// nobody is asked to type anything else that looks so.
std::vector<std::string_view> digests_in(std::string_view answer) {
    std::vector<std::string_view> digests = form::between_commas(answer);
    const bool all = std::all_of(digests.begin(), digests.end(), is_digest_hex);
    return all ? std::move(digests) : std::vector<std::string_view>();
}

std::vector<PaperAndDigest> in_form(const PackageRequest& request) {
    std::vector<PaperAndDigest> pairs;
    for (const form::GivenDocument& document : request.form.documents) {
        for (const std::string& digest : document.files) {
            pairs.emplace_back(document.id, digest);
        }
    }
    for (const auto& [id, answer] : request.form.answers) {
        for (const std::string_view digest : digests_in(answer)) {
            pairs.emplace_back(id, digest);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

bool has_twin_uploads(const PackageRequest& request) {
    std::vector<std::string_view> uploads;
    for (const FileEntry& file : request.files) {
        uploads.push_back(file.upload);
    }
    std::sort(uploads.begin(), uploads.end());
    return std::adjacent_find(uploads.begin(), uploads.end()) != uploads.end();
}

}  // namespace

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

json::Value encode_files(const std::vector<FileEntry>& files) {
    json::Array items;
    for (const FileEntry& file : files) {
        items.push_back(json::Object{{"document", file.document},
                                     {"media_type", file.media_type},
                                     {"name", file.name},
                                     {"sha256", file.sha256},
                                     {"size", file.size},
                                     {"upload", file.upload}});
    }
    return items;
}

json::Value encode_appointment(const Appointment& appointment) {
    return json::Object{{"booking", appointment.booking}, {"starts_at", appointment.starts_at_secs}};
}

void read_common(json::Shape& shape, PackageRequest& request, std::vector<Finding>& findings) {
    request.id = shape.text("id", "hex", is_id_hex);
    request.nonce = shape.text("nonce", "hex", is_id_hex);
    request.office = shape.text("office", "id", is_id);
    request.created_at_secs = shape.integer("created_at", 0, kEndOfTimeSecs);
    json::Shape appointment = shape.object("appointment");
    request.appointment.booking = appointment.text("booking", "id", is_id);
    request.appointment.starts_at_secs = appointment.integer("starts_at", 0, kEndOfTimeSecs);
    appointment.close();
    const json::Array& files = shape.array("files");
    if (files.size() > kMaxFiles) {
        shape.note("files", "too_many_files");
        return;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        json::Shape item(files[i], json::item_path(shape.path_of("files"), i), kPackage, findings);
        request.files.push_back(read_file(item));
    }
}

Result<form::Form> inner_form(Result<form::Form> read) {
    if (read.ok()) {
        return read;
    }
    Error error = std::move(read).error();
    for (Finding& finding : error.findings) {
        finding.field = finding.field.empty() ? "form" : "form." + finding.field;
    }
    return error;
}

void check_files(const PackageRequest& request, std::vector<Finding>& findings) {
    std::int64_t total = 0;
    for (const FileEntry& file : request.files) {
        total += file.size;
    }
    if (total > kMaxDossierBytes) {
        findings.push_back({"files", "package.too_large", {}});
    }
    if (has_twin_uploads(request)) {
        findings.push_back({"files", "package.upload_twice", {}});
    }
    if (in_manifest(request) != in_form(request)) {
        findings.push_back({"files", "package.files_differ", {}});
    }
}

}  // namespace motcua::dossier::detail
