"""A hook of this site: the guide's pages on the types of question, and a gallery with one of each, live.

Both are made from the folders of the types (`AUTHORING.md` and the first case of `cases.yml`), so that a new
type is one new folder and no edit under `docs/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from selfcheck.question_types import QuestionType, discover
from selfcheck.source import read

GALLERY = "authoring/gallery.md"
QUIZZES = ".cache/gallery"

_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 2 2">'
    '<path d="M0 0h1v2h1V1H0z"/></svg>\n'
)
_SEE_ALSO = """
## See also

- [One of each type to try](gallery.md)
- [Fields of every question](index.md#fields)
- [Every problem message](problems.md)
"""


@event_priority(100)  # before the plugin reads its options
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the gallery's question files, and put the pages of the types into the navigation."""
    write_quizzes(Path(config.config_file_path).parent / QUIZZES / "gallery")
    options: Any = config.plugins["selfcheck"].config
    options.quizzes = [*options.quizzes, QUIZZES]
    _extend(config.nav)
    return config


def write_quizzes(folder: Path) -> None:
    """Make the folder hold a question file of each type, and none of a type that is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {folder / f"{kind.name}.yml": quiz(kind) for kind in discover().values()}
    for gone in set(folder.glob("*.yml")) - texts.keys():
        gone.unlink()
    for file, text in texts.items():
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages, and the pictures that the cases show."""
    pages = {GALLERY: gallery(), "images/grid.svg": _PICTURE}
    for kind in discover().values():
        pages[page_of(kind)] = kind.file("AUTHORING.md").read_text("utf-8") + _SEE_ALSO
        pages |= {f"images/{file.name}": file.read_text("utf-8") for file in kind.folder.glob("images/*.svg")}
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def page_of(kind: QuestionType) -> str:
    """The page of a type, from the docs root."""
    return f"authoring/{kind.name}.md"


def quiz(kind: QuestionType) -> str:
    """A question file with the first case of a type, its passage being the gallery's own section."""
    question = str(_first_case(kind)["question"])
    section = f"section: {GALLERY}#{kind.name}"
    question, replaced = re.subn(r"^section: .*$", section, question, flags=re.MULTILINE)
    if not replaced:
        question = f"{section}\n{question}"
    lines = question.rstrip().splitlines()
    return "questions:\n  - " + "\n    ".join(lines) + "\n"


def gallery() -> str:
    """The page with one question of each type."""
    return "\n".join(
        [
            "# One of each\n",
            "Every type of question, live, each with the first example of its own page.\n",
            *(_section(kind) for kind in discover().values()),
        ]
    )


def _section(kind: QuestionType) -> str:
    title, meaning = _opening(kind.file("AUTHORING.md").read_text("utf-8"))
    return (
        f"## {title} {{#{kind.name}}}\n\n{meaning} [How to write one]({kind.name}.md).\n\n"
        f"```quiz\ngallery/{kind.name}\n```\n"
    )


def _opening(guide: str) -> tuple[str, str]:
    """The title of a guide and its first sentence."""
    heading, text = guide.split("\n\n", 2)[:2]
    sentence = re.split(r"(?<=[.:;]) ", " ".join(text.split()), maxsplit=1)[0]
    return heading.removeprefix("# "), re.sub(r"[:;]$", ".", sentence)


def _first_case(kind: QuestionType) -> Mapping[str, Any]:
    data: Any = read(kind.file("cases.yml").read_text("utf-8")).data
    first: Mapping[str, Any] = data["accepted"][0]
    return first


def _extend(nav: Any) -> None:
    for entries in _lists(nav):
        if GALLERY in entries:
            place = entries.index(GALLERY) + 1
            entries[place:place] = [page_of(kind) for kind in discover().values()]


def _lists(nav: Any) -> Iterator[list[Any]]:
    """Every list of the navigation, outermost first."""
    if isinstance(nav, list):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for each in inside:
        yield from _lists(each)
