#include "shared/agency/agency.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/catalogue/file_reader.hpp"

namespace motcua::agency {
namespace {

using catalogue::Part;
using json::Array;
using json::Value;

constexpr std::array<std::string_view, 3> kLevels = {"commune", "province", "ministry"};
constexpr int kSunday = 7;

bool consists_of(std::string_view text, std::string_view characters) {
    return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

/// Ids are parts of addresses on the web: "tra-cu".
std::string slug(Part& part) {
    std::string id = part.line("id");
    if (!id.empty() && !consists_of(id, "abcdefghijklmnopqrstuvwxyz0123456789-")) {
        part.note("id", "id");
    }
    return id;
}

/// A member that has to be there, though it may be null where nothing is known.
bool is_known(Part& part, std::string_view key) {
    return !part.any(key).is_null();
}

std::string known_line(Part& part, std::string_view key) {
    return is_known(part, key) ? part.line(key) : "";
}

std::vector<std::string> codes(Part& part, std::string_view key) {
    std::vector<std::string> list;
    const Array& items = part.items(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string* code = items[i].string();
        if (code == nullptr || !consists_of(*code, "0123456789.")) {
            part.findings().push_back({part.path_of(key, i), "catalogue.code", {}});
        } else {
            list.push_back(*code);
        }
    }
    return list;
}

Coordinates read_coordinates(Part part) {
    Coordinates at{part.line("lat"), part.line("lon")};
    part.close();
    return at;
}

OpeningHours read_hours(Part part) {
    OpeningHours hours;
    for (const Value& day : part.items("weekdays")) {
        const std::int64_t* number = day.integer();
        if (number == nullptr || *number < 1 || *number > kSunday) {
            part.note("weekdays", "range");
        } else {
            hours.weekdays.push_back(static_cast<int>(*number));
        }
    }
    hours.from_minute = part.minute("from");
    hours.until_minute = part.minute("until");
    part.close();
    if (hours.until_minute <= hours.from_minute) {
        part.note("until", "contradiction");
    }
    return hours;
}

Office read_office(Part part) {
    Office office;
    office.id = slug(part);
    office.name = part.text("name");
    office.commune = known_line(part, "commune");
    office.address = known_line(part, "address");
    office.phone = known_line(part, "phone");
    if (is_known(part, "coordinates")) {
        office.coordinates = read_coordinates(part.inner("coordinates"));
    }
    if (is_known(part, "opening_hours")) {
        const Array& items = part.items("opening_hours");
        for (std::size_t i = 0; i < items.size(); ++i) {
            office.opening_hours.push_back(
                read_hours({items[i], part.path_of("opening_hours", i), part.findings()}));
        }
    }
    office.procedures = codes(part, "procedures");
    office.from = part.provenance("from");
    part.close();
    return office;
}

void read_now(Part part, Agency& agency) {
    agency.now_name = part.text("name");
    agency.since = is_known(part, "since") ? part.day("since") : "";
    agency.note = part.optional_text("note");
    agency.now_from = part.provenance("from");
    part.close();
}

void read_then(Part part, Agency& agency) {
    agency.then_name = part.text("name");
    agency.then_from = part.provenance("from");
    part.close();
}

/// "#0b5cad"
colour::Rgb read_colour(Part& part, std::string_view key) {
    const std::string text = part.line(key);
    constexpr std::size_t kDigits = 6;
    constexpr std::string_view kHex = "0123456789abcdef";
    if (text.size() != kDigits + 1 || text[0] != '#' || !consists_of(text.substr(1), kHex)) {
        part.note(key, "range");
        return 0;
    }
    colour::Rgb rgb = 0;
    for (const char digit : text.substr(1)) {
        rgb = rgb * 16 + static_cast<colour::Rgb>(kHex.find(digit));
    }
    return rgb;
}

Accent read_accent(Part part) {
    Accent accent;
    accent.light = read_colour(part, "light");
    if (is_known(part, "dark")) {
        accent.dark = read_colour(part, "dark");
    }
    if (is_known(part, "contrast")) {
        accent.contrast = read_colour(part, "contrast");
    }
    accent.from = part.provenance("from");
    part.close();
    return accent;
}

Emblem read_emblem(Part part) {
    constexpr std::size_t kMostStrokes = 40;
    constexpr std::size_t kMostNumbers = 100;
    constexpr std::int64_t kSide = 96;
    Emblem emblem;
    const Array& strokes = part.items("strokes");
    for (const Value& stroke : strokes) {
        std::vector<int> numbers;
        for (const Value& value : stroke.array() == nullptr ? Array() : *stroke.array()) {
            const std::int64_t* number = value.integer();
            numbers.push_back(
                number == nullptr || *number < 0 || *number > kSide ? -1 : static_cast<int>(*number));
        }
        const bool fits = numbers.size() >= 4 && numbers.size() % 2 == 0 && numbers.size() <= kMostNumbers &&
                          std::find(numbers.begin(), numbers.end(), -1) == numbers.end();
        if (!fits || strokes.size() > kMostStrokes) {
            part.note("strokes", "range");
            break;
        }
        emblem.strokes.push_back(std::move(numbers));
    }
    if (strokes.empty()) {
        part.note("strokes", "missing");
    }
    emblem.from = part.provenance("from");
    part.close();
    return emblem;
}

Branding read_branding(Part part) {
    Branding branding;
    branding.short_name = part.text("short");
    if (is_known(part, "accent")) {
        branding.accent = read_accent(part.inner("accent"));
    }
    if (is_known(part, "emblem")) {
        branding.emblem = read_emblem(part.inner("emblem"));
    }
    part.close();
    return branding;
}

}  // namespace

Result<Agency> read_agency(const Value& file) {
    std::vector<Finding> findings;
    Part part(file, "", findings);
    part.optional_line("$schema");  // For editors.
    part.expect("v", 1);
    Agency agency;
    agency.id = slug(part);
    read_then(part.inner("then"), agency);
    read_now(part.inner("now"), agency);
    agency.level = part.word("level", kLevels);
    agency.provinces = codes(part, "provinces");
    const Array& offices = part.items("offices");
    for (std::size_t i = 0; i < offices.size() && findings.size() < catalogue::kMaxFindings; ++i) {
        agency.offices.push_back(read_office({offices[i], part.path_of("offices", i), findings}));
    }
    if (offices.empty()) {
        part.note("offices", "missing");
    }
    agency.branding = read_branding(part.inner("branding"));
    part.close();
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "the agency's file is not as the schema says",
                     std::move(findings)};
    }
    return agency;
}

}  // namespace motcua::agency
