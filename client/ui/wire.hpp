#pragma once

#include <string>

#include "client/ui/painter.hpp"
#include "client/ui/view.hpp"
#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// View and Frame as the JSON that README.md describes.
namespace motcua::ui {

/// Takes over the members that are there; InvalidInput for unknown members, wrong types
/// and values out of range.
Result<View> merge_view(const View& old, const json::Value& value);

/// {"height","rects","events","focus","cursor","again","error"}
json::Value encode(const Frame& frame, const Layout& layout);

/// {"type":"press","id":…}: a message without its time.
json::Value encode(const app::Event& event);

}  // namespace motcua::ui
