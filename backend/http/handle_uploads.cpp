#include <memory>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"

namespace motcua::backend::http {

Result<Step> handle_upload(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    services::UploadRequest request;
    request.dossier = shape.text("dossier", "type", is_id);
    request.sha256 = shape.text("sha256", "type", is_sha256);
    request.size = shape.integer("size", 1);
    request.media_type = shape.text("media_type");
    shape.close();
    MC_TRY(complete(std::move(findings)));
    if (!services::is_accepted_media_type(request.media_type)) {
        return refuse(ErrorCode::UnsupportedType, "media_type", "package.media_type");
    }
    if (request.size > services::Uploads::kMaxFileBytes) {
        return refuse(ErrorCode::TooLarge, "size", "file_too_large");
    }
    return Step(
        Command{.run = [&backend = context.backend, request](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const std::string upload, backend.uploads.begin(stores, request));
            return json_answer(
                201, json::Object{{"upload", upload}, {"part_bytes", services::Uploads::kPartBytes}});
        }});
}

Result<Step> handle_part(const Context& context) {
    const std::string& upload = context.parameters.at(0);
    const auto number = whole_number(context.parameters.at(1));
    if (!is_id(upload) || !number) {
        return refuse(ErrorCode::NotFound, "upload", "upload_unknown");
    }
    MC_TRY_ASSIGN(services::SealedPart part,
                  read_with<services::SealedPart>(context, [&](storage::Stores& stores) {
                      return context.backend.uploads.seal_part(stores, upload, *number, context.request.body);
                  }));
    auto sealed = std::make_shared<services::SealedPart>(std::move(part));
    return Step(Command{.run = [&backend = context.backend, &request = context.request,
                                sealed](storage::Stores& stores) -> Result<Response> {
        MC_TRY(backend.uploads.store_part(stores, *sealed, request.body));
        return Response{.status = 204, .body = "", .media_type = "", .headers = {}};
    }});
}

}  // namespace motcua::backend::http
