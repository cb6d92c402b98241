#include "shared/core/result.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <set>
#include <string>

using motcua::Error;
using motcua::ErrorCode;
using motcua::Result;

namespace {

Result<int> half(int number) {
    if (number % 2 != 0) {
        return Error{ErrorCode::InvalidInput, "odd", {}};
    }
    return number / 2;
}

Result<int> quarter(int number) {
    MC_TRY_ASSIGN(const int first, half(number));
    MC_TRY_ASSIGN(const int second, half(first));
    return second;
}

Result<void> must_be_even(int number) {
    MC_TRY(half(number));
    return {};
}

}  // namespace

TEST_CASE("every error code has a name of its own", "[core]") {
    std::set<std::string> names;
    for (const ErrorCode code : motcua::all_error_codes()) {
        names.insert(motcua::error_name(code));
    }
    CHECK(names.size() == motcua::all_error_codes().size());
    CHECK(motcua::all_error_codes().size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);
}

TEST_CASE("error names are snake_case words that never change", "[core]") {
    CHECK(std::string(motcua::error_name(ErrorCode::InvalidInput)) == "invalid_input");
    CHECK(std::string(motcua::error_name(ErrorCode::KeyReused)) == "key_reused");
    CHECK(std::string(motcua::error_name(ErrorCode::TooMany)) == "too_many");
    for (const ErrorCode code : motcua::all_error_codes()) {
        const std::string name = motcua::error_name(code);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    }
}

TEST_CASE("a result is either its value or its error", "[core]") {
    const Result<int> good = half(8);
    REQUIRE(good.ok());
    CHECK(*good == 4);
    const Result<int> bad = half(7);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a failed step ends the function with its error", "[core]") {
    CHECK(*quarter(12) == 3);
    CHECK(quarter(6).error().detail == "odd");
    CHECK(must_be_even(2).ok());
    CHECK(must_be_even(3).error().detail == "odd");
}

TEST_CASE("a result of the same type as an error's detail keeps both apart", "[core]") {
    const Result<std::string> text(std::string("value"));
    const Result<std::string> error(Error{ErrorCode::NotFound, "value", {}});
    CHECK(text.ok());
    CHECK_FALSE(error.ok());
}

TEST_CASE("a result can hold what cannot be copied", "[core]") {
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    CHECK(*taken == 5);
}
