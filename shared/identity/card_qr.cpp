#include "shared/identity/card_qr.hpp"

#include <algorithm>
#include <array>

#include "shared/text/text.hpp"

namespace motcua::identity {
namespace {

constexpr std::size_t kFields = 7;
constexpr std::size_t kLongest = 2000;  // bytes; a QR code of this size could not be printed on a card
constexpr std::size_t kDateDigits = 8;

using Fields = std::array<std::string_view, kFields>;
// Their places in the line.
constexpr std::size_t kNumber = 0;
constexpr std::size_t kOldCard = 1;
constexpr std::size_t kName = 2;
constexpr std::size_t kBorn = 3;
constexpr std::size_t kSex = 4;
constexpr std::size_t kAddress = 5;
constexpr std::size_t kIssued = 6;

std::optional<calendar::Date> read_date(std::string_view text) {
    return text.size() == kDateDigits ? calendar::parse_typed(text) : std::nullopt;
}

std::string_view trimmed(std::string_view field) {
    const std::size_t start = std::min(field.find_first_not_of(' '), field.size());
    return field.substr(start, field.find_last_not_of(' ') + 1 - start);
}

/// The fields in their places. Of six, the old number lacks when a birthday stands third.
std::optional<Fields> split(std::string_view line) {
    Fields fields;
    std::size_t count = 0;
    for (bool more = true; more && count < kFields; ++count) {
        const std::size_t bar = line.find('|');
        more = bar != std::string_view::npos;
        fields[count] = trimmed(line.substr(0, bar));
        line.remove_prefix(more ? bar + 1 : line.size());
    }
    if (count < kFields - 1) {
        return std::nullopt;
    }
    if (count == kFields - 1 && read_date(fields[kName])) {
        for (std::size_t i = kIssued; i > kOldCard; --i) {
            fields[i] = fields[i - 1];
        }
        fields[kOldCard] = {};
    }
    return fields;
}

/// Takes the members over one by one, with a finding for each that is not as it should be.
class CardReader {
public:
    explicit CardReader(const Fields& fields) : fields_(fields) {}

    CardQr read() && {
        card_.number = number(kNumber, "number", check_citizen_id);
        card_.old_card = fields_[kOldCard].empty() ? "" : number(kOldCard, "old_card", check_old_card);
        card_.name = line(kName, "name");
        card_.born = date(kBorn, "born");
        card_.sex = sex();
        card_.address = line(kAddress, "address");
        card_.issued = fields_[kIssued].empty() ? std::nullopt : date(kIssued, "issued");
        note("number", check_citizen_id_fits(card_.number, card_.born, card_.sex));
        return std::move(card_);
    }

private:
    void note(const char* member, std::string_view code) {
        if (!code.empty()) {
            card_.findings.push_back({member, std::string(code), {}});
        }
    }

    std::string number(std::size_t field, const char* member, std::string_view (*check)(std::string_view)) {
        const std::string digits = compact_number(fields_[field]);
        const std::string_view code = check(digits);
        note(member, code);
        return code.empty() ? digits : std::string();
    }

    std::string line(std::size_t field, const char* member) {
        std::string text = text::squeeze(text::nfc(fields_[field]));
        std::string bad;
        if (text.empty()) {
            note(member, "required");
        } else if (!text::is_printable_repertoire(text, &bad)) {
            card_.findings.push_back({member, "character", {{"character", bad}}});
            return {};
        }
        return text;
    }

    std::optional<calendar::Date> date(std::size_t field, const char* member) {
        const std::optional<calendar::Date> day = read_date(fields_[field]);
        note(member, day ? "" : "date");
        return day;
    }

    std::optional<Sex> sex() {
        const std::string word = text::search_key(fields_[kSex]);
        if (word == "nam") {
            return Sex::Male;
        }
        note("sex", word == "nu" ? "" : "option");
        return word == "nu" ? std::optional(Sex::Female) : std::nullopt;
    }

    const Fields& fields_;
    CardQr card_;
};

}  // namespace

Result<CardQr> read_card_qr(std::string_view scanned) {
    const Error other{ErrorCode::InvalidInput, "identity: no card's QR code", {{"", "card_qr", {}}}};
    if (scanned.size() > kLongest || !text::is_utf8(scanned)) {
        return other;
    }
    const std::string line = text::squeeze(scanned);
    const std::optional<Fields> fields = split(line);
    if (!fields) {
        return other;
    }
    CardQr card = CardReader(*fields).read();
    // Other papers have bars in their codes too; nothing of a card begins without its number.
    return card.number.empty() ? Result<CardQr>(other) : Result<CardQr>(std::move(card));
}

}  // namespace motcua::identity
