#include "shared/json/read.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/form/codec.hpp"
#include "shared/form/form.hpp"
#include "shared/form/quick_read.hpp"
#include "shared/text/text.hpp"

namespace motcua::form {
namespace {

/// Takes the bytes apart; every function is false where it gives up.
class QuickReader {
public:
    explicit QuickReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    std::optional<FormView> read() {
        FormView form;
        unsigned seen = 0;
        const bool fine = each_member([&](std::string_view name) { return read_member(name, form, seen); });
        skip_space();
        return fine && seen == kAllMembers && at_ == end_ ? std::optional<FormView>(std::move(form))
                                                          : std::nullopt;
    }

private:
    static constexpr std::array<std::string_view, 6> kMembers = {"answers",   "documents", "edition",
                                                                 "procedure", "today",     "v"};
    static constexpr unsigned kAllMembers = (1U << kMembers.size()) - 1;

    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) {
            ++at_;
        }
    }
    /// Is this the next byte that is no white space? Then it has been read.
    bool take(char c) {
        skip_space();
        if (at_ == end_ || *at_ != c) {
            return false;
        }
        ++at_;
        return true;
    }

    /// A text without escapes, where it lies.
    bool read_text(std::string_view& text) {
        if (!take('"')) {
            return false;
        }
        const char* begin = at_;
        bool ascii = true;
        for (; at_ != end_ && *at_ != '"'; ++at_) {
            const auto byte = static_cast<unsigned char>(*at_);
            if (byte < 0x20 || byte == '\\') {
                return false;
            }
            ascii = ascii && byte < 0x80;
        }
        text = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
        return take('"') && (ascii || text::is_utf8(text));
    }

    /// The members of an object; `read_value(name)` reads each value.
    template <class ReadValue>
    bool each_member(ReadValue read_value) {
        if (!take('{')) {
            return false;
        }
        if (take('}')) {
            return true;
        }
        do {
            std::string_view name;
            if (!read_text(name) || !take(':') || !read_value(name)) {
                return false;
            }
        } while (take(','));
        return take('}');
    }

    template <class ReadItem>
    bool each_item(ReadItem read_item) {
        if (!take('[')) {
            return false;
        }
        if (take(']')) {
            return true;
        }
        do {
            if (!read_item()) {
                return false;
            }
        } while (take(','));
        return take(']');
    }

    bool read_name(std::string_view& name) { return read_text(name) && !name.empty(); }
    /// A text that is not empty.
    bool read_string(std::string& out) {
        std::string_view text;
        const bool fine = read_text(text) && !text.empty();
        out = text;
        return fine;
    }

    /// A member of the form, which may not stand there twice.
    bool read_member(std::string_view name, FormView& form, unsigned& seen) {
        std::size_t member = 0;
        while (member < kMembers.size() && kMembers[member] != name) {
            ++member;
        }
        const unsigned bit = 1U << member;
        if (member == kMembers.size() || (seen & bit) != 0) {
            return false;
        }
        seen |= bit;
        switch (member) {
            case 0:
                return read_answers(form);
            case 1:
                return read_documents(form);
            case 2:
                return read_name(form.edition);
            case 3:
                return read_name(form.procedure);
            case 4:
                return read_today(form);
            default:
                return take('1');
        }
    }

    bool read_today(FormView& form) {
        std::string_view text;
        const auto today = read_text(text) ? calendar::parse_iso(text) : std::nullopt;
        form.today = today.value_or(calendar::Date());
        return today.has_value();
    }

    bool read_answers(FormView& form) {
        std::vector<AnswerView>& answers = form.answers;
        answers.reserve(kUsualAnswers);
        const bool fine = each_member([&](std::string_view id) {
            answers.emplace_back(id, std::string_view());
            return answers.size() <= kMaxAnswers && read_text(answers.back().second);
        });
        const auto by_id = [](const AnswerView& a, const AnswerView& b) { return a.first < b.first; };
        if (!std::is_sorted(answers.begin(), answers.end(), by_id)) {
            std::sort(answers.begin(), answers.end(), by_id);
        }
        const auto same = [](const AnswerView& a, const AnswerView& b) { return a.first == b.first; };
        return fine && std::adjacent_find(answers.begin(), answers.end(), same) == answers.end();
    }

    bool read_documents(FormView& form) {
        return each_item([&] {
            form.documents.emplace_back();
            return form.documents.size() <= kMaxDocuments && read_document(form.documents.back());
        });
    }

    bool read_document(GivenDocument& document) {
        unsigned seen = 0;
        const bool fine = each_member([&](std::string_view name) {
            const unsigned bit = name == "id" ? 1U : name == "provision" ? 2U : name == "files" ? 4U : 0U;
            if (bit == 0 || (seen & bit) != 0) {
                return false;
            }
            seen |= bit;
            if (bit == 1U) {
                return read_string(document.id);
            }
            return bit == 2U ? read_provision(document) : read_files(document);
        });
        return fine && seen == 7U;
    }

    bool read_files(GivenDocument& document) {
        return each_item([&] {
            document.files.emplace_back();
            return document.files.size() <= kMaxFilesOfDocument && read_string(document.files.back());
        });
    }

    bool read_provision(GivenDocument& document) {
        std::string_view name;
        const auto provision = read_text(name) ? provision_called(name) : std::nullopt;
        document.provision = provision.value_or(Provision::Attached);
        return provision.has_value();
    }

    static constexpr std::size_t kUsualAnswers = 64;

    const char* at_;
    const char* end_;
};

}  // namespace

std::optional<FormView> read_quickly(std::string_view bytes) {
    return bytes.size() <= json::ReadLimits().max_bytes ? QuickReader(bytes).read() : std::nullopt;
}

Result<Form> read(std::string_view bytes) {
    if (auto form = read_quickly(bytes)) {
        return Form{std::string(form->procedure), std::string(form->edition), form->today,
                    Answers::sorted({form->answers.begin(), form->answers.end()}),
                    std::move(form->documents)};
    }
    MC_TRY_ASSIGN(const json::Value value, json::read(bytes));
    return decode(value);
}

}  // namespace motcua::form
