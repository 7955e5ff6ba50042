"""What convarith offers."""

import convarith


def test_every_public_name_is_there_and_listed_once_in_order() -> None:
    assert all(hasattr(convarith, name) for name in convarith.__all__)
    assert list(convarith.__all__) == sorted(
        set(convarith.__all__), key=lambda name: (not name.isupper(), name)
    )


def test_the_layers_of_the_field_are_public() -> None:
    layers = (
        "Convolution MaxPooling AveragePooling TransposedConvolution Upsampling Concatenation Addition Crop"
    )
    assert set(f"{layers} BatchNormalization Linear ShapeError receptive_field trace".split()) <= set(
        convarith.__all__
    )
