"""Which fences of a page place a figure."""

import pytest

from computed_figures.fences import figure_fences


def bodies(page: str) -> list[tuple[str, ...] | None]:
    return [fence.body for fence in figure_fences(page.splitlines())]


@pytest.mark.parametrize(
    "page",
    [
        "```figure\nbars\n```",
        "~~~ figure\nbars\n~~~",
        "    ```figure\n    bars\n    ```",
        "> ```figure\n> bars\n> ```",
        "- item\n\n    ```figure\n    bars\n    ```",
        "- ```figure\n  bars\n  ```",
        "1. ```figure\n   bars\n   ```",
        "> - ```figure\n>   bars\n>   ```",
    ],
)
def test_a_fence_is_found_wherever_text_may_stand(page: str) -> None:
    assert bodies(page) == [("bars",)]


@pytest.mark.parametrize(
    "page",
    [
        "````\n```figure\nbars\n```\n````",
        "~~~\n```figure\nbars\n```\n~~~",
        "- ````markdown\n  ```figure\n  bars\n  ```\n  ````",
        "> ````\n> ```figure\n> bars\n> ```\n> ````",
    ],
)
def test_a_fence_shown_inside_another_is_a_sample(page: str) -> None:
    assert bodies(page) == []


@pytest.mark.parametrize(
    "page",
    [
        "```python\nnever closed\n\n~~~figure\nbars\n~~~",
        "- ```python\n  never closed\n\ntext\n\n```figure\nbars\n```",
        "> ```\n> never closed\n\n```figure\nbars\n```",
    ],
)
def test_a_fence_that_is_never_closed_does_not_swallow_the_page(page: str) -> None:
    assert bodies(page) == [("bars",)]


def test_a_figure_fence_that_is_never_closed_has_no_body() -> None:
    assert bodies("```figure\nbars\n") == [None]


def test_inline_code_at_the_start_of_a_line_opens_no_fence() -> None:
    assert bodies("```figure``` is the word\n\n```figure\nbars\n```") == [("bars",)]


def test_other_words_that_begin_alike_are_no_figure() -> None:
    assert bodies("```figures\nbars\n```") == []
