#include <memory>

#include "backend/http/handlers.hpp"
#include "backend/http/reading.hpp"

namespace motcua::backend::http {

namespace {

constexpr std::size_t kMaxPasswordBytes = 1024;
constexpr std::size_t kMaxUserBytes = 64;

json::Value encode(const services::Clerk& clerk) {
    return json::Object{
        {"user", clerk.user}, {"name", clerk.name}, {"office", clerk.office}, {"role", clerk.role}};
}

std::string session_cookie(const Context& context, const std::string& token, std::int64_t age_secs) {
    return "motcua_session=" + token +
           "; HttpOnly; SameSite=Strict; Path=/api/v1/staff; Max-Age=" + std::to_string(age_secs) +
           (context.backend.secure_cookies ? "; Secure" : "");
}

bool is_password(std::string_view text) {
    return !text.empty() && text.size() <= kMaxPasswordBytes;
}
bool is_user(std::string_view text) {
    return !text.empty() && text.size() <= kMaxUserBytes;
}

/// A file name as RFC 6266 and RFC 8187 want it: every byte but the harmless ones encoded.
std::string attachment(const std::string& name) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool harmless = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              c == '.' || c == '-' || c == '_';
        if (harmless) {
            encoded += c;
        } else {
            encoded += '%';
            encoded += kHex[byte >> 4U];
            encoded += kHex[byte & 15U];
        }
    }
    return "attachment; filename*=UTF-8''" + encoded;
}

Result<Step> handle_mark(const Context& context, services::Mark mark) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const auto version = static_cast<int>(shape.integer("version", 1, 1'000'000'000));
    shape.close();
    MC_TRY(complete(std::move(findings)));
    return Step(
        Command{.run = [&backend = context.backend, clerk = context.clerk, id = context.parameters.at(0),
                        version, mark](storage::Stores& stores) -> Result<Response> {
            MC_TRY_ASSIGN(const json::Value dossier, backend.staff.mark(stores, clerk, id, version, mark));
            return json_answer(200, dossier);
        }});
}

}  // namespace

Result<Step> handle_sign_in(const Context& context) {
    MC_TRY_ASSIGN(const json::Value body, json_body(context));
    std::vector<Finding> findings;
    json::Shape shape(body, "", "shape", findings);
    const std::string user = shape.text("user", "range", is_user);
    const std::string password = shape.text("password", "range", is_password);
    shape.close();
    MC_TRY(complete(std::move(findings)));
    MC_TRY_ASSIGN(services::NewSession session,
                  read_with<services::NewSession>(context, [&](storage::Stores& stores) {
                      return context.backend.staff.sign_in(stores, user, password);
                  }));
    Response response = json_answer(201, encode(session.clerk));
    response.headers.emplace_back("Set-Cookie",
                                  session_cookie(context, session.token, services::Staff::kSessionSecs));
    return Step(
        Command{.run = [response, record = session.record](storage::Stores& stores) -> Result<Response> {
            stores.staff.add_session(record);
            return response;
        }});
}

Result<Step> handle_session(const Context& context) {
    return Step(json_answer(200, encode(context.clerk)));
}

Result<Step> handle_sign_out(const Context& context) {
    Response response{.status = 204, .body = "", .media_type = "", .headers = {}};
    response.headers.emplace_back("Set-Cookie", session_cookie(context, "", 0));
    return Step(Command{.run = [&backend = context.backend, response, clerk = context.clerk,
                                token = context.request.cookie("motcua_session")](
                                   storage::Stores& stores) -> Result<Response> {
        backend.staff.sign_out(stores, token);
        backend.counters.sign_off(stores, clerk);
        return response;
    }});
}

Result<Step> handle_dossiers(const Context& context) {
    const std::string state = query_text(context, "state");
    if (!state.empty() && state != "handed_in" && state != "received_by_clerk") {
        return refuse(ErrorCode::InvalidInput, "state", "shape.range");
    }
    const std::string page_text = query_text(context, "page");
    const auto page = whole_number(page_text.empty() ? "1" : page_text);
    if (!page || *page < 1 || *page > 100'000) {
        return refuse(ErrorCode::InvalidInput, "page", "shape.range");
    }
    MC_TRY_ASSIGN(const services::DossierPage found,
                  read_with<services::DossierPage>(context, [&](storage::Stores& stores) {
                      return context.backend.staff.list(stores, context.clerk, state, *page);
                  }));
    json::Array lines;
    for (std::size_t index = 0; index < found.lines.size(); ++index) {
        const storage::DossierLine& line = found.lines[index];
        const auto& due = found.due_at_secs[index];
        lines.push_back(json::Object{{"id", line.id},
                                     {"code", line.code},
                                     {"procedure", line.procedure},
                                     {"applicant", found.applicants[index]},
                                     {"received_at", line.received_at_secs},
                                     {"starts_at", line.starts_at_secs},
                                     {"appointment", line.appointment},
                                     {"due_at", due ? json::Value(*due) : json::Value()},
                                     {"state", line.state},
                                     {"forwarding", line.forwarding},
                                     {"complete", line.complete}});
    }
    return Step(json_answer(200, json::Object{{"dossiers", std::move(lines)}, {"pages", found.pages}}));
}

Result<Step> handle_dossier(const Context& context) {
    MC_TRY_ASSIGN(const json::Value dossier, read_with<json::Value>(context, [&](storage::Stores& stores) {
                      return context.backend.staff.detail(stores, context.clerk, context.parameters.at(0));
                  }));
    return Step(json_answer(200, dossier));
}

Result<Step> handle_file(const Context& context) {
    const auto index = whole_number(context.parameters.at(1));
    MC_TRY_ASSIGN(services::FileContent file,
                  read_with<services::FileContent>(context, [&](storage::Stores& stores) {
                      return context.backend.staff.file(stores, context.clerk, context.parameters.at(0),
                                                        index.value_or(-1));
                  }));
    Response response{
        .status = 200, .body = std::move(file.bytes), .media_type = file.media_type, .headers = {}};
    response.headers.emplace_back("Content-Disposition", attachment(file.name));
    return Step(std::move(response));
}

Result<Step> handle_received(const Context& context) {
    return handle_mark(context, services::Mark::Received);
}

Result<Step> handle_taken_back(const Context& context) {
    return handle_mark(context, services::Mark::TakenBack);
}

}  // namespace motcua::backend::http
