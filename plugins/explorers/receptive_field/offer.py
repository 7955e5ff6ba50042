"""What the explorer offers: the stack that it begins with, and how far each control goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explorers.fields import Field, Fields, Items, Text, Value
from explorers.numbers import Number, Range, WrongError, read_number, whole
from explorers.problems import Complaint, nearest
from explorers.receptive_field.arithmetic import WIDEST, Outcome
from explorers.receptive_field.networks import NETWORKS
from explorers.receptive_field.stack import Stack, Window

SIZE = Number(32, Range(1, 64), Range(1, 600))
LIMITS: Mapping[str, Range] = {
    "kernel": Range(1, 7),
    "stride": Range(1, 4),
    "padding": Range(0, 18),
    "dilation": Range(1, 18),
}
"""How far the settings of a layer go."""
MOST_LAYERS = 18
"""With so many layers of the largest kernel, a script still counts paths exactly: 7^18 is below 2^53."""
USUAL = (
    Window(kernel=3, padding=1),
    Window(kernel=2, stride=2),
    Window(kernel=3, padding=1),
    Window(kernel=3, padding=1),
)
FIELDS = ("size", "layers", "network")


@dataclass(frozen=True, slots=True)
class Offer:
    """The stack at first, and how far the size of the image goes."""

    stack: Stack
    sizes: Range


def read_offer(fields: Fields) -> tuple[Offer, list[Complaint]]:
    """The offer of a fence, with what is usual in place of what is not said or wrong."""
    complaints: list[Complaint] = []
    stack = _network(fields, complaints) or Stack(SIZE.value, _layers(fields, complaints) or USUAL)
    sizes = Range(SIZE.usual.start, max(SIZE.usual.end, stack.size))
    size = fields.get("size")
    if size:
        try:
            value, sizes = read_number(size, SIZE)
            stack = Stack(value, stack.windows)
        except WrongError as error:
            complaints.append(error.complaint)
    return Offer(stack, sizes), complaints or list(_not_shown(fields, stack))


def _network(fields: Fields, complaints: list[Complaint]) -> Stack | None:
    field = fields.get("network")
    if not field:
        return None
    if fields.get("layers"):
        cure = "leave one of the two out"
        complaints.append(field.name.complaint('"network" stands beside "layers"', cure))
    said = field.value.text if isinstance(field.value, Text) else ""
    if said not in NETWORKS:
        complaints.append(
            field.value.place.complaint(f'there is no network "{said}"', nearest(said, NETWORKS))
        )
        return None
    return NETWORKS[said][1]


def _layers(fields: Fields, complaints: list[Complaint]) -> tuple[Window, ...]:
    field = fields.get("layers")
    if not field:
        return ()
    entries = field.value.entries if isinstance(field.value, Items) else ()
    if not 1 <= len(entries) <= MOST_LAYERS:
        said = f"{len(entries)} of them" if isinstance(field.value, Items) else "no list"
        cure = f"write a list of 1 to {MOST_LAYERS} layers, as in `- {{kernel: 3}}`"
        complaints.append(field.name.complaint(f'"layers" is {said}', cure))
    return tuple(_window(entry, complaints) for entry in entries)


def _window(entry: Value, complaints: list[Complaint]) -> Window:
    if not isinstance(entry, Fields):
        complaints.append(entry.place.complaint("a layer is no mapping", "write `{kernel: 3}`"))
        return Window(kernel=3)
    settings = {"kernel": 3}
    for part in entry.entries:
        try:
            settings[part.name.text] = _setting(part)
        except WrongError as error:
            complaints.append(error.complaint)
    return Window(**{name: value for name, value in settings.items() if name in LIMITS})


def _setting(part: Field) -> int:
    name = part.name.text
    if name not in LIMITS:
        raise WrongError(part.name.complaint(f'unknown field "{name}"', nearest(name, LIMITS)))
    return whole(name, part.value, LIMITS[name])


def _not_shown(fields: Fields, stack: Stack) -> Iterator[Complaint]:
    """What is shown at first has to have outputs, whose fields can be shown."""
    outcome = Outcome.of(stack)
    if outcome.refused:
        said = f"layer {outcome.refused} gives no output: {outcome.refusal}"
        yield fields.place.complaint(said, "begin with other settings")
    if len(outcome.steps) < len(stack.windows):
        said = f"the fields of layer {len(outcome.steps) + 1} are wider than {WIDEST} pixels"
        yield fields.place.complaint(said, "begin with other settings")
