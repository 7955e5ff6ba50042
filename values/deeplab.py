"""DeepLabv3+ with ResNet-101 on PASCAL VOC 2012 val: numbers quoted from its paper, and what follows from it.

Chen and others 2018 (arXiv 1802.02611): mean IoU in per cent and multiply-adds in billions from table 3, by
output stride, without a decoder unless the key says so; channels of the early map from table 1, with their
mean IoU; the gain in the narrowest band along the outlines from section 4.4.
"""

mean_iou = {16: 77.21, "decoder": 78.85, 8: 78.51}
multiply_adds = {16: 81.02, "decoder": 101.28, 8: 276.18}
channels = {48: 78.21, 64: 77.94}
gain_in_band = 4.8

gain = mean_iou["decoder"] - mean_iou[16]
cost_of_decoder = multiply_adds["decoder"] - multiply_adds[16]
cost_of_fine_grid = multiply_adds[8] - multiply_adds[16]
