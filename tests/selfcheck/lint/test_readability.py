"""Reading ease: syllables as dictionaries part them, and Flesch's formula worked out by hand."""

from __future__ import annotations

import pytest

from selfcheck.lint.question import wording
from selfcheck.lint.readability import reading_ease, syllables

PARTED = """
    a 1 the 1 pixel 2 layer 2 feature 2 map 1 convolution 4 encoder 3 decoder 3 network 2 receptive
    3 dilation 3 dilated 3 area 3 idea 3 being 2 create 2 created 3 table 2 used 1 moved 1 labelled
    2 wanted 2 boxes 2 sizes 2 makes 1 people 2 science 2 variable 4 biology 4 museum 3 quiet 2
    every 3 image 2 images 3 edges 2 stride 1 strides 1 value 2 values 2 position 3 positions 3
    association 5 mechanism 4 reading 2 seeing 2 segmentation 4 class 1 classes 2 average 3 union 2
    ratio 3 million 2 usual 3 usually 4 square 1 squares 1 queue 1 double 2 doubles 2 title 2
    little 2 whole 1 ideas 3 layers 2 three 1 create 2 react 2 theory 3 video 3 neighbour 2
    neighbours 2 neural 2 area 3 linear 3 bilinear 4 upsampling 3 special 2 spatial 2 information 4
    shape 1 shapes 1 trained 1 needed 2 added 2 created 3 does 1 goes 1 doing 2 going 2 higher 2
    science 2 experience 4 experiment 4 material 4 serial 3 period 3 radius 3 medium 3 obvious 3
    various 3 serious 3 previous 3 gradient 3 efficient 3 ancient 2 patient 2 client 2 orient 3
    fuel 2 cruel 2 duel 2 actual 3 evaluate 4 evaluation 5 situation 4 quality 3 language 2 guess 1
    fluid 2 build 1 ruin 2 poem 2 poet 2 lion 2 diet 2 society 4 variety 4 piece 1 pieces 2 field 1
    friend 1 region 2 religion 3 fashion 2 recursion 3 version 2 precision 3 decision 3 loss 1
    losses 2 once 1 one 1 ones 1 since 1 because 2 where 1 there 1 their 1 more 1 before 2 course 1
    are 1 same 1 size 1 time 1 times 1 outside 2 sometimes 2 rate 1 weighted 2 weights 1 single 2
    simple 2 example 3 sample 2 samples 2 couple 2 multiply 3 multiplied 3 carried 2 tried 1
    studied 2 denied 2 applied 2 copies 2 bodies 2
"""
"""Words with their syllables as English dictionaries part them, hard ones above all."""


def test_words_have_the_syllables_of_a_dictionary() -> None:
    words = PARTED.split()
    told = {word: int(count) for word, count in zip(words[::2], words[1::2], strict=True)}
    assert len(told) > 150
    assert {word: syllables(word) for word in told} == told


@pytest.mark.parametrize(
    ("word", "count"), [("fine-grained", 2), ("down-sampling", 3), ("map's", 1), ("x", 1)]
)
def test_parts_of_a_word_are_counted_one_by_one(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_formula_is_that_of_flesch() -> None:
    # Nine words in two sentences, eleven syllables: 206.835 - 1.015 * 9 / 2 - 84.6 * 11 / 9
    ease, words = reading_ease([wording("The kernel moves on by two. It reads pixels.")])
    assert (round(ease, 4), words) == (round(206.835 - 4.5675 - 103.4, 4), 9)


def test_code_and_formulas_are_no_words_and_each_text_ends_a_sentence() -> None:
    plain = reading_ease([wording("A map"), wording("A map")])
    assert reading_ease([wording("A map `convolution(x)`"), wording("A map $x_{i}$")]) == plain
    assert reading_ease([]) == (0.0, 0)
