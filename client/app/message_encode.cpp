#include <utility>

#include "client/app/message.hpp"

namespace motcua::app {

namespace {

json::Object typed(const char* type) {
    json::Object out;
    out.emplace_back("type", type);
    return out;
}

json::Value encode_one(const FetchAsset& effect) {
    json::Object out = typed("fetch_asset");
    out.emplace_back("name", effect.name);
    return out;
}

json::Value encode_one(const HttpCall& effect) {
    json::Array headers;
    for (const auto& [name, value] : effect.headers) {
        headers.emplace_back(json::Array{json::Value(name), json::Value(value)});
    }
    json::Object out = typed("http_call");
    out.emplace_back("call", effect.call);
    out.emplace_back("method", effect.method);
    out.emplace_back("path", effect.path);
    out.emplace_back("headers", std::move(headers));
    out.emplace_back("body", effect.body);
    return out;
}

json::Value encode_one(const Upload& effect) {
    json::Object out = typed("upload");
    out.emplace_back("call", effect.call);
    out.emplace_back("handle", effect.handle);
    out.emplace_back("dossier", effect.dossier);
    out.emplace_back("media_type", effect.media_type);
    out.emplace_back("sha256", effect.sha256);
    out.emplace_back("size", effect.size);
    return out;
}

json::Value encode_one(const Sign& effect) {
    json::Object out = typed("sign");
    out.emplace_back("call", effect.call);
    out.emplace_back("request", effect.request);
    return out;
}

json::Value encode_one(const Wait& effect) {
    json::Object out = typed("wait");
    out.emplace_back("call", effect.call);
    out.emplace_back("millis", effect.millis);
    return out;
}

json::Value encode_one(const DropFiles& effect) {
    json::Array handles;
    for (const int handle : effect.handles) {
        handles.emplace_back(handle);
    }
    json::Object out = typed("drop_files");
    out.emplace_back("handles", std::move(handles));
    return out;
}

json::Value encode_one(const SetPath& effect) {
    json::Object out = typed("set_path");
    out.emplace_back("path", effect.path);
    return out;
}

json::Value encode_one(const PrintPage&) {
    return typed("print_page");
}

json::Value encode_one(const SaveFile& effect) {
    json::Object out = typed("save_file");
    out.emplace_back("name", effect.name);
    out.emplace_back("media_type", effect.media_type);
    out.emplace_back("text", effect.text);
    return out;
}

json::Value encode_one(const Restart&) {
    return typed("restart");
}

}  // namespace

json::Value encode_effect(const Effect& effect) {
    return std::visit([](const auto& one) { return encode_one(one); }, effect);
}

}  // namespace motcua::app
