"""What single layers refuse, count and read, where no executed case says it."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from convarith import (
    Addition,
    AveragePooling,
    BatchNormalization,
    Concatenation,
    Convolution,
    Crop,
    Layer,
    Linear,
    MaxPooling,
    Shape,
    ShapeError,
    TransposedConvolution,
    Unpooling,
    Upsampling,
    extent,
    receptive_field,
)
from convarith.window import convolved_size, pooled_size, transposed_size


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Convolution(kernel=0), "kernel must be at least 1"),
        (lambda: Convolution(kernel=3, stride=0), "stride must be at least 1"),
        (lambda: Convolution(kernel=3, padding=-1), "padding must not be negative"),
        (lambda: Convolution(kernel=3, channels=10, groups=4), "10 output channels cannot be split into 4"),
        (lambda: MaxPooling(kernel=2, padding=2), "at most half of the window's 2 positions"),
        (lambda: AveragePooling(kernel=3, padding=2), "at most half of the window's 3 positions"),
        (
            lambda: TransposedConvolution(kernel=2, stride=2, output_padding=2),
            "output padding must be smaller",
        ),
        (lambda: TransposedConvolution(kernel=2, output_padding=-1), "output padding must not be negative"),
        (lambda: Upsampling(scale=0), "scale must be at least 1"),
        (lambda: Upsampling(scale=2, mode="cubic"), "mode must be one of nearest, bilinear"),  # type: ignore[arg-type]
        (lambda: Crop(margin=1, size=2), "not both"),
        (lambda: Crop(offset=-1), "offset must not be negative"),
    ],
)
def test_settings_that_no_input_could_satisfy_are_refused_at_once(
    make: Callable[[], Layer], reason: str
) -> None:
    with pytest.raises(ShapeError, match=reason):
        make()


@pytest.mark.parametrize(
    ("layer", "sizes", "reason"),
    [
        (Convolution(kernel=3), (2,), "reaches over 3 positions but the padded input has 2"),
        (Convolution(kernel=1), (0,), "at least one position"),
        (Convolution(kernel=1), (4, 4), "takes one input, got 2"),
        (MaxPooling(kernel=3), (2,), "no window of 3 positions fits"),
        (
            TransposedConvolution(kernel=2, padding=2),
            (3,),
            "the padding cuts 4 positions from an output of 4",
        ),
        (Concatenation(), (4,), "at least two inputs"),
        (Addition(), (4, 5), "sizes do not meet: 4 and 5"),
        (Crop(margin=2), (4,), "too small"),
        (Crop(offset=3, size=4), (6,), "too small"),
        (Crop(offset=3), (6,), "takes two inputs"),
        (Crop(offset=3), (6, 4), "too small"),
    ],
)
def test_inputs_that_do_not_fit_are_refused_with_the_reason(
    layer: Layer, sizes: tuple[int, ...], reason: str
) -> None:
    with pytest.raises(ShapeError, match=reason):
        layer.output_size(*sizes)


def test_sizes_that_layers_give() -> None:
    assert Upsampling(scale=3).output_size(5) == 15
    assert Unpooling(kernel=2).output_size(7) == 14
    assert Crop(margin=88).output_size(568) == 392
    assert Crop(offset=5).output_size(40, 30) == 30
    assert Crop(offset=1, size=4).output_size(9) == 4
    assert BatchNormalization().output_size(9) == 9
    assert Linear(channels=10).output_size(7) == 1
    assert MaxPooling(kernel=3).output_size(9) == 3


def test_channels_add_up_in_a_concatenation_and_must_agree_in_an_addition() -> None:
    assert Concatenation().output_shape(Shape(64, 8), Shape(32, 8)) == Shape(96, 8)
    assert Addition().output_shape(Shape(64, 8), Shape(64, 8)) == Shape(64, 8)
    with pytest.raises(ShapeError, match="channels do not meet: 32 and 64"):
        Addition().output_shape(Shape(64, 8), Shape(32, 8))


def test_parameters_of_a_convolution_do_not_depend_on_its_dilation() -> None:
    dense, dilated = (Convolution(channels=1, kernel=3, dilation=rate, bias=False) for rate in (1, 2))
    assert dense.parameters(Shape(1, 9)) == dilated.parameters(Shape(1, 9)) == 9
    assert extent(3, dilation=2) == 5


def test_a_window_moves_by_one_and_meets_no_padding_unless_it_is_told() -> None:
    assert convolved_size(7, 3) == 5
    assert pooled_size(7, 3, 1) == 5
    assert transposed_size(5, 3) == 7


def test_parameters_that_layers_hold() -> None:
    assert Convolution(channels=64, kernel=3).parameters(Shape(3, 224)) == 1792
    assert Convolution(channels=64, kernel=3, groups=64, bias=False).parameters(Shape(64, 9)) == 576
    assert TransposedConvolution(channels=512, kernel=2, stride=2).parameters(Shape(1024, 28)) == 2_097_664
    assert BatchNormalization().parameters(Shape(64, 9)) == 128
    assert Linear(channels=4096).parameters(Shape(512, 7)) == 102_764_544
    assert MaxPooling(kernel=2).parameters(Shape(64, 9)) == 0


def test_groups_that_do_not_divide_the_input_are_refused() -> None:
    with pytest.raises(ShapeError, match="3 input channels cannot be split into 2 groups"):
        Convolution(channels=4, kernel=1, groups=2).output_shape(Shape(3, 5))


def test_without_channels_geometry_is_known_and_parameters_are_not() -> None:
    layer = Convolution(kernel=3)
    assert layer.output_shape(Shape(None, 9)) == Shape(None, 7)
    assert layer.parameters(Shape(None, 9)) is None
    with pytest.raises(ShapeError, match="not known"):
        _ = Shape(None, 9).values


@pytest.mark.parametrize(
    ("rates", "reads", "size"),
    [((2, 2, 2), 7, 13), ((2, 4, 8), 15, 29), ((1, 2, 9), 21, 25), ((1, 2, 4), 15, 15), ((1, 2, 5), 17, 17)],
)
def test_gridding_shows_as_positions_that_are_not_read(rates: tuple[int, ...], reads: int, size: int) -> None:
    field = receptive_field([Convolution(kernel=3, dilation=rate) for rate in rates])
    assert (field.reads, field.size) == (reads, size)


@pytest.mark.parametrize(
    ("rates", "sizes"), [((1, 1, 2, 4, 8, 16, 1, 1), [3, 5, 9, 17, 33, 65, 67, 67])], ids=["Yu and Koltun"]
)
def test_a_context_module_grows_as_its_paper_says(rates: tuple[int, ...], sizes: list[int]) -> None:
    """Yu and Koltun, ICLR 2016 (arXiv 1511.07122), table 1; the last layer is a 1x1 convolution."""
    layers = [Convolution(kernel=3, dilation=rate) for rate in rates[:-1]] + [Convolution(kernel=1)]
    assert [receptive_field(layers[:depth]).size for depth in range(1, len(layers) + 1)] == sizes


def test_alexnet_grows_as_the_published_table_says() -> None:
    """google-research/receptive_field, RECEPTIVE_FIELD_TABLE.md: AlexNet v2, field and stride a layer."""
    pool = MaxPooling(kernel=3, stride=2)
    layers = [Convolution(kernel=11, stride=4), pool, Convolution(kernel=5, padding=2), pool]
    layers += [Convolution(kernel=3, padding=1)] * 3 + [pool]
    in_the_table = (1, 2, 3, 5, 6, 7, 8)  # It leaves out the second pooling.
    fields = [receptive_field(layers[:depth]) for depth in in_the_table]
    assert [field.size for field in fields] == [11, 19, 51, 99, 131, 163, 195]
    assert [field.jump for field in fields] == [4, 8, 8, 16, 16, 16, 32]


def test_a_linear_layer_reads_the_whole_input_and_must_know_its_size() -> None:
    chain = [MaxPooling(kernel=2), Linear(channels=10)]
    assert receptive_field(chain, size=8).size == 8
    with pytest.raises(ShapeError, match="needs the input's size"):
        receptive_field(chain)


def test_an_output_that_reads_nothing_has_no_centre() -> None:
    field = receptive_field([TransposedConvolution(kernel=1, stride=2)])
    assert (field.sizes, field.start, field.jump) == ((1, 0), Fraction(0), Fraction(1, 2))
    with pytest.raises(ShapeError, match="reads no position"):
        _ = receptive_field([TransposedConvolution(kernel=1, stride=2), Crop(margin=1)]).start


def test_the_field_of_no_layers_is_the_position_itself() -> None:
    field = receptive_field([])
    assert (field.size, field.reads, field.jump, field.start) == (1, 1, Fraction(1), Fraction(0))


def test_unpooling_reads_the_cell_that_its_maximum_came_from() -> None:
    field = receptive_field([MaxPooling(kernel=2), Unpooling(kernel=2)])
    assert [sorted(field.positions(output)) for output in range(4)] == [[0, 1], [0, 1], [2, 3], [2, 3]]
