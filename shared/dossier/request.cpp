#include "shared/dossier/package_rules.hpp"

namespace motcua::dossier {

json::Value encode(const PackageRequest& request) {
    return json::Object{{"appointment", detail::encode_appointment(request.appointment)},
                        {"created_at", request.created_at_secs},
                        {"files", detail::encode_files(request.files)},
                        {"form", form::encode(request.form)},
                        {"id", request.id},
                        {"nonce", request.nonce},
                        {"office", request.office},
                        {"v", 1}};
}

Result<PackageRequest> decode_request(const json::Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", detail::kPackage, findings);
    PackageRequest request;
    shape.expect("v", 1);
    detail::read_common(shape, request, findings);
    const json::Value& form_value = shape.any("form");
    shape.close();
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "package request: shape", std::move(findings)};
    }
    MC_TRY_ASSIGN(request.form, detail::inner_form(form::decode(form_value)));
    detail::check_files(request, findings);
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "package request: files", std::move(findings)};
    }
    return request;
}

}  // namespace motcua::dossier
