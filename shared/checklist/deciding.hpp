#pragma once

#include <vector>

#include "shared/catalogue/procedure.hpp"

namespace motcua::checklist {

/// What is asked on one page to find out what somebody needs: one question, or of a repeated group the
/// number of rows and those of its questions that count, perhaps none.
struct Deciding {
    const catalogue::Group* group = nullptr;            ///< Owned by the procedure
    std::vector<const catalogue::Question*> questions;  ///< Likewise
};

/// The questions on which the papers, the fee and the time limit hang: those that the rules of these read,
/// through computed values too, and those that decide whether such a question is asked. In file order.
/// Questions for files are left out: what was attached is not asked about beforehand.
std::vector<Deciding> deciding(const catalogue::Procedure& procedure);

}  // namespace motcua::checklist
