#pragma once

#include <cstdint>
#include <string>

#include "shared/calendar/date.hpp"

/// Numbers, amounts and days in Vietnamese words, as forms ask for them beside the figures.
namespace motcua::words {

enum class Thousand { Nghin, Ngan };  ///< "nghìn" in the north and in official texts, "ngàn" in the south
enum class EmptyTens { Linh, Le };    ///< 105: "một trăm linh năm", "một trăm lẻ năm"
enum class Rounding { Plain, Even };  ///< Even: "… đồng chẵn", against figures added later
enum class DayName { Plain, Mung };   ///< Days 1 to 10: "ngày năm", "ngày mùng năm"

struct Style {
    Thousand thousand = Thousand::Nghin;
    EmptyTens empty_tens = EmptyTens::Linh;
};

/// "hai mươi mốt", "một nghìn không trăm linh năm", "âm bốn": within ±(2^53-1). Different
/// numbers have different words.
std::string number(std::int64_t value, const Style& style = {});

/// "Một triệu hai trăm năm mươi nghìn đồng"
std::string amount(std::int64_t dong, Rounding rounding = Rounding::Plain, const Style& style = {});

/// "Ngày hai mươi mốt tháng mười một năm hai nghìn không trăm hai mươi sáu"; April is "tháng tư".
std::string date(const calendar::Date& date, DayName day_name = DayName::Plain, const Style& style = {});

}  // namespace motcua::words
