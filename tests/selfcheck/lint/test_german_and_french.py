"""Flaws of questions in German and French, and sentences in these languages that have none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.selfcheck.lint.questions import choice, found_in

SAID = {
    "all-of-the-above",
    "none-of-the-above",
    "negative-stem",
    "double-stem",
    "option-by-letter",
    "absolute-in-distractors",
    "demand-repeated",
}
"""The rules that know words of both."""


def said_of(language: str, stem: str, *options: str, **fields: Any) -> set[str]:
    """What these rules find in a choice, with options of one word where none are given."""
    usual = options or ("Wien", "Graz", "Linz")
    return found_in(choice(*usual, stem=stem, **fields), language) & SAID


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("de", "Was ist kein erneuerbarer Energieträger?"),
        ("de", "Bei welchem Verb steht im Perfekt nicht „sein“?"),
        ("de", "Welche Aussage über Säuren ist falsch?"),
        ("de", "Wer gehörte nicht zur Weißen Rose?"),
        ("de", "Was darf man nicht mit ins Labor nehmen?"),
        ("de", "Wo darf man nicht parken?"),
        ("de", "Alle diese Länder außer einem grenzen an Polen. Welches ist es?"),
        ("fr", "Lequel de ces mots ne prend jamais d'accent ?"),
        ("fr", "Parmi ces villes, laquelle n’est pas une capitale ?"),
        ("de", "Was davon ist falsch?"),
        ("fr", "Quelle affirmation est fausse ?"),
        ("fr", "Parmi ces phrases, lesquelles sont incorrectes ?"),
        ("fr", "Quel mot est l'intrus ?"),
        ("fr", "Qui n'a pas été roi de France ?"),
        ("fr", "Tous ces fleuves vont vers la mer, sauf un. Lequel ?"),
        ("fr", "Cherchez l'intrus."),
    ],
)
def test_a_stem_that_asks_for_the_exception(language: str, stem: str) -> None:
    assert said_of(language, stem) == {"negative-stem"}


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("de", "Wo entspringt der Rhein und wohin fließt er?"),
        ("de", "Wer schrieb „Faust“ und wann erschien er?"),
        ("fr", "Qui a écrit « Les Misérables » et en quelle année ?"),
        ("fr", "Où se trouve le Louvre et quand a-t-il ouvert ?"),
    ],
)
def test_a_stem_that_asks_two_questions(language: str, stem: str) -> None:
    assert said_of(language, stem) == {"double-stem"}


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("de", "Warum kann man auf dem Mond nicht hören?"),
        ("de", "Was geschieht, wenn man ein Mittel nicht einnimmt?"),
        ("de", "Welche Stadt, die nicht am Meer liegt, hat einen Hafen?"),
        ("de", "Wie nennt man ein Dreieck, in dem keine zwei Seiten gleich lang sind?"),
        ("de", "Eine Zelle hat keinen Kern. Zu welcher Gruppe gehört sie?"),
        ("de", "Wer nicht fragt, bleibt dumm. Von wem stammt der Satz?"),
        ("de", "Was versteht man unter einem nicht linearen System?"),
        ("de", "Was sagt das Gesetz über nicht eheliche Kinder?"),
        ("de", "Wann gilt ein Vertrag als nicht geschlossen?"),
        ("de", "Was ist mit nicht-euklidisch gemeint?"),
        ("fr", "Quel est le sens de l'expression « ne pas manquer » ?"),
        ("fr", "Quelle personne n'ayant pas signé fut exclue ?"),
        ("fr", "À quelle condition le vote n'est-il pas valable ?"),
        ("de", "Welcher Stoff leitet nicht nur Strom, sondern auch Wärme?"),
        ("de", "Woran erkennt man, wer spricht und wer zuhört?"),
        ("de", "Wie verhalten sich Angebot und Nachfrage?"),
        ("fr", "Pourquoi les pingouins ne volent-ils pas loin ?"),
        ("fr", "Comment appelle-t-on un animal qui ne mange pas de viande ?"),
        ("fr", "Quel nom donne-t-on à un nombre qui n'a pas d'autre diviseur ?"),
        ("fr", "Que se passe-t-il si on n'arrose pas une plante ?"),
        ("fr", "Quel est le lien entre le climat et la végétation ?"),
        ("de", "Was ist an diesem Satz falsch?"),
        ("de", "Welche Zeile des Programms ist falsch?"),
        ("de", "Seit wann darf man in Gaststätten nicht mehr rauchen?"),
        ("de", "Was bedeutet nicht öffentlich?"),
        ("de", "Wer nicht fragt, bleibt dumm: Was ist gemeint?"),
        ("de", "Wer schrieb „Krieg und was danach kam“?"),
        ("fr", "Qu'est-ce qui est faux dans ce programme ?"),
        ("fr", "Quelle ligne est fausse ?"),
        ("fr", "Quel est le risque de ne pas vacciner un enfant ?"),
        ("fr", "Quelle est la peine de n'avoir pas porté secours ?"),
        ("fr", "Quel pays, qui n'est pas membre de l'Union, utilise l'euro ?"),
        ("fr", "Qui a écrit « Que sais-je ? » ?"),
    ],
)
def test_a_stem_that_asks_for_what_holds(language: str, stem: str) -> None:
    assert said_of(language, stem) == set()


@pytest.mark.parametrize(
    ("language", "option", "rule"),
    [
        ("de", "alle genannten", "all-of-the-above"),
        ("de", "Alle Antworten sind richtig.", "all-of-the-above"),
        ("de", "durch alle oben genannten Gründe", "all-of-the-above"),
        ("de", "keine der genannten", "none-of-the-above"),
        ("de", "keiner von diesen", "none-of-the-above"),
        ("de", "Keine Antwort ist richtig", "none-of-the-above"),
        ("fr", "toutes les réponses ci-dessus", "all-of-the-above"),
        ("fr", "tous", "all-of-the-above"),
        ("fr", "aucune de ces villes", "none-of-the-above"),
        ("fr", "aucune des réponses précédentes", "none-of-the-above"),
        ("fr", "aucun d'entre eux", "none-of-the-above"),
    ],
)
def test_an_option_about_all_others(language: str, option: str, rule: str) -> None:
    assert said_of(language, "Wien?", "Wien", "Graz", option) == {rule}


@pytest.mark.parametrize(
    ("language", "option"),
    [
        ("de", "alle drei Jahre"),
        ("de", "keine Ahnung von Musik"),
        ("de", "alle Bürger der Stadt"),
        ("fr", "tous les jours"),
        ("fr", "aucune idée du prix"),
        ("fr", "tout le monde"),
    ],
)
def test_an_option_about_something_else(language: str, option: str) -> None:
    assert said_of(language, "Wien?", "Wien", "Graz", option) == set()


@pytest.mark.parametrize(
    ("language", "option", "is_told"),
    [
        ("de", "Der Preis bleibt immer gleich.", True),
        ("de", "Das Präfix ist stets unbetont.", True),
        ("de", "Der Preis wird immer kleiner.", False),
        ("de", "Er lebt immer noch in Graz.", False),
        ("de", "Der Preis bleibt fast immer gleich.", False),
        ("de", "Der Preis steigt nicht immer.", False),
        ("de", "Wer auch immer kauft, zahlt.", False),
        ("fr", "Le prix ne monte pas toujours.", False),
        ("fr", "Il est plus haut que jamais.", False),
        ("fr", "Le prix reste toujours le même.", True),
        ("fr", "Il ne monte jamais.", True),
    ],
)
def test_a_distractor_without_exceptions(language: str, option: str, is_told: bool) -> None:
    found = said_of(language, "Wien?", "Der Preis steigt, il monte", "Der Handel endet", option)
    assert ("absolute-in-distractors" in found) is is_told


@pytest.mark.parametrize(
    ("language", "stem", "is_told"),
    [
        ("de", "Welche sind prim? (Mehrere Antworten sind möglich.)", True),
        ("de", "Welche sind prim? Wählen Sie alle zutreffenden Antworten aus.", True),
        ("de", "Welche sind prim? Wähle zwei.", False),
        ("fr", "Lesquels sont pairs ? Cochez toutes les bonnes réponses.", True),
        ("fr", "Lesquels sont pairs ? (Plusieurs réponses possibles.)", True),
        ("fr", "Lesquels sont pairs ? Choisissez-en deux.", False),
    ],
)
def test_a_stem_that_says_that_several_may_be_chosen(language: str, stem: str, is_told: bool) -> None:
    found = said_of(language, stem, type="multiple-response")
    assert found == ({"demand-repeated"} if is_told else set())


@pytest.mark.parametrize(
    ("language", "stem", "key", "explanation", "restates"),
    [
        ("de", "Wie heißt der Vorgang?", "Gärung", "Der Vorgang heißt Gärung.", True),
        ("de", "Wie heißt der Vorgang?", "Gärung", "Gärung liefert Energie ohne Sauerstoff.", False),
        ("de", "Wie heißt der Vorgang?", "Gärung", "Der Vorgang heißt so. Er liefert Energie.", False),
        ("fr", "Quel fleuve traverse Lyon ?", "le Rhône", "Le fleuve qui traverse Lyon est le Rhône.", True),
        ("fr", "Quel fleuve traverse Lyon ?", "le Rhône", "Le Rhône y reçoit la Saône.", False),
        ("fr", "Quel fleuve est le plus long ?", "le Rhône", "Le Rhône a 812 km.", False),
        ("ja", "どの川ですか。", "ローヌ川", "ローヌ川はアルプスから流れる。", False),
    ],
)
def test_an_explanation_without_a_word_of_its_own(
    language: str, stem: str, key: str, explanation: str, restates: bool
) -> None:
    found = found_in(choice(key, "Wien", "Graz", stem=stem, explanation=explanation), language)
    assert ("explanation-restates" in found) is restates
