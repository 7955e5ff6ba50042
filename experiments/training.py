"""Training: one variant from one seed, and the label maps that it then gives."""

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from experiments.measures import LabelMap
from experiments.scenes import Scene, scenes
from experiments.schedule import rate_share, trunk_end
from experiments.settings import LOSS_STEPS, Settings
from experiments.torch_network import TorchNetwork
from experiments.variants import network


@dataclass(frozen=True, slots=True)
class Trained:
    """A network finished after `steps`, and the mean loss of every `LOSS_STEPS` steps that led to it."""

    steps: int
    network: TorchNetwork
    losses: tuple[float, ...]


def trained(variant: str, settings: Settings, seed: int) -> Iterator[Trained]:
    """Train from scratch with AdamW on cross-entropy; what comes is finished after each of the lengths.

    All lengths share one trunk, and each is finished on a copy. One seed, one machine: the same numbers
    again.
    """
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # an eighth of the time, and nothing reads it
    torch.manual_seed(seed)
    trunk = _Training(variant, settings, seed)
    for steps in sorted(settings.lengths):
        trunk.go_on(until=trunk_end(steps, settings), length=None)
        branch = copy.deepcopy(trunk)
        branch.go_on(until=steps, length=steps)
        losses = np.reshape(branch.losses, (-1, LOSS_STEPS)).mean(axis=1)
        yield Trained(steps, branch.learner, tuple(losses.tolist()))


class _Training:
    """A network with all that its next step depends on."""

    def __init__(self, variant: str, settings: Settings, seed: int) -> None:
        self.losses: list[float] = []
        self.learner = TorchNetwork(network(variant, settings), settings.side)
        self._settings = settings
        self._generator = np.random.default_rng(seed)
        self._optimizer = torch.optim.AdamW(
            self.learner.parameters(), lr=settings.peak_rate, weight_decay=settings.weight_decay, fused=True
        )
        pool = scenes(seed, settings.training_scenes, settings.shapes, settings.side, settings.noise)
        self._images, self._labels = _images(pool), _labels(pool)

    def go_on(self, until: int, length: int | None) -> None:
        """Take further steps; towards the end of `length` the rate falls."""
        for step in range(len(self.losses), until):
            for group in self._optimizer.param_groups:
                group["lr"] = self._settings.peak_rate * rate_share(step, length, self._settings)
            self.losses.append(self._step())

    def _step(self) -> float:
        drawn = torch.from_numpy(
            self._generator.choice(len(self._images), self._settings.batch, replace=False)
        )
        turns, mirrored = int(self._generator.integers(4)), bool(self._generator.integers(2))
        outputs = self.learner(_turned(self._images[drawn], turns, mirrored))
        loss = torch.nn.functional.cross_entropy(outputs, _turned(self._labels[drawn], turns, mirrored))
        self._optimizer.zero_grad()
        loss.backward()
        self._optimizer.step()
        return float(loss.detach())


def label_maps(learner: TorchNetwork, scenes: Sequence[Scene]) -> list[LabelMap]:
    """For each scene the label with the highest score at every pixel."""
    learner.modules.eval()
    with torch.no_grad():
        found = learner(_images(scenes)).argmax(1)
    return list(found.numpy().astype(np.uint8))


def _turned(maps: torch.Tensor, quarter_turns: int, mirrored: bool) -> torch.Tensor:
    """Rows and columns are the last two axes."""
    turned = torch.rot90(maps, quarter_turns, (-2, -1))
    return turned.flip(-1) if mirrored else turned


def _images(scenes: Sequence[Scene]) -> torch.Tensor:
    return torch.from_numpy(np.stack([each.image for each in scenes])[:, None])


def _labels(scenes: Sequence[Scene]) -> torch.Tensor:
    return torch.from_numpy(np.stack([each.labels for each in scenes]).astype(np.int64))
