"""What crosses at the first pooling of VGG-16: SegNet's pooling indices, or the whole map as in U-Net."""

from math import log2

from convarith import trace
from convarith.networks import vgg16

BYTES_A_NUMBER = 4  # a float of 32 bits
STEPS = trace(vgg16(), 224)

pooled = STEPS["pool1"].shape
whole = STEPS["conv1_2"].shape

window = (whole.size // pooled.size) ** 2
bits = log2(window)
index_bytes = pooled.values * bits / 8
map_bytes = whole.values * BYTES_A_NUMBER
index_megabytes, map_megabytes = index_bytes / 1e6, map_bytes / 1e6
ratio = map_bytes / index_bytes
