#include "client/page/chart.hpp"

#include <algorithm>
#include <utility>

#include "client/page/build.hpp"

namespace motcua::page {

namespace {

constexpr std::int64_t kMostSteps = 5;
constexpr std::int64_t kTen = 10;

Node row_of(std::string id, Role role) {
    Node node;
    node.id = std::move(id);
    node.role = role;
    return node;
}

Node number_cell(std::string id, std::int64_t number, std::string_view group) {
    Node node = cell(std::move(id), number_text(number, group));
    node.value = std::to_string(number);
    return node;
}

std::int64_t largest(const std::vector<ChartRow>& rows) {
    std::int64_t most = 0;
    for (const ChartRow& row : rows) {
        for (const std::int64_t number : row.numbers) {
            most = std::max(most, number);
        }
    }
    return most;
}

}  // namespace

std::string number_text(std::int64_t number, std::string_view group) {
    constexpr std::size_t kDigits = 3;
    std::string text = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t at = text.size(); at > first + kDigits;) {
        at -= kDigits;
        text.insert(at, group);
    }
    return text;
}

std::vector<std::int64_t> nice_ticks(std::int64_t most) {
    std::int64_t power = 1;
    std::int64_t step = 1;
    while (step * kMostSteps < most) {
        // 1, 2, 5, 10, …
        step = step == power ? 2 * power : step == 2 * power ? 5 * power : kTen * power;
        power = step == kTen * power ? step : power;
    }
    std::vector<std::int64_t> ticks = {0};
    while (ticks.back() < most || ticks.size() < 3) {
        ticks.push_back(ticks.back() + step);
    }
    return ticks;
}

Node chart(std::string id, ChartKind kind, std::string title, const std::vector<std::string>& heads,
           const std::vector<ChartRow>& rows, std::string_view group) {
    Node axis = row_of(id + ".axis", Role::Axis);
    for (const std::int64_t tick : nice_ticks(largest(rows))) {
        axis.children.push_back(number_cell(id + ".tick." + std::to_string(tick), tick, group));
    }
    Node head = row_of(id + ".head", Role::Row);
    for (const std::string& name : heads) {
        head.children.push_back(cell(id + ".head." + std::to_string(head.children.size()), name));
    }
    Node node = row_of(id, Role::Chart);
    node.name = std::move(title);
    node.value = kind == ChartKind::Bar ? "bar" : "line";
    node.children = {std::move(axis), std::move(head)};
    for (std::size_t at = 0; at < rows.size(); ++at) {
        Node row = row_of(id + ".row." + std::to_string(at), Role::Row);
        row.children.push_back(cell(row.id + ".label", rows[at].label));
        for (const std::int64_t number : rows[at].numbers) {
            row.children.push_back(
                number_cell(row.id + "." + std::to_string(row.children.size()), number, group));
        }
        node.children.push_back(std::move(row));
    }
    return node;
}

}  // namespace motcua::page
