#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/catalogue/procedure.hpp"

/// Agencies as data: assets/agencies/<id>.json, described by agency.schema.json beside them.
namespace motcua::agency {

/// WGS 84, degrees as decimal texts: "9.6025".
struct Coordinates {
    std::string lat;
    std::string lon;
};

/// Open on these days (1 = Monday … 7 = Sunday) between two minutes of the day.
struct OpeningHours {
    std::vector<int> weekdays;
    int from_minute = 0;
    int until_minute = 0;
};

/// A place that receives dossiers. What is not known is empty.
struct Office {
    std::string id;
    catalogue::Text name;
    std::string commune;  ///< Unit code, "" = not known
    std::string address;
    std::string phone;
    std::optional<Coordinates> coordinates;
    std::vector<OpeningHours> opening_hours;
    std::vector<std::string> procedures;  ///< Codes of those it receives
    catalogue::Provenance from;
};

/// How its pages look; "" = as the product does.
struct Branding {
    catalogue::Text short_name;
    std::string accent;  ///< "#0b5cad"
    std::string emblem;  ///< File in assets
};

struct Agency {
    std::string id;
    catalogue::Text then_name;  ///< When it published its plan
    catalogue::Text now_name;   ///< Who does its work today
    std::string since;          ///< First day under the present name, "" = not known or unchanged
    catalogue::Text note;
    std::string level;                   ///< "commune", "province", "ministry"
    std::vector<std::string> provinces;  ///< Codes of those it serves
    std::vector<Office> offices;
    Branding branding;
    catalogue::Provenance then_from;
    catalogue::Provenance now_from;
};

/// Reads an agency's file. InvalidInput has a finding "catalogue.<reason>" at the JSON path of
/// everything wrong; facts without source, date and flag among it.
Result<Agency> read_agency(const json::Value& file);

}  // namespace motcua::agency
