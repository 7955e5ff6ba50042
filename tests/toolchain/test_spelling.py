"""`make spelling`: misspelt words of pages are found with their line, and code is left alone."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.toolchain.test_makefile import make
from tools.python_environment import ROOT

PAGE = """A page can recieve a map.

```py
color = recieve
```

Its `color` is grey, and so is its color.
"""


def test_misspelt_and_american_words_of_a_page_are_found_outside_of_code(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(PAGE, "utf-8")
    pages = next(line for line in make("--dry-run", "spelling").splitlines() if "codespell" in line)
    options = [word for word in shlex.split(pages)[1:] if word.startswith("--")]
    command = [str(Path(sys.executable).with_name("codespell")), *options, str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert re.findall(r":(\d+): (\w+) ==> (\w+)", done.stdout) == [
        ("1", "recieve", "receive"),
        ("7", "color", "colour"),
    ]
