"""What is wrong with files on the disk: too large, unreadable, there twice or gone; links, and folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.bank import Shelf
from selfcheck.quiz_file import MOST_BYTES
from selfcheck.site import Site
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import QUESTION, problems_on_disk, without
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw


def test_an_id_duplicate_across_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"quizzes/a.yml": quiz_of(QUESTION), "quizzes/b/c.yml": quiz_of(QUESTION)}
    assert problems_on_disk(tmp_path, files) == [
        "quizzes/b/c.yml:2:9: example: "
        'the id "example" is given twice; the first is quizzes/a.yml:2; give one of the two another id'
    ]


@pytest.mark.parametrize("written", ["Quizes", "quizzes ", "week\\\\one", "quizzes, week"])
def test_a_folder_that_is_meant_is_named(tmp_path: Path, written: str) -> None:
    meant = "week/one" if "\\" in written else "quizzes"
    (tmp_path / "week/one").mkdir(parents=True)
    (tmp_path / "quizzes").mkdir()
    shelf = Site(tmp_path, quizzes=(written,), cache="").shelf
    (problem,) = shelf.bank().problems
    assert (problem.message, problem.hint) == ("there is no such folder", f'did you mean "{meant}"?')


def test_two_files_with_the_name_of_one_quiz(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "quizzes/a.yaml": quiz_of(sample("one")),
        "quizzes/a.yml": quiz_of(sample("two")),
    }
    assert problems_on_disk(tmp_path, files) == [
        'quizzes/a.yml:1:1: a second quiz named "a"; the first is quizzes/a.yaml; rename one of the two files'
    ]


def test_a_file_over_a_sane_size(tmp_path: Path) -> None:
    text = quiz_of(QUESTION) + "#" * MOST_BYTES
    size = f"{len(text.encode()):,}"
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        f"quizzes/a.yml:1:1: the file has {size} bytes; at most 1,000,000; split it into several files"
    ]


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    text = "title: Größe\nquestions: é".encode().replace("é".encode(), "é".encode("latin-1"))
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        "quizzes/a.yml:2:12: the file is not UTF-8; save it with the encoding UTF-8"
    ]


def test_a_symbolic_link_out_of_the_folder(tmp_path: Path) -> None:
    draw(tmp_path, {"secret.yml": quiz_of(QUESTION)})
    (tmp_path / "quizzes" / "a.yml").symlink_to(tmp_path / "secret.yml")
    assert problems_on_disk(tmp_path, {}) == [
        "quizzes/a.yml:1:1: the symbolic link leads out of the folder; "
        "copy the file into the folder, or name its own folder by the option `quizzes`"
    ]


def test_a_symbolic_link_to_nowhere(tmp_path: Path) -> None:
    draw(tmp_path, {})
    (tmp_path / "quizzes" / "a.yml").symlink_to(tmp_path / "gone.yml")
    (problem,) = problems_on_disk(tmp_path, {})
    assert problem.startswith("quizzes/a.yml:1:1: the symbolic link leads nowhere; ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [str(problem) for problem in Site(tmp_path).bank().problems] == [
        "quizzes: there is no such folder; create it, or name the right folders by the option `quizzes`"
    ]


def test_a_file_where_a_folder_is_due(tmp_path: Path) -> None:
    draw(tmp_path, {"quiz.yml": quiz_of(QUESTION)})
    assert [str(problem) for problem in Site(tmp_path, quizzes=("quiz.yml",)).bank().problems] == [
        "quiz.yml: a folder is expected, not a file; name the folder in which it lies by the option `quizzes`"
    ]


@pytest.mark.parametrize(
    ("ending", "cure"),
    [
        (".YML", ".yml"),
        (".Yaml", ".yaml"),
        (".yml.txt", ".yml"),
        (".YAML.TXT", ".yaml"),
        (".de.yml.txt", ".yml"),
    ],
)
def test_a_file_whose_name_ends_otherwise(tmp_path: Path, ending: str, cure: str) -> None:
    others = {"quizzes/notes.txt": "", "quizzes/a.v2.txt": "", "quizzes/.b.yml.txt": ""}
    told = ending.removeprefix(".de")
    assert problems_on_disk(tmp_path, {f"quizzes/a{ending}": quiz_of(QUESTION), **others}) == [
        f'quizzes/a{ending}:1:1: a file whose name ends with "{told}" is passed over; let it end with {cure}'
    ]


def test_a_symbolic_link_to_a_folder(tmp_path: Path) -> None:
    draw(tmp_path, {"others/a.yml": quiz_of(QUESTION), "quizzes/b/c.yml": quiz_of(sample("other"))})
    (tmp_path / "quizzes" / "here").symlink_to(tmp_path / "quizzes" / "b")
    (tmp_path / "quizzes" / "loop").symlink_to(tmp_path / "quizzes")
    assert problems_on_disk(tmp_path, {}) == []
    (tmp_path / "quizzes" / "others").symlink_to(tmp_path / "others")
    assert problems_on_disk(tmp_path, {}) == [
        "quizzes/others: the symbolic link to a folder outside is passed over; "
        "name that folder by the option `quizzes`, or copy its files"
    ]


@pytest.mark.parametrize("name", ["gone.yml", "gone.de.yml"])
def test_a_file_that_is_gone_once_it_is_read(name: str, tmp_path: Path) -> None:
    site = Site(draw(tmp_path, {}))
    folder = tmp_path / "quizzes"
    shelf = Shelf([folder], tmp_path, site.shelf.make_reader, {folder: [folder / name]})
    assert [str(problem) for problem in shelf.bank().problems] == [
        f"quizzes/{name}:1:1: the file cannot be read: No such file or directory; "
        "look whether it is there and may be read"
    ]


def test_a_file_is_read_again_once_its_rights_have_changed(tmp_path: Path) -> None:
    shelf = Site(draw(tmp_path, {"quizzes/a.yml": quiz_of(without("stem"))})).shelf
    before = shelf.bank().quizzes["a"]
    assert shelf.bank().quizzes["a"] is before
    (tmp_path / "quizzes/a.yml").chmod(0o600)
    assert shelf.bank().quizzes["a"] is not before


def test_all_problems_of_all_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "quizzes/b.yml": "",
        "quizzes/a.yml": quiz_of(without("stem"), f"{without('explanation')}colour: red\n", without("type")),
    }
    told = problems_on_disk(tmp_path, files)
    assert [line.split(": ")[0].rsplit(":", 1)[0] for line in told] == [
        "quizzes/a.yml:2",
        f"quizzes/a.yml:{2 + without('stem').count(chr(10))}",
        f"quizzes/a.yml:{2 + without('stem').count(chr(10)) + without('explanation').count(chr(10))}",
        f"quizzes/a.yml:{3 + without('stem').count(chr(10)) + without('explanation').count(chr(10))}",
        "quizzes/b.yml:1",
    ]
