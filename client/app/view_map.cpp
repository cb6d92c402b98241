#include <utility>

#include "client/app/view.hpp"
#include "client/app/wording.hpp"
#include "client/page/chart.hpp"
#include "client/page/map.hpp"

namespace motcua::app {

void add_office_map(const State& state, Nodes& main, const Nodes& offices) {
    constexpr std::int64_t kKilometre = 1000;
    const i18n::Texts& texts = state.shell.texts();
    const AppointmentPart& part = state.dossier.appointment;
    std::vector<page::MapPoint> points;
    for (std::size_t number = 1; number <= offices.size(); ++number) {
        const std::string& id = offices[number - 1].id;
        for (const protocol::Office& office : part.offices) {
            const auto at = office.id == id ? page::position_of(office.lat, office.lon) : std::nullopt;
            if (at) {
                points.push_back({id, std::to_string(number), *at, part.office == id});
            }
        }
    }
    if (points.empty()) {
        return;
    }
    page::Node map = page::map("map", texts.get("office.map"), points);
    const std::int64_t metres = page::scale_metres(points);
    map.hint = metres < kKilometre
                   ? texts.get("office.map_metres", {{"count", number_text(texts, metres)}})
                   : texts.get("office.map_kilometres", {{"count", number_text(texts, metres / kKilometre)}});
    map.value = texts.get("office.map_north");
    main.push_back(std::move(map));
}

}  // namespace motcua::app
