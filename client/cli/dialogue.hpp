#pragma once

#include <string_view>

/// What `motcua catalogue try` says of its own, in both languages: no page says any of it, and
/// assets/lang goes to browsers.
namespace motcua::cli::dialogue {

struct Sentence {
    std::string_view vi;
    std::string_view en;
    [[nodiscard]] constexpr std::string_view in(std::string_view lang) const {
        return lang == "en" ? en : vi;
    }
};

inline constexpr Sentence kHelp{
    "Mục có đánh số thì gõ số hoặc tên. Mục không bắt buộc thì có thể để trống.\n"
    "Gõ “<” để quay lại, “?” để xem lại câu hỏi, “thoát” để dừng.",
    "Where there are numbers, type a number or the name. What is optional may be left empty.\n"
    "“<” goes back, “?” shows the question again, “quit” ends."};
inline constexpr Sentence kFirst{"Đây là câu hỏi đầu tiên.", "This is the first question."};
inline constexpr Sentence kBefore{"Trước đó bạn trả lời: ", "Your answer was: "};
inline constexpr Sentence kOthers{"Cũng có thể là: ", "It might also be: "};
inline constexpr Sentence kNotMeant{". Nếu không đúng, gõ “<” rồi gõ rõ hơn.",
                                    ". If this is not it, type “<” and then more of the name."};
inline constexpr Sentence kNoProvince{"Không có tỉnh, thành phố nào như vậy. Ví dụ: Vĩnh Long, vinh long, 86",
                                      "There is no such province. Examples: Vĩnh Long, vinh long, 86"};
inline constexpr Sentence kNoCommune{"Tỉnh, thành phố này không có xã, phường, đặc khu nào như vậy",
                                     "There is no such commune in this province"};
inline constexpr Sentence kEnded{"hết dữ liệu nhập mà chưa trả lời hết câu hỏi",
                                 "the input ended before the questions did"};

// How to answer. {n} is the number of options.
inline constexpr Sentence kOption{"Số từ 1 đến {n}", "Number, 1 to {n}"};
inline constexpr Sentence kOptions{"Một hay nhiều số từ 1 đến {n}, cách nhau bằng dấu phẩy",
                                   "One or more numbers, 1 to {n}, with commas between them"};
inline constexpr Sentence kDate{"Ngày, ví dụ 27/3/1990", "Day, month and year: 27/3/1990"};
inline constexpr Sentence kPartialDate{"Ngày, tháng hoặc chỉ năm: 27/3/1990, 3/1990 hay 1990",
                                       "Day, month or just the year: 27/3/1990, 3/1990 or 1990"};
inline constexpr Sentence kTime{"Giờ, ví dụ 07:30", "Time: 07:30"};
inline constexpr Sentence kProvince{"Tên hoặc mã tỉnh, thành phố", "Name or code of the province"};
inline constexpr Sentence kCommune{"Tên hoặc mã xã, phường, đặc khu", "Name or code of the commune"};
inline constexpr Sentence kLine{"Số nhà, đường, thôn, tổ", "House, street, village"};
inline constexpr Sentence kFile{"Đường dẫn tới tệp", "Path of the file"};
inline constexpr Sentence kRows{"Bao nhiêu? Số từ {least} đến {most}", "How many? {least} to {most}"};

// What comes of the answers.
inline constexpr Sentence kAnswers{"Bạn đã trả lời", "Answers"};
inline constexpr Sentence kPapers{"Giấy tờ cần có", "Papers"};
inline constexpr Sentence kNoPapers{"Không cần giấy tờ nào", "None"};
inline constexpr Sentence kMadeHere{" (làm sẵn từ câu trả lời)", " (made from the answers)"};
inline constexpr Sentence kFee{"Lệ phí (ước tính)", "Fee (estimate)"};
inline constexpr Sentence kTimeLimit{"Thời hạn (ước tính)", "Time limit (estimate)"};
inline constexpr Sentence kErrors{"Phải sửa", "To be put right"};
inline constexpr Sentence kWarnings{"Nên xem lại", "Worth a second look"};
inline constexpr Sentence kNoErrors{"Không có gì phải sửa.", "Nothing is wrong."};

}  // namespace motcua::cli::dialogue
