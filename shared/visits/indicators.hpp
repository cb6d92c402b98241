#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/visits/states.hpp"

/// What an office's log of visits says of its waits. The definitions are frozen: a changed one is
/// another version, so that numbers of one name can be compared.
namespace motcua::visits {

/// docs/line.md, Indicators.
inline constexpr int kIndicatorVersion = 1;
inline constexpr std::int64_t kShortWaitSecs = 15 * 60;
inline constexpr std::int64_t kLongWaitSecs = 30 * 60;

/// One step as it was logged; nullopt: an undoing.
struct LoggedStep {
    std::optional<Event> event;
    std::int64_t at_secs = 0;
};

/// A visit as its log has it, in order.
struct VisitLog {
    std::string service;
    std::int64_t booked_at_secs = 0;  ///< 0: without an appointment
    std::int64_t number = 0;          ///< Of its ticket; 0: it never had one
    std::vector<LoggedStep> steps;
};

/// What a visit took; nullopt where it never came so far.
struct VisitTimes {
    std::int64_t came_at_secs = 0;  ///< Its latest arrival or check-in; the appointment of a no-show
    /// From then, or the booked time when that is later, to the first call.
    std::optional<std::int64_t> wait_secs;
    /// From the last call before service began to its beginning: recalls do not shorten it.
    std::optional<std::int64_t> way_secs;
    /// Served in all, however often it was parked or sent on.
    std::optional<std::int64_t> service_secs;
    bool booked = false;
    bool no_show = false;
};

/// Steps that were undone count as not taken.
VisitTimes times_of(const VisitLog& log);

/// The mean, and the values that half and nine of ten do not exceed.
struct Spread {
    int count = 0;
    std::int64_t mean_secs = 0;
    std::int64_t median_secs = 0;
    std::int64_t p90_secs = 0;
};
Spread spread_of(std::vector<std::int64_t> secs);

struct Indicators {
    int visits = 0;  ///< That came
    Spread wait;
    Spread way;
    Spread service;
    int within_15 = 0;  ///< Of those called, by their wait
    int within_30 = 0;
    int booked = 0;  ///< Appointments, whether anybody came or not
    int no_shows = 0;
};
/// The numbers of Indicators, each of which is a count of visits or made from theirs.
enum class Figure { Visits, Wait, Way, Service, Within15, Within30, Booked, NoShows };
/// "within_15"; nullopt: none is called so.
std::optional<Figure> figure_named(std::string_view name);
/// Is this visit among those the number is made from?
bool counts_in(Figure figure, const VisitTimes& visit);

Indicators indicators_of(const std::vector<VisitTimes>& visits);

}  // namespace motcua::visits
