#include <catch2/catch.hpp>

#include "client/app/citizen.hpp"
#include "client/desk/desk.hpp"
#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "tests/client/support/journey.hpp"
#include "tests/shared/support/files.hpp"

/// A language that is nothing but a file: Vietnamese with its letters replaced by Khmer ones.
namespace motcua::tests {

namespace {

constexpr const char* kOwnName = "ភាសាខ្មែរ";

/// Every letter becomes ក; placeholders stay.
std::string in_khmer_letters(const std::string& text) {
    std::string out;
    bool placeholder = false;
    for (const char c : text) {
        placeholder = placeholder || c == '{';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (placeholder || (!letter && (static_cast<unsigned char>(c) & 0x80U) == 0)) {
            out += c;
        } else if (letter) {
            out += "ក";
        }
        placeholder = placeholder && c != '}';
    }
    return out.empty() ? "ក" : out;
}

std::string khmer_table() {
    const auto vietnamese = json::read(read_file("assets/lang/vi.json"));
    REQUIRE(vietnamese.ok());
    json::Object out;
    for (const auto& [key, text] : *vietnamese->object()) {
        out.emplace_back(key, in_khmer_letters(*text.string()));
    }
    return json::write(out);
}

Person a_khmer_reader(std::unique_ptr<app::Application> application, const std::string& lang = "km") {
    Person person(std::move(application));
    person.languages.push_back({"km", kOwnName});
    person.assets["lang/km"] = khmer_table();
    person.start("/", lang);
    return person;
}

const page::Node& row(const page::Page& page, const std::string& id) {
    const page::Node* node = page::find(page, id);
    REQUIRE(node != nullptr);
    return *node;
}

}  // namespace

TEST_CASE("the header offers every language that the platform has, each by its own name",
          "[client][languages]") {
    Person person = a_khmer_reader(app::make_citizen_application(), "en");
    const std::vector<page::Node> buttons = person.node("lang").children;
    REQUIRE(buttons.size() == 3);
    CHECK(buttons[0].name == "Tiếng Việt");
    CHECK(buttons[0].lang == "vi");
    CHECK(buttons[1].selected);
    CHECK(buttons[1].lang.empty());
    CHECK(buttons[2].name == kOwnName);
    CHECK(buttons[2].lang == "km");
    person.press("lang.km");
    CHECK(person.page().lang == "km");
    CHECK(person.title().find("ក") != std::string::npos);
    CHECK(person.node("lang").children[2].selected);
}

TEST_CASE("a language that the platform does not have is not shown", "[client][languages]") {
    Person person = a_khmer_reader(app::make_citizen_application(), "fr");
    CHECK(person.page().lang == "vi");
    person.send(app::Press{"lang.fr"});
    CHECK(person.page().lang == "vi");
}

TEST_CASE("what a procedure says in Vietnamese alone is said to be Vietnamese", "[client][languages]") {
    Person person = a_khmer_reader(app::make_citizen_application());
    CHECK(person.node("procedure.1.004873").lang == "vi");
    person.press("procedure.1.004873");
    CHECK(person.node("title").lang == "vi");
    CHECK(person.node("summary").lang == "vi");
    CHECK(person.node("task.1").lang == "vi");
    CHECK(row(person.page(), "fact.agency").lang.empty());
    CHECK(row(person.page(), "fact.agency").value_lang == "vi");
    CHECK(person.node("kept").lang.empty());
    person.press("continue");
    CHECK(person.page().id == "question.cho_ai");
    CHECK(person.node("title").lang == "vi");
    for (const page::Node& node : person.page().main) {
        CAPTURE(node.id);
        const bool asks = node.role == page::Role::ChoiceGroup || node.role == page::Role::TextField;
        CHECK(node.lang == (asks || node.id == "title" || node.id == "intro" ? "vi" : ""));
    }
}

TEST_CASE("a journey in a language that came as a file ends on the check page", "[client][languages]") {
    Person person = a_khmer_reader(app::make_citizen_application());
    begin(person);
    answer_all(person);
    show_papers(person);
    bring_papers(person);
    book(person);
    CHECK(person.page().id == "check");
    CHECK(person.page().lang == "km");
    const page::Node& name = row(person.page(), "row.nyc_ho_ten");
    CHECK(name.lang == "vi");
    CHECK(name.value_lang == "vi");
    // What stands in a row that is Vietnamese is still in the page's language.
    REQUIRE(name.children.size() == 1);
    CHECK(name.children[0].lang == "km");
}

TEST_CASE("in a language that the procedure has nothing is marked", "[client][languages]") {
    Person person(app::make_citizen_application());
    person.start("/", "en");
    person.press("procedure.1.004873");
    CHECK(person.node("title").lang.empty());
    CHECK(row(person.page(), "fact.agency").value_lang.empty());
}

TEST_CASE("the desk has the same languages", "[client][languages][desk]") {
    Person person = a_khmer_reader(desk::make_desk_application());
    CHECK(person.page().lang == "km");
    CHECK(person.node("lang").children.size() == 3);
}

TEST_CASE("pages are called as the agency whose they are", "[client][agency]") {
    Person person(app::make_citizen_application());
    person.agency.by_lang = {{"vi", "Một cửa Trà Cú"}};
    person.start("/", "en");
    CHECK(person.node("nav.home").name == "Một cửa Trà Cú");
    CHECK(person.node("nav.home").lang == "vi");
    CHECK(person.page().title.find("– Một cửa Trà Cú") != std::string::npos);
    Person clerk(desk::make_desk_application());
    clerk.agency = person.agency;
    clerk.start("/ban-tiep-nhan");
    CHECK(clerk.node("agency").name == "Một cửa Trà Cú");
    CHECK(clerk.node("agency").lang.empty());
}

}  // namespace motcua::tests
