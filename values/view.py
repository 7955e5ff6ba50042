"""How many pixels along a side single units see: in VGG-16's last map, and in U-Net through its finest skip.

For VGG-16 counted inside the image of 224 pixels a side; what a receptive field has of padding is left out.
"""

from convarith import Convolution, receptive_field, trace
from convarith.networks import unet, vgg16

IMAGE, TILE = 224, 572
LAST = trace(vgg16(), IMAGE)["pool5"]
FINEST = trace(unet(), TILE)["down1.conv2"]
ON_THE_WAY_UP = [Convolution(kernel=3), Convolution(kernel=3), Convolution(kernel=1)]
"""U-Net's layers after its finest skip has been joined."""


def _seen(unit: int) -> int:
    return sum(0 <= pixel < IMAGE for pixel in LAST.field.positions(unit))


units = LAST.shape.size
middle = _seen(units // 2)
corner = _seen(0)

finest_skip = FINEST.field.size
through_finest_skip = FINEST.field.size + receptive_field(ON_THE_WAY_UP).size - 1
"""What an output of U-Net sees if nothing arrives from the levels below the finest."""
