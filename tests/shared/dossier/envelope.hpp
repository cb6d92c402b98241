#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "shared/crypto/crypto.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/shared/dossier/sample.hpp"

namespace motcua::tests {

/// A JSON value that can be changed by path: json::Value itself is only read.
class Editor {
public:
    explicit Editor(json::Value value) : value_(std::move(value)) {}

    /// Sets the member at "manifest.files.0.size"; adds it when there is none.
    Editor& set(std::string_view path, json::Value to) {
        value_ = changed(value_, path, [&to](const json::Value*) { return Change{false, to}; });
        return *this;
    }
    Editor& drop(std::string_view path) {
        value_ = changed(value_, path, [](const json::Value*) { return Change{true, {}}; });
        return *this;
    }
    [[nodiscard]] const json::Value& value() const { return value_; }
    [[nodiscard]] const json::Value& at(std::string_view path) const {
        const json::Value* here = &value_;
        while (!path.empty()) {
            const std::string_view key = path.substr(0, path.find('.'));
            path.remove_prefix(std::min(path.size(), key.size() + 1));
            here = here->array() != nullptr
                       ? &here->array()->at(static_cast<std::size_t>(std::stoi(std::string(key))))
                       : here->find(key);
            REQUIRE(here != nullptr);
        }
        return *here;
    }

private:
    struct Change {
        bool drop;
        json::Value to;
    };
    using Edit = std::function<Change(const json::Value*)>;

    static json::Value changed(const json::Value& from, std::string_view path, const Edit& edit) {
        const std::string_view key = path.substr(0, path.find('.'));
        const std::string_view rest = path.substr(std::min(path.size(), key.size() + 1));
        if (const json::Array* items = from.array()) {
            json::Array copy = *items;
            json::Value& item = copy.at(static_cast<std::size_t>(std::stoi(std::string(key))));
            item = rest.empty() ? edit(&item).to : changed(item, rest, edit);
            return copy;
        }
        REQUIRE(from.object() != nullptr);
        json::Object copy;
        bool met = false;
        for (const auto& [name, member] : *from.object()) {
            if (name != key) {
                copy.emplace_back(name, member);
                continue;
            }
            met = true;
            const Change change = rest.empty() ? edit(&member) : Change{false, changed(member, rest, edit)};
            if (!change.drop) {
                copy.emplace_back(name, change.to);
            }
        }
        if (!met) {
            copy.emplace_back(std::string(key), edit(nullptr).to);
        }
        return copy;
    }

    json::Value value_;
};

inline json::Value an_envelope(const dossier::PackageRequest& request = a_request()) {
    REQUIRE(crypto::start());
    const auto text = dossier::sign_package(request);
    REQUIRE(text.ok());
    const auto value = json::read(*text);
    REQUIRE(value.ok());
    return *value;
}

/// Puts right digest and signature on an envelope that was changed: what a program that
/// signs whatever it likes would send.
inline json::Value signed_again(const Editor& editor) {
    Editor copy = editor;
    const auto digest_of = [&copy](std::string_view path) {
        return crypto::sha256(json::write_canonical(copy.at(path)));
    };
    if (copy.at("manifest").find("form") != nullptr && copy.value().find("form") != nullptr) {
        copy.set("manifest.form", json::Object{{"sha256", crypto::hex(digest_of("form"))}});
    }
    const crypto::KeyPair keys = crypto::key_pair_from_seed({7});
    const crypto::Signature signature = crypto::sign(crypto::as_text(digest_of("manifest")), keys.secret_key);
    copy.set("signature", json::Object{{"alg", "Ed25519"},
                                       {"key", crypto::hex(keys.public_key)},
                                       {"value", crypto::hex(signature)}});
    return copy.value();
}

}  // namespace motcua::tests
