#pragma once

#include "backend/storage/sqlite/booking_store.hpp"
#include "backend/storage/sqlite/query.hpp"
#include "backend/storage/stores.hpp"

namespace motcua::backend::storage::sqlite {

class SqliteLineStore : public LineStore {
public:
    SqliteLineStore(Connection& connection, SqliteBookingStore& bookings)
        : connection_(connection), bookings_(bookings) {}

    std::int64_t take_numbers(std::string_view office, std::int64_t day, std::int64_t count) override;
    void add_range(const NumberRange& range) override;
    std::optional<NumberRange> range_of(std::string_view office, std::int64_t day,
                                        std::int64_t number) override;
    bool has_number(std::string_view office, std::int64_t day, std::int64_t number) override;

    std::optional<VisitRecord> visit(std::string_view id) override;
    std::vector<VisitRecord> live_visits(std::string_view office, std::int64_t day) override;
    std::optional<VisitRecord> step(const VisitRecord& visit, visits::Event event, const TicketRecord& after,
                                    std::int64_t now_secs) override;
    std::optional<VisitRecord> undo(const VisitRecord& visit, std::int64_t now_secs) override;
    std::vector<BookingRecord> not_come(std::int64_t until_secs) override;
    std::vector<VisitRecord> left_over(std::int64_t before_day) override;

    void put_counters(std::string_view office, int count) override;
    std::vector<CounterRecord> counters(std::string_view office) override;
    std::optional<CounterRecord> counter_of(std::string_view user) override;
    bool sit(const CounterRecord& counter) override;
    void stand_up(std::string_view user) override;
    void clear_counters() override;
    bool occupy(std::string_view office, int counter, std::string_view visit) override;
    void free_counter_of(std::string_view visit) override;

    std::vector<CallRecord> calls(std::string_view office, std::int64_t day, int limit) override;
    std::optional<VisitRecord> last_at(std::string_view office, int counter, std::int64_t day) override;
    std::vector<std::int64_t> service_secs(std::string_view office, std::string_view service,
                                           std::int64_t since_secs, int limit) override;
    std::vector<WaitRecord> promised_waits(std::string_view office, std::int64_t since_secs,
                                           int limit) override;
    std::vector<visits::VisitLog> visit_logs(std::string_view office, std::int64_t first_day,
                                             std::int64_t last_day) override;
    ChainHead chain_head(std::string_view office) override;
    std::vector<std::string> broken_events() override;

private:
    void put_ticket(const TicketRecord& ticket);
    std::optional<VisitRecord> take_step(const VisitRecord& visit, visits::State to, std::string_view event,
                                         const TicketRecord& after, std::int64_t now_secs);

    Connection& connection_;
    SqliteBookingStore& bookings_;
};

}  // namespace motcua::backend::storage::sqlite
