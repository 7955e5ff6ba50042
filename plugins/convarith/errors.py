"""What convarith refuses, each refusal a class of its own."""


class ConvarithError(Exception):
    """The base of every error that this package raises."""


class ShapeError(ConvarithError, ValueError):
    """A layer cannot work on a map of this size or with these settings; the message says why."""


class NetworkError(ConvarithError, ValueError):
    """The graph is wrong at one layer.

    `layer` is that layer's name; the message begins with it.
    """

    def __init__(self, layer: str, reason: str) -> None:
        super().__init__(f"{layer}: {reason}")
        self.layer = layer
