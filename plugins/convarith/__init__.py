"""Convolution arithmetic: shapes, receptive fields and parameters of networks, in exact numbers.

Standard library only. Layers are values (`Convolution(kernel=3, stride=2)`); a chain of them has a
`receptive_field`; a `Network` of named layers can be followed by `trace`. Published networks stand in
`convarith.networks`.
"""

from convarith.batch_normalization import BatchNormalization
from convarith.convolution import Convolution
from convarith.crop import Crop
from convarith.errors import ConvarithError, NetworkError, ShapeError
from convarith.field import ReceptiveField, receptive_field
from convarith.joining import Addition, Concatenation
from convarith.layer import Layer
from convarith.linear import Linear
from convarith.network import INPUT, Draft, Network, Node
from convarith.pooling import AveragePooling, MaxPooling
from convarith.shape import Shape
from convarith.tracing import Step, Trace, trace
from convarith.transposed_convolution import TransposedConvolution
from convarith.upsampling import Unpooling, Upsampling
from convarith.window import extent

__all__ = [
    "INPUT",
    "Addition",
    "AveragePooling",
    "BatchNormalization",
    "Concatenation",
    "ConvarithError",
    "Convolution",
    "Crop",
    "Draft",
    "Layer",
    "Linear",
    "MaxPooling",
    "Network",
    "NetworkError",
    "Node",
    "ReceptiveField",
    "Shape",
    "ShapeError",
    "Step",
    "Trace",
    "TransposedConvolution",
    "Unpooling",
    "Upsampling",
    "extent",
    "receptive_field",
    "trace",
]
