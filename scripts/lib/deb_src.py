#!/usr/bin/python3
"""Prints Debian 12's source repositories, made from the machine's own binary ones.

Usage: deb_src.py DIR    writes DIR/motcua.list and DIR/motcua.sources

Reads both the one-line and the deb822 form and leaves the machine's files as they are.
Repositories of other vendors are left out: only the suites of Debian 12 count.
"""

import re
import sys
from pathlib import Path

SUITES = {"bookworm", "bookworm-updates", "bookworm-security", "stable", "stable-updates", "stable-security"}
APT = Path("/etc/apt")


def one_line(text: str) -> list[str]:
    """The `deb` lines of Debian 12, as `deb-src`."""
    found = []
    for line in text.splitlines():
        match = re.match(r"\s*deb(?:-src)?\s+((?:\[[^\]]*\]\s+)?\S+\s+(\S+)\s+.*)$", line)
        if match and match.group(2).rstrip("/") in SUITES:
            found.append("deb-src " + match.group(1))
    return found


def stanzas(text: str) -> list[str]:
    """The deb822 stanzas of Debian 12, with `Types: deb-src`."""
    found = []
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for stanza in re.split(r"\n\s*\n", "\n".join(lines)):
        suites = re.search(r"^Suites:\s*(.+)$", stanza, re.MULTILINE)
        if suites and SUITES & set(suites.group(1).split()):
            found.append(re.sub(r"^Types:.*$", "Types: deb-src", stanza.strip(), flags=re.MULTILINE))
    return found


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    out = Path(sys.argv[1])
    lists = [APT / "sources.list", *sorted((APT / "sources.list.d").glob("*.list"))]
    lines = [line for path in lists if path.is_file() for line in one_line(path.read_text())]
    deb822 = [part for path in sorted((APT / "sources.list.d").glob("*.sources")) for part in stanzas(path.read_text())]
    if not lines and not deb822:
        print("no Debian 12 repository is configured under /etc/apt", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    (out / "motcua.list").write_text("".join(line + "\n" for line in dict.fromkeys(lines)))
    (out / "motcua.sources").write_text("\n\n".join(deb822) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
