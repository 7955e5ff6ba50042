"""Published networks, written down as data: one function a network, one file a paper."""

from convarith.networks.unet import unet

__all__ = ["unet"]
