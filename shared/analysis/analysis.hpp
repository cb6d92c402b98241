#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/catalogue/procedure.hpp"
#include "shared/core/result.hpp"

/// What can be proved about a procedure without anybody answering it. Answers of a choice are
/// tried one by one; of dates, numbers and texts those on both sides of every constant that
/// the rules compare them with. What a rule does with answers that cannot be tried so (two
/// dates compared with each other, an age) may turn out either way. So "no" and "yes" are
/// proved, and everything else is "unknown". The checks on one answer are not held against
/// another question: somebody may answer wrongly and still get to see the next page.
namespace motcua::analysis {

enum class Truth { No, Yes, Unknown };

struct Limits {
    std::size_t work = 20'000;  ///< Rule operations for each thing to be proved
};

/// Something a writer of procedure files should know. An error keeps people from ever handing in
/// a right form; everything else is a warning.
struct Remark {
    Finding finding;  ///< `field` is the JSON path, `code` one of docs/cli.md ("analysis.unreachable")
    bool error = false;
};

struct Report {
    std::vector<Remark> remarks;  ///< In the order of the file
    std::size_t proved = 0;
    std::size_t unknown = 0;  ///< Could not be proved either way
};

/// Questions nobody reaches, checks that never or always hold, answers no value satisfies,
/// papers, fees and time limits that never come into play, computed values nobody reads.
Report analyse(const catalogue::Procedure& procedure, const Limits& limits = {});

/// What shows in the file alone: sentences without a translation, lists nobody names, editions
/// and days that do not fit, migrations to answers that do not exist. `file` is what
/// `procedure` was read from, as written.
std::vector<Remark> look_over(const json::Value& file, const catalogue::Procedure& procedure);

/// What a rule can never mean, whatever is answered: options that a question does not have, choices compared
/// that share none, days in arithmetic, numbers compared with days, names that an item of a list does not
/// have. All of them errors, in the order of the file, each at its place within the rule.
std::vector<Remark> check_types(const catalogue::Procedure& procedure);

/// Migrations that name answers which `earlier`, the edition they begin from, does not have.
std::vector<Remark> compare_migration(const catalogue::Procedure& procedure,
                                      const catalogue::Procedure& earlier);

/// Is the question ever asked?
Truth reachable(const catalogue::Procedure& procedure, std::string_view question, const Limits& limits = {});

}  // namespace motcua::analysis
