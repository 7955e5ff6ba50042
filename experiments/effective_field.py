"""The command `python -m experiments.effective_field`: which pixels act on the middle unit of a feature map.

The effective receptive field of Luo, Li, Urtasun and Zemel (2016, arXiv 1701.04128), measured on VGG-16 with
random weights: the squared gradient of the middle unit with respect to each pixel of the image, in the mean
over channels, seeds and images.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from skimage import data

from convarith import Convolution, MaxPooling, trace
from convarith.networks import vgg16

Plane = NDArray[np.float64]

RESULTS = Path(__file__).parent / "results"
NAME = "effective-field"
POOLINGS = [f"pool{block}" for block in range(1, 6)]
CELL_PX = 4
"""The stored plane holds the mean of so many pixels along each side."""
PHOTOGRAPHS: dict[str, Callable[[], NDArray[np.uint8]]] = {
    "astronaut": data.astronaut,
    "chelsea": data.chelsea,
    "coffee": data.coffee,
    "motorcycle": lambda: data.stereo_motorcycle()[0],  # type: ignore[no-untyped-call]
    "rocket": data.rocket,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the measurement depends on.

    Weights are normal with He's variance, 2 over the inputs of a unit; biases are 0. Every image is a random
    cut of `side` pixels, brought to mean 0 and standard deviation 1. The gradient is that of the sum of all
    channels with random signs, whose square is in the mean the sum of the channels' squares.
    """

    network: str = "VGG-16"
    side: int = 224
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)
    photographs: tuple[str, ...] = tuple(PHOTOGRAPHS)
    noise_images: int = 2
    linear_draws: int = 4
    share: float = 0.95


@dataclass(frozen=True, slots=True)
class Measured:
    """The effective field of the middle unit after a layer, in pixels of the theoretical field.

    `across` and `down` are the shares of the squared gradient in each column and each row of the field, in
    the mean over the seeds; `deviations` the standard deviation of the position round the middle of the
    field, in pixels, one a seed; `squares` the side of the smallest square round the middle that holds
    `share` of the squared gradient, one a seed.
    """

    images: str
    layer: str
    field: int
    begins: int
    across: tuple[float, ...]
    down: tuple[float, ...]
    deviations: tuple[float, ...]
    squares: tuple[int, ...]


class Layers:
    """VGG-16 up to its last pooling; `linear` leaves out the ReLUs and averages instead of the maximum."""

    def __init__(self, linear: bool = False) -> None:
        self._linear = linear
        self._modules: dict[str, torch.nn.Module] = {}
        channels = 3
        for node in vgg16().in_order():
            match node.layer:
                case Convolution() as layer:
                    self._modules[node.name] = _convolution(channels, layer)
                    channels = layer.channels or channels
                case MaxPooling() as layer:
                    pooling = torch.nn.AvgPool2d if linear else torch.nn.MaxPool2d
                    self._modules[node.name] = pooling(layer.kernel, layer.stride)
            if node.name == POOLINGS[-1]:
                break

    def maps(self, images: torch.Tensor) -> dict[str, torch.Tensor]:
        """The map after each pooling."""
        read, maps = images, {}
        for name, module in self._modules.items():
            read = module(read)
            if isinstance(module, torch.nn.Conv2d) and not self._linear:
                read = torch.relu(read)
            if name in POOLINGS:
                maps[name] = read
        return maps


def _convolution(channels: int, layer: Convolution) -> torch.nn.Conv2d:
    module = torch.nn.Conv2d(channels, layer.channels, layer.kernel, padding=layer.padding)
    torch.nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
    torch.nn.init.zeros_(module.bias)
    return module.requires_grad_(False)


def squared_gradients(
    layers: Layers, image: torch.Tensor, names: Sequence[str], draws: int = 1
) -> dict[str, Plane]:
    """The squared gradient of the middle unit of each map, summed over the image's channels and the draws."""
    image = image.clone().requires_grad_(True)
    maps = layers.maps(image)
    planes = {name: np.zeros(image.shape[-2:]) for name in names}
    for name in names:
        middle = maps[name].shape[-1] // 2
        unit = maps[name][0, :, middle, middle]
        for _ in range(draws):
            signs = torch.randint(0, 2, unit.shape) * 2.0 - 1
            (gradient,) = torch.autograd.grad(unit @ signs, image, retain_graph=True)
            planes[name] += (gradient[0] ** 2).sum(0).double().numpy()
    return planes


def measured(settings: Settings) -> tuple[list[Measured], Plane]:
    """All fields, and the plane of the last one over photographs, its sum 1."""
    planes: dict[tuple[str, str], list[Plane]] = {}
    for seed in settings.seeds:
        for key, plane in _of_a_seed(seed, settings).items():
            planes.setdefault(key, []).append(plane)
        print(f"seed {seed} measured", flush=True)
    fields = [_measured(*key, each, settings) for key, each in planes.items()]
    return fields, _shares(planes["photographs", POOLINGS[-1]])


def _of_a_seed(seed: int, settings: Settings) -> dict[tuple[str, str], Plane]:
    """The summed squared gradients inside the theoretical fields, by kind of image and layer."""
    torch.manual_seed(seed)
    chance = np.random.default_rng(seed)
    last = POOLINGS[-1:]
    layers = Layers()
    sums: dict[tuple[str, str], Plane] = {}

    def add(images: str, planes: dict[str, Plane]) -> None:
        for name, plane in planes.items():
            inside = _inside(plane, name, settings)
            sums[images, name] = sums.get((images, name), 0.0) + inside

    for name in settings.photographs:
        image = _standardised(_cut(PHOTOGRAPHS[name](), settings.side, chance))
        add("photographs", squared_gradients(layers, image, POOLINGS))
    for _ in range(settings.noise_images):
        noise = chance.standard_normal((settings.side, settings.side, 3))
        add("noise", squared_gradients(layers, _standardised(noise), last))
    nothing = torch.zeros(1, 3, settings.side, settings.side)
    add("linear", squared_gradients(Layers(linear=True), nothing, last, settings.linear_draws))
    return sums


def _cut(photograph: NDArray[np.uint8], side: int, chance: np.random.Generator) -> NDArray[np.uint8]:
    top, left = (chance.integers(0, size - side + 1) for size in photograph.shape[:2])
    return photograph[top : top + side, left : left + side]


def _standardised(pixels: NDArray[np.generic]) -> torch.Tensor:
    values = pixels.astype(np.float32)
    values = (values - values.mean()) / values.std()
    return torch.from_numpy(values.transpose(2, 0, 1)[np.newaxis].copy())


def _bounds(layer: str, settings: Settings) -> tuple[int, int]:
    """The first pixel of the middle unit's theoretical field, and the first after it."""
    step = trace(vgg16(), settings.side)[layer]
    seen = step.field.positions(step.shape.size // 2)
    return min(seen), max(seen) + 1


def _inside(plane: Plane, layer: str, settings: Settings) -> Plane:
    """Raises ValueError if anything outside the theoretical field has a gradient."""
    begins, ends = _bounds(layer, settings)
    inside = plane[begins:ends, begins:ends]
    if np.count_nonzero(plane) != np.count_nonzero(inside):
        raise ValueError(f"a pixel outside the receptive field acts on the middle unit of {layer}")
    return inside


def _shares(planes: Sequence[Plane]) -> Plane:
    total = np.sum(planes, axis=0)
    return np.asarray(total / total.sum())


def _measured(images: str, layer: str, planes: Sequence[Plane], settings: Settings) -> Measured:
    shares = _shares(planes)
    begins, ends = _bounds(layer, settings)
    return Measured(
        images,
        layer,
        ends - begins,
        begins,
        _rounded(shares.sum(0)),
        _rounded(shares.sum(1)),
        tuple(round(deviation(_shares([plane])), 3) for plane in planes),
        tuple(square(_shares([plane]), settings.share) for plane in planes),
    )


def deviation(shares: Plane) -> float:
    """Standard deviation of the position round the middle, in pixels: the root mean square of both axes."""
    places = np.arange(len(shares)) - (len(shares) - 1) / 2
    return float(np.sqrt((shares.sum(0) + shares.sum(1)) @ places**2 / 2))


def square(shares: Plane, share: float) -> int:
    """Side of the smallest square round the middle that holds so much."""
    size = len(shares)
    for cut in range((size - 1) // 2, -1, -1):
        if shares[cut : size - cut, cut : size - cut].sum() >= share:
            return size - 2 * cut
    raise ValueError(f"the field holds {shares.sum()} and not {share}")


def _rounded(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(f"{value:.4g}") for value in values)


def _cells(shares: Plane) -> list[tuple[float, ...]]:
    """The share of each cell of `CELL_PX` pixels a side, in parts of the largest."""
    cells = len(shares) // CELL_PX
    sums = shares.reshape(cells, CELL_PX, cells, CELL_PX).sum((1, 3))
    return [tuple(float(f"{value:.3f}") for value in row) for row in sums / sums.max()]


def to_json(settings: Settings, fields: Sequence[Measured], plane: Plane) -> str:
    """Settings, fields and the plane of the last field over photographs, a line each."""
    parts = {
        "settings": json.dumps(asdict(settings)),
        "torch": json.dumps(torch.__version__),
        "fields": _listed([asdict(each) for each in fields]),
        "cell_px": json.dumps(CELL_PX),
        "plane": _listed(_cells(plane)),
    }
    return "{\n" + ",\n".join(f' "{name}": {text}' for name, text in parts.items()) + "\n}\n"


def _listed(values: Sequence[object]) -> str:
    return "[\n  " + ",\n  ".join(map(json.dumps, values)) + "\n ]"


def main() -> int:
    """Measure with the seeds that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m experiments.effective_field", description=__doc__)
    parser.add_argument("--seed", action="append", type=int, help="seeds; those of the settings")
    parser.add_argument("--into", type=Path, default=RESULTS, help="folder for the results")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    settings = Settings(seeds=tuple(asked.seed)) if asked.seed else Settings()
    fields, plane = measured(settings)
    (asked.into / f"{NAME}.json").write_text(to_json(settings, fields, plane), "utf-8")
    for each in fields:
        spread = f"{np.mean(each.deviations):.2f} ± {np.std(each.deviations):.2f}"
        print(f"{each.images}, {each.layer}: field {each.field}, deviation {spread}, squares {each.squares}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
