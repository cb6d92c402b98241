#!/usr/bin/python3
"""Checks who may include what: folders point one way, each library has one home.

Usage: scripts/lint.d/check_layers.py [ROOT]

Prints `file:line: reason` for each violation; exit code 1 when there is one. The rules are
the two tables below; docs/ARCHITECTURE.md explains them.
"""

import re
import sys
from pathlib import Path
from typing import Iterator

# Folder → what it may include from this repository. The longest matching folder counts.
OWN = {
    "shared": ["shared"],
    "client/page": ["shared", "client/page"],
    "client/app": ["shared", "client/page", "client/app"],
    "client/desk": ["shared", "client/page", "client/app", "client/desk"],
    "client/ui": ["shared", "client/page", "client/app/message", "client/ui"],
    "client/platform": ["shared", "client"],
    "client/cli": ["shared", "client/cli"],
    "backend/config": ["shared", "backend/config"],
    "backend/security": ["shared", "backend/security"],
    "backend/forwarding": ["shared", "backend/security", "backend/forwarding"],
    "backend/storage": ["shared", "backend/storage", "backend/forwarding", "backend/security"],
    "backend/services": ["shared", "backend/config", "backend/services", "backend/storage", "backend/forwarding",
                         "backend/security"],
    "backend/receiver": ["shared", "backend/receiver", "backend/security", "backend/forwarding"],
    "backend": ["shared", "backend"],
    "tests/shared": ["shared", "tests"],
    "tests": ["shared", "client", "backend", "tests"],
}

# Header from outside → the folders that may include it (tests may include anything).
HOMES = [
    (r"(imgui|backends/imgui_|imstb_)", "Dear ImGui", ["client/ui", "client/platform"]),
    (r"(SDL|SDL2/)", "SDL2", ["client/ui", "client/platform"]),
    (r"emscripten", "Emscripten", ["client/platform"]),
    (r"(pistache/)", "Pistache", ["backend/http", "backend/receiver"]),
    (r"(SQLiteCpp/|sqlite3)", "SQLite", ["backend/storage/sqlite"]),
    (r"sodium", "libsodium", ["shared/crypto", "backend/security"]),
    (r"curl/", "libcurl", ["backend/forwarding", "client/platform/desktop"]),
    (r"CLI/", "CLI11", ["backend/config", "backend/main.cpp", "backend/receiver/main.cpp", "client/cli"]),
    (r"qrcodegen", "qrcodegen", ["backend/services", "backend/http"]),
    (r"nlohmann/", "nlohmann's JSON", []),
    (r"rapidjson/", "RapidJSON", []),
    (r"catch2/", "Catch2", []),
    # What a browser does not have, or has only by arrangement (style: time and bytes come in).
    (r"(thread|mutex|shared_mutex|future|condition_variable|atomic)$", "threads",
     ["backend", "client/platform/desktop"]),
    (r"(fstream|filesystem|iostream|cstdio)$", "files and consoles", ["backend", "client/platform", "client/cli", "shared/tools"]),
    # What Emscripten 3.1.6's standard library lacks.
    (r"(ranges|format|coroutine|memory_resource|source_location|expected)$", "a header that em++ 3.1.6 lacks", []),
]

# Words that belong to one place.
WORDS = [
    (r"__EMSCRIPTEN__", "is for client/platform only", ["client/platform"]),
    (r"\bsystem_clock::now\b|\bsteady_clock::now\b|\btime\(nullptr\)", "the time comes in as an argument",
     ["backend", "client/platform", "client/cli"]),
    (r"\b(rand|srand)\(|std::random_device|std::mt19937", "random numbers come in as arguments",
     ["backend", "client/platform"]),
    (r"\bgetenv\b", "settings come in as arguments", ["backend/config", "backend/main.cpp", "client/platform"]),
    (r"\bTODO\b|\bFIXME\b|\bXXX\b", "open ends belong in an issue", []),
]

SOURCES = {".cpp", ".hpp", ".h", ".c"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def inside(path: str, folders: list[str]) -> bool:
    """Whether `path` is one of these folders or files, or lies in one (a prefix of a name counts too)."""
    return any(path == folder or path.startswith(folder + "/") or path.startswith(folder + ".") for folder in folders)


def rule_for(path: str) -> list[str]:
    """What the file may include from the repository."""
    matches = [folder for folder in OWN if path.startswith(folder + "/")]
    return OWN[max(matches, key=len)] if matches else []


def check_include(path: str, quote: str, header: str, root: Path) -> str | None:
    """Why this include is not allowed, or None."""
    if quote == '"':
        # A .inc is generated into the build folder, at the place of its user.
        if not (root / header).is_file() and not header.endswith(".inc"):
            return f'includes are written from the repository root, and "{header}" is not there'
        if not inside(header, rule_for(path)):
            return f"{Path(path).parent} must not know {Path(header).parent}"
        return None
    if path.startswith("tests/"):
        return None
    for pattern, name, homes in HOMES:
        if re.match(pattern, header) and not inside(path, homes):
            where = ", ".join(homes) if homes else "no folder of ours"
            return f"{name} (<{header}>) belongs in {where}"
    return None


def check_file(path: Path, root: Path) -> Iterator[str]:
    """Violations in one file."""
    name = path.relative_to(root).as_posix()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        match = INCLUDE.match(line)
        reason = check_include(name, match.group(1), match.group(2), root) if match else None
        if reason:
            yield f"{name}:{number}: {reason}"
        if name.startswith("tests/"):
            continue
        for pattern, why, homes in WORDS:
            if re.search(pattern, line) and not inside(name, homes):
                yield f"{name}:{number}: {re.search(pattern, line).group(0)}: {why}"


def main() -> int:
    if len(sys.argv) > 2 or (len(sys.argv) == 2 and not Path(sys.argv[1]).is_dir()):
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(sys.argv[1] if len(sys.argv) == 2 else __file__).resolve()
    root = root if len(sys.argv) == 2 else root.parents[2]
    found = [violation
             for top in ("shared", "client", "backend", "tests")
             for path in sorted((root / top).rglob("*")) if path.suffix in SOURCES
             for violation in check_file(path, root)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
