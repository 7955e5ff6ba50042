"""The guide's pages on hosts and other plugins: what they tell is what is installed, and what is built."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.hosts.host import Host
from tools.host_environments import LOCKS
from tools.python_environment import ROOT

GUIDE = (ROOT / "docs/authoring/hosts.md").read_text("utf-8")
OTHER_PLUGINS = (ROOT / "docs/authoring/other-plugins.md").read_text("utf-8")

ROWS = {
    "themes": (
        "test_ranges.py::test_the_lowest_version_that_is_promised_is_tested",
        "test_three_hosts.py::test_a_block_is_the_same_in_every_host",
        "test_adoption.py::test_a_block_is_the_same_whatever_the_theme_and_the_fence_extension",
    ),
    "selfcheck stands among": (
        "test_zensical.py::test_one_configuration_serves_hosts_with_and_without_plugins",
        "test_zensical_projects.py::test_a_project_that_names_the_plugin_alone_is_no_success",
    ),
    "one build gives a working question": (
        "test_three_hosts.py::test_the_assets_of_a_page_are_found",
        "test_zensical_projects.py::test_two_lines_of_toml_and_one_build_give_a_working_question",
        "test_zensical_projects.py::test_a_new_project_needs_a_few_lines_and_one_command",
    ),
    "blocks, scripts and styles are the same": (
        "test_three_hosts.py::test_a_block_is_the_same_in_every_host",
        "test_three_hosts.py::test_every_asset_is_the_same_in_every_host",
    ),
    "a problem stops the build": (
        "test_neighbours.py::test_a_problem_in_a_snippet_names_the_page",
        "test_zensical.py::test_problems_of_question_files_stop_its_build",
        "test_zensical.py::test_problems_of_a_page_stop_its_build",
    ),
    "a changed question is built": (
        "test_dirty.py::test_pages_that_a_dirty_build_leaves_alone_are_known_and_follow_their_questions",
        "test_zensical.py::test_with_watch_a_changed_question_is_seen_by_the_next_build",
    ),
    "a page that is built alone has all it needs": (
        "test_dirty.py::test_pages_that_a_dirty_build_leaves_alone_are_known_and_follow_their_questions",
        "test_zensical_projects.py::test_assets_are_there_after_every_build",
        "test_zensical_projects.py::test_a_page_that_is_converted_alone_brings_back_what_others_need",
    ),
    "search finds stems, and never answers": (
        "test_search.py::test_search_holds_stems_and_nothing_else_of_a_block",
    ),
    "a lost `section`, an unused question": (
        "test_zensical_projects.py::test_what_zensical_does_not_check_is_noted_afterwards",
    ),
    "links in questions are checked": (
        "test_host_validation.py::test_a_broken_link_in_a_question_fails_a_strict_build",
        "test_host_validation.py::test_zensical_checks_pages_as_written_and_so_passes_over_a_link_in_a_question",
    ),
    "a fence that was ignored is found": (
        "test_zensical_projects.py::test_a_project_that_names_the_plugin_alone_is_no_success",
    ),
}
"""The rows of the guide's table, each with the tests that try it in this folder."""

READ = """
import json, sys
from zensical.config import parse_config
settings = parse_config(sys.argv[1])
used = [settings["markdown_extensions"], settings["mdx_configs"]]
print(json.dumps(used, default=lambda function: function.__name__))
"""


def table() -> str:
    """The table of extensions that the guide gives."""
    (block,) = re.findall(r"These are the extensions .*?```toml\n(.*?)```", GUIDE, flags=re.DOTALL)
    return str(block)


def test_every_row_of_the_table_of_hosts_is_tried() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", GUIDE, flags=re.MULTILINE)
    assert rows == list(ROWS)
    for name in (name for names in ROWS.values() for name in names):
        file, _, test = name.partition("::")
        assert f"\ndef {test}(" in (Path(__file__).parent / file).read_text("utf-8"), name


def test_the_table_of_extensions_is_zensical_s_own(host_named: Callable[[str], Host], tmp_path: Path) -> None:
    host = host_named("zensical")
    (tmp_path / "docs").mkdir()

    def read(text: str) -> tuple[list[str], dict[str, object]]:
        (tmp_path / "zensical.toml").write_text(f'[project]\nsite_name = "A"\n{text}', "utf-8")
        status, output = host.run(tmp_path, "-c", READ, str(tmp_path / "zensical.toml"))
        assert status == 0, output
        names, settings = json.loads(output)
        return names, settings

    names, settings = read(table())
    own_names, own_settings = read("")
    assert [name for name in names if name != "selfcheck"] == own_names
    assert {name: options for name, options in settings.items() if name != "selfcheck"} == own_settings
    assert len(own_names) > 20
    assert "selfcheck" in names


def test_other_plugins_are_tried_at_the_versions_that_the_guide_names() -> None:
    rows = re.findall(r"^\| (mkdocs-\S+|mike) \| ([\d.]+) \|", OTHER_PLUGINS, flags=re.MULTILINE)
    locks = [(LOCKS / f"{name}.txt").read_text("utf-8") for name in ("neighbours", "jupyter")]
    locked = {each for lock in locks for each in re.findall(r"^(\S+)==([\w.]+)", lock, flags=re.MULTILINE)}
    assert len(rows) > 8
    assert [row for row in rows if row not in locked] == []
