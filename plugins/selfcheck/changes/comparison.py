"""Compares question files, and the sections that questions name, with those of a revision."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from selfcheck.changes.questions import Key, Written, differences, questions_in
from selfcheck.changes.report import Change, Changes
from selfcheck.changes.revision import Revision
from selfcheck.complaint import wording
from selfcheck.pages.path import path_from
from selfcheck.sections.pages import Sections
from selfcheck.site import Site
from selfcheck.translation.naming import SUFFIXES


def changes_since(
    revision: Revision,
    site: Site,
    extensions: object,
    includes: Callable[[str], bool],
    folders: Iterable[Path],
) -> Changes:
    """The changes of the question files below `folders` that are included, by the paths that problems name.

    Raises RevisionUnreadable, and SectionsUnreadable.
    """
    listed = list(folders)
    past = {
        path_from(site.root, file): content
        for file, content in revision.texts(listed).items()
        if _is_question_file(file, listed) and includes(path_from(site.root, file))
    }
    present = {
        path_from(site.root, file): file.read_bytes()
        for file in _files(listed)
        if includes(path_from(site.root, file))
    }
    before, after, unread = _readable(past, present)
    common = [name for name in after if name in before]
    changed = (_changed(before[name], after[name]) for name in common)
    return Changes(
        revision.name,
        tuple(_change(after[name]) for name in after if name not in before),
        tuple(Change(each.id, each.path, None) for name, each in before.items() if name not in after),
        tuple(each for each in changed if each.parts or each.moved_from),
        tuple(_sections(revision, site, extensions, [(before[name], after[name]) for name in common])),
        tuple(unread),
    )


def _files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        yield from (file for file in files if _is_question_file(file, folders) and file.is_file())


def _is_question_file(file: Path, folders: Iterable[Path]) -> bool:
    """Whether a file below one of these folders is read, or one of these files: what is hidden is not."""
    inside = (file.relative_to(each).parts for each in folders if each != file and file.is_relative_to(each))
    hidden = (part.startswith(".") for part in next(inside, (file.name,)))
    return file.suffix in SUFFIXES and not any(hidden)


def _readable(
    past: Mapping[str, bytes], present: Mapping[str, bytes]
) -> tuple[dict[Key, Written], dict[Key, Written], list[str]]:
    """The questions then and now, without those of files that cannot be read at one of the two times."""
    then = {path: questions_in(path, content) for path, content in past.items()}
    now = {path: questions_in(path, content) for path, content in present.items()}
    unread = sorted({path for path, each in (*then.items(), *now.items()) if each is None})
    return _joined(then, unread), _joined(now, unread), unread


def _joined(files: Mapping[str, dict[Key, Written] | None], unread: Iterable[str]) -> dict[Key, Written]:
    joined: dict[Key, Written] = {}
    for path, questions in sorted(files.items()):
        for name, each in (questions or {}).items() if path not in unread else ():
            joined.setdefault(name, each)
    return joined


def _change(now: Written) -> Change:
    return Change(now.id, now.path, now.line)


def _changed(then: Written, now: Written) -> Change:
    parts = tuple(dict.fromkeys(map(wording, differences(then.fields, now.fields))))
    return Change(now.id, now.path, now.line, parts, moved_from=then.path if then.path != now.path else "")


def _sections(
    revision: Revision, site: Site, extensions: object, pairs: Iterable[tuple[Written, Written]]
) -> Iterator[Change]:
    """Questions that name the section which they have named before, and which says something else now."""
    kept = [now for then, now in pairs if now.section and now.section == then.section]
    docs, now = site.root / site.docs, Sections(site, extensions)
    pages = {each.section.partition("#")[0] for each in kept}
    past = revision.texts(docs / page for page in pages)
    then = Sections(site, extensions, content=lambda page: past.get(docs / page))
    others = {page for page in pages if past.get(docs / page) != now.on_disk(page)}
    for each in (each for each in kept if each.section.partition("#")[0] in others):
        old, new = then.stamp(each.section), now.stamp(each.section)
        if old and new and old != new:
            yield Change(each.id, each.path, each.line, section=each.section)
