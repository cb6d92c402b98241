#include "shared/calendar/lunar.hpp"

#include <array>
#include <cstdint>

namespace motcua::calendar {
namespace {

// Angles and times are counted in steps of 1e-8 degree and 1e-8 day, centuries in 1e-6.
constexpr std::int64_t kUnit = 100'000'000;
constexpr std::int64_t kFullCircle = 360 * kUnit;
constexpr std::int64_t kCentury = 1'000'000;
constexpr int kSineBits = 30;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

std::int64_t wrapped(std::int64_t angle) {
    return angle - floor_divide(angle, kFullCircle) * kFullCircle;
}

/// 2^30 times the sine: Taylor's series up to x^13 on a quarter of the circle.
std::int64_t sine(std::int64_t angle) {
    angle = wrapped(angle);
    if (angle > kFullCircle / 2) {
        return -sine(angle - kFullCircle / 2);
    }
    if (angle > kFullCircle / 4) {
        angle = kFullCircle / 2 - angle;
    }
    // 100611381 / 2^59 = π / 180 / 1e8
    const std::int64_t x = (angle * 100'611'381) >> 29;
    const std::int64_t square = (x * x) >> kSineBits;
    const std::int64_t one = std::int64_t{1} << kSineBits;
    std::int64_t sum = one;
    for (std::int64_t n = 12; n >= 2; n -= 2) {
        sum = one - ((square * sum) >> kSineBits) / (n * (n + 1));
    }
    return (x * sum) >> kSineBits;
}

/// amount · sine(angle), in the unit of the amount.
std::int64_t wave(std::int64_t amount, std::int64_t angle) {
    return (amount * sine(angle)) >> kSineBits;
}

/// One periodic term: amount · sin(sun·M + moon·M' + node·F).
struct Term {
    std::int64_t amount;
    int sun;
    int moon;
    int node;
};
constexpr std::array<Term, 12> kNewMoonTerms = {{{210'000, 2, 0, 0},
                                                 {-40'680'000, 0, 1, 0},
                                                 {1'610'000, 0, 2, 0},
                                                 {-40'000, 0, 3, 0},
                                                 {1'040'000, 0, 0, 2},
                                                 {-510'000, 1, 1, 0},
                                                 {-740'000, 1, -1, 0},
                                                 {40'000, 1, 0, 2},
                                                 {-40'000, -1, 0, 2},
                                                 {-60'000, 0, 1, 2},
                                                 {100'000, 0, -1, 2},
                                                 {50'000, 1, 2, 0}}};

/// The day (since 1970) in Vietnam of the new moon that is `k` after that of 1 January 1900.
std::int64_t new_moon(std::int64_t k) {
    const std::int64_t t = floor_divide(k * kCentury * 100, 123'685);  // 1,236.85 moons a century
    const std::int64_t t2 = t * t / kCentury;
    const std::int64_t t3 = t2 * t / kCentury;
    const std::int64_t sun = 35'922'420'000 + 2'910'535'608 * k - (3'330 * t2 + 347 * t3) / kCentury;
    const std::int64_t moon = 30'602'530'000 + 38'581'691'806 * k + (1'073'060 * t2 + 1'236 * t3) / kCentury;
    const std::int64_t node = 2'129'640'000 + 39'067'050'646 * k - (165'280 * t2 + 239 * t3) / kCentury;

    // From noon UTC of 31 December 1899, Julian day 2415020.
    std::int64_t time = 75'933'000 + 2'953'058'868 * k + (23'560 * t2 - 31 * t3) / (2 * kCentury);
    time += wave(33'000, 16'656'000'000 + (13'287'000'000 * t - 917'300 * t2) / kCentury);
    time += wave(17'340'000 - 39'300 * t / kCentury, sun);
    for (const Term& term : kNewMoonTerms) {
        time += wave(term.amount, term.sun * sun + term.moon * moon + term.node * node);
    }
    // From ephemeris time to the clock's.
    time -= -27'800 + (26'500 * t + 26'200 * t2) / kCentury;
    // Days begin at midnight of UTC+7.
    constexpr std::int64_t kNoonDay = 2'415'020 - 2'440'588;
    return kNoonDay + floor_divide(24 * time + (12 + 7) * kUnit, 24 * kUnit);
}

/// The twelfth of the ecliptic the sun stands in when a day begins in Vietnam: 0 from the
/// March equinox, 9 from the December solstice on.
std::int64_t sun_sector(std::int64_t day) {
    // Hours since noon UTC of 1 January 2000.
    const std::int64_t hours = 24 * (day - 10'957) - 12 - 7;
    constexpr std::int64_t kHoursACentury = 876'600;
    const std::int64_t t = hours * kCentury / kHoursACentury;
    const std::int64_t t2 = t * t / kCentury;
    const std::int64_t anomaly =
        35'752'910'000 + 3'599'905'030'000 * hours / kHoursACentury - (15'590 * t2) / kCentury;
    std::int64_t longitude =
        28'046'645'000 + 3'600'076'983'000 * hours / kHoursACentury + (30'320 * t2) / kCentury;
    longitude += wave(191'460'000 - (481'700 * t + 1'400 * t2) / kCentury, anomaly);
    longitude += wave(1'999'300 - 10'100 * t / kCentury, 2 * anomaly);
    longitude += wave(29'000, 3 * anomaly);
    return wrapped(longitude) / (30 * kUnit);
}

/// The last new moon on or before the day.
std::int64_t moon_of(std::int64_t day) {
    // Days from the first new moon, in months of 29.530588853 days; at most one off.
    std::int64_t k = floor_divide((day + 25'567) * 1'000'000, 29'530'589) + 1;
    while (new_moon(k) > day) {
        --k;
    }
    return k;
}

/// The months from one December solstice to the next: numbers of their new moons.
struct Months {
    int year;                ///< Of the solstice in month 11
    std::int64_t eleventh;   ///< The month that holds it
    std::int64_t following;  ///< Month 11 of the next year
    std::int64_t leap;       ///< Counted from `eleventh`; 0: no leap month
};

std::int64_t month_eleven(int year) {
    const std::int64_t k = moon_of(days_since_1970({year, 12, 31}));
    // The solstice has passed already when this month begins: it lay in the one before.
    return sun_sector(new_moon(k)) >= 9 ? k - 1 : k;
}

Months months_from(int year) {
    Months months{year, month_eleven(year), month_eleven(year + 1), 0};
    if (months.following - months.eleventh == 13) {
        // The first month in which the sun enters no new sector.
        std::int64_t i = 1;
        while (sun_sector(new_moon(months.eleventh + i)) != sun_sector(new_moon(months.eleventh + i + 1))) {
            ++i;
        }
        months.leap = i;
    }
    return months;
}

bool is_computed(int year) {
    return year >= kFirstLunarYear && year <= kLastLunarYear;
}

}  // namespace

std::optional<LunarDate> to_lunar(const Date& date) {
    if (!is_valid(date) || !is_computed(date.year - 1) || !is_computed(date.year)) {
        return std::nullopt;
    }
    const std::int64_t day = days_since_1970(date);
    const std::int64_t k = moon_of(day);
    Months months = months_from(date.year);
    if (k < months.eleventh) {
        months = months_from(date.year - 1);
    }
    std::int64_t count = k - months.eleventh;
    LunarDate lunar;
    lunar.leap = months.leap != 0 && count == months.leap;
    if (months.leap != 0 && count >= months.leap) {
        --count;
    }
    lunar.year = months.year + (count >= 2 ? 1 : 0);
    lunar.month = static_cast<int>((count + 10) % 12 + 1);
    lunar.day = static_cast<int>(day - new_moon(k) + 1);
    return lunar;
}

std::optional<Date> from_lunar(const LunarDate& date) {
    if (!is_computed(date.year) || date.month < 1 || date.month > 12 || date.day < 1) {
        return std::nullopt;
    }
    // Months 11 and 12 end the year that the others began.
    const Months months = months_from(date.month >= 11 ? date.year : date.year - 1);
    std::int64_t count = (date.month + 1) % 12;
    if (date.leap && (months.leap == 0 || count + 1 != months.leap)) {
        return std::nullopt;
    }
    if (date.leap || (months.leap != 0 && count >= months.leap)) {
        ++count;
    }
    const std::int64_t first = new_moon(months.eleventh + count);
    if (first + date.day > new_moon(months.eleventh + count + 1)) {
        return std::nullopt;
    }
    return from_days(first + date.day - 1);
}

}  // namespace motcua::calendar
