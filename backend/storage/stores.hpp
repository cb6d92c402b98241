#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/forwarding/outbox_store.hpp"
#include "backend/storage/pickups.hpp"
#include "backend/storage/records.hpp"
#include "shared/visits/indicators.hpp"

/// What the services need stored. A store's functions are called inside a transaction that
/// Storage opened; they report faults of the engine by exceptions, which Storage turns
/// into Errors, and everything else by their results.
namespace motcua::backend::storage {

class OfficeStore {
public:
    virtual ~OfficeStore() = default;
    virtual void put_office(const OfficeRecord& office) = 0;
    /// Adds the slot or changes its length and lanes.
    virtual void put_slot(const SlotRecord& slot) = 0;
    /// All, or those that take `procedure`, by unit code.
    virtual std::vector<OfficeRecord> offices(std::string_view procedure) = 0;
    virtual std::optional<OfficeRecord> office(std::string_view id) = 0;
    /// Slots that start in [from, until), with their free lanes at `now`.
    virtual std::vector<SlotRecord> slots(std::string_view office, std::int64_t from_secs,
                                          std::int64_t until_secs, std::int64_t now_secs) = 0;
    virtual std::optional<SlotRecord> slot(std::string_view office, std::int64_t starts_at_secs,
                                           std::int64_t now_secs) = 0;
    virtual std::string note(std::string_view key) = 0;
    virtual void put_note(std::string_view key, std::string_view value) = 0;
};

class BookingStore {
public:
    virtual ~BookingStore() = default;
    virtual std::optional<BookingRecord> booking(std::string_view id) = 0;
    /// The one whose state is live.
    virtual std::optional<BookingRecord> live_booking(std::string_view dossier) = 0;
    /// The only way a booking begins (from State::None) and changes: one legal step from what
    /// `booking` was when it was read, to the place, time and end of hold that it has now, with
    /// the event beside it. nullopt: the step is not legal, or the booking has moved on since.
    virtual std::optional<BookingRecord> step(const BookingRecord& booking, visits::Event event,
                                              std::int64_t now_secs) = 0;
    /// How often it has taken such a step.
    virtual int steps_taken(std::string_view booking, visits::Event event) = 0;
    /// Makes the booking the one that this person (a keyed hash) has of a service group; it stays
    /// so until it is over or let go. A confirmed one that began before `now` gives way. False:
    /// they have another.
    virtual bool claim_person(std::string_view who, std::string_view service_group, std::string_view booking,
                              std::int64_t now_secs) = 0;
    virtual void free_person_of(std::string_view booking) = 0;
    /// Those whose time or offer ended before `now`: of one slot, or of all when `office` is "".
    virtual std::vector<SeatClaim> ended_claims(std::string_view office, std::int64_t starts_at_secs,
                                                std::int64_t now_secs) = 0;
    virtual std::optional<SeatClaim> claim_of(std::string_view booking) = 0;
    /// What is offered to a dossier.
    virtual std::optional<SeatClaim> offer_to(std::string_view dossier) = 0;
    virtual void add_claim(const SeatClaim& claim) = 0;
    virtual void drop_claim(const SeatClaim& claim) = 0;
    /// Gives the booking a lane of its slot, in place of the one it has: the one offered to its
    /// dossier, or a free one; for good without `free_after`. `client` ("": nobody) is who holds it
    /// until then. False: full.
    virtual bool claim_lane(const BookingRecord& booking, std::optional<std::int64_t> free_after_secs,
                            std::string_view client) = 0;
    /// What a client holds at `now` for other dossiers than this.
    virtual HeldSeats held_by(std::string_view client, std::string_view dossier, std::int64_t now_secs) = 0;
    /// Makes the booking's claim lasting. False: it has none.
    virtual bool keep_claim(std::string_view booking) = 0;
    /// Lets the booking's claim run until then instead. False: it has none.
    virtual bool extend_claim(std::string_view booking, std::int64_t free_after_secs) = 0;
};

/// The line on the day: tickets, counters, and the steps that visits take between them.
class LineStore {
public:
    virtual ~LineStore() = default;
    /// Takes `count` numbers of the day, from a row that counts; the first of them.
    virtual std::int64_t take_numbers(std::string_view office, std::int64_t day, std::int64_t count) = 0;
    virtual void add_range(const NumberRange& range) = 0;
    /// The range that holds the number.
    virtual std::optional<NumberRange> range_of(std::string_view office, std::int64_t day,
                                                std::int64_t number) = 0;
    virtual bool has_number(std::string_view office, std::int64_t day, std::int64_t number) = 0;

    /// The visit with its ticket; nullopt when it has none.
    virtual std::optional<VisitRecord> visit(std::string_view id) = 0;
    /// Those of the day whose state is live, by number.
    virtual std::vector<VisitRecord> live_visits(std::string_view office, std::int64_t day) = 0;
    /// One legal step from what `visit` was when it was read, to the ticket `after`, with its event.
    /// Begins a visit when its state is None, and a ticket when it has none. nullopt: the step is
    /// not legal, or the visit has moved on since.
    virtual std::optional<VisitRecord> step(const VisitRecord& visit, visits::Event event,
                                            const TicketRecord& after, std::int64_t now_secs) = 0;
    /// Back over the last step, which was no undoing itself, to the ticket as it was then; with an
    /// event of its own. nullopt: it cannot be undone, or the visit has moved on since.
    virtual std::optional<VisitRecord> undo(const VisitRecord& visit, std::int64_t now_secs) = 0;
    /// Appointments before `until` at which nobody came, of days on which the office had a line and
    /// whose dossier no clerk has received.
    virtual std::vector<BookingRecord> not_come(std::int64_t until_secs) = 0;
    /// Visits of days before this one that are live and have a ticket.
    virtual std::vector<VisitRecord> left_over(std::int64_t before_day) = 0;

    /// Makes counters 1 to `count`; more there are stay.
    virtual void put_counters(std::string_view office, int count) = 0;
    virtual std::vector<CounterRecord> counters(std::string_view office) = 0;
    virtual std::optional<CounterRecord> counter_of(std::string_view user) = 0;
    /// Puts a clerk at a counter where nobody is being served, away from any other. False: there is none.
    virtual bool sit(const CounterRecord& counter) = 0;
    virtual void stand_up(std::string_view user) = 0;
    /// Whoever has no session any more sits nowhere, unless they serve somebody.
    virtual void clear_counters() = 0;
    /// A counter takes a visit. False: it has one, or the visit has another counter.
    virtual bool occupy(std::string_view office, int counter, std::string_view visit) = 0;
    virtual void free_counter_of(std::string_view visit) = 0;

    /// The latest calls of visits that are still called or served, newest first.
    virtual std::vector<CallRecord> calls(std::string_view office, std::int64_t day, int limit) = 0;
    /// The latest visit with a step at this counter on the day.
    virtual std::optional<VisitRecord> last_at(std::string_view office, int counter, std::int64_t day) = 0;
    /// How long services took that ended after `since`: the latest `limit`.
    virtual std::vector<std::int64_t> service_secs(std::string_view office, std::string_view service,
                                                   std::int64_t since_secs, int limit) = 0;
    /// Likewise the waits that a bound was promised for.
    virtual std::vector<WaitRecord> promised_waits(std::string_view office, std::int64_t since_secs,
                                                   int limit) = 0;
    /// Of the visits with a ticket of these days (the last one too), and the no-shows of them.
    virtual std::vector<visits::VisitLog> visit_logs(std::string_view office, std::int64_t first_day,
                                                     std::int64_t last_day) = 0;
    virtual ChainHead chain_head(std::string_view office) = 0;
    /// Recomputes the chain of every office's events; what does not fit, in words. Empty: all does.
    virtual std::vector<std::string> broken_events() = 0;
};

class WaitingStore {
public:
    virtual ~WaitingStore() = default;
    /// At the end; in place of what the dossier waited for before.
    virtual void join(const WaitingRecord& waiting) = 0;
    /// False: it did not wait.
    virtual bool leave(std::string_view dossier) = 0;
    virtual std::optional<WaitingRecord> waiting(std::string_view dossier) = 0;
    /// The first that wants this time and has no offer yet.
    virtual std::optional<WaitingRecord> first(std::string_view office, std::int64_t starts_at_secs) = 0;
    /// How many of those before this dossier want a time that it wants.
    virtual int ahead_of(std::string_view dossier) = 0;
    virtual void drop_until(std::int64_t now_secs) = 0;
};

/// What keeps one client from taking more than others.
class FairStore {
public:
    virtual ~FairStore() = default;
    /// When the client may do this as often as ever again; 0 when it always could.
    virtual std::int64_t full_at(std::string_view kind, std::string_view client) = 0;
    virtual void put_full_at(std::string_view kind, std::string_view client, std::int64_t full_at_secs) = 0;
    /// False: the puzzle's answer was used before.
    virtual bool spend_work(std::string_view puzzle, std::int64_t ends_at_secs) = 0;
    virtual void count_refusal(std::int64_t day, std::string_view code) = 0;
    /// Of these days, the last one too, by code.
    virtual std::vector<RefusalCount> refusals(std::int64_t first_day, std::int64_t last_day) = 0;
    /// Forgets what has no effect any more.
    virtual void drop_until(std::int64_t now_secs) = 0;
};

class UploadStore {
public:
    virtual ~UploadStore() = default;
    virtual void add(const UploadRecord& upload) = 0;
    virtual std::optional<UploadRecord> upload(std::string_view id) = 0;
    virtual std::vector<UploadRecord> uploads_of(std::string_view dossier) = 0;
    /// Declared bytes of all uploads that belong to no accepted dossier yet.
    virtual std::int64_t unclaimed_bytes() = 0;
    virtual void add_part(std::string_view upload, int part, const Sealed& bytes) = 0;
    virtual std::optional<Sealed> part(std::string_view upload, int part) = 0;
    virtual int part_count(std::string_view upload) = 0;
    virtual void claim(std::string_view upload) = 0;
    virtual int delete_unclaimed(std::int64_t created_before_secs) = 0;
};

class DossierStore {
public:
    virtual ~DossierStore() = default;
    /// False: the nonce was used before.
    virtual bool use_nonce(std::string_view nonce, std::int64_t now_secs) = 0;
    /// The next number of this unit on this day, from 1.
    virtual std::int64_t next_serial(std::string_view unit, std::string_view day) = 0;
    virtual void add(const DossierRecord& dossier) = 0;
    virtual bool has(std::string_view id) = 0;
    virtual std::optional<DossierRecord> dossier(std::string_view id) = 0;
    virtual std::optional<DossierRecord> dossier_by_code(std::string_view code) = 0;
    virtual void add_event(std::string_view dossier, const EventRecord& event, std::string_view actor) = 0;
    /// Oldest first.
    virtual std::vector<EventRecord> events(std::string_view dossier) = 0;
    virtual ForwardingRecord forwarding(std::string_view dossier) = 0;
    /// Puts the dossier into the outbox of one destination.
    virtual void add_outbox(std::string_view destination, std::string_view dossier,
                            std::string_view idempotency_key, std::int64_t now_millis) = 0;
    virtual void change_appointment(std::string_view id, std::string_view booking,
                                    std::int64_t starts_at_secs) = 0;
    /// handed_in → received_by_clerk when it still has this version. False: it has not.
    virtual bool mark_received(std::string_view id, int version) = 0;
    /// And back again.
    virtual bool take_back_mark(std::string_view id, int version) = 0;
    virtual std::vector<DossierLine> lines(std::string_view office, std::string_view state, int limit,
                                           int offset) = 0;
    virtual int count(std::string_view office, std::string_view state) = 0;
    /// Those received in [from, until), by the day in Vietnam; days without any are left out.
    virtual std::vector<DayCount> received(std::string_view office, std::int64_t from_secs,
                                           std::int64_t until_secs) = 0;
};

class StaffStore {
public:
    virtual ~StaffStore() = default;
    virtual void put(const StaffRecord& staff) = 0;
    virtual std::optional<StaffRecord> staff(std::string_view user) = 0;
    virtual bool has_demonstration_accounts() = 0;
    virtual void add_session(const SessionRecord& session) = 0;
    virtual std::optional<SessionRecord> session(std::string_view token_hash) = 0;
    virtual void delete_session(std::string_view token_hash) = 0;
    virtual int delete_expired_sessions(std::int64_t now_secs) = 0;
};

class AnswerStore {
public:
    virtual ~AnswerStore() = default;
    virtual std::optional<AnswerRecord> answer(std::string_view scope, std::string_view key) = 0;
    virtual void add(std::string_view scope, std::string_view key, const AnswerRecord& answer,
                     std::int64_t now_secs) = 0;
    virtual int delete_before(std::int64_t created_before_secs) = 0;
};

/// What forwarding::OutboxStore promises, inside a transaction. `false`: the lease was lost.
class OutboxTable {
public:
    virtual ~OutboxTable() = default;
    virtual std::optional<forwarding::OutboxRow> lease_next(std::string_view destination,
                                                            std::int64_t now_millis,
                                                            std::int64_t lease_until_millis) = 0;
    virtual std::optional<std::int64_t> next_due(std::string_view destination) = 0;
    virtual bool freeze_body(const forwarding::OutboxRow& row, std::string_view sha256_hex) = 0;
    virtual bool mark_delivered(const forwarding::OutboxRow& row, std::string_view receipt,
                                std::int64_t now_millis) = 0;
    virtual bool mark_retry(const forwarding::OutboxRow& row, std::int64_t next_at_millis,
                            std::string_view error) = 0;
    virtual bool mark_refused(const forwarding::OutboxRow& row, std::string_view error,
                              std::int64_t now_millis) = 0;
};

/// All stores, seen through one transaction.
struct Stores {
    OfficeStore& offices;
    BookingStore& bookings;
    LineStore& line;
    WaitingStore& waiting;
    FairStore& fair;
    PickupStore& pickups;
    UploadStore& uploads;
    DossierStore& dossiers;
    StaffStore& staff;
    AnswerStore& answers;
    OutboxTable& outbox;
};

}  // namespace motcua::backend::storage
