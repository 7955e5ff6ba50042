"""Training: one variant from one seed, and the label maps that it then gives."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from experiments.measures import LabelMap
from experiments.scenes import Scene, scenes
from experiments.settings import LOSS_STEPS, Settings
from experiments.torch_network import TorchNetwork
from experiments.variants import network


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run leaves: a network, and the mean loss of every `LOSS_STEPS` steps."""

    network: TorchNetwork
    losses: tuple[float, ...]


def trained(variant: str, settings: Settings, seed: int) -> Trained:
    """Train from scratch with AdamW on cross-entropy. One seed, one machine: the same numbers again."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # an eighth of the time, and nothing reads it
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    learner = TorchNetwork(network(variant, settings), settings.side)
    optimizer = torch.optim.AdamW(
        learner.parameters(), lr=settings.peak_rate, weight_decay=settings.weight_decay
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate_share(step, settings))
    pool = scenes(seed, settings.training_scenes, settings.shapes, settings.side, settings.noise)
    images, labels = _images(pool), _labels(pool)
    losses: list[float] = []
    for _ in range(settings.steps):
        drawn = torch.from_numpy(generator.choice(len(pool), settings.batch, replace=False))
        turns, mirrored = int(generator.integers(4)), bool(generator.integers(2))
        outputs = learner(_turned(images[drawn], turns, mirrored))
        loss = torch.nn.functional.cross_entropy(outputs, _turned(labels[drawn], turns, mirrored))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        losses.append(float(loss.detach()))
    return Trained(learner, tuple(np.reshape(losses, (-1, LOSS_STEPS)).mean(axis=1).tolist()))


def rate_share(step: int, settings: Settings) -> float:
    """The rate of learning at a step, counted from 0, as a share of the peak rate."""
    rising = settings.warm_up * settings.steps
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / (settings.steps - rising)))


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
