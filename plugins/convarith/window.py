"""Window: the arithmetic that all layers with a kernel share.

Formulas: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", 2016 (arXiv 1603.07285),
relationships 6 and 14 and section 5.1; the rounding and the refusals are PyTorch's.
"""

from convarith.errors import ShapeError


def extent(kernel: int, dilation: int = 1) -> int:
    """Positions from the first that the kernel reads to the last: d (k - 1) + 1, the effective kernel."""
    return dilation * (kernel - 1) + 1


def check_positive(**settings: int) -> None:
    """Raise ShapeError unless every setting is at least 1."""
    for name, value in settings.items():
        if value < 1:
            raise ShapeError(f"{name.replace('_', ' ')} must be at least 1, got {value}")


def check_not_negative(**settings: int) -> None:
    """Raise ShapeError unless every setting is at least 0."""
    for name, value in settings.items():
        if value < 0:
            raise ShapeError(f"{name.replace('_', ' ')} must not be negative, got {value}")


def convolved_size(size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """Outputs of a convolution: floor((n + 2p - d (k - 1) - 1) / s) + 1.

    Raises ShapeError where the kernel does not fit into the padded input.
    """
    padded, reach = size + 2 * padding, extent(kernel, dilation)
    if reach > padded:
        raise ShapeError(f"the kernel reaches over {reach} positions but the padded input has {padded}")
    return (padded - reach) // stride + 1


def pooled_size(
    size: int, kernel: int, stride: int, padding: int = 0, dilation: int = 1, ceil_mode: bool = False
) -> int:
    """Outputs of a pooling: as a convolution, or rounded up with `ceil_mode`.

    Rounded up, the last window may hang over the end, but it must start inside the input or its left padding;
    one that would start in the right padding is dropped. Raises ShapeError where no window is left.
    """
    slack = stride - 1 if ceil_mode else 0
    pooled = (size + 2 * padding - extent(kernel, dilation) + slack) // stride + 1
    if ceil_mode and (pooled - 1) * stride >= size + padding:
        pooled -= 1
    if pooled < 1:
        reach = extent(kernel, dilation)
        raise ShapeError(f"no window of {reach} positions fits into the padded input of {size + 2 * padding}")
    return pooled


def transposed_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, output_padding: int = 0, dilation: int = 1
) -> int:
    """Outputs of a transposed convolution: s (n - 1) - 2p + d (k - 1) + output padding + 1.

    Raises ShapeError where nothing is left once the padding is cut away.
    """
    spread = stride * (size - 1) + extent(kernel, dilation) + output_padding
    if spread - 2 * padding < 1:
        raise ShapeError(f"the padding cuts {2 * padding} positions from an output of {spread}")
    return spread - 2 * padding
