#include "backend/http/dispatcher.hpp"

#include <algorithm>
#include <exception>

#include "backend/http/problem.hpp"
#include "backend/http/reading.hpp"
#include "backend/services/line_look.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::backend::http {

namespace {

constexpr std::string_view kStaffPath = "/api/v1/staff/";

bool changes_state(Method method) {
    return method != Method::Get && method != Method::Head;
}

/// HEAD is answered as GET would be, without the body.
bool same_method(Method route, Method given) {
    return route == given || (route == Method::Get && given == Method::Head);
}

std::string allowed_methods(std::string_view path) {
    std::string allowed;
    std::vector<std::string> ignored;
    for (const Route& route : routes()) {
        if (matches(route.pattern, path, ignored)) {
            allowed += allowed.empty() ? "" : ", ";
            allowed += method_name(route.method);
            allowed += route.method == Method::Get ? ", HEAD" : "";
        }
    }
    return allowed;
}

Result<void> check_body(const Route& route, const Request& request) {
    const std::string media_type = request.media_type();
    const bool fits = route.accepts == Accepts::Nothing ? request.body.empty()
                      : route.accepts == Accepts::Json  ? media_type == "application/json"
                                                        : media_type == "application/octet-stream";
    if (!fits) {
        return refuse(ErrorCode::UnsupportedType, "", "media_type");
    }
    if (request.body.size() > route.max_body) {
        return refuse(ErrorCode::TooLarge, "", "body_too_large");
    }
    return {};
}

std::string request_id(const Request& request, std::uint64_t number) {
    const std::string_view given = request.header("x-request-id");
    const bool plain =
        given.size() == 32 && given.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return plain ? std::string(given) : std::to_string(number);
}

constexpr std::size_t kEtagDigits = 32;

/// "Prefer: wait=20" (RFC 7240), at most what nginx and Pistache wait for an answer.
std::chrono::seconds wanted_wait(const Request& request) {
    constexpr std::string_view kWait = "wait=";
    constexpr int kMostSecs = 25;
    const std::string_view prefer = request.header("prefer");
    if (prefer.substr(0, kWait.size()) != kWait) {
        return std::chrono::seconds(0);
    }
    return std::chrono::seconds(std::min(whole_number(prefer.substr(kWait.size())).value_or(0), kMostSecs));
}

Error fault(std::string_view what) {
    return {.code = ErrorCode::Internal, .detail = "exception: " + std::string(what), .findings = {}};
}

}  // namespace

struct Dispatcher::Exchange {
    Request request;
    Answer answer;
    std::string id;  ///< nginx's, so that both logs can be read together; else a number
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    const Route* route = nullptr;
    std::vector<std::string> parameters;
    services::Clerk clerk;
    std::optional<RepeatKey> repeat;  ///< set while its key is ours
    Response response;
    bool replayed = false;
    bool over_limit = false;  ///< refused for now, and counted (docs/API.md, abuse)
    std::string note;         ///< why it failed, for the log
};

Dispatcher::Dispatcher(Backend& backend, const DispatcherConfig& config)
    : backend_(backend),
      repeats_(backend),
      room_(config.most_waiting),
      pool_(config.threads, config.queue_limit),
      slow_pool_(config.slow_threads, config.queue_limit) {
    backend_.line_changed = [this](const std::string& office) { room_.change(office); };
}

void Dispatcher::handle(Request request, Answer answer) {
    in_flight_.fetch_add(1);
    auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->answer = std::move(answer);
    exchange->id = request_id(exchange->request, next_id_.fetch_add(1));
    try {
        admit(exchange);
    } catch (const std::exception& exception) {
        fail(exchange, fault(exception.what()));
    }
}

void Dispatcher::stop() {
    room_.close();
    pool_.stop();
    slow_pool_.stop();
}

void Dispatcher::admit(const Shared& exchange) {
    const Request& request = exchange->request;
    bool path_known = false;
    for (const Route& route : routes()) {
        if (!matches(route.pattern, request.path, exchange->parameters)) {
            continue;
        }
        path_known = true;
        if (same_method(route.method, request.method)) {
            exchange->route = &route;
            break;
        }
    }
    if (exchange->route == nullptr) {
        const Error error{.code = ErrorCode::NotFound, .detail = "no such route", .findings = {}};
        Response response = path_known ? problem(405, error, backend_.assets.texts(request.languages()))
                                       : problem(error, backend_.assets.texts(request.languages()));
        if (path_known) {
            response.headers.emplace_back("Allow", allowed_methods(request.path));
        }
        return finish(exchange, std::move(response));
    }
    if (const auto fits = check_body(*exchange->route, request); !fits) {
        return fail(exchange, fits.error());
    }
    if (exchange->route->lane == Lane::Inline) {
        return work(exchange);
    }
    queue(exchange);
}

void Dispatcher::queue(const Shared& exchange) {
    WorkerPool& pool = exchange->route->lane == Lane::Slow ? slow_pool_ : pool_;
    if (!pool.push([this, exchange] { work(exchange); })) {
        fail(exchange,
             {.code = ErrorCode::Unavailable, .detail = "the pool's queue is full", .findings = {}});
    }
}

void Dispatcher::work(const Shared& exchange) {
    bool answered_later = false;
    try {
        const std::uint64_t seen = room_.changes();
        auto result = try_work(exchange, answered_later);
        if (answered_later || (result && waits_for_news(exchange, *result, seen))) {
            return;
        }
        result ? finish(exchange, *std::move(result)) : fail(exchange, result.error());
    } catch (const std::exception& exception) {
        if (!answered_later) {
            fail(exchange, fault(exception.what()));
        }
    }
}

bool Dispatcher::waits_for_news(const Shared& exchange, Response& response, std::uint64_t seen) {
    if (response.watch.empty()) {
        return false;
    }
    const std::string etag = '"' + crypto::hex(crypto::sha256(response.body)).substr(0, kEtagDigits) + '"';
    response.headers.emplace_back("ETag", etag);
    if (exchange->request.header("if-none-match") != etag) {
        return false;
    }
    const auto until = exchange->began + wanted_wait(exchange->request);
    if (WaitingRoom::Clock::now() < until) {
        switch (room_.wait(response.watch, seen, until, [this, exchange] { queue(exchange); })) {
            case WaitingRoom::Answer::Waits:
                return true;
            case WaitingRoom::Answer::Changed:
                queue(exchange);
                return true;
            case WaitingRoom::Answer::Full:
                break;
        }
    }
    response.status = 304;
    response.body.clear();
    response.media_type.clear();
    return false;
}

Result<Response> Dispatcher::try_work(const Shared& exchange, bool& answered_later) {
    MC_TRY(authorise(*exchange));
    if (exchange->route->repeat == Repeat::Once) {
        MC_TRY_ASSIGN(std::optional<Response> first, repeated(*exchange));
        if (first) {
            return *std::move(first);
        }
    }
    return run_handler(exchange, answered_later);
}

Result<void> Dispatcher::authorise(Exchange& exchange) {
    const Request& request = exchange.request;
    const Access access = exchange.route->access;
    if (access != Access::Everyone) {
        std::optional<services::Clerk> clerk;
        const std::string token = request.cookie("motcua_session");
        if (!token.empty()) {
            MC_TRY(backend_.storage.read([&](storage::Stores& stores) -> Result<void> {
                clerk = backend_.staff.clerk(stores, token);
                return {};
            }));
        }
        if (!clerk) {
            return Error{.code = ErrorCode::Unauthenticated, .detail = "no session", .findings = {}};
        }
        exchange.clerk = *std::move(clerk);
        const bool courier = exchange.clerk.role == storage::kCourierRole;
        if (access != Access::Staff && courier != (access == Access::Courier)) {
            return refuse(ErrorCode::Forbidden, "", "role_other");
        }
    }
    // Browsers send this header across origins only after asking first, so a foreign page
    // cannot act with the clerk's cookie even where SameSite is not known.
    if (request.path.rfind(kStaffPath, 0) == 0 && changes_state(request.method) &&
        request.header("x-requested-with") != "motcua") {
        return refuse(ErrorCode::Forbidden, "X-Requested-With", "header_missing");
    }
    return {};
}

Result<std::optional<Response>> Dispatcher::repeated(Exchange& exchange) {
    MC_TRY_ASSIGN(RepeatKey key, repeats_.key_of(exchange.request, exchange.clerk.user));
    if (!repeats_.enter(key)) {
        return refuse(ErrorCode::InFlight, "Idempotency-Key", "in_flight");
    }
    exchange.repeat = std::move(key);
    std::optional<Response> first;
    if (exchange.route->lane == Lane::Inline) {
        // Looked for by the writer alone: here nothing may wait, and nothing dear is saved.
        return first;
    }
    MC_TRY(backend_.storage.read([&](storage::Stores& stores) -> Result<void> {
        MC_TRY_ASSIGN(first, repeats_.find(stores, *exchange.repeat));
        return {};
    }));
    return first;
}

Result<Response> Dispatcher::run_handler(const Shared& exchange, bool& answered_later) {
    auto query = parse_query(exchange->request.query);
    if (!query) {
        return refuse(ErrorCode::InvalidInput, "", "query");
    }
    const Context context{.backend = backend_,
                          .request = exchange->request,
                          .parameters = exchange->parameters,
                          .query = *std::move(query),
                          .clerk = exchange->clerk};
    Result<Step> step = exchange->route->handler(context);
    if (step && std::holds_alternative<Response>(*step)) {
        return std::get<Response>(*std::move(step));
    }
    if (!step && !exchange->repeat) {
        return step.error();
    }
    // A refusal of a request that may be repeated is kept too, so it goes the same way.
    Command command =
        step ? std::get<Command>(*std::move(step))
             : Command{.run = [error = step.error()](storage::Stores&) -> Result<Response> { return error; }};
    answered_later = true;
    store(exchange, std::move(command));
    return Response{};
}

void Dispatcher::store(const Shared& exchange, Command command) {
    auto shared = std::make_shared<Command>(std::move(command));
    const bool queued = backend_.storage.write(
        {.run = [this, exchange,
                 shared](storage::Stores& stores) { return run_command(*exchange, *shared, stores); },
         .otherwise =
             [this, exchange](storage::Stores& stores) {
                 if (exchange->over_limit) {
                     stores.fair.count_refusal(services::day_number(backend_.clock()), exchange->note);
                 }
                 if (exchange->repeat && !exchange->replayed && Repeats::is_kept(exchange->response)) {
                     repeats_.keep(stores, *exchange->repeat, exchange->response);
                 }
             },
         .done =
             [this, exchange, shared](const Result<void>& outcome) {
                 if (!outcome) {
                     return fail(exchange, outcome.error());
                 }
                 const bool changed = exchange->response.status < 300;
                 finish(exchange, std::move(exchange->response));
                 if (changed && shared->after_commit) {
                     shared->after_commit();
                 }
             }});
    if (!queued) {
        fail(exchange,
             {.code = ErrorCode::Unavailable, .detail = "the writer's queue is full", .findings = {}});
    }
}

storage::Keep Dispatcher::run_command(Exchange& exchange, const Command& command, storage::Stores& stores) {
    if (exchange.repeat) {
        // Looked for again: between the first look and now it may have been stored.
        auto first = repeats_.find(stores, *exchange.repeat);
        if (!first || *first) {
            exchange.replayed = true;
            exchange.response = first ? **std::move(first) : problem_for(exchange, first.error());
            return storage::Keep::No;
        }
    }
    Result<Response> result = try_command(exchange, command, stores);
    if (!result) {
        exchange.over_limit = result.error().code == ErrorCode::TooMany;
        exchange.response = problem_for(exchange, result.error(), command.procedure);
        return storage::Keep::No;
    }
    exchange.response = *std::move(result);
    if (exchange.repeat) {
        repeats_.keep(stores, *exchange.repeat, exchange.response);
    }
    return storage::Keep::Yes;
}

Result<Response> Dispatcher::try_command(Exchange& exchange, const Command& command,
                                         storage::Stores& stores) {
    if (exchange.route->allowance != nullptr) {
        MC_TRY(services::take_allowance(stores, *exchange.route->allowance,
                                        client_of(backend_, exchange.request), backend_.clock()));
    }
    return command.run(stores);
}

Response Dispatcher::problem_for(Exchange& exchange, const Error& error,
                                 const catalogue::Procedure* procedure) const {
    exchange.note = error.detail;
    return problem(error, backend_.assets.texts(exchange.request.languages()), procedure);
}

void Dispatcher::fail(const Shared& exchange, const Error& error) {
    finish(exchange, problem_for(*exchange, error));
}

void Dispatcher::finish(const Shared& exchange, Response response) {
    if (exchange->repeat) {
        repeats_.leave(*exchange->repeat);
        exchange->repeat.reset();
    }
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    const auto took = duration_cast<milliseconds>(std::chrono::steady_clock::now() - exchange->began);
    const std::string pattern = exchange->route == nullptr ? "-" : std::string(exchange->route->pattern);
    backend_.log("#" + exchange->id + " " + method_name(exchange->request.method) + " " + pattern + " " +
                 std::to_string(response.status) + " " + std::to_string(took.count()) + "ms" +
                 (exchange->note.empty() ? "" : " " + exchange->note));
    if (exchange->request.method == Method::Head) {
        response.body.clear();
    }
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("X-Request-Id", exchange->id);
    exchange->answer(std::move(response));
    in_flight_.fetch_sub(1);
}

}  // namespace motcua::backend::http
