#include "shared/places/old_units.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/places/words.hpp"
#include "shared/text/text.hpp"

namespace motcua::places {
namespace {

constexpr std::size_t kLongestAddress = 1000;  // bytes
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// What a proposal is charged; the tens decide about its class.
constexpr int kOtherMarks = 1;   // at most three of them
constexpr int kLoose = 10;       // another kind, or the name is not set apart
constexpr int kNotNamed = 1000;  // a district or a province

struct Kind {
    std::string_view written;
    std::string_view kind;
};
constexpr std::array<Kind, 9> kCommuneKinds = {{{"xa", "xa"},
                                                {"x", "xa"},
                                                {"phuong", "phuong"},
                                                {"p", "phuong"},
                                                {"ph", "phuong"},
                                                {"thi tran", "thi tran"},
                                                {"tt", "thi tran"},
                                                {"t tran", "thi tran"},
                                                {"t t", "thi tran"}}};
constexpr std::array<Kind, 9> kDistrictKinds = {{{"huyen", "huyen"},
                                                 {"huyen dao", "huyen"},
                                                 {"h", "huyen"},
                                                 {"quan", "quan"},
                                                 {"q", "quan"},
                                                 {"thi xa", "thi xa"},
                                                 {"tx", "thi xa"},
                                                 {"thanh pho", "thanh pho"},
                                                 {"tp", "thanh pho"}}};
constexpr std::array<Kind, 4> kProvinceKinds = {
    {{"tinh", "tinh"}, {"t", "tinh"}, {"thanh pho", "thanh pho"}, {"tp", "thanh pho"}}};

/// Short names of provinces that are no part of the whole one.
struct ShortName {
    std::string_view written;
    std::string_view plain;
};
constexpr std::array<ShortName, 8> kShortNames = {{{"hcm", "ho chi minh"},
                                                   {"tphcm", "ho chi minh"},
                                                   {"sai gon", "ho chi minh"},
                                                   {"hn", "ha noi"},
                                                   {"br vt", "ba ria vung tau"},
                                                   {"brvt", "ba ria vung tau"},
                                                   {"tth", "thua thien hue"},
                                                   {"tt hue", "thua thien hue"}}};

std::size_t word_count(std::string_view plain) {
    return static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' ')) + 1;
}

/// The address as words, compared from the right.
class Address {
public:
    explicit Address(std::string_view text) : text_(text::nfc(text)), words_(words_of(text_)) {
        for (const Word& word : words_) {
            starts_.push_back(joined_.size());
            joined_ += word.plain + " ";
        }
        starts_.push_back(joined_.size());
    }

    /// How many words there are before "Việt Nam" and "VN" at the end.
    [[nodiscard]] std::size_t size() const {
        const std::size_t all = words_.size();
        return all - (ends_with("viet nam", all) ? 2U : ends_with("vn", all) ? 1U : 0U);
    }

    /// Do the words before `end` end in these?
    [[nodiscard]] bool ends_with(std::string_view plain, std::size_t end) const {
        const std::size_t stop = starts_[end];
        const std::size_t length = plain.size() + 1;
        return stop >= length && joined_.compare(stop - length, plain.size(), plain) == 0 &&
               (stop == length || joined_[stop - length - 1] == ' ');
    }

    [[nodiscard]] bool opens(std::size_t word) const { return words_[word].opens; }

    [[nodiscard]] std::string spelled(std::size_t from, std::size_t end) const {
        std::string text;
        for (std::size_t i = from; i < end; ++i) {
            text += (text.empty() ? "" : " ") + words_[i].spelled;
        }
        return text;
    }

    /// The text before this word, without the signs that part them.
    [[nodiscard]] std::string before(std::size_t word) const {
        std::string rest =
            text::squeeze(word < words_.size() ? std::string_view(text_).substr(0, words_[word].at)
                                               : std::string_view(text_));
        rest.erase(rest.find_last_not_of(" ,;-") + 1);
        return rest;
    }

private:
    std::string text_;
    std::vector<Word> words_;
    std::string joined_;               ///< each word with a space behind it
    std::vector<std::size_t> starts_;  ///< of each word in `joined_`, and its end
};

/// A name found in the address.
struct Found {
    std::size_t start = 0;  ///< its first word, kind included
    int charge = 0;
};

/// Looks for the name, and a kind before it, where the words before `end` end.
template <class Kinds>
std::optional<Found> find(const Address& address, std::size_t end, const OldUnits::Name& name,
                          const Kinds& kinds) {
    if (name.plain.empty() || name.words > end || !address.ends_with(name.plain, end)) {
        return std::nullopt;
    }
    Found found{end - name.words, 0};
    const std::size_t name_start = found.start;
    std::string_view kind;
    for (const Kind& one : kinds) {
        const auto words = word_count(one.written);
        if (words <= name_start && name_start - words < found.start &&
            address.ends_with(one.written, name_start)) {
            found.start = name_start - words;
            kind = one.kind;
        }
    }
    const bool apart = !kind.empty() || address.opens(name_start);
    found.charge += apart && (kind.empty() || kind == name.kind) ? 0 : kLoose;
    const Address full(name.full);
    const std::string own = full.spelled(full.size() - name.words, full.size());
    found.charge += address.spelled(name_start, end) == own ? 0 : kOtherMarks;
    return found;
}

/// The short name in place of the whole one.
OldUnits::Name short_name(const OldUnits::Name& name, std::string_view written) {
    return {std::string(written), name.kind, std::string(written), word_count(written)};
}

std::optional<Found> find_province(const Address& address, std::size_t end,
                                   const OldUnits::Province& province) {
    std::optional<Found> best;
    const auto keep_better = [&best](const std::optional<Found>& found) {
        // "Thừa Thiên Huế" is more than "Huế".
        if (found && (!best || found->start < best->start)) {
            best = found;
        }
    };
    for (const OldUnits::Name& name : province.names) {
        keep_better(find(address, end, name, kProvinceKinds));
        for (const ShortName& one : kShortNames) {
            if (one.plain == name.plain) {
                keep_better(find(address, end, short_name(name, one.written), kProvinceKinds));
            }
        }
    }
    return best;
}

struct Hit {
    int charge = 0;
    std::size_t start = 0;  ///< of the commune, or of the island district
    const OldUnits::Province* province = nullptr;
    const OldUnits::District* district = nullptr;
    const OldUnits::Commune* commune = nullptr;
};

/// Collects every way to read the address.
class Search {
public:
    Search(const std::vector<OldUnits::Province>& provinces, const Address& address)
        : provinces_(provinces), address_(address) {}

    std::vector<Hit> run() && {
        const std::size_t end = address_.size();
        std::vector<std::size_t> unnamed = {end};
        for (const OldUnits::Province& province : provinces_) {
            if (const auto found = find_province(address_, end, province)) {
                province_end_ = end;
                in_province(province, found->start, found->charge);
                unnamed.push_back(found->start);
            }
        }
        const bool found =
            std::any_of(hits_.begin(), hits_.end(), [](const Hit& hit) { return hit.charge < kNotNamed; });
        if (found) {
            return std::move(hits_);
        }
        // No province, or the one of today behind a district of another.
        for (const std::size_t stop : unnamed) {
            for (const OldUnits::Province& province : provinces_) {
                in_province(province, stop, kNotNamed);
            }
        }
        return std::move(hits_);
    }

private:
    void in_province(const OldUnits::Province& province, std::size_t end, int charge) {
        for (const OldUnits::District& district : province.districts) {
            if (const auto found = find(address_, end, district.name, kDistrictKinds)) {
                const OldUnits::Commune& first = district.communes.front();
                if (first.name.full.empty()) {
                    hits_.push_back({charge + found->charge, found->start, &province, &district, &first});
                }
                in_district(province, district, found->start, charge + found->charge);
            }
            // Where a province is named, that is no commune of the same name elsewhere.
            if (charge < kNotNamed || end != province_end_) {
                in_district(province, district, end, charge + kNotNamed);
            }
            // What stands there may be a district by another name.
            const std::size_t piece = start_of_piece(end);
            if (charge < kNotNamed && piece < end) {
                in_district(province, district, piece, charge + kNotNamed);
            }
        }
    }

    void in_district(const OldUnits::Province& province, const OldUnits::District& district, std::size_t end,
                     int charge) {
        for (const OldUnits::Commune& commune : district.communes) {
            const auto found = find(address_, end, commune.name, kCommuneKinds);
            // Where less is said, what is said has to be clear.
            if (found && (charge < kNotNamed || found->charge < kLoose)) {
                hits_.push_back({charge + found->charge, found->start, &province, &district, &commune});
            }
        }
    }

    [[nodiscard]] std::size_t start_of_piece(std::size_t end) const {
        while (end > 0 && !address_.opens(--end)) {
        }
        return end;
    }

    const std::vector<OldUnits::Province>& provinces_;
    const Address& address_;
    std::size_t province_end_ = kNowhere;  ///< behind the province's name
    std::vector<Hit> hits_;
};

Likeness likeness_of(int charge) {
    if (charge >= kNotNamed) {
        return Likeness::Incomplete;
    }
    if (charge >= kLoose) {
        return Likeness::Loose;
    }
    return charge > 0 ? Likeness::Unmarked : Likeness::Exact;
}

/// Best first; of readings equally good the one that understands more of the text.
bool is_better(const Hit& a, const Hit& b) {
    return a.charge != b.charge ? a.charge < b.charge : a.start < b.start;
}

}  // namespace

std::vector<Proposal> OldUnits::propose(std::string_view address, std::size_t limit) const {
    if (address.size() > kLongestAddress || !text::is_utf8(address)) {
        return {};
    }
    const Address words(address);
    std::vector<Hit> hits = Search(provinces_, words).run();
    std::stable_sort(hits.begin(), hits.end(), is_better);
    std::vector<Proposal> proposals;
    std::vector<const Commune*> given;
    for (const Hit& hit : hits) {
        const bool as_good = hit.charge / kLoose == hits.front().charge / kLoose;
        if (proposals.size() == limit || !as_good) {
            break;
        }
        if (std::find(given.begin(), given.end(), hit.commune) != given.end()) {
            continue;
        }
        given.push_back(hit.commune);
        proposals.push_back({hit.commune->name.full, hit.district->name.full,
                             hit.province->names.front().full, words.before(hit.start),
                             hit.commune->successors, likeness_of(hit.charge)});
    }
    return proposals;
}

}  // namespace motcua::places
