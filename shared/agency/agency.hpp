#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/colour/theme.hpp"

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

/// The colour of its buttons, links and the bar at the top, one for each theme.
struct Accent {
    colour::Rgb light = 0;
    std::optional<colour::Rgb> dark;      ///< Else made from `light`
    std::optional<colour::Rgb> contrast;  ///< Else as the product's
    catalogue::Provenance from;
};

/// Strokes through points of a square of 96 units: [x, y, x, y, …]; its licence is in `from`.
struct Emblem {
    std::vector<std::vector<int>> strokes;
    catalogue::Provenance from;
};

/// How its pages look; what there is none of is as the product has it.
struct Branding {
    catalogue::Text short_name;
    std::optional<Accent> accent;
    std::optional<Emblem> emblem;
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

/// Its theme; the product's own where it has no colour for it.
colour::Theme theme_of(const Branding& branding, colour::ThemeName name);

/// "agency.contrast" at "branding.accent.<theme>" for every two colours that would be too alike, with
/// what they are for ("front", "back"), the contrast that there is ("got") and must be ("needed").
std::vector<Finding> check_contrast(const Branding& branding);

/// What the bundle of its pages is made with (scripts/web/bundle): {"agency":{"vi":…},
/// "colours":{"light":[role,0xRRGGBB,…],…},"emblem":[[x,y,…],…]}: the colours that are not the product's,
/// by their number in colour::Colour. Without a colour or emblem these are left out.
json::Value site_of(const Branding& branding);

}  // namespace motcua::agency
