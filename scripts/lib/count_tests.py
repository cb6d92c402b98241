#!/usr/bin/python3
"""Counts the tests of JUnit reports.

Usage: count_tests.py REPORT...      prints "PASSED FAILED"

Knows what ctest and `node --test` write. A CTest entry that is a whole Catch2 program (as
Wasm) counts with the test cases that Catch2 reports for it.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ALL_PASSED = re.compile(r"All tests passed \([^)]* in (\d+) test cases?\)")
# How a colour looks after CTest has made its report valid XML.
COLOUR = re.compile(r"(?:\x1b|\[NON-XML-CHAR-0x1B\])\[[0-9;]*m")
SOME_FAILED = re.compile(r"^test cases:\s*(\d+)(?:\s*\|\s*(\d+) passed)?(?:\s*\|\s*(\d+) failed)?", re.MULTILINE)


def count_case(case: ElementTree.Element) -> tuple[int, int]:
    """Passed and failed of one <testcase>."""
    if case.find("skipped") is not None or case.get("status") in {"notrun", "disabled"}:
        # A test that could not be started has not passed; one skipped on purpose is neither.
        return (0, 1) if case.get("status") == "notrun" else (0, 0)
    failed = case.find("failure") is not None or case.find("error") is not None or case.get("status") == "fail"
    output = COLOUR.sub("", case.findtext("system-out") or "")
    if match := ALL_PASSED.search(output):
        return (int(match.group(1)) - failed, int(failed))
    if match := SOME_FAILED.search(output):
        return int(match.group(2) or 0), max(1, int(match.group(3) or 0))
    return int(not failed), int(failed)


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    passed = failed = 0
    for name in sys.argv[1:]:
        if not Path(name).is_file():
            failed += 1
            continue
        # CTest may write bytes that XML does not allow when a test prints them.
        text = COLOUR.sub("", Path(name).read_text(encoding="utf-8", errors="replace"))
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "?", text)
        for case in ElementTree.fromstring(text).iter("testcase"):
            more = count_case(case)
            passed += more[0]
            failed += more[1]
    print(passed, failed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
