#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/core/result.hpp"
#include "shared/json/value.hpp"

/// The page model: what a person sees, as a value. The core makes it, Dear ImGui draws
/// it (client/ui), the browser mirrors it as HTML (web/mirror.js), tests read it.
namespace motcua::page {

/// What a node is. Wire names are the enumerators in snake_case (role_name).
///
/// A Table's head Cell with `link` is pressed to sort by its column; its value is "ascending" or
/// "descending" when the rows stand so. The Table's hint stands before such Cells where there is no head.
///
/// A Dialog (only Page::dialog): name = question, value = id of the Button that Escape presses and that loses
/// nothing; children are Paragraphs, then a Toolbar of Buttons; tone Warning when it is urgent.
/// A Toast (only Page::toast): name = what was done; children are Buttons.
enum class Role {
    Heading,      ///< name; level 1-3
    Paragraph,    ///< name; tone Muted for hints
    Notice,       ///< name = title, value = text; tone says which kind
    Progress,     ///< name = "Bước 2 trên 5"; level = now, value = total as decimal
    TextField,    ///< name = label, value, hint, error, input
    TextArea,     ///< as TextField, several lines
    ChoiceGroup,  ///< name = legend, value = id of the chosen Option; children are Options
    CheckGroup,   ///< name = legend; children are Options, each `selected` or not; toggled as "group/option"
    Option,       ///< name, hint; `id` is the option's value, unique within its group
    Checkbox,     ///< name, selected
    FilePicker,   ///< name = label; value = words to press when they are others; children are Files;
                  ///< input.accept = media types; level = 1: only one file
    File,         ///< name = file name, hint = size and kind, value = "0".."100" while uploading; children: a
                  ///< Preview, Buttons (remove)
    Preview,   ///< of a File: value = handle of the picked picture, name = what it is called; no value: name
               ///< stands on a sheet of paper ("PDF")
    Button,    ///< name; tone Primary or Plain or Danger
    Link,      ///< name; pressed like a button unless `value` holds a URL to open
    TaskList,  ///< children are Tasks
    Task,      ///< name, hint, value = state word, tone; pressed like a button unless disabled
    Summary,   ///< children are SummaryRows
    SummaryRow,  ///< name = question, value = answer (may hold newlines; large with tone Primary), children:
                 ///< Links ("Sửa")
    Table,       ///< name = caption; children: one Row of header Cells, then Rows
    Row,         ///< children are Cells; pressed like a button when `link` is set
    Cell,        ///< name
    Qr,          ///< name = what it says in words, value = rows of '0'/'1' joined by '\n'
    ErrorSummary,  ///< name = "Có 2 lỗi cần sửa"; children are Links whose value is "#<node id>"
    Group,         ///< name = visible group title or ""; children in a box of their own
    Toolbar,       ///< children are Buttons and Links on one line, wrapping
    Timeline,      ///< children are TimelineSteps
    TimelineStep,  ///< name = state, hint = when, value = explanation; tone Success when reached, Muted when
                   ///< not yet
    Dialog,        ///< a question over the page, see above
    Toast,         ///< a message over the page's bottom, see above
    Calendar,      ///< name; hint; children: one Row of seven head Cells (value = the weekday's whole name),
                   ///< then Rows of seven Days
    Day,           ///< name = "24", hint = its state in a word or two, value = all of it as it is said; tone
                   ///< Success, Warning (few left) or Muted; level = 1: today; pressed unless disabled
    Chart,  ///< name = title, hint = what it shows in a sentence, value = "bar" or "line"; `selected`: its
            ///< table is shown; children: Axis, a Row of head Cells (what a row is, then the series),
            ///< Rows (label, then numbers), a Button that shows the table
    Axis,   ///< children: Cells, the ticks from 0 up; of these and a Chart's numbers: name as people
            ///< write it, value in decimal
    Map,  ///< name; hint = what the scale bar is long, level = its length in thousandths of the width; value
          ///< = word for north; children: Pins. What it shows stands in a ChoiceGroup too
    Pin,  ///< name = its number in that list; value = "x y" in thousandths of width and height; `selected`
};

enum class Tone { Normal, Muted, Primary, Info, Success, Warning, Error, Danger };

/// How a text field should be typed in; becomes the attributes of the real <input>.
struct Input {
    std::string mode;          ///< inputmode: "text", "numeric", "tel", "email"; "" = text
    std::string type;          ///< "text", "password", "tel", "email", "date-text"; "" = text
    std::string autocomplete;  ///< HTML autofill token, "" = off
    std::string capitalize;    ///< autocapitalize: "words", "none", "characters"; "" = default
    std::string enter;         ///< enterkeyhint
    std::string accept;        ///< FilePicker: media types, comma separated
    int max_chars = 0;         ///< 0 = no limit
    int width_chars = 0;       ///< Hint for the box's width; 0 = full column
    bool operator==(const Input&) const = default;
};

/// One thing on the page. `id` is unique on the page (an Option's within its group) and
/// stable over re-renders: [a-z0-9._-]+.
struct Node {
    std::string id;
    Role role = Role::Paragraph;
    std::string name;
    std::string value;
    std::string hint;
    std::string error;
    Tone tone = Tone::Normal;
    int level = 0;
    bool required = false;
    bool disabled = false;
    bool selected = false;
    bool busy = false;
    bool link = false;
    bool toggles =
        false;         ///< Button, Link: pressed or not, shown or not; `selected` says which, both are said
    std::string said;  ///< What it is called aloud where `name` is not enough: begins with `name`
    std::string lang;  ///< Of its name and hint, when it differs from the page's.
    std::string value_lang;  ///< Of a SummaryRow's value, likewise.
    Input input;
    std::vector<Node> children;
    bool operator==(const Node&) const = default;
};

/// Something to be said by a screen reader once. `number` rises with each; the receiver
/// says those it has not said yet.
struct Announcement {
    int number = 0;
    bool assertive = false;
    std::string text;
    bool operator==(const Announcement&) const = default;
};

/// Where the focus has to go after this page stands. Acted on when `epoch` is new.
struct FocusRequest {
    int epoch = 0;
    std::string id;  ///< Node id; "" = the page's first heading.
    bool operator==(const FocusRequest&) const = default;
};

/// A whole page. `header` holds what stands on every page at the same place.
struct Page {
    std::string id;     ///< Which page: "start", "question.requester", "desk.list"...
    std::string title;  ///< Document title.
    std::string lang = "vi";
    bool busy = false;     ///< Something is being waited for.
    bool unsaved = false;  ///< What was entered here is lost when the window is closed.
    std::vector<Node> header;
    std::vector<Node> main;
    /// Stands over the bottom of the window until the page is left or somebody closes it.
    std::optional<Node> toast;
    /// Stands over everything else, which cannot be reached meanwhile. Whoever opens it asks for the
    /// focus on one of its buttons; when it goes without another such request, the focus returns.
    std::optional<Node> dialog;
    FocusRequest focus;
    Announcement announcement;
    bool operator==(const Page&) const = default;
};

inline constexpr int kPageVersion = 1;

const char* role_name(Role role);
const char* tone_name(Tone tone);

/// {"v":1,"id":…,"title":…,"lang":…,"busy":…,"unsaved":…,"header":[node],"main":[node],
///  "toast":node,"dialog":node,"focus":{"epoch":…,"id":…},"say":{"n":…,"assertive":…,"text":…}};
/// "unsaved" only when true, "toast" and "dialog" only when there is one. A node is
/// {"id","role","name",…}; members that hold the default are left out, `children` last.
/// `input` members are flattened: "mode","type","autocomplete","capitalize","enter",
/// "accept","max_chars","width_chars".
json::Value encode(const Page& page);

/// The opposite of encode; InvalidInput when the text is of another version or shape.
Result<Page> decode(const json::Value& value);

/// The node with this id (an Option: "group/option"), or nullptr.
const Node* find(const Page& page, std::string_view id);

/// One line per node, indented by depth: `role "name" value="…" [states]`. For golden files.
std::string describe(const Page& page);

}  // namespace motcua::page
