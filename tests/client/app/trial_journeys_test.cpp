#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "client/app/wording.hpp"
#include "shared/calendar/date.hpp"
#include "shared/json/read.hpp"
#include "tests/client/support/journey.hpp"
#include "tests/support/journey_file.hpp"

/// Every procedure, tried beforehand and then taken to its check page with the same answers: what was
/// promised is what is asked for.
namespace motcua::tests {

namespace {

using Lines = std::vector<std::string>;

json::Value read_journey(const std::string& code, const std::string& name) {
    auto file = json::read(read_file("tests/fixtures/journeys/" + code + "/" + name));
    REQUIRE(file.ok());
    return *std::move(file);
}

/// Enters one answer where the page asks for it and it does not stand yet; says whether it did.
bool enter(Person& person, const std::string& id, const std::string& answer) {
    const std::string field = "q." + id;
    if (person.sees(field + ".search")) {
        const bool chosen = person.sees(field) && person.node(field).value == answer;
        person.send(app::Choose{field, answer});
        return !chosen;
    }
    if (!person.sees(field)) {
        return false;
    }
    const page::Node node = person.node(field);
    if (node.role == page::Role::ChoiceGroup && node.value != answer) {
        person.choose(field, answer);
    } else if (node.role == page::Role::Checkbox && !node.selected) {
        person.tick(field);
    } else if ((node.role == page::Role::TextField || node.role == page::Role::TextArea) &&
               node.value.empty()) {
        person.type(field, answer);
    } else if (node.role == page::Role::FilePicker && node.children.empty()) {
        person.pick(field, "ảnh.png", "image/png");
    } else if (node.role == page::Role::CheckGroup) {
        for (const page::Node& option : node.children) {
            if (!option.selected && app::is_chosen(answer, option.id)) {
                person.check(field, option.id);
            }
        }
        return false;
    } else {
        return false;
    }
    return true;
}

/// As many rows as were answered for, if the page has rows.
void add_rows(Person& person, const std::string& group, const std::string& count) {
    const std::string& page = person.page().id;
    if (person.sees("rows.add") && page.substr(page.find('.') + 1) == group) {
        while (count != "0" && !person.sees("rows." + std::to_string(std::stoi(count) - 1))) {
            person.press("rows.add");
        }
    }
}

/// Enters all that the page asks for, again as long as answers bring up other questions.
void fill_in(Person& person, const json::Object& typed) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [id, answer] : typed) {
            add_rows(person, id, *answer.string());
            changed = enter(person, id, *answer.string()) || changed;
        }
    }
}

/// Goes on until the page is no longer one of these.
void take_pages(Person& person, const json::Object& typed, const std::string& kind) {
    constexpr int kMostPages = 60;
    for (int i = 0; i < kMostPages && person.page().id.compare(0, kind.size(), kind) == 0; ++i) {
        const std::string before = person.page().id;
        fill_in(person, typed);
        person.press("continue");
        INFO(person.words());
        REQUIRE(person.page().id != before);
    }
}

/// Gives every paper in the first way there is, and books a time.
void give_papers_and_book(Person& person) {
    REQUIRE(person.page().id == "documents");
    const std::vector<page::Node> papers = person.page().main;
    for (const page::Node& group : papers) {
        for (const page::Node& part : group.children) {
            if (part.role == page::Role::ChoiceGroup) {
                person.choose(part.id, "at_counter");
            } else if (part.role == page::Role::FilePicker) {
                person.pick(part.id, "giấy.pdf");
            }
        }
    }
    person.press("continue");
    INFO(person.words());
    REQUIRE(person.page().id == "office");
    book(person);
}

/// The papers among these nodes, whose ids have this prefix, without it.
Lines papers(const std::vector<page::Node>& nodes, page::Role role, const std::string& prefix) {
    Lines lines;
    for (const page::Node& node : nodes) {
        if (node.role == role && node.id.compare(0, prefix.size(), prefix) == 0) {
            lines.push_back(node.id.substr(prefix.size()) + ": " + node.name);
        }
    }
    return lines;
}

Lines costs(const Person& person) {
    Lines lines;
    if (person.sees("estimate")) {
        for (const page::Node& row : person.node("estimate").children) {
            if (row.id != "expected") {
                lines.push_back(row.id + ": " + row.value);
            }
        }
    }
    return lines;
}

void compare(const std::string& code, const json::Value& journey) {
    const json::Object& typed = *journey.find("typed")->object();
    Person person(app::make_citizen_application());
    person.now_secs = calendar::utc_secs({2026, 11, 21}, 8, 0);
    person.start("/thu-tuc/" + code);
    person.press("trial");
    take_pages(person, typed, "trial.");
    INFO(person.words());
    REQUIRE(person.page().id == "trial");
    const Lines promised = papers(person.page().main, page::Role::Heading, "paper.");
    const Lines promised_costs = costs(person);
    person.press("continue");
    take_pages(person, typed, "question.");
    give_papers_and_book(person);
    CHECK(promised == papers(person.node("summary.papers").children, page::Role::SummaryRow, "row.doc."));
    CHECK(promised_costs == costs(person));
    CHECK(person.error_lines().empty());
}

}  // namespace

TEST_CASE("what is shown beforehand is what is needed, in every procedure", "[client][trial][all]") {
    const auto index = json::read(read_file("assets/procedures/index.json"));
    std::size_t taken = 0;
    for (const json::Value& entry : index->array_at("procedures")) {
        const std::string code = entry.text_or("code");
        std::size_t of_this = 0;
        for (const std::string& name : journeys_of(code)) {
            const json::Value journey = read_journey(code, name);
            const json::Value* expect = journey.find("expect");
            // Those of another day may be of a day on which the procedure is not offered yet.
            const bool today = journey.find("today") == nullptr;
            if (!today || expect == nullptr || !expect->array_at("findings").empty() || of_this == 3) {
                continue;
            }
            CAPTURE(code, name);
            compare(code, journey);
            ++of_this;
        }
        CAPTURE(code);
        CHECK(of_this > 0);
        taken += of_this;
    }
    CHECK(taken >= 28);
}

}  // namespace motcua::tests
