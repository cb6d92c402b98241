#include <catch2/catch.hpp>
#include <random>

#include "client/app/citizen.hpp"
#include "client/desk/desk.hpp"
#include "tests/client/support/every_type.hpp"
#include "tests/client/support/journey.hpp"

namespace motcua::tests {

namespace {

/// Reproducible on every platform: no library distribution.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : engine_() % bound; }

private:
    std::mt19937 engine_;
};

void gather(const std::vector<page::Node>& nodes, std::vector<page::Node>& out) {
    for (const page::Node& node : nodes) {
        out.push_back(node);
        gather(node.children, out);
    }
}

std::string odd_text(Dice& dice) {
    static const std::vector<std::string> texts = {"",
                                                   "a",
                                                   "27031990",
                                                   "31/02/1990",
                                                   "Nguyễn Văn An",
                                                   "084090000123",
                                                   "\xff\xfe",
                                                   "vinh long",
                                                   "tra cu",
                                                   "0901234567",
                                                   std::string(5000, 'x'),
                                                   "}{",
                                                   "e\xcc\x82\xcc\x81",
                                                   "\n\n",
                                                   "中文",
                                                   "K7P2-9XQM"};
    return texts[dice.below(texts.size())];
}

std::string odd_id(Dice& dice) {
    static const std::vector<std::string> ids = {"",
                                                 "q.",
                                                 "q..search",
                                                 "doc.",
                                                 "doc..files",
                                                 "nav.home",
                                                 "nav.tasks",
                                                 "back",
                                                 "continue",
                                                 "sign",
                                                 "retry",
                                                 "new",
                                                 "resume",
                                                 "fix.0",
                                                 "fix.99",
                                                 "edit.",
                                                 "edit.office",
                                                 "task.1",
                                                 "task.99",
                                                 "procedure.",
                                                 "procedure.9",
                                                 "undo",
                                                 "slots.later",
                                                 "lang.xx",
                                                 "row.",
                                                 "receive",
                                                 "files",
                                                 "retry.places",
                                                 "why.",
                                                 "q.nyc_noi_cu_tru",
                                                 "rows.add",
                                                 "rows.undo",
                                                 "rows.remove.0",
                                                 "rows.remove.7",
                                                 "more.",
                                                 "q.can_giup/",
                                                 "look.0",
                                                 "other.keep",
                                                 "other.lose",
                                                 "idle.stay",
                                                 "idle.clear",
                                                 "toast.close",
                                                 "trial",
                                                 "trial.edit.0",
                                                 "print",
                                                 "helper.on",
                                                 "helper.off",
                                                 "helper.undo",
                                                 "helper.relation",
                                                 "q.thanh_vien.0.giay"};
    return ids[dice.below(ids.size())];
}

/// What a confused or hostile page could send for this node.
app::Event event_for(Dice& dice, const page::Node& node, std::vector<page::Node> options) {
    switch (dice.below(8)) {
        case 0:
            return app::Input{node.id, odd_text(dice)};
        case 1:
            return app::Commit{node.id, odd_text(dice)};
        case 2:
            return app::Toggle{node.id, dice.below(2) == 0};
        case 3:
            return app::Files{
                node.id,
                {{static_cast<int>(dice.below(9)), odd_text(dice), static_cast<std::int64_t>(dice.below(99)),
                  "image/png", std::string(64, static_cast<char>('0' + dice.below(9)))}}};
        case 4:
        case 5:
            return app::Choose{node.id,
                               options.empty() ? odd_text(dice) : options[dice.below(options.size())].id};
        default:
            return app::Press{node.id};
    }
}

app::Event any_event(Dice& dice, const page::Page& page) {
    const int call = static_cast<int>(dice.below(60));
    switch (dice.below(30)) {
        case 0:
            return app::HttpAnswer{call, static_cast<int>(dice.below(2)) * 201, odd_text(dice)};
        case 1:
            return app::UploadAnswer{call, 201, odd_text(dice), ""};
        case 2:
            return app::Signed{call, dice.below(2) == 0 ? "" : "{}"};
        case 3:
            return app::Woke{call};
        case 4:
            return app::Asset{"places", odd_text(dice), dice.below(2) == 0};
        case 5:
            return app::UploadProgress{call, -5, 0};
        case 6:
            return app::Press{odd_id(dice)};
        case 7:
            return app::Choose{odd_id(dice), odd_text(dice)};
        case 8: {
            const std::vector<std::string> pages = {"start",
                                                    "check",
                                                    "documents",
                                                    "question.thanh_vien",
                                                    "question.cho_ai",
                                                    "receipt",
                                                    "sign",
                                                    "helper",
                                                    "procedure",
                                                    "trial",
                                                    "trial.nyc_quan_he",
                                                    "trial.cap_lai"};
            return app::Visit{pages[dice.below(pages.size())]};
        }
        default:
            break;
    }
    std::vector<page::Node> nodes;
    gather(page.main, nodes);
    if (dice.below(20) == 0) {
        gather(page.header, nodes);
    }
    if (nodes.empty()) {
        return app::Press{odd_id(dice)};
    }
    const page::Node& node = nodes[dice.below(nodes.size())];
    return event_for(dice, node, node.children);
}

void roam(Person& person, Dice& dice, int events) {
    for (int i = 0; i < events; ++i) {
        person.uploads_fail = dice.below(4) == 0;
        person.backend.silent = dice.below(6) == 0;
        person.send(any_event(dice, person.page()));
    }
}

}  // namespace

TEST_CASE("whatever events come, the journey's page stays a page", "[client][random]") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 7)));
    CAPTURE(seed);
    Dice dice(seed);
    Person person = a_citizen();
    switch (seed % 3) {
        case 0:
            reach_check(person);
            break;
        case 1:
            begin(person);
            answer_all(person);
            break;
        default:
            begin(person);
            break;
    }
    roam(person, dice, 250);
}

TEST_CASE("whatever events come, rows and files stay in order", "[client][random]") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 7)));
    CAPTURE(seed);
    Dice dice(seed);
    Person person = at_every_type();
    person.check("q.can_giup", "nghe");
    answer_every_type(person, false);
    if (seed % 2 == 0) {
        add_member(person, 0, "Lê Thị Một");
        add_member(person, 1, "Lê Thị Hai");
    }
    roam(person, dice, 250);
}

TEST_CASE("whatever events come, the desk's page stays a page", "[client][random]") {
    const auto seed = static_cast<std::uint32_t>(GENERATE(range(1, 4)));
    CAPTURE(seed);
    Dice dice(seed);
    Person citizen = a_citizen();
    reach_check(citizen);
    citizen.press("continue");
    citizen.press("sign");
    Person clerk(desk::make_desk_application());
    clerk.backend.take_over(citizen.backend);
    clerk.backend.signed_in = true;
    clerk.start();
    roam(clerk, dice, 250);
}

}  // namespace motcua::tests
