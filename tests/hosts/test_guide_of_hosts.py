"""The guide's page on hosts: what it tells authors to write is what the hosts have, and what they build."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.hosts.host import Host
from tools.python_environment import ROOT

GUIDE = (ROOT / "docs/authoring/hosts.md").read_text("utf-8")

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
