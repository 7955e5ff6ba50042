"""Where on a page a fence may stand, and what must stand round its block or figure then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent

EXTENSIONS: Sequence[str | Mapping[str, Mapping[str, bool]]] = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.blocks.admonition",
    "pymdownx.details",
    {"pymdownx.tabbed": {"alternate_style": True}},
]
"""What a page may use beside fences."""

FENCES: Mapping[str, Sequence[str]] = {
    "superfences": ["pymdownx.highlight", "pymdownx.superfences"],
    "fenced_code": ["fenced_code"],
    "neither": [],
}
"""The extensions that know fences, of which a page uses one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page with a fence, and the elements that must stand round what it becomes, the outermost first.

    In the page, WORD is the word behind the fence's marks, NAME what it names.
    """

    text: str
    inside: tuple[str, ...]

    def page(self, word: str, name: str) -> str:
        """The page with a fence of one kind."""
        return dedent(self.text).lstrip("\n").replace("WORD", word).replace("NAME", name)


PLACES: Mapping[str, Place] = {
    "top level": Place(
        """
        before

        ```WORD
        NAME
        ```

        after
        """,
        (),
    ),
    "top level without empty lines": Place(
        """
        before
        ```WORD
        NAME
        ```
        after
        """,
        (),
    ),
    "tildes and a longer fence": Place(
        """
        before

        ~~~~ WORD
        NAME
        ~~~~

        after
        """,
        (),
    ),
    "admonition": Place(
        """
        !!! note

            before

            ```WORD
            NAME
            ```

            after
        """,
        ("div.admonition",),
    ),
    "details": Place(
        """
        ??? note

            before

            ```WORD
            NAME
            ```

            after
        """,
        ("details.note",),
    ),
    "tab": Place(
        """
        === "One"

            before

            ```WORD
            NAME
            ```

            after

        === "Two"

            other
        """,
        ("div.tabbed-set", "div.tabbed-content", "div.tabbed-block"),
    ),
    "block syntax of an admonition": Place(
        """
        /// note | Title
        before

        ```WORD
        NAME
        ```

        after
        ///
        """,
        ("div.admonition",),
    ),
    "loose list": Place(
        """
        - before

            ```WORD
            NAME
            ```

            after

        - another
        """,
        ("ul", "li"),
    ),
    "tight list": Place(
        """
        - before
            ```WORD
            NAME
            ```
        - after
        """,
        ("ul", "li"),
    ),
    "a bullet's own line": Place(
        """
        before

        - ```WORD
          NAME
          ```
        - after
        """,
        ("ul", "li"),
    ),
    "nested list": Place(
        """
        - outer
            - before

                ```WORD
                NAME
                ```

                after
        """,
        ("ul", "li", "ul", "li"),
    ),
    "ordered list": Place(
        """
        1.  before

            ```WORD
            NAME
            ```

            after

        2.  another
        """,
        ("ol", "li"),
    ),
    "a number's own line": Place(
        """
        before

        1.  ```WORD
            NAME
            ```

        2.  after
        """,
        ("ol", "li"),
    ),
    "block quote": Place(
        """
        > before
        >
        > ```WORD
        > NAME
        > ```
        >
        > after
        """,
        ("blockquote",),
    ),
    "list in a block quote": Place(
        """
        > - before
        >
        >     ```WORD
        >     NAME
        >     ```
        >
        >     after
        """,
        ("blockquote", "ul", "li"),
    ),
    "admonition in a list": Place(
        """
        - first

            !!! note

                before

                ```WORD
                NAME
                ```

                after
        """,
        ("ul", "li", "div.admonition"),
    ),
    "list in a tab in an admonition": Place(
        """
        !!! note

            === "One"

                - before

                    ```WORD
                    NAME
                    ```

                    after
        """,
        ("div.admonition", "div.tabbed-set", "div.tabbed-content", "div.tabbed-block", "ul", "li"),
    ),
    "Markdown in HTML": Place(
        """
        <div class="wrap" markdown>

        before

        ```WORD
        NAME
        ```

        after

        </div>
        """,
        ("div.wrap",),
    ),
    "Markdown in HTML in Markdown in HTML": Place(
        """
        <section class="outer" markdown>
        <div class="wrap" markdown>

        before

        ```WORD
        NAME
        ```

        after

        </div>
        </section>
        """,
        ("section.outer", "div.wrap"),
    ),
    "definition": Place(
        """
        Term

        :   before

            ```WORD
            NAME
            ```

            after
        """,
        ("dl", "dd"),
    ),
    "below front matter": Place(
        """
        ---
        title: Front matter
        ---

        before

        ```WORD
        NAME
        ```

        after
        """,
        (),
    ),
}
