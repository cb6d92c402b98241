#include "backend/services/pickups.hpp"

#include <algorithm>
#include <utility>

#include "backend/services/refuse.hpp"
#include "shared/calendar/date.hpp"
#include "shared/checklist/checklist.hpp"
#include "shared/dossier/package.hpp"
#include "shared/form/form.hpp"
#include "shared/identity/identity.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/text/text.hpp"

namespace motcua::backend::services {

namespace {

using visits::pickup::Event;
using visits::pickup::State;

constexpr std::int64_t kDaySecs = 86400;
constexpr std::size_t kPickupIdBytes = 16;
constexpr std::size_t kMostLineLetters = 200;

const storage::PickupPerson kCitizen{.role = "citizen", .user = ""};

Error conflict(std::string_view finding) {
    return refuse(ErrorCode::Conflict, "pickup", finding);
}

std::string contact_context(const std::string& pickup) {
    return "pickups/" + pickup + "/contact";
}

std::int64_t end_of(const storage::PickupWindow& window) {
    constexpr std::int64_t kMinuteSecs = 60;
    return window.starts_at_secs + kMinuteSecs * window.minutes;
}

bool serves(const storage::PickupArea& area, const std::string& commune) {
    return std::any_of(area.communes.begin(), area.communes.end(),
                       [&](const auto& each) { return each.code == commune; });
}

}  // namespace

storage::Sealed Pickups::seal(const PickupContact& contact, const std::string& pickup) const {
    return vault_.seal(
        json::write_canonical(json::Object{
            {"commune", contact.commune}, {"line", contact.line}, {"telephone", contact.telephone}}),
        contact_context(pickup));
}

Result<PickupContact> Pickups::contact(const storage::PickupRecord& pickup) const {
    MC_TRY_ASSIGN(const std::string text, vault_.open(pickup.contact, contact_context(pickup.id)));
    MC_TRY_ASSIGN(const json::Value value, json::read(text));
    return PickupContact{.commune = value.text_or("commune"),
                         .line = value.text_or("line"),
                         .telephone = value.text_or("telephone")};
}

Result<std::vector<std::string>> Pickups::papers(const storage::DossierRecord& dossier,
                                                 std::string_view lang) const {
    MC_TRY_ASSIGN(const json::Value kept, dossiers_.envelope(dossier));
    MC_TRY_ASSIGN(const dossier::Package package, dossier::open_package(kept));
    const form::Form& form = package.request.form;
    const catalogue::Procedure* procedure = assets_.catalogue().edition(form.procedure, form.edition);
    std::vector<std::string> names;
    if (procedure == nullptr) {
        return names;
    }
    for (const checklist::Item& item : checklist::needed(*procedure, form.answers, form.today)) {
        const bool state_has =
            std::any_of(form.documents.begin(), form.documents.end(), [&](const form::GivenDocument& given) {
                return given.id == item.document->id && given.provision == form::Provision::StateHasIt;
            });
        if (!item.document->generated && !item.document->present_only && !state_has) {
            names.push_back(item.document->label.in(lang));
        }
    }
    return names;
}

std::string Pickups::commune_name(const std::string& code) const {
    const places::Commune* commune = assets_.places().commune(code);
    return commune == nullptr ? code : commune->full;
}

std::vector<storage::PickupWindow> Pickups::open_windows(storage::Stores& stores,
                                                         const std::string& office) const {
    const std::int64_t now = clock_();
    std::vector<storage::PickupWindow> windows =
        stores.pickups.windows(office, now - kDaySecs, now + kDaysAhead * kDaySecs);
    std::erase_if(windows, [&](const auto& window) { return end_of(window) < now + kLeastNoticeSecs; });
    return windows;
}

Result<std::string> Pickups::closed(storage::Stores& stores, const storage::DossierRecord& dossier) const {
    const auto area = stores.pickups.area(dossier.office);
    if (!area || area->communes.empty()) {
        return std::string("pickup_none");
    }
    const auto latest = stores.pickups.latest_of(dossier.id);
    if (latest && latest->state == State::Delivered) {
        return std::string("pickup_delivered");
    }
    if (dossier.state != "handed_in") {
        return std::string("pickup_received");
    }
    MC_TRY_ASSIGN(const std::vector<std::string> names, papers(dossier, "vi"));
    return std::string(names.empty() ? "pickup_nothing" : "");
}

Result<protocol::Pickup> Pickups::tell(storage::Stores& stores, const storage::DossierRecord& dossier,
                                       std::string_view lang) const {
    const auto office = stores.offices.office(dossier.office);
    protocol::Pickup told;
    told.office = office ? protocol_office(*office) : protocol::Office{.id = dossier.office};
    MC_TRY_ASSIGN(told.closed, closed(stores, dossier));
    if (const auto area = stores.pickups.area(dossier.office)) {
        told.verified = area->verified;
        for (const auto& commune : area->communes) {
            told.communes.push_back({commune.code, commune_name(commune.code)});
        }
    }
    MC_TRY_ASSIGN(told.papers, papers(dossier, lang));
    const auto pickup = stores.pickups.latest_of(dossier.id);
    const bool under_way = pickup && (pickup->state == State::OnTheWay || pickup->state == State::Collected);
    if (told.closed.empty() && !under_way) {
        for (const storage::PickupWindow& window : open_windows(stores, dossier.office)) {
            if (window.free > 0) {
                told.windows.push_back({window.starts_at_secs, window.minutes, window.free});
            }
        }
    }
    if (!pickup) {
        return told;
    }
    MC_TRY_ASSIGN(PickupContact where, contact(*pickup));
    const auto windows =
        stores.pickups.windows(pickup->office, pickup->starts_at_secs, pickup->starts_at_secs + 1);
    told.state = std::string(visits::pickup::name(pickup->state));
    told.starts_at_secs = pickup->starts_at_secs;
    told.minutes = windows.empty() ? 0 : windows.front().minutes;
    told.commune = std::move(where.commune);
    told.line = std::move(where.line);
    told.telephone = std::move(where.telephone);
    if (pickup->state == State::Requested || pickup->state == State::OnTheWay) {
        told.number = number_of(*pickup, Holder::Citizen);
    }
    for (const storage::PickupEventRecord& event : stores.pickups.events(pickup->id)) {
        told.steps.push_back({event.event, event.role, event.at_secs});
    }
    return told;
}

Result<protocol::Pickup> Pickups::status(storage::Stores& stores, const Slip& slip,
                                         std::string_view lang) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    return tell(stores, dossier, lang);
}

Result<PickupWish> Pickups::check(storage::Stores& stores, const storage::DossierRecord& dossier,
                                  PickupWish wish) const {
    std::vector<Finding> findings;
    const auto note = [&findings](const char* field, std::string code, i18n::Args args = {}) {
        findings.push_back({field, std::move(code), std::move(args)});
    };
    const auto area = stores.pickups.area(dossier.office);
    if (!area || !serves(*area, wish.contact.commune)) {
        note("commune", "pickup_area");
    }
    wish.contact.line = text::squeeze(text::nfc(wish.contact.line));
    if (wish.contact.line.empty()) {
        note("line", "required");
    } else if (text::length(wish.contact.line) > kMostLineLetters) {
        note("line", "too_long", {{"max", std::to_string(kMostLineLetters)}});
    } else if (!text::is_plain_line(wish.contact.line)) {
        note("line", "shape.range");
    }
    wish.contact.telephone = identity::normalise_phone(wish.contact.telephone);
    if (wish.contact.telephone.empty()) {
        note("telephone", "required");
    } else if (const auto code = identity::check_phone(wish.contact.telephone); !code.empty()) {
        note("telephone", std::string(code));
    }
    if (findings.empty()) {
        return wish;
    }
    return Error{.code = ErrorCode::InvalidInput, .detail = "pickup", .findings = std::move(findings)};
}

Result<protocol::Pickup> Pickups::request(storage::Stores& stores, const Slip& slip, const PickupWish& wish,
                                          std::string_view lang) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    MC_TRY_ASSIGN(const std::string why_not, closed(stores, dossier));
    if (!why_not.empty()) {
        return conflict(why_not);
    }
    MC_TRY_ASSIGN(const PickupWish checked, check(stores, dossier, wish));
    const auto latest = stores.pickups.latest_of(dossier.id);
    const bool changes = latest && visits::pickup::is_live(latest->state);
    if (changes && latest->state != State::Requested) {
        return conflict("pickup_under_way");
    }
    const auto windows = open_windows(stores, dossier.office);
    const bool is_open = std::any_of(windows.begin(), windows.end(), [&](const auto& window) {
        return window.starts_at_secs == checked.starts_at_secs;
    });
    const bool stays = changes && latest->starts_at_secs == checked.starts_at_secs;
    if (!is_open && !stays) {
        return refuse(ErrorCode::Conflict, "starts_at", "pickup_window_closed");
    }
    storage::PickupRecord wanted =
        changes ? *latest : storage::PickupRecord{.id = security::ordered_token(kPickupIdBytes)};
    wanted.dossier = dossier.id;
    wanted.office = dossier.office;
    wanted.starts_at_secs = checked.starts_at_secs;
    wanted.contact = seal(checked.contact, wanted.id);
    const auto stored =
        stores.pickups.step(wanted, changes ? Event::Change : Event::Request, kCitizen, clock_());
    if (!stored) {
        return conflict("pickup_moved_on");
    }
    if (!stores.pickups.claim_seat(*stored)) {
        return refuse(ErrorCode::Conflict, "starts_at", "pickup_window_full");
    }
    return tell(stores, dossier, lang);
}

Result<protocol::Pickup> Pickups::cancel(storage::Stores& stores, const Slip& slip,
                                         std::string_view lang) const {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    const auto pickup = stores.pickups.latest_of(dossier.id);
    if (!pickup) {
        return conflict("pickup_not_asked");
    }
    if (pickup->state != State::Cancelled &&
        !stores.pickups.step(*pickup, Event::Cancel, kCitizen, clock_())) {
        return conflict("pickup_under_way");
    }
    return tell(stores, dossier, lang);
}

Result<protocol::Pickup> Pickups::meet(storage::Stores& stores, const Slip& slip, const std::string& number,
                                       std::string_view lang) {
    MC_TRY_ASSIGN(const storage::DossierRecord dossier, dossiers_.find(stores, slip.code, slip.secret));
    const auto pickup = stores.pickups.latest_of(dossier.id);
    if (!pickup || pickup->state != State::OnTheWay) {
        return conflict("pickup_not_on_the_way");
    }
    MC_TRY(check_number(*pickup, Holder::Courier, number));
    if (!stores.pickups.step(*pickup, Event::Meet, kCitizen, clock_())) {
        return conflict("pickup_moved_on");
    }
    return tell(stores, dossier, lang);
}

}  // namespace motcua::backend::services
