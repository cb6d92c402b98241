#include "client/platform/desktop/trust.hpp"

#include <utility>

#include "shared/json/read.hpp"
#include "shared/publication/publication.hpp"

namespace motcua::kiosk {

bool Trust::accept_index(const std::string& text, const std::string& signature) {
    if (!publication::check_signature(text, signature, key_)) {
        return false;
    }
    const auto value = json::read(text);
    auto index = catalogue::read_index(value ? *value : json::Value());
    if (!index) {
        return false;
    }
    index_ = *std::move(index);
    return true;
}

bool Trust::accepts(const std::string& name, const std::string& text, const std::string& signature) const {
    if (!publication::check_signature(text, signature, key_)) {
        return false;
    }
    const std::string digest = crypto::hex(crypto::sha256(text));
    for (const catalogue::Listing& listing : index_) {
        for (const catalogue::ListedEdition& edition : listing.editions) {
            if (edition.sha256 == digest &&
                (name == listing.code || name == catalogue::edition_name(listing.code, edition.edition))) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace motcua::kiosk
