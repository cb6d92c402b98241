#include <array>
#include <cstddef>

#include "shared/catalogue/operations.hpp"

namespace motcua::catalogue {
namespace {

using namespace operations;

constexpr auto kPlain = Operator::Plain;

constexpr std::array<Operation, 42> kOperations = {{
    {"var", Operator::Var},
    {"missing", Operator::Missing},
    {"missing_some", Operator::MissingSome},
    {"if", Operator::If},
    {"?:", Operator::If},
    {"and", Operator::And},
    {"or", Operator::Or},
    {"some", Operator::Some},
    {"none", Operator::None},
    {"all", Operator::All},
    {"filter", Operator::Filter},
    {"map", Operator::Map},
    {"reduce", Operator::Reduce},
    {"count", Operator::Count},
    {"sum", Operator::Sum},
    {"==", kPlain, equal},
    {"===", kPlain, identical},
    {"!=", kPlain, unequal},
    {"!==", kPlain, not_identical},
    {"!", kPlain, negation},
    {"!!", kPlain, truth},
    {"<", kPlain, less},
    {"<=", kPlain, at_most},
    {">", kPlain, greater},
    {">=", kPlain, at_least},
    {"+", kPlain, add},
    {"*", kPlain, multiply},
    {"-", kPlain, subtract},
    {"/", kPlain, divide},
    {"%", kPlain, remainder},
    {"min", kPlain, smallest},
    {"max", kPlain, largest},
    {"in", kPlain, is_in},
    {"cat", kPlain, concatenate},
    {"substr", kPlain, part_of_text},
    {"merge", kPlain, merge},
    {"log", kPlain, first},
    {"date_before", kPlain, date_before},
    {"date_after", kPlain, date_after},
    {"date_add", kPlain, date_add},
    {"date_diff_days", kPlain, date_diff_days},
    {"age_years", kPlain, age_years},
}};

// Rules name an operation at every step, so names are found by a hash: a slot holds the number of
// an operation plus one, and the next slots those that fell on the same one.
constexpr std::size_t kSlotCount = 128;
using Slots = std::array<std::uint8_t, kSlotCount>;

constexpr std::size_t slot_of(std::string_view name) {
    std::size_t hash = name.size();
    for (const char c : name) {
        hash = hash * 31 + static_cast<unsigned char>(c);
    }
    return hash % kSlotCount;
}

constexpr Slots make_slots() {
    Slots slots = {};
    for (std::size_t i = 0; i < kOperations.size(); ++i) {
        std::size_t slot = slot_of(kOperations[i].name);
        while (slots[slot] != 0) {
            slot = (slot + 1) % kSlotCount;
        }
        slots[slot] = static_cast<std::uint8_t>(i + 1);
    }
    return slots;
}

constexpr Slots kSlots = make_slots();

}  // namespace

const Operation* find_operation(std::string_view name) {
    constexpr std::size_t kLongestName = 14;
    if (name.size() > kLongestName) {
        return nullptr;
    }
    for (std::size_t slot = slot_of(name); kSlots[slot] != 0; slot = (slot + 1) % kSlotCount) {
        const Operation& operation = kOperations[kSlots[slot] - 1U];
        if (operation.name == name) {
            return &operation;
        }
    }
    return nullptr;
}

}  // namespace motcua::catalogue
