#pragma once

#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteBookingStore : public BookingStore {
public:
    explicit SqliteBookingStore(Connection& connection) : connection_(connection) {}

    std::optional<BookingRecord> booking(std::string_view id) override;
    std::optional<BookingRecord> live_booking(std::string_view dossier) override;
    std::optional<BookingRecord> step(const BookingRecord& booking, visits::Event event,
                                      std::int64_t now_secs) override;
    /// The step itself, legal or not, of a visit whose ticket is this afterwards; the database refuses
    /// one between states that no step joins.
    std::optional<BookingRecord> step_to(const BookingRecord& booking, visits::State to,
                                         std::string_view event, const TicketRecord& ticket,
                                         std::int64_t now_secs);
    int steps_taken(std::string_view booking, visits::Event event) override;
    bool claim_person(std::string_view who, std::string_view service_group, std::string_view booking,
                      std::int64_t now_secs) override;
    void free_person_of(std::string_view booking) override;
    std::vector<SeatClaim> ended_claims(std::string_view office, std::int64_t starts_at_secs,
                                        std::int64_t now_secs) override;
    std::optional<SeatClaim> claim_of(std::string_view booking) override;
    std::optional<SeatClaim> offer_to(std::string_view dossier) override;
    void add_claim(const SeatClaim& claim) override;
    void drop_claim(const SeatClaim& claim) override;
    bool claim_lane(const BookingRecord& booking, std::optional<std::int64_t> free_after_secs,
                    std::string_view client) override;
    HeldSeats held_by(std::string_view client, std::string_view dossier, std::int64_t now_secs) override;
    bool keep_claim(std::string_view booking) override;
    bool extend_claim(std::string_view booking, std::int64_t free_after_secs) override;

private:
    std::optional<BookingRecord> one(const char* sql, std::string_view key);
    /// Writes the booking as a new one, or over its version before. False: that is not there.
    bool write(const BookingRecord& booking, visits::State before);
    std::optional<SeatClaim> one_claim(const char* sql, std::string_view key);
    /// The lowest lane that nobody has; 0 when there is none.
    int free_lane(std::string_view office, std::int64_t starts_at_secs);

    Connection& connection_;
};

}  // namespace motcua::backend::storage::sqlite
