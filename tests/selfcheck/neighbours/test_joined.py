"""The page on which mkdocs-print-site joins all others."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from selfcheck.neighbours.joined import JoinedPage
from tests.selfcheck.neighbours.plugins import Plugins

BLOCK = '<self-check id="check-one"><form></form></self-check>'
PAGE = f"""
<link rel="stylesheet" href="../assets/selfcheck/progress.1a.css">
<script src="../assets/selfcheck/progress.2b.js"></script>
<self-check-progress class="self-check-progress" data-as="cards"></self-check-progress>
<script src="../assets/selfcheck/review.3c.js"></script>
<self-check-review class="self-check-review"></self-check-review>
<script src="../assets/selfcheck/frame.4d.js"></script>
{BLOCK}
<div class="self-check-questions"><p>Questions</p><ul><li><a href="#check-one">One</a></li></ul></div>
<p>Text.</p>
"""


def test_progress_review_and_lists_are_not_on_the_joined_page(tmp_path: Path) -> None:
    read: list[str] = []
    file = tmp_path / "print_page.html"
    plugin = SimpleNamespace(
        on_page_content=lambda html, **_: read.append(html),
        on_post_build=lambda **_: file.write_text(read[0], "utf-8"),
        print_page=SimpleNamespace(file=SimpleNamespace(abs_dest_path=str(file)), url="print_page.html"),
    )
    plugins = Plugins(**{"print-site": plugin})
    plugins.events["page_content"] = [plugin.on_page_content]
    plugins.events["post_build"] = [plugin.on_post_build]
    JoinedPage(plugins)
    plugins.events["page_content"][0](PAGE, page=SimpleNamespace(url="a/"))
    plugins.events["post_build"][0]()
    lines = [line for line in file.read_text("utf-8").splitlines() if line.strip()]
    assert lines == [f'<script src="assets/selfcheck/frame.4d.js"></script>{BLOCK}', "<p>Text.</p>"]
