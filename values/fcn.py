"""FCN on 736 images of PASCAL VOC 2011 val, quoted: mean IU in per cent.

Long, Shelhamer and Darrell 2015 (arXiv 1411.4038), table 2 and footnote 7.
"""

mean_iu = {32: 59.4, 16: 62.4, 8: 62.7}
"""By the stride of the finest map that is used."""

first_gain = mean_iu[16] - mean_iu[32]
second_gain = mean_iu[8] - mean_iu[16]
