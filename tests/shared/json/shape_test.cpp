#include "shared/json/shape.hpp"

#include <catch2/catch.hpp>

#include "tests/shared/support/findings.hpp"

using namespace motcua;
using json::Array;
using json::Object;
using json::Shape;
using json::Value;
using motcua::tests::Lines;

namespace {

bool is_short(std::string_view text) {
    return text.size() < 4;
}

/// Takes {"name":short text,"age":0..150,"ok":bool,"list":[…],"inner":{"x":int},"v":1} apart.
Lines faults_of(const Value& value) {
    std::vector<Finding> findings;
    Shape shape(value, "", "shape", findings);
    shape.expect("v", 1);
    shape.text("name", "long", is_short);
    shape.integer("age", 0, 150);
    shape.boolean("ok");
    shape.array("list");
    Shape inner = shape.object("inner");
    inner.integer("x");
    inner.close();
    shape.close();
    return tests::findings_of(Result<int>(Error{ErrorCode::InvalidInput, "", findings}));
}

Object good() {
    return {{"v", 1},     {"name", "An"},    {"age", 40},
            {"ok", true}, {"list", Array{}}, {"inner", Object{{"x", 1}}}};
}

Object with(std::string_view key, Value value) {
    Object object = good();
    for (auto& [name, member] : object) {
        if (name == key) {
            member = std::move(value);
            return object;
        }
    }
    object.emplace_back(std::string(key), std::move(value));
    return object;
}

}  // namespace

TEST_CASE("an object of the right shape leaves no finding", "[json]") {
    CHECK(faults_of(good()).empty());
}

TEST_CASE("each member of the wrong type is named", "[json]") {
    CHECK(faults_of(with("name", 1)) == Lines{"name: shape.type"});
    CHECK(faults_of(with("age", "40")) == Lines{"age: shape.type"});
    CHECK(faults_of(with("ok", Value())) == Lines{"ok: shape.type"});
    CHECK(faults_of(with("list", Object{})) == Lines{"list: shape.type"});
    CHECK(faults_of(with("inner", Array{})) == Lines{"inner: shape.type"});
    CHECK(faults_of(with("inner", Object{{"x", "1"}})) == Lines{"inner.x: shape.type"});
}

TEST_CASE("values out of range and versions that are not ours are named", "[json]") {
    CHECK(faults_of(with("age", 151)) == Lines{"age: shape.range"});
    CHECK(faults_of(with("age", -1)) == Lines{"age: shape.range"});
    CHECK(faults_of(with("v", 2)) == Lines{"v: shape.range"});
    CHECK(faults_of(with("name", "Nguyễn")) == Lines{"name: shape.long"});
}

TEST_CASE("unknown members are named with their path", "[json]") {
    CHECK(faults_of(with("more", 1)) == Lines{"more: shape.unknown"});
    CHECK(faults_of(with("inner", Object{{"x", 1}, {"y", 1}})) == Lines{"inner.y: shape.unknown"});
}

TEST_CASE("all missing members are named at once, those of a missing object once", "[json]") {
    CHECK(faults_of(Object{}) == Lines{"v: shape.missing", "name: shape.missing", "age: shape.missing",
                                       "ok: shape.missing", "list: shape.missing", "inner: shape.missing"});
}

TEST_CASE("what is no object is one finding", "[json]") {
    CHECK(faults_of(Value(3)) == Lines{"shape.type"});
    CHECK(faults_of(Array{}) == Lines{"shape.type"});
}

TEST_CASE("a flood of unknown members makes a short list", "[json]") {
    Object object = good();
    for (int i = 0; i < 1000; ++i) {
        object.emplace_back("x" + std::to_string(i), 1);
    }
    CHECK(faults_of(object).size() == 8);
    CHECK(faults_of(with(std::string(100, 'x'), 1)) == Lines{"shape.unknown"});
}
