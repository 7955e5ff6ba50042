"""Makes plugins/selfcheck/vendored/: the one library that readers run, and its licence, as committed."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.python_environment import ROOT

VENDORED = ROOT / "plugins/selfcheck/vendored"
_LIBRARY = ROOT / "node_modules/ts-fsrs"
_WANTED = "FSRSAlgorithm"
"""The one name that is taken: the formulas, without the library's own scheduler."""

_FLAGS = ("--bundle", "--format=iife", "--global-name=fsrs", "--target=es2022", "--log-level=warning")
# Lines stay, so that a reviewer can read the file; names are shortened, which no later step does.
_SHORTENED = ("--minify-syntax", "--minify-identifiers")
_GLOBAL_CHANGE = re.compile(r"^Date\.prototype\.\w+ = function\(.*?^};\n", re.MULTILINE | re.DOTALL)
"""What the library adds to every date of a page, for its scheduler alone."""

_EXPORTS = re.compile(r"^export \{.*\};$", re.MULTILINE)


def vendored(esbuild: Path) -> Mapping[str, bytes]:
    """The content of each file by its name, from what `npm ci` has installed."""
    source = (_LIBRARY / "dist/index.mjs").read_text("utf-8")
    source, changes = _GLOBAL_CHANGE.subn("", source)
    source, exports = _EXPORTS.subn(f"export {{ {_WANTED} }};", source)
    if "Date.prototype" in source or not changes or exports != 1:
        raise SystemExit(f"{_LIBRARY} is not written as it was: adapt {__file__}")
    source = source.replace("//# sourceMappingURL=index.mjs.map", "")
    done = subprocess.run(
        [esbuild, *_FLAGS, *_SHORTENED], input=source.encode(), stdout=subprocess.PIPE, cwd=ROOT, check=True
    )
    head = b"// FSRSAlgorithm of ts-fsrs, made by `make vendored`; its licence stands beside it.\n"
    return {"fsrs.js": head + done.stdout, "fsrs.LICENSE": (_LIBRARY / "LICENSE").read_bytes()}


def main() -> int:
    """Write the files, or with `--check` only compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("esbuild", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    files = vendored(given.esbuild)
    if not given.check:
        VENDORED.mkdir(exist_ok=True)
        for name, content in files.items():
            (VENDORED / name).write_bytes(content)
        return 0
    present = {file.name: file.read_bytes() for file in VENDORED.iterdir()} if VENDORED.is_dir() else {}
    if present != files:
        print(f"{VENDORED} is not what `make vendored` makes", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
