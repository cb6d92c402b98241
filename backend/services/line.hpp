#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backend/security/token.hpp"
#include "backend/services/appointments.hpp"
#include "backend/services/assets.hpp"
#include "backend/services/bookings.hpp"
#include "backend/services/clock.hpp"
#include "backend/services/dossiers.hpp"
#include "backend/services/line_look.hpp"
#include "backend/storage/stores.hpp"
#include "shared/core/result.hpp"
#include "shared/i18n/texts.hpp"
#include "shared/protocol/line.hpp"

namespace motcua::backend::services {

/// What somebody says who takes a ticket.
struct TicketWish {
    std::string office;
    std::string service;   ///< Code of one of its procedures; "": something else
    std::string priority;  ///< One of Assets::priority_groups(); "": none
};

/// A ticket that a device gave out from its range while it could not reach us.
struct DeviceTicket {
    std::int64_t number = 0;
    std::int64_t arrived_at_secs = 0;
    std::string service;
    std::string priority;
};

/// The line on the day, as people see it: tickets, what they tell, the display in the hall.
class Line {
public:
    /// An appointment can be checked in for from this long before it, until its day ends.
    static constexpr std::int64_t kEarlySecs = 60 * 60;
    /// More do not get a ticket.
    static constexpr std::size_t kMostWaiting = 300;
    static constexpr int kBoardCalls = 12;

    Line(const Assets& assets, const Dossiers& dossiers, const Bookings& bookings,
         const security::TokenHasher& hasher, Clock clock, std::string public_url);

    Result<protocol::LineOffer> offer(storage::Stores& stores, const std::string& office,
                                      const i18n::Texts& texts) const;

    /// A place in the line. `at_counter`: a clerk gives it, whether the line is open or not.
    /// InvalidInput: no such office, service or class; Conflict: closed, or full.
    Result<storage::VisitRecord> take(storage::Stores& stores, const TicketWish& wish, bool at_counter) const;
    /// The same for an appointment. Conflict: too early, over, or another day.
    Result<storage::VisitRecord> check_in(storage::Stores& stores, const Slip& slip,
                                          const std::string& priority) const;
    Result<storage::VisitRecord> check_in(storage::Stores& stores, const storage::DossierRecord& dossier,
                                          const std::string& priority) const;
    /// A ticket given out by a device; nothing happens when it is known already (false). Conflict: its
    /// number is not of a range of today.
    Result<bool> merge(storage::Stores& stores, const std::string& office, const DeviceTicket& ticket) const;

    /// Of a ticket's secret. NotFound.
    Result<storage::VisitRecord> find(storage::Stores& stores, std::string_view secret) const;
    /// The person goes. Conflict when they are at a counter or have left.
    Result<storage::VisitRecord> leave(storage::Stores& stores, std::string_view secret) const;

    /// `with_secret`: in the answer that gives it out.
    protocol::Ticket tell(storage::Stores& stores, const storage::VisitRecord& visit,
                          const i18n::Texts& texts, bool with_secret) const;
    /// NotFound: no such office.
    Result<protocol::Board> board(storage::Stores& stores, const std::string& office) const;

    /// InvalidInput: no such class.
    [[nodiscard]] Result<void> check_priority(const std::string& priority) const;
    /// "" is none.
    [[nodiscard]] protocol::Named priority_named(const std::string& id, const i18n::Texts& texts) const;

    /// One step of a visit; what belongs to it (its counter, its seat) follows. Conflict when it is not
    /// legal or the visit has moved on.
    Result<storage::VisitRecord> step(storage::Stores& stores, const storage::VisitRecord& visit,
                                      visits::Event event, const storage::TicketRecord& after) const;
    /// Back over the last step. Conflict: it cannot be undone, or its counter serves somebody else.
    Result<storage::VisitRecord> undo(storage::Stores& stores, const storage::VisitRecord& visit) const;

    /// Ends what was left over of the days before today.
    void end_days_before(storage::Stores& stores) const;

private:
    Result<storage::VisitRecord> enter(storage::Stores& stores, const storage::BookingRecord& booking,
                                       visits::Event event, storage::TicketRecord ticket) const;
    Result<void> check_wish(const storage::OfficeRecord& office, const TicketWish& wish) const;
    Result<storage::VisitRecord> seat_at_counter(storage::Stores& stores,
                                                 const storage::VisitRecord& visit) const;
    [[nodiscard]] std::string secret_of(std::string_view visit) const;
    [[nodiscard]] protocol::Named service_named(const std::string& code, const i18n::Texts& texts) const;

    const Assets& assets_;
    const Dossiers& dossiers_;
    const Bookings& bookings_;
    const security::TokenHasher& hasher_;
    Clock clock_;
    std::string public_url_;
};

/// Can the last step be undone?
bool can_undo(const storage::VisitRecord& visit);

}  // namespace motcua::backend::services
