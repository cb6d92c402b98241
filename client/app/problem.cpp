#include "client/app/problem.hpp"

#include "shared/json/read.hpp"
#include "shared/protocol/api.hpp"

namespace motcua::app {

Sentence problem_of(int status, const std::string& body) {
    constexpr int kTooManyRequests = 429;
    constexpr int kServerFault = 500;
    if (status == 0) {
        return {"problem.no_answer", {}};
    }
    if (status == kTooManyRequests) {
        return {"problem.too_many", {}};
    }
    if (status >= kServerFault) {
        return {"problem.server", {}};
    }
    const auto value = json::read(body);
    const auto problem = value ? protocol::decode_problem(*value) : Result<protocol::Problem>(value.error());
    if (problem && !problem->title.empty()) {
        return {"problem.refused_because", {{"reason", problem->title}}};
    }
    return {"problem.refused", {}};
}

}  // namespace motcua::app
