#include "client/ui/wire.hpp"

#include <algorithm>
#include <cmath>

namespace motcua::ui {
namespace {

using json::Member;
using json::Object;
using json::Value;

Error refused(const std::string& key) {
    return Error{ErrorCode::InvalidInput, "view: " + key, {}};
}

constexpr std::int64_t kMostPixels = 16384;
constexpr float kThousand = 1000;

Result<void> take_number(View& view, const std::string& key, std::int64_t number) {
    const bool side = key == "width" || key == "height";
    const bool ratio = key == "dpr_milli" || key == "scale_milli";
    if ((side && (number < 1 || number > kMostPixels)) || (ratio && (number < 250 || number > 8000))) {
        return refused(key);
    }
    const auto real = static_cast<float>(number);
    if (key == "width") {
        view.width = static_cast<int>(number);
    } else if (key == "height") {
        view.height = static_cast<int>(number);
    } else if (key == "dpr_milli") {
        view.dpr = real / kThousand;
    } else if (key == "scale_milli") {
        view.scale = real / kThousand;
    } else if (key == "scroll") {
        view.scroll = std::max(0.0F, real);
    } else {
        return refused(key);
    }
    return {};
}

Result<void> take_text(View& view, const std::string& key, const std::string& text) {
    if (key == "focus") {
        view.focus = text;
    } else if (key == "theme" && text == "light") {
        view.theme = theme(ThemeName::Light);
    } else if (key == "theme" && text == "dark") {
        view.theme = theme(ThemeName::Dark);
    } else if (key == "theme" && text == "contrast") {
        view.theme = theme(ThemeName::Contrast);
    } else if (key == "profile" && text == "phone") {
        view.profile = Profile::Phone;
    } else if (key == "profile" && text == "desktop") {
        view.profile = Profile::Desktop;
    } else if (key == "profile" && text == "kiosk") {
        view.profile = Profile::Kiosk;
    } else {
        return refused(key);
    }
    return {};
}

/// The numbers of an array, pairs of numbers up to `most`; none when it holds anything else.
std::vector<unsigned> pairs_in(const json::Array* items, std::int64_t most) {
    std::vector<unsigned> numbers;
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
        const std::int64_t* number = (*items)[i].integer();
        if (number == nullptr || *number < 0 || *number > most) {
            return {};
        }
        numbers.push_back(static_cast<unsigned>(*number));
    }
    return numbers.size() % 2 == 0 ? numbers : std::vector<unsigned>{};
}

/// [role, 0xRRGGBB, role, …]: these colours of the theme are others.
bool take_colours(View& view, const json::Array& items) {
    const std::vector<unsigned> numbers = pairs_in(&items, 0xFFFFFF);
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
        if (numbers[i] >= colour::kColours) {
            return false;
        }
        view.theme.colours[numbers[i]] = numbers[i + 1];
    }
    return numbers.size() == items.size();
}

/// [[x, y, x, y, …], …]
bool take_emblem(View& view, const json::Array& strokes) {
    view.emblem.clear();
    for (const Value& stroke : strokes) {
        view.emblem.push_back(pairs_in(stroke.array(), kEmblemSide));
        if (view.emblem.back().empty()) {
            return false;
        }
    }
    return true;
}

bool take_native(View& view, const json::Array& items) {
    view.native.clear();
    for (const Value& item : items) {
        if (item.string() == nullptr) {
            return false;
        }
        view.native.push_back(*item.string());
    }
    return true;
}

Result<void> take(View& view, const Member& member) {
    const auto& [key, value] = member;
    if (const std::int64_t* number = value.integer()) {
        return take_number(view, key, *number);
    }
    if (const std::string* text = value.string()) {
        return take_text(view, key, *text);
    }
    if (const bool* flag = value.boolean(); flag != nullptr && key == "motion") {
        view.motion = *flag;
        return {};
    }
    if (const json::Array* items = value.array()) {
        const bool taken = key == "native"    ? take_native(view, *items)
                           : key == "colours" ? take_colours(view, *items)
                                              : key == "emblem" && take_emblem(view, *items);
        if (taken) {
            return {};
        }
    }
    return refused(key);
}

int whole(float css) {
    return static_cast<int>(std::lround(css));
}

Value rect_value(const NodeRect& node) {
    // Rounded edges, not rounded sizes, so that neighbours stay neighbours.
    const int x = whole(node.rect.x);
    const int y = whole(node.rect.y);
    return json::Array{node.id, x, y, whole(node.rect.right()) - x, whole(node.rect.bottom()) - y};
}

}  // namespace

Result<View> merge_view(const View& old, const Value& value) {
    const Object* members = value.object();
    if (members == nullptr) {
        return refused("not an object");
    }
    View view = old;
    for (const Member& member : *members) {
        MC_TRY(take(view, member));
    }
    return view;
}

Value encode(const app::Event& event) {
    if (const auto* choose = std::get_if<app::Choose>(&event)) {
        return Object{{"type", "choose"}, {"id", choose->id}, {"option", choose->option}};
    }
    if (const auto* toggle = std::get_if<app::Toggle>(&event)) {
        return Object{{"type", "toggle"}, {"id", toggle->id}, {"on", toggle->on}};
    }
    const auto* press = std::get_if<app::Press>(&event);
    return Object{{"type", "press"}, {"id", press == nullptr ? std::string() : press->id}};
}

Value encode(const Frame& frame, const Layout& layout) {
    Object out{{"height", whole(std::ceil(frame.height))}};
    if (frame.layout_changed) {
        json::Array rects;
        for (const NodeRect& node : layout.rects) {
            rects.push_back(rect_value(node));
        }
        out.emplace_back("rects", std::move(rects));
    }
    json::Array events;
    for (const app::Event& event : frame.events) {
        events.push_back(encode(event));
    }
    out.emplace_back("events", std::move(events));
    if (!frame.focused.empty()) {
        out.emplace_back("focus", frame.focused);
    }
    out.emplace_back("cursor", frame.over ? "pointer" : "default");
    out.emplace_back("again", frame.again);
    if (frame.atlas_too_large) {
        out.emplace_back("error", "atlas_too_large");
    } else if (frame.too_tall) {
        out.emplace_back("error", "dialog_too_tall");
    }
    return out;
}

}  // namespace motcua::ui
