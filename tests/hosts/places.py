"""Where on a page a fence may stand, and what must stand round its block then."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page with a fence, and the elements that must stand round its block, from outermost to innermost."""

    page: str
    inside: tuple[str, ...]


PLACES: Mapping[str, Place] = {
    "top level": Place(
        """
        before

        ```quiz
        grids
        ```

        after
        """,
        (),
    ),
    "top level without empty lines": Place(
        """
        before
        ```quiz
        grids
        ```
        after
        """,
        (),
    ),
    "tildes and a longer fence": Place(
        """
        before

        ~~~~ quiz
        grids
        ~~~~

        after
        """,
        (),
    ),
    "admonition": Place(
        """
        !!! note

            before

            ```quiz
            grids
            ```

            after
        """,
        ("div.admonition",),
    ),
    "details": Place(
        """
        ??? note

            before

            ```quiz
            grids
            ```

            after
        """,
        ("details.note",),
    ),
    "tab": Place(
        """
        === "One"

            before

            ```quiz
            grids
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

        ```quiz
        grids
        ```

        after
        ///
        """,
        ("div.admonition",),
    ),
    "loose list": Place(
        """
        - before

            ```quiz
            grids
            ```

            after

        - another
        """,
        ("ul", "li"),
    ),
    "tight list": Place(
        """
        - before
            ```quiz
            grids
            ```
        - after
        """,
        ("ul", "li"),
    ),
    "a bullet's own line": Place(
        """
        before

        - ```quiz
          grids
          ```
        - after
        """,
        ("ul", "li"),
    ),
    "nested list": Place(
        """
        - outer
            - before

                ```quiz
                grids
                ```

                after
        """,
        ("ul", "li", "ul", "li"),
    ),
    "ordered list": Place(
        """
        1.  before

            ```quiz
            grids
            ```

            after

        2.  another
        """,
        ("ol", "li"),
    ),
    "a number's own line": Place(
        """
        before

        1.  ```quiz
            grids
            ```

        2.  after
        """,
        ("ol", "li"),
    ),
    "block quote": Place(
        """
        > before
        >
        > ```quiz
        > grids
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
        >     ```quiz
        >     grids
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

                ```quiz
                grids
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

                    ```quiz
                    grids
                    ```

                    after
        """,
        ("div.admonition", "div.tabbed-set", "div.tabbed-content", "div.tabbed-block", "ul", "li"),
    ),
    "Markdown in HTML": Place(
        """
        <div class="wrap" markdown>

        before

        ```quiz
        grids
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

        ```quiz
        grids
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

            ```quiz
            grids
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

        ```quiz
        grids
        ```

        after
        """,
        (),
    ),
}
