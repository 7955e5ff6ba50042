"""What a fence of the receptive field explorer says, and what authors are told of their mistakes."""

from __future__ import annotations

import re

import pytest
from markdown import markdown

from tests.explorers.telling import page, told

NAMED = "explorer: receptive-field\n"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"{NAMED}layer: 3", '5:1: unknown field "layer"; the nearest is "layers"'),
        (f"{NAMED}layers: 3", '5:1: "layers" is no list; write a list of 1 to 18 layers'),
        (f"{NAMED}layers: []", '5:1: "layers" is 0 of them; write a list of 1 to 18 layers'),
        (
            f"{NAMED}layers: [{', '.join(['{kernel: 1}'] * 19)}]",
            '5:1: "layers" is 19 of them; write a list of 1 to 18 layers',
        ),
        (f"{NAMED}layers:\n  - 3", "6:5: a layer is no mapping; write `{kernel: 3}`"),
        (
            f"{NAMED}layers:\n  - {{kernal: 3}}",
            '6:6: unknown field "kernal"; the nearest is "kernel"',
        ),
        (f"{NAMED}layers:\n  - {{kernel: 8}}", '6:14: "kernel" is 8; write a whole number from 1 to 7'),
        (
            f"{NAMED}layers:\n  - {{dilation: two}}",
            '6:16: "dilation" is "two"; write a whole number from 1 to 18',
        ),
        (f"{NAMED}layers:\n  - {{stride: [1]}}", '6:14: "stride" is more than a number; write a whole'),
        (f"{NAMED}network: vgg16", '5:10: there is no network "vgg16"; the nearest is "vgg-16"'),
        (
            f"{NAMED}layers: [{{kernel: 3}}]\nnetwork: vgg-16",
            '6:1: "network" stands beside "layers"; leave one of the two out',
        ),
        (f"{NAMED}size: 0", '5:7: "size" is 0; write a whole number from 1 to 600'),
        (
            f"{NAMED}size: 4\nlayers: [{{kernel: 3}}, {{kernel: 3}}]",
            "4:1: layer 2 gives no output: "
            "the kernel reaches over 3 positions but the padded input has 2; begin with other settings",
        ),
        (
            f"{NAMED}layers: [{', '.join(['{kernel: 7, stride: 4, padding: 18}'] * 6)}]",
            "4:1: the fields of layer 5 are wider than 512 pixels; begin with other settings",
        ),
    ],
)
def test_a_mistake_is_told_at_its_place_with_its_cure(body: str, problem: str) -> None:
    (found,) = told(body)
    assert found.startswith(f"page:{problem}")


def test_all_mistakes_of_a_fence_are_told_at_once() -> None:
    body = f"{NAMED}size: 0\nlayers:\n  - {{kernel: 8, stride: 9}}\n  - 3\nreveal-after: rows\nkernel: 3"
    assert len(told(body)) == 6


def test_a_layer_is_as_the_framework_has_it_where_nothing_is_said() -> None:
    html = page(f"{NAMED}layers:\n  - {{}}\n  - {{kernel: 2, stride: 2}}")
    assert "Layer 1: 3×3, stride 1, padding 0, dilation 1" in html
    assert "Layer 2: 2×2, stride 2, padding 0, dilation 1" in html


def test_a_network_may_be_shown_on_an_image_of_another_size() -> None:
    html = page(f"{NAMED}network: vgg-16\nsize: {{value: 320, to: 400}}")
    assert "An output of layer 18 sees 212×212 pixels and reads all of them." in html
    assert '<th scope="row">18: 2×2 s 2</th><td>10</td><td>212</td><td>32</td><td>15.5</td>' in html
    assert 'name="size" min="1" max="400" value="320"' in html


def test_a_field_that_is_wider_than_the_image_is_told_to_reach_into_padding() -> None:
    html = page(f"{NAMED}network: resnet-50")
    assert (
        "An output of layer 18 sees 427×427 pixels and reads all of them. "
        "The image has only 224×224: the rest of the field is padding. With equal weights," in html
    )
    assert "is padding" not in page(f"{NAMED}size: 3\nlayers: [{{kernel: 3}}]")


def test_both_explorers_of_a_page_bring_their_files_and_share_the_style() -> None:
    fences = "```explorer\nlayer-arithmetic\n```\n\n```explorer\nreceptive-field\n```\n"
    html = markdown(fences, extensions=["explorers"])
    links = re.findall(r'(?:src|href)="assets/explorers/([a-z-]*)\.[0-9a-f]{8}\.(css|js)"', html)
    assert sorted(links) == [
        ("explorer", "css"),
        ("layer-arithmetic", "js"),
        ("receptive-field", "css"),
        ("receptive-field", "js"),
    ]
    assert 'id="explorer-layer-arithmetic"' in html
    assert 'id="explorer-receptive-field-2"' in html


def test_nothing_stands_inline_that_a_strict_policy_would_refuse() -> None:
    html = page("receptive-field")
    assert "style=" not in html
    assert "<style" not in html
    assert not re.search(r"<script(?![^>]* src=)| on[a-z]+=", html)
