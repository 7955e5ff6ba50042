"""Wrong graphs are refused by the name of the layer; right ones are followed in any order."""

from fractions import Fraction

import pytest

from convarith import (
    INPUT,
    Addition,
    Concatenation,
    ConvarithError,
    Convolution,
    Crop,
    Draft,
    MaxPooling,
    Network,
    NetworkError,
    Node,
    Shape,
    ShapeError,
    Upsampling,
    trace,
)

SAME = Convolution(channels=8, kernel=3, padding=1)


def network(*nodes: Node) -> Network:
    return Network("small", 3, nodes)


def test_a_missing_input_names_the_layer_and_what_it_reads() -> None:
    with pytest.raises(NetworkError, match=r"^head: reads 'bodi', and there is no such layer$") as caught:
        network(Node("body", SAME, (INPUT,)), Node("head", SAME, ("bodi",)))
    assert caught.value.layer == "head"


def test_a_cycle_names_the_layers_on_it() -> None:
    with pytest.raises(NetworkError, match=r"its output comes back to it: .* -> "):
        network(Node("one", Addition(), (INPUT, "two")), Node("two", SAME, ("one",)))


def test_a_name_given_twice_is_refused_and_so_is_the_name_of_the_input() -> None:
    with pytest.raises(NetworkError, match="another layer of this name"):
        network(Node("one", SAME, (INPUT,)), Node("one", SAME, (INPUT,)))
    with pytest.raises(NetworkError, match="another layer of this name"):
        network(Node(INPUT, SAME, (INPUT,)))


def test_a_layer_that_reads_nothing_is_refused() -> None:
    with pytest.raises(NetworkError, match="one: reads nothing"):
        network(Node("one", SAME, ()))


def test_sizes_that_do_not_meet_name_the_layer() -> None:
    draft = Draft("small", 3)
    pooled = draft.add("pool", MaxPooling(kernel=2))
    draft.add("join", Concatenation(), pooled, INPUT)
    with pytest.raises(NetworkError, match="join: sizes do not meet: 4 and 8") as caught:
        trace(draft.network(), 8)
    assert isinstance(caught.value, ConvarithError)


def test_a_map_that_became_too_small_names_the_layer() -> None:
    draft = Draft("small", 3)
    draft.add("one", MaxPooling(kernel=2))
    draft.add("two", Convolution(kernel=5))
    with pytest.raises(NetworkError, match="two: the kernel reaches over 5"):
        trace(draft.network(), 8)


def test_paths_that_meet_at_different_strides_name_the_layer() -> None:
    draft = Draft("small", 3)
    pooled = draft.add("pool", MaxPooling(kernel=2))
    cut = draft.add("cut", Crop(size=4), INPUT)
    draft.add("join", Concatenation(), pooled, cut)
    with pytest.raises(NetworkError, match="join: paths with jumps of 1 and 2 input positions meet"):
        trace(draft.network(), 8)


def test_layers_may_be_given_in_any_order() -> None:
    nodes = [
        Node("last", Addition(), ("first", "second")),
        Node("second", SAME, ("first",)),
        Node("first", SAME, (INPUT,)),
    ]
    assert [step.name for step in trace(network(*nodes), 8).steps] == [INPUT, "first", "second", "last"]
    assert trace(network(*nodes), 8).parameters == trace(network(*reversed(nodes)), 8).parameters == 808


def test_a_crop_takes_only_the_size_of_its_second_input() -> None:
    draft = Draft("small", 3)
    wide = draft.add("wide", Convolution(channels=8, kernel=9, padding=4))
    draft.add("cropped", Crop(offset=2), INPUT, draft.add("small", Convolution(kernel=5), wide))
    step = trace(draft.network(), 16)["cropped"]
    assert step.shape == Shape(3, 12)
    assert (step.field.size, step.field.start) == (1, Fraction(2))


def test_an_unknown_number_of_channels_leaves_parameters_unknown() -> None:
    traced = trace(Network("geometry", None, (Node("one", Convolution(kernel=3), (INPUT,)),)), 8)
    assert traced["one"].parameters is None
    with pytest.raises(ShapeError, match="not known"):
        _ = traced.parameters


def test_a_step_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        trace(network(Node("one", SAME, (INPUT,))), 8)["nowhere"]


def test_down_and_up_again_reads_the_cells_it_was_made_from() -> None:
    draft = Draft("small", 3)
    draft.add("pool", MaxPooling(kernel=4))
    draft.add("up", Upsampling(scale=4))
    field = trace(draft.network(), 16)["up"].field
    assert (field.size, field.jump) == (4, Fraction(1))
    assert field.positions(5) == {4, 5, 6, 7}
