#!/usr/bin/python3
"""Checks that no tracked file names a place, person or secret that is nobody else's business.

Usage: scripts/lint.d/check_private.py

Looks at what git tracks for: home and work folders of a machine, e-mail addresses outside the
example domains, private keys, addresses of package registries in lock files.
"""

import re
import subprocess
import sys
from pathlib import Path

# Written so that this file does not find itself.
CHECKS = [
    (re.compile(r"(?<![\w.}~-])/(?:work|home|root|Users|mnt|media)/[\w.-]+"), "a path of one machine"),
    (re.compile(r"[A-Za-z]:\\\\?Users\\"), "a path of one machine"),
    (re.compile(r"(?i)[\w.+-]+@(?!example\.|users\.noreply\.|[\w-]+\.example\b)[\w-]+\.(?:com|vn|org|net|io)\b"),
     "an e-mail address"),
    (re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY" + "-----"), "a private key"),
    (re.compile(r'"resolved"' + r"\s*:"), "a registry address in a lock file"),
]
BINARY = {".png", ".ttf", ".woff2", ".jpg", ".jpeg", ".pdf", ".ico", ".wasm"}


def main() -> int:
    if len(sys.argv) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(__file__).resolve().parents[2]
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], check=True, capture_output=True)
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = root / name
        if path.suffix in BINARY or not path.is_file() or name == "scripts/lint.d/check_private.py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            for pattern, what in CHECKS:
                match = pattern.search(line)
                if match:
                    found.append(f"{name}:{number}: {what}: {match.group(0)}")
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
