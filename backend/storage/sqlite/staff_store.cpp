#include "backend/storage/sqlite/staff_store.hpp"

namespace motcua::backend::storage::sqlite {

namespace {

constexpr const char* kPut = R"sql(
INSERT INTO staff (user, name, office, password_hash, demonstration, role) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (user) DO UPDATE SET name = excluded.name, office = excluded.office,
    password_hash = excluded.password_hash, demonstration = excluded.demonstration, role = excluded.role)sql";
constexpr const char* kStaff =
    "SELECT user, name, office, password_hash, demonstration, role FROM staff WHERE user = ?";
constexpr const char* kAnyDemonstration = "SELECT 1 FROM staff WHERE demonstration = 1 LIMIT 1";
constexpr const char* kAddSession = "INSERT INTO sessions (token_hash, user, expires_at) VALUES (?, ?, ?)";
constexpr const char* kSession = "SELECT token_hash, user, expires_at FROM sessions WHERE token_hash = ?";
constexpr const char* kDeleteSession = "DELETE FROM sessions WHERE token_hash = ?";
constexpr const char* kDeleteExpired = "DELETE FROM sessions WHERE expires_at <= ?";

constexpr const char* kAnswer = "SELECT request_hash, answer FROM answers WHERE scope = ? AND key = ?";
constexpr const char* kAddAnswer =
    "INSERT INTO answers (scope, key, request_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kDeleteAnswers = "DELETE FROM answers WHERE created_at < ?";

}  // namespace

void SqliteStaffStore::put(const StaffRecord& staff) {
    Query(connection_, kPut)
        .text(staff.user)
        .text(staff.name)
        .text(staff.office)
        .text(staff.password_hash)
        .integer(staff.demonstration ? 1 : 0)
        .text(staff.role)
        .run();
}

std::optional<StaffRecord> SqliteStaffStore::staff(std::string_view user) {
    Query query(connection_, kStaff);
    query.text(user);
    if (!query.step()) {
        return std::nullopt;
    }
    return StaffRecord{.user = query.text_at(0),
                       .name = query.text_at(1),
                       .office = query.text_at(2),
                       .password_hash = query.text_at(3),
                       .demonstration = query.integer_at(4) != 0,
                       .role = query.text_at(5)};
}

bool SqliteStaffStore::has_demonstration_accounts() {
    return Query(connection_, kAnyDemonstration).step();
}

void SqliteStaffStore::add_session(const SessionRecord& session) {
    Query(connection_, kAddSession)
        .text(session.token_hash)
        .text(session.user)
        .integer(session.expires_at_secs)
        .run();
}

std::optional<SessionRecord> SqliteStaffStore::session(std::string_view token_hash) {
    Query query(connection_, kSession);
    query.text(token_hash);
    if (!query.step()) {
        return std::nullopt;
    }
    return SessionRecord{
        .token_hash = query.text_at(0), .user = query.text_at(1), .expires_at_secs = query.integer_at(2)};
}

void SqliteStaffStore::delete_session(std::string_view token_hash) {
    Query(connection_, kDeleteSession).text(token_hash).run();
}

int SqliteStaffStore::delete_expired_sessions(std::int64_t now_secs) {
    return Query(connection_, kDeleteExpired).integer(now_secs).run();
}

std::optional<AnswerRecord> SqliteAnswerStore::answer(std::string_view scope, std::string_view key) {
    Query query(connection_, kAnswer);
    query.text(scope).text(key);
    if (!query.step()) {
        return std::nullopt;
    }
    return AnswerRecord{.request_hash = query.text_at(0), .answer = Sealed{query.blob_at(1)}};
}

void SqliteAnswerStore::add(std::string_view scope, std::string_view key, const AnswerRecord& answer,
                            std::int64_t now_secs) {
    Query(connection_, kAddAnswer)
        .text(scope)
        .text(key)
        .text(answer.request_hash)
        .blob(answer.answer.bytes)
        .integer(now_secs)
        .run();
}

int SqliteAnswerStore::delete_before(std::int64_t created_before_secs) {
    return Query(connection_, kDeleteAnswers).integer(created_before_secs).run();
}

}  // namespace motcua::backend::storage::sqlite
