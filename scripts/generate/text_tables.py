#!/usr/bin/env python3
"""Writes the tables of shared/text (composition, case, base letters) from Unicode data.

Usage: text_tables.py OUTPUT REPERTOIRE
REPERTOIRE is assets/typeface/repertoire.txt: what can be printed.
The repertoire is the one of shared/text/text.hpp: U+0000-U+024F, U+1E00-U+1EFF and the
combining marks U+0300-U+036F. Python's unicodedata is the source; the build runs this.
"""
import sys
import unicodedata

# U+0292 is here because U+01EF is composed of it.
LETTERS = [*range(0x0000, 0x0250), 0x0292, *range(0x1E00, 0x1F00)]
MARKS = list(range(0x0300, 0x0370))

# Letters that have no decomposition but are searched for by a plain one.
PLAIN = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l", "ŋ": "n", "ø": "o", "œ": "oe",
    "æ": "ae", "ß": "ss", "þ": "th", "ŧ": "t", "ŀ": "l", "ſ": "s", "ŉ": "n", "ƀ": "b", "ǥ": "g",
    "ɨ": "i", "ƶ": "z", "ĳ": "ij", "ǆ": "dz", "ǉ": "lj", "ǌ": "nj", "ǳ": "dz",
}


def canonical(code_point: int) -> list[int]:
    """The one-step canonical decomposition, [] when there is none."""
    text = unicodedata.decomposition(chr(code_point))
    if not text or text.startswith("<"):
        return []
    return [int(part, 16) for part in text.split()]


def compositions() -> list[tuple[int, int, int]]:
    """(composed, first, second) of everything that decomposes into the repertoire.

    Second is 0 for a character that is only another spelling of the first. Results may lie
    outside the repertoire ("=" and U+0338 make U+2260): NFC composes those too.
    """
    known = set(LETTERS) | set(MARKS)
    rows: dict[int, tuple[int, int, int]] = {}
    grown = True
    while grown:
        grown = False
        for code_point in range(0x10000):
            parts = canonical(code_point)
            if not parts or code_point in rows or any(part not in known for part in parts):
                continue
            # Singletons outside the repertoire (Kelvin, Angstrom) are kept as they are.
            if len(parts) == 1 and code_point not in known:
                continue
            # Composition exclusions outside the repertoire would decompose and never come back.
            if unicodedata.normalize("NFC", chr(code_point)) != chr(code_point) and code_point not in known:
                continue
            rows[code_point] = (code_point, parts[0], parts[1] if len(parts) == 2 else 0)
            if code_point not in known:
                known.add(code_point)
                grown = True
    return [rows[code_point] for code_point in sorted(rows)]


def lower_runs() -> list[tuple[int, int, int, int]]:
    """(first lower, last lower, step, lower minus upper) with both inside the repertoire."""
    inside = set(LETTERS)
    pairs = []
    for code_point in LETTERS:
        # The title-case digraphs (U+01C5 and such) are neither: they would have two lower forms.
        if unicodedata.category(chr(code_point)) == "Lt":
            continue
        upper = chr(code_point).upper()
        if len(upper) == 1 and upper != chr(code_point) and ord(upper) in inside:
            pairs.append((code_point, code_point - ord(upper)))
    runs: list[list[int]] = []
    for lower, delta in pairs:
        last = runs[-1] if runs else None
        if last and last[3] == delta:
            step = lower - last[1]
            if last[2] in (0, step) and step <= 2:
                last[1], last[2] = lower, step
                continue
        runs.append([lower, lower, 0, delta])
    return [(first, last, step or 1, delta) for first, last, step, delta in runs]


def base_letters() -> list[tuple[int, str]]:
    """Lower-case letters without decomposition and what they are searched by."""
    return sorted((ord(letter), plain) for letter, plain in PLAIN.items() if ord(letter) in set(LETTERS))


def printable_runs(path: str) -> list[tuple[int, int]]:
    """(first, last) of what an answer may hold, ascending; the "mark" lines are the typeface's alone."""
    runs = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split("#")[0].split()
            if len(words) == 1:
                first, _, last = words[0].removeprefix("U+").partition("-")
                runs.append((int(first, 16), int(last or first, 16)))
    assert runs == sorted(runs), "the repertoire's lines must ascend"
    return runs


def combining_classes() -> list[int]:
    return [unicodedata.combining(chr(mark)) for mark in MARKS]


def main() -> None:
    if len(sys.argv) != 3:
        print(__doc__)
        sys.exit(0 if sys.argv[1:] in (["-h"], ["--help"]) else 2)
    rows = compositions()
    by_parts = sorted((row for row in range(len(rows)) if rows[row][2]), key=lambda row: rows[row][1:])
    # What NFC itself would not compose again (exclusions) must not be composed here either.
    by_parts = [
        row for row in by_parts
        if unicodedata.normalize("NFC", chr(rows[row][1]) + chr(rows[row][2])) == chr(rows[row][0])
    ]
    printable = printable_runs(sys.argv[2])
    lines = [
        f"// Generated by scripts/generate/text_tables.py from Unicode {unicodedata.unidata_version}; do not edit.",
        f"constexpr std::array<Composition, {len(rows)}> kCompositions = {{{{",
        *(f"    {{0x{c:04X}, 0x{a:04X}, 0x{b:04X}}}," for c, a, b in rows),
        "}};",
        f"constexpr std::array<std::uint16_t, {len(by_parts)}> kByParts = {{{{",
        "    " + ", ".join(map(str, by_parts)),
        "}};",
        f"constexpr std::array<std::uint8_t, {len(MARKS)}> kCombiningClasses = {{{{",
        "    " + ", ".join(map(str, combining_classes())),
        "}};",
        f"constexpr std::array<CaseRun, {len(lower_runs())}> kCaseRuns = {{{{",
        *(f"    {{0x{first:04X}, 0x{last:04X}, {step}, {delta}}}," for first, last, step, delta in lower_runs()),
        "}};",
        f"constexpr std::array<BaseLetter, {len(base_letters())}> kBaseLetters = {{{{",
        *(f'    {{0x{letter:04X}, "{plain}"}},' for letter, plain in base_letters()),
        "}};",
        f"constexpr std::array<CodePointRun, {len(printable)}> kPrintable = {{{{",
        *(f"    {{0x{first:04X}, 0x{last:04X}}}," for first, last in printable),
        "}};",
        "",
    ]
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write("\n".join(lines))


if __name__ == "__main__":
    main()
