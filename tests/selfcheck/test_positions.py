"""Words that speak of an option's place are found under `shuffle`, and no others are taken for such."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from selfcheck.checks.positions import complaints_about_positions
from selfcheck.complaint import FieldPath
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import problems

OPTIONS = ("a stride of two", "a kernel of three", "a padding of one", "a dilation of two")


def told(
    *,
    options: Sequence[str] = OPTIONS,
    stem: str = "What halves the map?",
    feedback: str = "",
) -> list[str]:
    """The words that are told of a question with these texts."""
    parts = {
        "stem": stem,
        "options": [{"text": text} for text in options],
        "explanation": feedback,
        "shuffle": "true",
    }
    return [
        each.message.rpartition(" means nothing")[0][1:-1]
        for each in complaints_about_positions(parts, "shuffle")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Look at option B again.", "option B"),
        ("Option (b) has the larger stride.", "Option (b)"),
        ("That is option **C**.", "option **C**"),
        ("As in option `c`, nothing is left.", "option `c`"),
        ("Options 1 and 2 keep the size.", "Options 1 and 2"),
        ("Options A, B and D keep the size.", "Options A, B and D"),
        ("Answers 1–3 keep the size.", "Answers 1–3"),
        ("Choice #2 does the same.", "Choice #2"),
        ("See answer no. 4.", "answer no. 4"),
        ('The option "a" does not.', 'option "a"'),
        ("The size rules out (b) and (c).", "(b) and (c)"),
        ("The size rules out (b).", "(b)"),
        ("(a), (b) & (d) keep the size.", "(a), (b) & (d)"),
        ("The first option keeps the size.", "first option"),
        ("The first two options keep the size.", "first two options"),
        ("The last option is it.", "last option"),
        ("The previous option has a larger kernel.", "previous option"),
        ("The next answer is nearer.", "next answer"),
        ("The second and third options keep it.", "second and third options"),
        ("The first two are right.", "the first two are right"),
        ("The last one is wrong.", "The last one is wrong"),
        ("All of the above.", "All of the above"),
        ("both of the above apply", "both of the above"),
        ("None of the above is right, since all keep the size.", "None of the above"),
        ("All the above.", "All the above"),
        ("The option above keeps the size.", "option above"),
        ("The answers below are wrong.", "answers below"),
        ("The above options keep it.", "The above options"),
        ("The option before this one keeps it.", "option before this"),
        ("The option at the top is it.", "option at the top"),
        ("A and C are right.", "A and C are right"),
        ("Both A and C are correct.", "Both A and C are correct"),
        ("B is wrong: it keeps the size.", "B is wrong"),
        ("The right answer is C.", "The right answer is C"),
        ("The correct answers are A and C, of course.", "The correct answers are A and C"),
        ("Options 1 through 3 keep the size.", "Options 1 through 3"),
        ("The 2nd option keeps the size.", "2nd option"),
        ("The middle option keeps the size.", "middle option"),
        ("Option two keeps it, option three does not.", "option three"),
        ("The second of these options keeps the size.", "second of these options"),
        ("The answer is (c).", "The answer is (c)"),
        ("(b) is wrong here.", "(b) is wrong"),
        ("Any two of the above.", "Any two of the above"),
        ("Answer choices A and B keep the size.", "choices A and B"),
        ("Die erste Antwort behält die Größe.", "erste Antwort"),
        ("Die ersten beiden Antworten behalten die Größe.", "ersten beiden Antworten"),
        ("Antwort B behält die Größe.", "Antwort B"),
        ("Die Antworten 1 und 3 behalten sie.", "Antworten 1 und 3"),
        ("Keine der genannten ist es.", "Keine der genannten"),
        ("Die vorige Antwort ist es.", "vorige Antwort"),
        ("La première réponse garde la taille.", "première réponse"),
        ("La réponse B garde la taille.", "réponse B"),
        ("Aucune des réponses ci-dessus.", "Aucune des réponses ci-dessus"),
        ("Todas las anteriores.", "Todas las anteriores"),
        ("La opción anterior.", "opción anterior"),
        ("Nenhuma das anteriores.", "Nenhuma das anteriores"),
        ("A opção B.", "opção B"),
        ("以上都是。", "以上都"),
        ("选项B保持大小。", "选项B"),
        ("上記のすべて", "上記のすべて"),
        ("選択肢2は違います。", "選択肢2"),
        ("جميع ما سبق", "جميع ما سبق"),
        ("The fourth choice is wrong.", "The fourth choice is wrong"),
        ("The second is the right one.", "The second is the right"),
        ("The one above is right.", "The one above is right"),
        ("a) is correct.", "a) is correct"),
        ("The first 2 options keep the size.", "first 2 options"),
        ("Options two through four are alike.", "Options two through four"),
        ("The third option from the left.", "third option"),
        ("The second answer from the top.", "second answer"),
        ("As option B's kernel shows.", "option B"),
        ("That is option ‘B’.", "option ‘B’"),
        ("The option labelled B keeps it.", "option labelled B"),
        ("The option marked (c) keeps it.", "option marked (c)"),
        ("Correct answer: B", "answer: B"),
        ("If you chose B, you forgot the padding.", "chose B"),
        ("All three above.", "All three above"),
        ("All of these above.", "All of these above"),
        ("Die Antworten a) und c) sind richtig.", "Antworten a) und c)"),
        ("Antwortmöglichkeit B behält sie.", "Antwortmöglichkeit B"),
        ("Die zweite Antwortmöglichkeit behält sie.", "zweite Antwortmöglichkeit"),
        ("Las dos primeras opciones son correctas.", "primeras opciones"),
        ("As duas primeiras opções estão certas.", "primeiras opções"),
        ("前两个选项是对的。", "前两个选项"),
        ("最初の選択肢が正しい。", "最初の選択肢"),
        ("2番目の選択肢が正しい。", "2番目の選択肢"),
        ("الخيار (ب) صحيح", "الخيار (ب)"),
        ("B is false.", "B is false"),
        ("A is true, since the stride is two.", "A is true"),
        ("A and C are true.", "A and C are true"),
        ("Letter B is right.", "Letter B is right"),
        ("The letter b is wrong.", "The letter b is wrong"),
        ("B is wrong in that it keeps the size.", "B is wrong"),
        ("The former is right.", "The former is right"),
        ("The latter option keeps the size.", "The latter option"),
    ],
)
def test_words_that_speak_of_places_are_found(text: str, words: str) -> None:
    assert [each.casefold() for each in told(feedback=text)] == [words.casefold()]


@pytest.mark.parametrize(("shuffle", "count"), [("shuffle: true\n", 1), ("shuffle: false\n", 0), ("", 0)])
def test_places_mean_something_where_nothing_is_shuffled(shuffle: str, count: int) -> None:
    question = (
        "id: halved\ntype: single-choice\nstem: What halves the map?\nexplanation: The first option does.\n"
        "options: [{text: a stride of two, correct: true}, {text: a padding of one}]\n"
    )
    assert len(problems(quiz_of(question + shuffle))) == count


@pytest.mark.parametrize(
    "option",
    [
        "The first two",
        "Only the first two",
        "The last one.",
        "Both the first and the second",
        "A and C",
        "A and C only",
        "Only B",
        "1 and 3 only",
        "(a) and (c)",
        "Both a) and b)",
        "Both A and B",
        "Neither A nor B",
        "A, B and C",
        "All of these",
        "None of these",
        "Both of these options",
        "All of the above",
        "None of the above",
        "All of the options",
        "All but the first",
        "All except B",
        "A only",
        "Everything above",
        "nur 1 und 3",
        "A und C",
        "Keine davon",
        "Die ersten beiden",
        "Alle oben genannten",
        "Les deux premières",
        "A/B",
        "A / C",
        "a and b",
        "a, b and c",
        "both a and c",
        "only a and d",
        "The former",
        "Only the latter.",
    ],
)
def test_an_option_made_of_other_options_is_found(option: str) -> None:
    assert len(told(options=[*OPTIONS, option])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The first layer sees edges.",
        "At first, nothing is learned.",
        "A is a matrix, and B its inverse.",
        "The two above the diagonal are zero.",
        "Steps 1 and 2 of the algorithm.",
        "Step 1 and 2 of the algorithm are run again.",
        "The first two layers halve the map.",
        "The first two of its three convolutions keep the size.",
        "The last layer is linear.",
        "In the last one hundred steps, it diverges.",
        "None of the above layers is trained.",
        "All of the weights above the threshold are kept.",
        "Which of the following options holds?",
        "Select all options that apply.",
        "The answer is 42.",
        "The answer 42 is known from elsewhere.",
        "Write your answer as a digit such as 0 or 1.",
        "Answers below 10 are too small.",
        "The options above a threshold of 0.5 are kept.",
        "ReLU is the first choice for most networks.",
        "Your first answer counts.",
        "Its first option is the path.",
        "The first option of the command is its path.",
        "The first answer that comes to mind is seldom right.",
        "The last answer of the server was an error.",
        "The option a user picks is stored.",
        "An answer I gave before.",
        "The A and C blocks share their weights.",
        "Vitamin A and C are needed.",
        "Plan B is right there.",
        "If A is true and B is false, then so is their conjunction.",
        "The next step is the previous one undone.",
        "The previous layer has more channels.",
        "`option 1` of the call is its name.",
        "With $A$ and $B$ symmetric, so is their sum.",
        "```python\n# Option 1: nothing\n```\nNothing else.",
        "In the second answerable case, nothing is lost.",
        "Both are right angles.",
        "The next option is to train longer.",
        "All of the options are valid Python.",
        "It depends on all previous choices.",
        "If your previous answers were kept, they are shown.",
        "The answer is 2.",
        "The other options keep the size.",
        "None of these is the default.",
        "All of the answers are numbers that the reader computes from h.".replace("All of the", "All its"),
        "See the figure above, and the table below.",
        "Die erste Schicht sieht Kanten.",
        "Die letzten beiden Schichten halbieren die Karte.",
        "Der Option gemäß wird gerundet.",
        "La première couche voit des bords.",
        "Las capas anteriores son lineales.",
        "以上のような場合",
        "O passo anterior é repetido.",
        "The final answer is 3.",
        "The final answer is in pixels.",
        "The first is right-handed.",
        "C is right-handed.",
        "ReLU is the first choice.",
        "Option 3 of `git rebase` is seldom used.",
        "Options 1 and 2 of the licence hold.",
        "Response 1 of the network is a map.",
        "The first answer from the server is kept.",
        "Die letzte Möglichkeit ist, länger zu trainieren.",
        "Die erste Möglichkeit des Lernens ist die Nachahmung.",
        "La première option de la commande est son chemin.",
        "第一个选项卡是网络。",
        "The last option passed wins.",
        "The first option set is the default.",
        "C is correct in most compilers.",
        "B is right for small maps.",
        "Run it with option B set in the configuration file.",
        "With option B enabled, it is slower.",
        "Option B is disabled by default.",
        "If A is true, B is false.",
        "B is false positives over negatives.",
        "The letter B is a consonant.",
        "Strides and padding change the size; the latter is right here.",
        "The former has more weights.",
        "A/B testing compares two groups.",
        "Article 6(1)(a) and (b) hold here.",
        "Section 2 (a) and (b) hold here.",
        "Panels (b) and (c) show the same map.",
        "It takes (a) a kernel and (b) a stride; of (a) and (b), the latter is a number.",
        "The function `f` is called as f(a) and (b) is kept.",
    ],
)
def test_the_same_words_about_something_else_are_left_alone(text: str) -> None:
    assert told(feedback=text) == []


def test_numbers_that_are_answers_are_no_options() -> None:
    assert told(options=["2 and 3", "1 and 6", "-2 and -3", "1 and 2"], stem="What are the roots?") == []
    assert told(options=["2", "3", "2 and 3", "4"], stem="What are the roots?") == []
    assert told(options=["1", "2", "3", "4"], feedback="The answer 3 is for a stride of two.") == []


def test_letters_that_the_stem_gives_to_things_of_its_own_are_no_options() -> None:
    stem = "A and B are symmetric matrices, C is not. Which products are symmetric?"
    options = ["A and B alone", "all products of two", "those with C in them", "A and C"]
    assert told(stem=stem, options=options, feedback="A and B are right; C is wrong.") == []


def test_letters_that_options_give_to_things_are_what_they_say() -> None:
    assert told(options=["A", "B", "A and B", "neither"], feedback="A is right, since it is symmetric.") == []
    assert told(options=["vitamin A", "vitamin C", "iron", "salt"], feedback="C is wrong: it is lost.") == []


def test_an_option_about_what_the_stem_names_is_left_alone() -> None:
    assert told(stem="Zero, one, two: which are even?", options=["zero", "two", "one", "All of them"]) == []


def test_one_of_two_that_the_stem_names_is_no_place() -> None:
    options = ["the former", "the latter", "both", "neither"]
    assert told(stem="Which is faster, a stride or a pooling?", options=options) == []
    assert told(stem="Is a pooling or a stride faster?", feedback="The latter is right.") == []


def test_letters_of_formulas_are_no_options() -> None:
    assert told(options=["a and b", "a or b", "not a", "not b"], stem="What is true for two truths?") == []
    assert told(options=["A/B", "B/A", "A + B", "A - B"], stem="How many times B is A?") == []
    assert told(options=[*OPTIONS, "a and b"], stem="Here `b` is true. What else may be?") == []


def test_options_that_the_stem_itself_numbers_keep_their_numbers() -> None:
    stem = "```rust\n// Option 1: return a reference\n// Option 2: return a copy\n```\nWhich of them holds?"
    assert told(stem=stem, options=["Option 1", "Option 2", "both"], feedback="Options 1 and 2 hold.") == []


@pytest.mark.parametrize("number", ["{}", "`{}`", '"{}"'])
def test_a_long_list_of_numbers_comes_to_its_end(number: str) -> None:
    """Read in more ways than one, thirty numbers would take longer than the limit of a test."""
    numbers = ", ".join(number.format(each) for each in range(1, 31))
    assert told(options=(f"{numbers}, 100", *OPTIONS), feedback=f"{numbers} miles were right.") == []


def test_the_line_of_the_words_is_told() -> None:
    parts = {
        "stem": "one\n\ntwo, as option B says",
        "options": [{"text": "x"}, {"text": "y"}],
        "shuffle": "true",
    }
    (complaint,) = complaints_about_positions(parts, "shuffle")
    assert (complaint.path, complaint.line_in_text) == (("stem",), 2)


def paths_told(options: object, explanation: str) -> list[FieldPath]:
    """Where positions are told in a question whose options have this form."""
    parts = {"stem": "What halves the map?", "options": options, "explanation": explanation}
    return [each.path for each in complaints_about_positions(parts, "shuffle")]


def test_options_may_be_texts_alone() -> None:
    options = ["a stride", "a kernel", "All of the above"]
    assert paths_told(options, "See option B.") == [("options", 2), ("explanation",)]


@pytest.mark.parametrize("options", [None, "ab", {"a": "x", "b": "y"}, [None, ["x"]]])
def test_options_of_another_form_are_no_traceback(options: object) -> None:
    assert bool(paths_told(options, "See option 1.")) is isinstance(options, list)


def test_an_invalid_option_keeps_its_place() -> None:
    options = [None, {"text": "a stride"}, {"text": "a kernel"}, {"text": "Only B", "pinned": "true"}]
    assert paths_told(options, "D is wrong.") == [("options", 3, "text"), ("explanation",)]
