"""Pages with a fence, whose WORD and NAME are those of either kind, and what must come of it."""

from collections.abc import Mapping

AROUND: Mapping[str, tuple[str, str]] = {
    "between paragraphs": ("before\n\n```WORD\nNAME\n```\n\nafter", "<p>before</p> THING <p>after</p>"),
    "without empty lines": ("before\n```WORD\nNAME\n```\nafter", "<p>before</p> THING <p>after</p>"),
    "in a quote": (
        "> before\n> ```WORD\n> NAME\n> ```\n> after",
        "<blockquote> <p>before</p> THING <p>after</p> </blockquote>",
    ),
    "behind a quote in an admonition": (
        "!!! note\n    > quoted\n    ```WORD\n    NAME\n    ```",
        '<div class="admonition note"> <p class="admonition-title">Note</p> '
        "<blockquote> <p>quoted</p> </blockquote> THING </div>",
    ),
    "behind a quote in a tight item": (
        "- one\n  > quoted\n  ```WORD\n  NAME\n  ```",
        "<ul> <li>one<blockquote> <p>quoted</p> </blockquote> </li> </ul> THING",
    ),
    "in the last item of a tight list": (
        "- one\n- two\n  ```WORD\n  NAME\n  ```",
        "<ul> <li>one</li> <li>two THING </li> </ul>",
    ),
    "between the items of a tight list": (
        "- one\n    ```WORD\n    NAME\n    ```\n- two",
        "<ul> <li>one THING </li> <li>two</li> </ul>",
    ),
    "on a bullet's line": (
        "- ```WORD\n  NAME\n  ```\n- two",
        "<ul> <li> THING </li> <li>two</li> </ul>",
    ),
    "three columns in, in a numbered list": (
        "1. one\n   ```WORD\n   NAME\n   ```\n2. two",
        "<ol> <li>one THING </li> <li>two</li> </ol>",
    ),
    "before several lines of a tight item": (
        "- one\n    ```WORD\n    NAME\n    ```\n    more\n    text\n- two",
        "<ul> <li>one THING more text</li> <li>two</li> </ul>",
    ),
    "in the midst of a tight item": (
        "- one\n  ```WORD\n  NAME\n  ```\n  more\n- two",
        "<ul> <li>one THING more</li> <li>two</li> </ul>",
    ),
    "behind a nested list": (
        "- outer\n    - inner\n    ```WORD\n    NAME\n    ```",
        "<ul> <li> <p>outer</p> <ul> <li>inner</li> </ul> THING </li> </ul>",
    ),
    "before text that ends the list": (
        "- ```WORD\n  NAME\n  ```\ntext",
        "<ul> <li> THING </li> </ul> <p>text</p>",
    ),
    "in a loose list": (
        "1. one\n\n    ```WORD\n    NAME\n    ```",
        "<ol> <li> <p>one</p> THING </li> </ol>",
    ),
    "in an admonition": (
        "!!! note\n\n    before\n\n    ```WORD\n    NAME\n    ```",
        '<div class="admonition note"> <p class="admonition-title">Note</p> <p>before</p> THING </div>',
    ),
    "in details": (
        "??? note\n\n    ```WORD\n    NAME\n    ```",
        '<details class="note"> <summary>Note</summary> THING </details>',
    ),
    "in a tab": (
        '=== "One"\n\n    ```WORD\n    NAME\n    ```',
        '<div class="tabbed-set tabbed-alternate" data-tabs="1:1"><input checked="checked" id="__tabbed_1_1" '
        'name="__tabbed_1" type="radio" /><div class="tabbed-labels"><label for="__tabbed_1_1">One</label>'
        '</div> <div class="tabbed-content"> <div class="tabbed-block"> THING </div> </div> </div>',
    ),
}
"""The page, and its HTML with THING for what the fence becomes."""

FOUND: Mapping[str, str] = {
    "at the margin": "```WORD\nNAME\n```",
    "tildes": "~~~ WORD\nNAME\n~~~",
    "closed by more marks": "```WORD\nNAME\n`````",
    "in an admonition": "!!! note\n    ```WORD\n    NAME\n    ```",
    "in an admonition, by tabs": "!!! note\n\t```WORD\n\tNAME\n\t```",
    "in a quote": "> ```WORD\n> NAME\n> ```",
    "in a list": "- item\n\n    ```WORD\n    NAME\n    ```",
    "on a bullet's line": "- ```WORD\n  NAME\n  ```",
    "on a number's line": "1. ```WORD\n   NAME\n   ```",
    "on a bullet's line in a quote": "> - ```WORD\n>   NAME\n>   ```",
    "in a quote on a bullet's line": "- > ```WORD\n  > NAME\n  > ```",
    "behind a fence that is never closed": "```python\nnever closed\n\n~~~WORD\nNAME\n~~~",
    "behind a list item that ends an open fence": "- ```python\n  open\n\ntext\n\n```WORD\nNAME\n```",
    "behind a quote that ends an open fence": "> ```\n> open\n\n```WORD\nNAME\n```",
    "behind a fence in code": "```WORD``` is the word\n\n```WORD\nNAME\n```",
    "behind a comment": "<!-- a comment\n-->\n\n```WORD\nNAME\n```",
    "behind a comment that is never closed": "Write <!-- to begin.\n\n```WORD\nNAME\n```",
    "behind a comment's sign in code": "Write `<!--` and `-->`:\n\n```WORD\nNAME\n```",
    "in HTML that takes Markdown": "<div markdown>\n\n```WORD\nNAME\n```\n\n</div>",
}
"""A page with one fence that places what it names."""

SAMPLES: Mapping[str, tuple[str, str]] = {
    "in a longer fence": ("````\n```WORD\nNAME\n```\n````\n", "```WORD\nNAME\n```"),
    "in a fence of tildes": ("~~~\n```WORD\nNAME\n```\n~~~\n", "```WORD\nNAME\n```"),
    "in a longer fence of tildes": ("~~~~\n~~~WORD\nNAME\n~~~\n~~~~\n", "~~~WORD\nNAME\n~~~"),
    "in a fence with a language": ("````md\n```WORD\nNAME\n```\n````\n", "```WORD\nNAME\n```"),
    "in a fence in a quote": ("> ````\n> ```WORD\n> NAME\n> ```\n> ````", "```WORD\nNAME\n```"),
    "in a fence on a bullet's line": ("- ````md\n  ```WORD\n  NAME\n  ```\n  ````", "```WORD"),
    "in a fence that closes further out": ("````\n- ````\n  ```WORD\n  NAME\n  ```\n````", "```WORD"),
    "in a comment": ("<!--\n```WORD\nNAME\n```\n-->\n\ntext", "NAME"),
    "in indented code": (
        "text\n\n    ```WORD\n    <b> & NAME\n    ```\n",
        "```WORD\n&lt;b&gt; &amp; NAME\n```",
    ),
    "below other indented code": (
        "text\n\n    one\n    ```WORD\n    NAME\n    ```\n    two\n",
        "one\n```WORD\nNAME\n```\ntwo",
    ),
    "two in indented code": (
        "text\n\n    ```WORD\n    NAME\n    ```\n    ```WORD\n    NAME\n    ```\n",
        "```WORD\nNAME\n```\n```WORD\nNAME\n```",
    ),
    "on a bullet's line in indented code": (
        "text\n\n    - ```WORD\n      NAME\n      ```\n    - two",
        "- ```WORD\n  NAME\n  ```\n- two",
    ),
    "in a tight list in indented code": (
        "text\n\n    - one\n      ```WORD\n      NAME\n      ```\n    - two",
        "- one\n  ```WORD\n  NAME\n  ```\n- two",
    ),
    "in a quote in indented code": (
        "text\n\n    > ```WORD\n    > NAME\n    > ```\n    > after",
        "&gt; ```WORD\n&gt; NAME\n&gt; ```\n&gt; after",
    ),
    "in indented code of a list": (
        "- item\n\n        ```WORD\n        NAME\n        ```\n",
        "```WORD\nNAME\n```",
    ),
    "in indented code, behind another space": (
        "text\n\n    \u00a0```WORD\n    NAME\n    ```\n",
        "\u00a0```WORD\nNAME\n```",
    ),
    "a name of a file that begins alike": ("```WORD.py\nNAME\n```\n", "NAME"),
    "another word that begins alike": ("```WORDs\nNAME\n```\n", "NAME"),
    "a class that begins alike": ("```{.python .WORD-like}\nNAME\n```\n", "NAME"),
}
"""A page that shows a fence, and the lines that it must show."""

TOLD: Mapping[str, tuple[str, str, int]] = {
    "unknown": ("text\n\n```WORD\nnone\n```", "unknown", 3),
    "in a list": ("- item\n\n    ```WORD\n    none\n    ```", "unknown", 3),
    "in a quote": ("> ```WORD\n> none\n> ```", "unknown", 1),
    "below code that is worded alike": (
        "text\n\n    ```WORD\n    none\n    ```\n\n- ```WORD\n  none\n  ```",
        "unknown",
        7,
    ),
    "below a comment": ("<!--\n```WORD\nnone\n```\n-->\n\n```WORD\nnone\n```", "unknown", 7),
    "empty": ("```WORD\n\n```", "empty", 1),
    "empty, below one that is never closed": ("> ```WORD\n\n```WORD\n```", "unclosed", 1),
    "more than the word": ("```WORD NAME\n```", "more", 1),
    "attributes": ("```{.WORD}\nNAME\n```", "more", 1),
    "attributes, set apart": ("``` { .WORD #id }\nNAME\n```", "more", 1),
    "attributes behind an id": ("``` {#id .WORD}\nNAME\n```", "more", 1),
    "attributes behind the word": ("```WORD{ .wide }\nNAME\n```", "more", 1),
    "a colon and a name": ("```WORD: NAME\nNAME\n```", "more", 1),
    "a comma": ("```WORD,\nNAME\n```", "more", 1),
    "a sign of equality": ("```WORD=NAME\nNAME\n```", "more", 1),
    "brackets": ("```[WORD]\nNAME\n```", "more", 1),
    "behind another space": ("text\n\u00a0```WORD\nNAME\n\u00a0```\n", "space", 2),
    "indented by other spaces": ("text\n\n\u00a0\u00a0\u00a0\u00a0```WORD\nNAME\n```\n", "space", 3),
    "behind another space in an admonition": ("!!! note\n    \u00a0```WORD\n    NAME\n    ```\n", "space", 2),
    "behind another space in a list": ("- item\n\n  \u00a0```WORD\n  NAME\n  ```\n", "space", 3),
    "a title": ('```WORD title="`x`"\nNAME\n```'.replace("`x`", "x"), "more", 1),
    "a title in backticks, by tildes": ("~~~ WORD `x`\nNAME\n~~~", "more", 1),
    "never closed": ("text\n\n```WORD\nNAME\n", "unclosed", 3),
    "closed by fewer marks": ("````WORD\nNAME\n```\n", "unclosed", 1),
    "closed by another sign": ("~~~WORD\nNAME\n```\n", "unclosed", 1),
    "closed further in": ("```WORD\nNAME\n  ```\n", "unclosed", 1),
    "never closed in a list": ("- ```WORD\n", "unclosed", 1),
    "never closed in a quote": ("> ```WORD\n", "unclosed", 1),
    "never closed in an admonition": ("!!! note\n    ```WORD\n", "unclosed", 2),
    "twice": ("```WORD\nNAME\n```\n\n```WORD\nNAME\n```", "twice", 5),
    "twice, in other words": ("```WORD\nNAME\n```\n\n~~~WORD\n\nNAME\n~~~", "twice", 5),
    "in raw HTML": ("text\n\n<div>\n\n```WORD\nNAME\n```\n\n</div>\n", "raw", 5),
    "in a raw element of text": ("text\n\n<pre>\n```WORD\nNAME\n```\n</pre>\n", "raw", 4),
}
"""The page, which of its mistakes is told, and in which line; there may be more."""
