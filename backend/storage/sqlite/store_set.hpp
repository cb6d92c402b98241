#pragma once

#include "backend/storage/sqlite/booking_store.hpp"
#include "backend/storage/sqlite/dossier_store.hpp"
#include "backend/storage/sqlite/fair_store.hpp"
#include "backend/storage/sqlite/line_store.hpp"
#include "backend/storage/sqlite/office_store.hpp"
#include "backend/storage/sqlite/outbox_table.hpp"
#include "backend/storage/sqlite/pickup_store.hpp"
#include "backend/storage/sqlite/staff_store.hpp"
#include "backend/storage/sqlite/upload_store.hpp"
#include "backend/storage/sqlite/waiting_store.hpp"

namespace motcua::backend::storage::sqlite {

/// A connection and all stores on it.
class StoreSet {
public:
    StoreSet(const std::filesystem::path& file, Connection::Mode mode) : connection_(file, mode) {}

    [[nodiscard]] Connection& connection() { return connection_; }
    [[nodiscard]] Stores& stores() { return stores_; }

private:
    Connection connection_;
    SqliteOfficeStore offices_{connection_};
    SqliteBookingStore bookings_{connection_};
    SqliteLineStore line_{connection_, bookings_};
    SqliteWaitingStore waiting_{connection_};
    SqliteFairStore fair_{connection_};
    SqlitePickupStore pickups_{connection_};
    SqliteUploadStore uploads_{connection_};
    SqliteDossierStore dossiers_{connection_};
    SqliteStaffStore staff_{connection_};
    SqliteAnswerStore answers_{connection_};
    SqliteOutboxTable outbox_{connection_};
    Stores stores_{offices_, bookings_, line_,  waiting_, fair_,  pickups_,
                   uploads_, dossiers_, staff_, answers_, outbox_};
};

}  // namespace motcua::backend::storage::sqlite
