#pragma once

#include <string>
#include <vector>

#include "shared/catalogue/index.hpp"
#include "shared/crypto/crypto.hpp"

namespace motcua::kiosk {

/// Tells which files of procedures may be used (docs/catalogue.md).
class Trust {
public:
    explicit Trust(const crypto::PublicKey& key) : key_(key) {}

    /// Is this an index that was signed with the key? Then it is the one that procedures must be listed in.
    bool accept_index(const std::string& text, const std::string& signature);
    [[nodiscard]] bool has_index() const { return !index_.empty(); }

    /// Was the file signed with the key, and is it, byte for byte, one that the index lists for
    /// "1.004873" or "1.004873@2026-11-21"? A file that was published once and is no more is neither.
    [[nodiscard]] bool accepts(const std::string& name, const std::string& text,
                               const std::string& signature) const;

private:
    crypto::PublicKey key_;
    std::vector<catalogue::Listing> index_;
};

}  // namespace motcua::kiosk
