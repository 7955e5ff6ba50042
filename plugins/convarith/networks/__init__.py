"""Published networks, written down as data: one file a family, one function a network.

Activations, dropout and softmax are left out: they change neither shape nor receptive field nor parameters.
"""

from convarith.networks.deeplab import deeplab_backbone
from convarith.networks.fcn import fcn8s, fcn16s, fcn32s
from convarith.networks.resnet import resnet50
from convarith.networks.segnet import segnet
from convarith.networks.unet import unet
from convarith.networks.vgg import vgg16

__all__ = ["deeplab_backbone", "fcn8s", "fcn16s", "fcn32s", "resnet50", "segnet", "unet", "vgg16"]
