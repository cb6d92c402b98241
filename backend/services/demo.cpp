#include "backend/services/demo.hpp"

#include "backend/security/password.hpp"

namespace motcua::backend::services {

namespace {

constexpr const char* kNote = "demonstration";

/// Accounts whose stored password is already this one keep their hash: hashing is slow.
Result<std::vector<storage::StaffRecord>> accounts(storage::Storage& storage, const OfficesFile& file) {
    std::vector<storage::StaffRecord> records;
    for (const DemonstrationClerk& clerk : file.clerks) {
        storage::StaffRecord record{.user = clerk.user,
                                    .name = clerk.name,
                                    .office = clerk.office,
                                    .password_hash = "",
                                    .demonstration = true,
                                    .role = clerk.role};
        MC_TRY(storage.read([&](storage::Stores& stores) -> Result<void> {
            const auto stored = stores.staff.staff(clerk.user);
            if (stored && security::verify_password(stored->password_hash, clerk.password)) {
                record.password_hash = stored->password_hash;
            }
            return {};
        }));
        if (record.password_hash.empty()) {
            MC_TRY_ASSIGN(record.password_hash, security::hash_password(clerk.password));
        }
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Result<void> put_demonstration(storage::Storage& storage, const OfficesFile& file,
                               const calendar::Calendar& calendar, std::int64_t now_secs) {
    MC_TRY_ASSIGN(const std::vector<storage::StaffRecord> records, accounts(storage, file));
    return storage::write_and_wait(storage, [&](storage::Stores& stores) -> Result<void> {
        stores.offices.put_note(kNote, "yes");
        put_offices(stores, file, calendar, now_secs);
        for (const storage::StaffRecord& record : records) {
            stores.staff.put(record);
        }
        return {};
    });
}

Result<bool> is_demonstration(storage::Storage& storage) {
    bool found = false;
    MC_TRY(storage.read([&](storage::Stores& stores) -> Result<void> {
        found = !stores.offices.note(kNote).empty() || stores.staff.has_demonstration_accounts();
        return {};
    }));
    return found;
}

}  // namespace motcua::backend::services
