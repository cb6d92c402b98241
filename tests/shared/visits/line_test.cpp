#include "shared/visits/line.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "shared/json/read.hpp"
#include "tests/shared/support/files.hpp"
#include "tests/shared/support/random.hpp"

using namespace motcua;
using namespace motcua::visits;
using tests::Random;

namespace {

constexpr std::int64_t kMinute = 60;
const LineRules kRules;

Entry walk_in(std::int64_t number, std::int64_t minute) {
    return {.number = number, .arrived_at = minute * kMinute};
}

Entry booked(std::int64_t number, std::int64_t arrived, std::int64_t at) {
    return {.number = number, .arrived_at = arrived * kMinute, .booked_at = at * kMinute};
}

Entry random_entry(Random& random, std::int64_t number, std::int64_t arrived_at) {
    Entry entry{.number = number, .arrived_at = arrived_at};
    entry.group = static_cast<int>(random.below(3));
    if (random.one_in(4)) {
        entry.priority = PriorityClass::First;
    }
    if (random.one_in(2)) {
        entry.booked_at = arrived_at + random.between(-40 * kMinute, 40 * kMinute);
    }
    return entry;
}

/// Who would be called from a line again and again: tickets in order.
std::vector<std::int64_t> order(std::vector<Entry> line, std::int64_t now) {
    std::vector<std::int64_t> numbers;
    while (const auto next = pick_next(line, ~GroupSet{0}, now, kRules)) {
        numbers.push_back(line[*next].number);
        line.erase(line.begin() + static_cast<std::ptrdiff_t>(*next));
    }
    return numbers;
}

}  // namespace

TEST_CASE("an appointment in its window goes before who came at its time", "[visits][line]") {
    const std::int64_t now = 70 * kMinute;
    CHECK(order({walk_in(1, 60), booked(2, 50, 60)}, now) == std::vector<std::int64_t>{2, 1});
    // Having come early wins nothing over the booked time.
    CHECK(order({walk_in(1, 54), booked(2, 20, 60)}, now) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("who is late by more than the grace stands with those who did not book", "[visits][line]") {
    const Entry in_time = booked(1, 75, 60);
    const Entry late = booked(2, 76, 60);
    CHECK_FALSE(is_late(in_time, kRules));
    CHECK(effective_at(in_time, kRules) == 70 * kMinute);
    CHECK(is_late(late, kRules));
    CHECK(effective_at(late, kRules) == 76 * kMinute);
}

TEST_CASE("the first class goes first until somebody has waited past the cap", "[visits][line]") {
    Entry first = walk_in(2, 31);
    first.priority = PriorityClass::First;
    CHECK(order({walk_in(1, 10), first}, 40 * kMinute) == std::vector<std::int64_t>{2, 1});
    CHECK(order({walk_in(1, 10), first}, 40 * kMinute + 1) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a counter is given only people whose service it knows", "[visits][line]") {
    std::vector<Entry> line = {walk_in(1, 1), walk_in(2, 2)};
    line[0].group = 5;
    CHECK(pick_next(line, group_bit(0), 100, kRules) == 1U);
    CHECK(pick_next(line, group_bit(5), 100, kRules) == 0U);
    CHECK_FALSE(pick_next(line, group_bit(1), 100, kRules));
    CHECK_FALSE(pick_next({}, ~GroupSet{0}, 100, kRules));
}

TEST_CASE("the order is total: any two differ, and the line's own order does not matter", "[visits][line]") {
    Random random(21);
    for (int round = 0; round < 300; ++round) {
        std::vector<Entry> line;
        for (int i = 0; i < 20; ++i) {
            // A coarse grid of times, so that many ties have to be broken.
            line.push_back(random_entry(random, i, random.between(0, 6) * 10 * kMinute));
        }
        const std::int64_t now = random.between(0, 120 * kMinute);
        const auto before = order(line, now);
        for (std::size_t i = line.size(); i > 1; --i) {
            std::swap(line[i - 1], line[random.below(i)]);
        }
        CHECK(order(line, now) == before);
        CHECK(std::is_sorted(before.begin(), before.end(), [&](std::int64_t a, std::int64_t b) {
            const auto by_number = [&](std::int64_t number) {
                return *std::find_if(line.begin(), line.end(),
                                     [&](const Entry& entry) { return entry.number == number; });
            };
            return rank(by_number(a), now, kRules) < rank(by_number(b), now, kRules);
        }));
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto same_group_before =
                static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [&](const Entry& other) {
                    return other.group == line[i].group &&
                           rank(other, now, kRules) < rank(line[i], now, kRules);
                }));
            CHECK(ahead_of(line, i, now, kRules) == same_group_before);
        }
    }
}

TEST_CASE("time turns two people round once at most, and never within a class", "[visits][line]") {
    Random random(22);
    for (int round = 0; round < 2000; ++round) {
        const std::int64_t start = random.between(0, 60 * kMinute);
        const Entry a = random_entry(random, 1, start);
        const std::int64_t later = start + random.between(0, 30 * kMinute);
        const Entry b = random_entry(random, 2, later);
        int turns = 0;
        bool a_first = rank(a, later, kRules) < rank(b, later, kRules);
        for (std::int64_t now = later; now < later + 120 * kMinute; now += 30) {
            const bool still = rank(a, now, kRules) < rank(b, now, kRules);
            turns += still != a_first ? 1 : 0;
            a_first = still;
        }
        CAPTURE(round);
        CHECK(turns <= (a.priority == b.priority ? 0 : 1));
    }
}

TEST_CASE("who is called has the least rank of those the counter serves (I12)", "[visits][line]") {
    Random random(23);
    for (int round = 0; round < 500; ++round) {
        std::vector<Entry> line;
        const std::size_t count = random.below(30);
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t arrived = random.between(0, 90 * kMinute);
            line.push_back(random_entry(random, static_cast<std::int64_t>(i), arrived));
        }
        const GroupSet skills = random.below(8);
        const auto next = pick_next(line, skills, 90 * kMinute, kRules);
        for (const Entry& other : line) {
            if ((skills & group_bit(other.group)) != 0) {
                REQUIRE(next.has_value());
                CHECK_FALSE(rank(other, 90 * kMinute, kRules) < rank(line[*next], 90 * kMinute, kRules));
            }
        }
        CHECK((!next || (skills & group_bit(line[*next].group)) != 0));
    }
}

// Who has passed the cap is overtaken by nobody who comes afterwards, however many of the first
// class and with appointments do: at most those who stood before them then are called first.
TEST_CASE("nobody starves: past the cap those before you are all that can go first (I13)", "[visits][line]") {
    Random random(24);
    int watched = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<Entry> line;
        std::map<std::int64_t, std::size_t> allowed;  // Ticket past the cap → calls that may come before
        std::int64_t number = 0;
        for (std::int64_t now = 0; now < 400 * kMinute; now += kMinute) {
            // More people than can be served, most of them with a better claim.
            if (random.one_in(3) && number < 90) {
                Entry entry = random_entry(random, number++, now);
                if (random.one_in(2)) {
                    entry.priority = PriorityClass::First;
                }
                line.push_back(entry);
            }
            for (std::size_t i = 0; i < line.size(); ++i) {
                if (now - effective_at(line[i], kRules) > kRules.fairness_cap_secs &&
                    allowed.find(line[i].number) == allowed.end()) {
                    const Rank own = rank(line[i], now, kRules);
                    allowed[line[i].number] = static_cast<std::size_t>(
                        std::count_if(line.begin(), line.end(),
                                      [&](const Entry& other) { return rank(other, now, kRules) < own; }));
                    ++watched;
                }
            }
            if (now % (5 * kMinute) != 0) {
                continue;
            }
            const auto next = pick_next(line, ~GroupSet{0}, now, kRules);
            if (!next) {
                continue;
            }
            const std::int64_t called = line[*next].number;
            line.erase(line.begin() + static_cast<std::ptrdiff_t>(*next));
            allowed.erase(called);
            for (const Entry& other : line) {
                const auto left = allowed.find(other.number);
                if (left != allowed.end()) {
                    CAPTURE(round, now, other.number, called);
                    REQUIRE(left->second > 0);
                    --left->second;
                }
            }
        }
    }
    CHECK(watched > 500);
}

TEST_CASE("the ticket explains its own place, in both languages", "[visits][line]") {
    Entry first = walk_in(1, 0);
    first.priority = PriorityClass::First;
    for (const char* lang : {"vi", "en"}) {
        const auto file = json::read(tests::repository_file(std::string("assets/lang/") + lang + ".json"));
        REQUIRE(file);
        const auto texts = i18n::Texts::read(lang, *file);
        REQUIRE(texts);
        for (const Entry& entry : {first, walk_in(2, 0), booked(3, 50, 60), booked(4, 90, 60)}) {
            const Explanation why = explain(entry, kRules);
            const std::string sentence = texts->get(why.key, why.args);
            CAPTURE(sentence);
            CHECK(texts->has(why.key));
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.find(why.args.at(0).second) != std::string::npos);
        }
    }
    CHECK(explain(walk_in(2, 0), kRules).key == "line.rule.walk_in");
    CHECK(explain(booked(4, 90, 60), kRules).key == "line.rule.late");
}

TEST_CASE("every group called first says by which law", "[visits][line]") {
    const auto file = json::read(tests::repository_file("assets/visits/priority.json"));
    REQUIRE(file);
    CHECK(file->array_at("groups").size() >= 3);
    for (const json::Value& group : file->array_at("groups")) {
        REQUIRE(group.find("name") != nullptr);
        REQUIRE(group.find("from") != nullptr);
        CHECK_FALSE(group.find("name")->text_or("vi").empty());
        CHECK_FALSE(group.find("name")->text_or("en").empty());
        CHECK_FALSE(group.find("from")->text_or("source").empty());
        CHECK(group.find("from")->find("verified") != nullptr);
    }
}
