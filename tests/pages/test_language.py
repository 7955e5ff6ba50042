"""Language tags: one spelling for all who write them, and the direction of what they name."""

import pytest

from selfcheck.pages.language import direction_of, tag_of


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        (" pt_br ", "pt-BR"),
        ("pt-BR", "pt-BR"),
        ("zh_CN", "zh-CN"),
        ("zh-hans", "zh-Hans"),
        ("ZH_HANS_CN", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("fil", "fil"),
        # What YAML 1.1 makes of `language: no`, which is Norwegian.
        (False, "no"),
        (True, ""),
        (None, ""),
        ("", ""),
        ("Python", ""),
        ("fr, de", ""),
        (["fr"], ""),
        ("f", ""),
    ],
)
def test_a_tag_has_one_spelling(written: object, tag: str) -> None:
    assert tag_of(written) == tag


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("fa-IR", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("fr", "ltr"),
        ("zh-Hans", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_script_says_from_where_a_language_runs(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction
