"""The documents of a foreign site: pages without questions, pages with them, and a page full of fences."""

QUIZ = """
    title: Grids
    questions:
      - id: stride-of-a-grid
        type: single-choice
        section: guide/deep/lesson.md#the-grid
        stem: Which stride halves the grid? See [the guide](guide/other.md).
        options:
          - text: stride 1
            feedback: It keeps the grid.
          - text: stride 2
            correct: true
        hints: [Count the steps.]
        explanation: Stride 2 visits every other position. ![](images/dot.svg)
      - id: labels-are-numbers
        type: true-false
        stem: |
          Every label is a number.

          A block of its own.
        answer: true
        explanation: Classes are counted from 0.
      - id: why-borders-blur
        type: short-answer
        stem: Why do borders blur?
        model-answer: The grid is coarse.
        rubric:
          - {idea: The grid is coarse., required: true}
        explanation: One cell stands for many pixels.
"""

# Every kind of fence and of code, with quiz fences as samples: none of it may change.
FENCES = """
    # Fences

    ```python
    print("plain")
    ```

    ~~~ yaml
    tilde: true
    ~~~

    ````md
    ```quiz
    grids
    ```
    ````

    ~~~~
    ~~~quiz
    grids
    ~~~
    ~~~~

    ```quizzical
    another language
    ```

    ```{.python .quiz-like}
    braces
    ```

    ``` { .yaml }
    nothing: closed
    ```

        ```quiz
        grids
        ```

        some_code()
        ```quiz
        grids

          ids: [a]
        ```
        more_code()

            ```quiz
            <b> &lt; & "quoted" *stars* _
            ```

            deeper = 1
            ```quiz
            grids
            ```


        - ```quiz
          grids
          ```

        > ```quiz
        > grids
        > ```

    Text with `` ```quiz `` and ``` `quiz` ``` in it.

    - A list item

        ```text
        nested
        ```

    - ````md
      ```quiz
      grids
      ```
      ````

    1. Ordered

            ```quiz
            indented as code in a list
            ```

    > ```text
    > quoted
    > ```
    >
    > ````md
    > ```quiz
    > grids
    > ```
    > ````
    >
    >     ```quiz
    >     indented as code in a quotation
    >     ```

    <!--
    ```quiz
    grids
    ```
    -->

    <pre>
    raw &lt;b&gt;
    </pre>

    !!! note

        ```text
        in an admonition
        ```

    \\`\\`\\`quiz is escaped.

    ```quiz-like
    unclosed at the end
"""

PAGES = {
    "docs/index.md": """
        # Home

        A page without a question. [A lesson](guide/deep/lesson.md), *emphasis*, `code`.

        | a | b |
        |---|---|
        | 1 | 2 |
    """,
    "docs/fences.md": FENCES,
    "docs/guide/other.md": """
        # Other

        Also without a question.

        ## A heading { #check-stride-of-a-grid }
    """,
    "docs/question.md": """
        # At the top

        Text before.

        ```quiz
        grids
        ```

        Text after.
    """,
    "docs/guide/deep/lesson.md": """
        # Lesson

        ## The grid

        Text.

        ```quiz
        quiz: grids
        only: [labels-are-numbers, stride-of-a-grid]
        ```
    """,
    "docs/images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n',
    "quizzes/grids.yml": QUIZ,
}
"""A site of four pages, two of them with questions."""

WITH_QUESTIONS = ("question", "guide/deep/lesson")
"""The pages that show questions, without their suffix."""
