"""Publishing: which policy a built folder gets, where it is stated, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.publishing.__main__ import is_whole, main, prepare
from tools.publishing.headers import FOR_A_YEAR, kept_for_a_year
from tools.publishing.inline_scripts import scripts_of
from tools.publishing.policy import fingerprint, policy, policy_in_pages

PAGE = """<html><head><meta charset="utf-8"><script>{}</script><script src="a.js"></script>
<script type="application/json">{{"data": 1}}</script></head></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages with an inline script each, and files of which some are named after their content."""
    files = {
        "index.html": PAGE.format("first()"),
        "below/index.html": PAGE.format("second()"),
        "assets/whole/a.0123abcd.js": "",
        "assets/whole/deeper/b.0123abcd.css": "",
        "assets/part/c.0123abcd.js": "",
        "assets/part/d.js": "",
    }
    for name, text in files.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


def test_the_policy_allows_the_scripts_that_the_pages_have_and_no_other(site: Path) -> None:
    # The second witness: openssl dgst -sha256 -binary | base64
    assert fingerprint("first()") == "'sha256-fDYmfWjvur9AxjhDbjHe6RvExc05MbXhhrbgz2vvy/A='"
    allowed = re.findall("'sha256-[^']+'", policy(site))
    assert allowed == sorted([fingerprint("first()"), fingerprint("second()")])
    assert "unsafe" not in policy(site)


@pytest.mark.parametrize(
    ("attributes", "runs"),
    [
        ("", True),
        (' type=""', True),
        (" type", True),
        (' type="module"', True),
        (' type="Text/JavaScript "', True),
        (' type="application/javascript"', True),
        (' type="importmap"', True),
        (' type="application/json"', False),
        (' type="text/plain"', False),
        (' type="module" src="a.js"', False),
    ],
)
def test_an_inline_script_counts_if_a_browser_runs_its_type(attributes: str, runs: bool) -> None:
    assert scripts_of(f"<script{attributes}>run()</script><p>text</p>") == (["run()"] if runs else [])


def test_a_page_states_the_policy_before_anything_that_it_rules(site: Path) -> None:
    prepare(site, "/", site.parent / "nginx.conf")
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        assert html.count("Content-Security-Policy") == 1
        assert html.index(policy_in_pages(site)) < html.index("<script")
    # Browsers refuse it there.
    assert "frame-ancestors" in policy(site)
    assert "frame-ancestors" not in policy_in_pages(site)


def test_a_folder_is_named_as_a_whole_where_all_in_it_is_kept(site: Path) -> None:
    assert kept_for_a_year(site) == ["assets/part/c.0123abcd.js", "assets/whole/*"]


def test_nginx_sends_every_header_from_every_location(site: Path) -> None:
    prepare(site, "/below/", site.parent / "nginx.conf")
    locations = (site.parent / "nginx.conf").read_text("utf-8").split("location ")[1:]
    assert len(locations) == 2
    assert [
        each for each in locations if f'Content-Security-Policy "{policy(site)}" always;' not in each
    ] == []
    kept = [re.findall(r'Cache-Control "([^"]+)"', each) for each in locations]
    assert kept == [["no-cache"], [FOR_A_YEAR]]


def test_a_page_without_a_place_for_the_policy_is_an_error(site: Path) -> None:
    (site / "bare.html").write_text("<p>", "utf-8")
    with pytest.raises(LookupError, match=r"bare\.html"):
        prepare(site, "/", site.parent / "nginx.conf")


def test_without_a_whole_address_nothing_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_whole("https://example.org/every-pixel/")
    for address in ("", "example.org", "https://example.org", "https://example.org/every-pixel"):
        monkeypatch.setenv("SITE_URL", address)
        assert main([str(tmp_path)]) == 1
        assert "make publish SITE_URL=https://" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
