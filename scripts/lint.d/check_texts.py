#!/usr/bin/python3
"""Checks the sentences people read: the files of assets/lang, one for each language, against the code.

Usage: scripts/lint.d/check_texts.py [--fix] [ROOT]

Vietnamese is spelled as laws are printed, with the tone on the first of two open vowels: "xóa",
not "xoá"; here, in what procedures and offices say, and in the browser's own pages.

All files are flat, sorted by key, in NFC, with the keys and {placeholders} of vi.json.
Each key that code names is there; each key is named by code. A key put together in code
counts by the part that stands there: "state." + name names every key that begins "state.".
`--fix` sorts the files and composes their letters.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Iterator

FOLDERS = ("shared", "client", "backend", "web", "scripts/web", "assets/procedures", "assets/offices")
SUFFIXES = {".cpp", ".hpp", ".js", ".mjs", ".html", ".json"}
# Families whose members are named in code without the first word: Finding{"…", "required"} is
# finding.required, ErrorCode::NotFound is error.not_found.
FAMILIES = ("finding", "error")
# What json::Shape puts before its reasons: "form" and "unknown" make finding.form.unknown.
SHAPES = ("form", "package", "shape")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|\{\{([a-z0-9_.]+)\}\}')
# A key given straight to the texts.
DIRECT = re.compile(r'\btexts?_?(?:\(\))?(?:\.|->)(?:get|has)\(\s*"([a-z0-9_.]+)"\s*[,)]')
# Finding{place, "code", {…}}: the code is followed by its arguments.
FINDING = re.compile(r'Finding\w*\s*[{(][^;{}]*?,\s*"([a-z0-9_.]+)"\s*,\s*\{')

# "xoá", "khoẻ", "thuỷ": with the tone on the last vowel; but "quý", where the u belongs to the q.
TONE_LAST = re.compile(r"\w*(?:[oO][àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ])(?!\w)")
SPELLED = ("assets/lang", "assets/procedures", "assets/agencies", "assets/offices", "assets/calendar", "web")


def misspelled(root: Path) -> Iterator[str]:
    """Words with the tone where laws do not print it."""
    for folder in SPELLED:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    for word in TONE_LAST.findall(line):
                        yield f"{path.relative_to(root).as_posix()}:{number}: “{word}”: the tone stands on the vowel before"


def placeholders(text: str) -> list[str]:
    """The {names} of a sentence, sorted."""
    return sorted(re.findall(r"\{([a-z0-9_]+)\}", text))


def no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """For json.loads: refuses a key given twice."""
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError("key given twice: " + ", ".join(sorted(twice)))
    return dict(pairs)


def check_file(name: str, raw: str, table: dict[str, object]) -> Iterator[str]:
    """What is wrong with one language file by itself."""
    if raw != unicodedata.normalize("NFC", raw):
        yield f"{name}: letters are not composed (NFC)"
    if list(table) != sorted(table):
        yield f"{name}: keys are not sorted"
    for key, text in table.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*", key):
            yield f"{name}: {key}: keys are lower-case words joined by dots"
        if not isinstance(text, str) or not text.strip():
            yield f"{name}: {key}: not a sentence"
        elif text != text.strip() or "  " in text:
            yield f"{name}: {key}: stray spaces"
        elif "!" in text:
            yield f"{name}: {key}: no exclamation marks"
        elif re.sub(r"\{[a-z0-9_]+\}", "", text).count("{"):
            yield f"{name}: {key}: a placeholder is {{lower_case}}"


def compare(tables: dict[str, dict[str, str]]) -> Iterator[str]:
    """Keys and placeholders that differ between Vietnamese and another language."""
    vi = tables["vi"]
    for language, other in tables.items():
        for key in sorted(vi.keys() ^ other.keys()):
            where, missing = ("vi", language) if key in vi else (language, "vi")
            yield f"assets/lang: {key} is in {where}.json and not in {missing}.json"
        for key in sorted(vi.keys() & other.keys()):
            if placeholders(vi[key]) != placeholders(other[key]):
                yield (f"assets/lang: {key}: placeholders of vi.json and {language}.json differ: "
                       f"{placeholders(vi[key])} and {placeholders(other[key])}")


def read_code(root: Path) -> tuple[set[str], dict[str, str]]:
    """All literals of the code, and the keys that have to exist → where they are named."""
    literals: set[str] = set()
    wanted: dict[str, str] = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in SUFFIXES or not path.is_file():
                continue
            text = path.read_text(encoding="utf-8")
            literals.update(part for match in LITERAL.findall(text) for part in match if part)
            if path.suffix in {".json", ".html"}:
                continue
            name = path.relative_to(root).as_posix()
            for pattern, prefix in ((DIRECT, ""), (FINDING, "finding.")):
                for match in pattern.finditer(text):
                    line = text.count("\n", 0, match.start()) + 1
                    wanted.setdefault(prefix + match.group(1), f"{name}:{line}")
    return literals, wanted


def unused(keys: set[str], literals: set[str]) -> Iterator[str]:
    """Keys that no literal names, whole, as a member of a family or by a beginning."""
    beginnings = tuple(literal for literal in literals if re.fullmatch(r"[a-z][a-z0-9_]*\.([a-z0-9_.]*\.)?", literal)
                       and literal[:-1] not in FAMILIES)
    for key in sorted(keys):
        family, _, rest = key.partition(".")
        named = key in literals or (family in FAMILIES and rest in literals) or key.startswith(beginnings or ("\0",))
        shape, _, reason = rest.partition(".")
        named = named or (family == "finding" and shape in SHAPES and reason in literals)
        # Rule and question words may be spelled with the part before the last dot only.
        if not named:
            yield f"assets/lang: {key} is not named anywhere in the code"


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if argument != "--fix"]
    if len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(arguments[0]).resolve() if arguments else Path(__file__).resolve().parents[2]
    tables: dict[str, dict[str, str]] = {}
    found: list[str] = []
    folder = root / "assets" / "lang"
    for language in sorted({"vi"} | {path.stem for path in folder.glob("*.json")}):
        path = folder / f"{language}.json"
        try:
            raw = path.read_text(encoding="utf-8")
            tables[language] = json.loads(raw, object_pairs_hook=no_duplicates)
        except (OSError, ValueError) as error:
            print(f"assets/lang/{language}.json: {error}")
            return 1
        if "--fix" in sys.argv:
            fixed = json.dumps(dict(sorted(tables[language].items())), ensure_ascii=False, indent=2) + "\n"
            raw = unicodedata.normalize("NFC", fixed)
            path.write_text(raw, encoding="utf-8")
            tables[language] = json.loads(raw)
        found += check_file(f"assets/lang/{language}.json", raw, tables[language])
    found += compare(tables)
    found += misspelled(root)
    literals, wanted = read_code(root)
    keys = set(tables["vi"])
    found += [f"{where}: {key} is not in assets/lang" for key, where in sorted(wanted.items()) if key not in keys]
    found += unused(keys, literals)
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
