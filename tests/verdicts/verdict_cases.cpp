// Writes the cases of the verdict comparison: "KIND<tab>FORM" a line, the same lines from
// the same seed. Valid forms, every minimal breakage of some, several breakages at once,
// and hostile input: wrong types, huge strings, broken bytes, deep nesting.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "shared/json/read.hpp"
#include "shared/json/write.hpp"
#include "shared/sample/sample.hpp"
#include "tests/shared/support/random.hpp"

namespace {

using namespace motcua;
using json::Array;
using json::Object;
using json::Value;
using tests::Random;

Value json_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto value = json::read(text.str());
    if (!value) {
        std::fprintf(stderr, "verdict_cases: cannot read %s\n", path);
        std::exit(1);
    }
    return std::move(*value);
}

void put(const char* kind, std::string line) {
    for (char& c : line) {
        c = c == '\n' ? ' ' : c;  // A case is one line.
    }
    std::printf("%s\t", kind);
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

std::string text_of(const form::Form& form) {
    return json::write(form::encode(form));
}

/// The members of a form's JSON with one of them changed.
std::string with_member(const form::Form& form, const std::string& key, const Value& value) {
    const Value whole = form::encode(form);
    Object members = *whole.object();
    for (json::Member& member : members) {
        if (member.first == key) {
            member.second = value;
        }
    }
    return json::write(Value(std::move(members)));
}

std::string without_member(const form::Form& form, const std::string& key) {
    const Value whole = form::encode(form);
    Object members;
    for (const json::Member& member : *whole.object()) {
        if (member.first != key) {
            members.push_back(member);
        }
    }
    return json::write(Value(std::move(members)));
}

Value random_value(Random& random, int depth) {
    switch (random.below(depth > 3 ? 5 : 7)) {
        case 0:
            return {};
        case 1:
            return random.one_in(2);
        case 2:
            return random.between(-json::kMaxInteger, json::kMaxInteger);
        case 3:
            return "x";
        case 4:
            return std::string(random.below(300), 'z');
        case 5:
            return Array{random_value(random, depth + 1), random_value(random, depth + 1)};
        default:
            return Object{{"a", random_value(random, depth + 1)}};
    }
}

void put_wrong_types(const form::Form& form, Random& random) {
    for (const char* key : {"answers", "documents", "edition", "procedure", "today", "v"}) {
        put("hostile-missing", without_member(form, key));
        for (int i = 0; i < 6; ++i) {
            put("hostile-type", with_member(form, key, random_value(random, 0)));
        }
    }
    const Value whole = form::encode(form);
    form::Form helped = form;
    helped.helper = form::Helper{"LÊ THỊ GIÚP", "0912345678", "digital_group"};
    put("helped", text_of(helped));
    for (int i = 0; i < 6; ++i) {
        put("hostile-type", with_member(helped, "helper", random_value(random, 0)));
    }
    for (const char* name : {"", "A", "Lê Thị Giúp", "LÊ THỊ G1ÚP", "LÊ  THỊ GIÚP"}) {
        helped.helper = form::Helper{name, name, name};
        put("hostile-helper", text_of(helped));
    }
    Object unknown = *whole.object();
    unknown.emplace_back("surplus", random_value(random, 0));
    put("hostile-unknown", json::write(Value(std::move(unknown))));
    Object answers;
    for (const auto& [id, answer] : form.answers) {
        answers.emplace_back(id, random.one_in(6) ? random_value(random, 0) : Value(answer));
    }
    put("hostile-type", with_member(form, "answers", Value(std::move(answers))));
    put("hostile-type", with_member(form, "documents",
                                    Array{Object{{"files", Array{1, Value(), "x"}},
                                                 {"id", Array{}},
                                                 {"provision", "by_pigeon"},
                                                 {"surplus", 1}}}));
}

void put_huge(const form::Form& form) {
    Object many;
    for (int i = 0; i < 4999; ++i) {
        many.emplace_back("q" + std::to_string(i), "x");
    }
    put("hostile-huge", with_member(form, "answers", Value(many)));
    many.emplace_back("one_more", "x");
    many.emplace_back("too_many", "x");
    put("hostile-huge", with_member(form, "answers", Value(std::move(many))));
    form::Form long_texts = form;
    for (auto& [id, answer] : long_texts.answers) {
        answer.assign(20000, 'A');
    }
    long_texts.answers[std::string(5000, 'k')] = "x";
    put("hostile-huge", text_of(long_texts));
    form::Form papers = form;
    papers.documents.assign(100, {"giay_to_cu_tru", form::Provision::AtCounter, {}});
    put("hostile-huge", text_of(papers));
    papers.documents.assign(101, {"giay_to_cu_tru", form::Provision::AtCounter, {}});
    put("hostile-huge", text_of(papers));
    put("hostile-huge", std::string(5U << 20U, ' '));
}

void put_deep() {
    for (const std::size_t depth : {63U, 64U, 65U, 1000U, 100000U}) {
        put("hostile-deep", std::string(depth, '['));
        put("hostile-deep", std::string(depth, '[') + std::string(depth, ']'));
        std::string objects;
        for (std::size_t i = 0; i < depth; ++i) {
            objects += R"({"answers":)";
        }
        put("hostile-deep", objects + "1" + std::string(depth, '}'));
    }
}

void put_literals() {
    for (const char* text : {"",
                             " ",
                             "null",
                             "1",
                             "1.5",
                             "1e400",
                             "-0",
                             "01",
                             "\"",
                             R"("\u0000")",
                             "{}",
                             "[]",
                             R"({"v":1,"v":1})",
                             "\xEF\xBB\xBF{}",
                             R"({"v":1}x)",
                             R"("\ud800")",
                             R"("\udc00\ud800")",
                             R"("\x")",
                             "\"\t\"",
                             "nul",
                             "tru",
                             R"({"a" 1})",
                             "[1,]",
                             "{,}",
                             "9007199254740992",
                             R"("\u12)",
                             "\"\xC0\xAF\"",
                             "\"\xED\xA0\x80\"",
                             "\x80",
                             R"({"v":9})",
                             "NaN",
                             "'v'",
                             "/*c*/1",
                             "\"\xF4\x90\x80\x80\""}) {
        put("hostile-text", text);
    }
}

/// Bytes overwritten, taken out or put in.
void put_mutated(const form::Form& form, Random& random) {
    std::string text = text_of(form);
    for (std::size_t times = 1 + random.below(4); times > 0 && !text.empty(); --times) {
        const std::size_t at = random.below(text.size());
        switch (random.below(4)) {
            case 0:
                text[at] = static_cast<char>(random.below(256));
                break;
            case 1:
                text.erase(at, 1 + random.below(8));
                break;
            case 2:
                text.insert(at, 1, "{}[]\",:\\0\x7F\xCC\x81"[random.below(13)]);
                break;
            default:
                text.resize(at + 1);
        }
    }
    put("hostile-bytes", std::move(text));
}

/// Answers nobody would give, in every place at once.
void put_strange(const form::Form& form, Random& random) {
    static const std::vector<std::string> kStrange = {"",
                                                      " ",
                                                      "\x01",
                                                      "e\xCC\x82\xCC\x81",
                                                      "\xE2\x80\xAEtxt",
                                                      "\xF0\x9F\x98\x80",
                                                      "null",
                                                      "yes",
                                                      "khac",
                                                      "012345678901",
                                                      "<b>x</b>",
                                                      "'; DROP TABLE",
                                                      "0",
                                                      "-1",
                                                      "1e9",
                                                      "\xEF\xBB\xBFx",
                                                      "\xE6\xBC\xA2\xE5\xAD\x97",
                                                      "a\nb",
                                                      "\xC6\xB0\xCC\x9B",
                                                      "2026-11-22",
                                                      "9999-99-99"};
    // Right-to-left override, by its bytes: an editor must not be misled by it.
    static const std::string kOverride = {'\xE2', '\x80', '\xAE'};
    form::Form strange = form;
    strange.answers["xn_can_cu"] = random.one_in(4) ? kOverride + "txt" : "txt";
    for (auto& [id, answer] : strange.answers) {
        if (random.one_in(3)) {
            answer = random.one_of(kStrange);
        }
    }
    strange.answers[random.one_of(kStrange)] = random.one_of(kStrange);
    put("hostile-answers", text_of(strange));
}

void put_several(const std::vector<sample::Breakage>& breakages, Random& random) {
    form::Form mixed = random.one_of(breakages).form;
    for (int i = 0; i < 3; ++i) {
        for (const auto& [id, answer] : random.one_of(breakages).form.answers) {
            if (random.one_in(4)) {
                mixed.answers[id] = answer;
            }
        }
    }
    put("several", text_of(mixed));
}

form::Form complete(sample::Maker& maker, const std::string& code) {
    auto form = maker.complete();
    if (!form) {
        std::fprintf(stderr, "verdict_cases: no complete form of %s\n", code.c_str());
        std::exit(1);
    }
    return *std::move(form);
}

/// A complete form to be broken, with files when `files` says so, so that their rules are broken
/// whatever the dice say.
form::Form base_form(sample::Maker& maker, const std::string& code, bool files) {
    const auto has_files = [](const form::Form& form) {
        return std::any_of(form.documents.begin(), form.documents.end(),
                           [](const form::GivenDocument& given) { return !given.files.empty(); });
    };
    form::Form form = complete(maker, code);
    for (int tries = 0; files && tries < 20 && !has_files(form); ++tries) {
        form = complete(maker, code);
    }
    return form;
}

void put_procedure(const catalogue::Procedure& procedure, const places::Places& places, Random& random) {
    sample::Maker maker(procedure, places, {2026, 11, 21}, [&random] { return random.next(); });
    for (int i = 0; i < 10; ++i) {
        put("valid", text_of(complete(maker, procedure.code)));
    }
    for (int i = 0; i < 2; ++i) {
        const form::Form base = base_form(maker, procedure.code, i % 2 == 1);
        const auto breakages = maker.breakages(base);
        for (const sample::Breakage& broken : breakages) {
            put("broken", text_of(broken.form));
        }
        for (int j = 0; j < 10; ++j) {
            put_several(breakages, random);
            put_strange(base, random);
            put_mutated(base, random);
        }
        put_wrong_types(base, random);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: verdict_cases UNITS.json PROCEDURE.json…\n", stderr);
        return 2;
    }
    const auto places = places::Places::read(json_file(argv[1]));
    if (!places) {
        std::fputs("verdict_cases: the places are not as described\n", stderr);
        return 1;
    }
    Random random(20261121);
    for (int i = 2; i < argc; ++i) {
        const auto procedure = catalogue::read_procedure(json_file(argv[i]));
        if (!procedure) {
            std::fprintf(stderr, "verdict_cases: %s is not as described\n", argv[i]);
            return 1;
        }
        put_procedure(*procedure, *places, random);
        if (i == 2) {
            sample::Maker maker(*procedure, *places, {2026, 11, 21}, [&random] { return random.next(); });
            put_huge(complete(maker, procedure->code));
        }
    }
    put_deep();
    put_literals();
    return 0;
}
