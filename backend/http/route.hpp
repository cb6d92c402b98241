#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "backend/http/backend.hpp"
#include "backend/http/message.hpp"
#include "backend/services/limits.hpp"
#include "backend/services/staff.hpp"
#include "shared/core/result.hpp"

namespace motcua::backend::http {

/// A request on its way through a handler.
struct Context {
    Backend& backend;
    const Request& request;
    std::vector<std::string> parameters;                    ///< the {…} of the pattern, decoded
    std::map<std::string, std::string, std::less<>> query;  ///< decoded
    services::Clerk clerk;                                  ///< who asks, unless everyone may
};

/// What is left to do on the writer's thread, in a transaction; an Error undoes it.
struct Command {
    std::function<Result<Response>(storage::Stores&)> run;
    std::function<void()> after_commit = {};  ///< Told once it is durable; may be empty.
    /// Whose own sentences word the findings when it is refused; may be null.
    const catalogue::Procedure* procedure = nullptr;
};
using Step = std::variant<Response, Command>;
using Handler = Result<Step> (*)(const Context&);

/// Who may: staff are clerks and couriers, each with what is theirs.
enum class Access { Everyone, Staff, Clerk, Courier };
/// May a client send it again and get the first answer?
enum class Repeat { Free, Once };
/// Where the handler runs: at once on the connection's thread (it must not wait for
/// anything), on the pool, or on the pool for what is slow on purpose or by size.
enum class Lane { Inline, Pool, Slow };
enum class Accepts { Nothing, Json, Bytes };

struct Route {
    Method method = Method::Get;
    std::string_view pattern;  ///< "/api/v1/uploads/{upload}/parts/{n}"
    Access access = Access::Everyone;
    Repeat repeat = Repeat::Free;
    Lane lane = Lane::Pool;
    Accepts accepts = Accepts::Nothing;
    std::size_t max_body = 0;
    Handler handler = nullptr;
    const services::Allowance* allowance = nullptr;  ///< How often one client may; null: no limit
};

/// The one table of all routes.
const std::vector<Route>& routes();

/// Does the path fit the pattern? Fills in what stands at the {…}.
bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters);

}  // namespace motcua::backend::http
