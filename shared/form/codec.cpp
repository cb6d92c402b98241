#include <array>
#include <utility>

#include "shared/form/check_value.hpp"
#include "shared/form/codec.hpp"
#include "shared/form/form.hpp"
#include "shared/json/shape.hpp"
#include "shared/json/write.hpp"

namespace motcua::form {
namespace {

using json::Array;
using json::Object;
using json::Value;

constexpr std::array<Provision, 3> kProvisions = {Provision::Attached, Provision::AtCounter,
                                                  Provision::StateHasIt};

Value encode_document(const GivenDocument& document) {
    Array files;
    for (const std::string& file : document.files) {
        files.emplace_back(file);
    }
    return Object{
        {"files", std::move(files)}, {"id", document.id}, {"provision", provision_name(document.provision)}};
}

Value encode_helper(const Helper& helper) {
    Object members{{"name", helper.name}};
    if (!helper.phone.empty()) {
        members.emplace_back("phone", helper.phone);
    }
    members.emplace_back("relation", helper.relation);
    members.emplace_back("v", 1);
    return members;
}

Helper decode_helper(json::Shape shape) {
    Helper helper;
    shape.expect("v", 1);
    helper.name = shape.text("name");
    helper.phone = shape.has("phone") ? shape.text("phone") : "";
    helper.relation = shape.text("relation");
    shape.close();
    return helper;
}

void decode_answers(json::Shape& shape, const Value& value, Form& form, std::vector<Finding>& findings) {
    const Object* members = value.object();
    if (members == nullptr) {
        shape.note("answers", "type");
        return;
    }
    if (members->size() > kMaxAnswers) {
        shape.note("answers", "range");
        return;
    }
    std::vector<Answers::value_type> answers;
    for (const auto& [id, answer] : *members) {
        if (answer.string() == nullptr) {
            findings.push_back({"answers." + shortened(id), "form.type", {}});
        } else {
            answers.emplace_back(id, *answer.string());
        }
    }
    form.answers = Answers::sorted(std::move(answers));
}

void decode_provision(json::Shape& shape, GivenDocument& document) {
    const std::string name = shape.text("provision");
    if (const auto provision = provision_called(name)) {
        document.provision = *provision;
    } else if (!name.empty()) {
        shape.note("provision", "range");
    }
}

GivenDocument decode_document(const Value& value, const std::string& path, std::vector<Finding>& findings) {
    json::Shape shape(value, path, "form", findings);
    GivenDocument document;
    document.id = shape.text("id");
    decode_provision(shape, document);
    const Array& files = shape.array("files");
    if (files.size() > kMaxFilesOfDocument) {
        shape.note("files", "range");
    }
    for (std::size_t i = 0; i < files.size() && files.size() <= kMaxFilesOfDocument; ++i) {
        if (files[i].string() == nullptr) {
            findings.push_back({json::item_path(shape.path_of("files"), i), "form.type", {}});
        } else {
            document.files.push_back(*files[i].string());
        }
    }
    shape.close();
    return document;
}

void decode_documents(json::Shape& shape, Form& form, std::vector<Finding>& findings) {
    const Array& documents = shape.array("documents");
    if (documents.size() > kMaxDocuments) {
        shape.note("documents", "range");
        return;
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        form.documents.push_back(decode_document(documents[i], json::item_path("documents", i), findings));
    }
}

void decode_today(json::Shape& shape, const Value& value, Form& form) {
    const std::string text = shape.text("today");
    if (const auto today = calendar::parse_iso(text)) {
        form.today = *today;
    } else if (const Value* member = value.find("today"); member != nullptr && member->string() != nullptr) {
        shape.note("today", "range");
    }
}

}  // namespace

const char* provision_name(Provision provision) {
    switch (provision) {
        case Provision::Attached:
            return "attached";
        case Provision::AtCounter:
            return "at_counter";
        case Provision::StateHasIt:
            return "state_has_it";
    }
    return "";
}

std::optional<Provision> provision_called(std::string_view name) {
    for (const Provision provision : kProvisions) {
        if (name == provision_name(provision)) {
            return provision;
        }
    }
    return std::nullopt;
}

Value encode(const Form& form) {
    Object answers;
    for (const auto& [id, answer] : form.answers) {
        answers.emplace_back(id, Value(answer));
    }
    Array documents;
    for (const GivenDocument& document : form.documents) {
        documents.push_back(encode_document(document));
    }
    Object members{
        {"answers", std::move(answers)}, {"documents", std::move(documents)}, {"edition", form.edition}};
    if (form.helper) {
        members.emplace_back("helper", encode_helper(*form.helper));
    }
    members.emplace_back("procedure", form.procedure);
    members.emplace_back("today", calendar::iso(form.today));
    members.emplace_back("v", 1);
    return members;
}

Result<Form> decode(const Value& value) {
    std::vector<Finding> findings;
    json::Shape shape(value, "", "form", findings);
    Form form;
    shape.expect("v", 1);
    form.procedure = shape.text("procedure");
    form.edition = shape.text("edition");
    decode_today(shape, value, form);
    const Value& answers = shape.any("answers");
    if (value.find("answers") != nullptr) {
        decode_answers(shape, answers, form, findings);
    }
    decode_documents(shape, form, findings);
    if (shape.has("helper")) {
        form.helper = decode_helper(shape.object("helper"));
    }
    shape.close();
    if (!findings.empty()) {
        return Error{ErrorCode::InvalidInput, "the form has another shape", std::move(findings)};
    }
    return form;
}

std::string verdict_bytes(const Findings& findings) {
    Array list;
    for (const Finding& finding : findings) {
        Array args;
        for (const auto& [name, value] : finding.args) {
            args.emplace_back(Array{Value(name), Value(value)});
        }
        list.emplace_back(
            Object{{"args", std::move(args)}, {"code", finding.code}, {"field", finding.field}});
    }
    return json::write_canonical(Value(std::move(list)));
}

}  // namespace motcua::form
