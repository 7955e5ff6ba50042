"""DeepLabv3+ with ResNet-101 on PASCAL VOC 2012 val: numbers quoted from its paper, and what follows from it.

Chen and others 2018 (arXiv 1802.02611): mean IoU in per cent and multiply-adds in billions from table 3, all
trained at output stride 16 and evaluated at one scale, by the output stride in evaluation without a decoder,
`decoder` for 16 with it, `both` for 8 with it; channels of the early map from table 1, with their mean IoU;
the gain in the narrowest band along the outlines from section 4.4.
"""

mean_iou = {16: 77.21, "decoder": 78.85, 8: 78.51, "both": 79.35}
multiply_adds = {16: 81.02, "decoder": 101.28, 8: 276.18, "both": 297.92}
channels = {8: 77.61, 16: 77.92, 32: 78.16, 48: 78.21, 64: 77.94}
gain_in_band = 4.8

gain = mean_iou["decoder"] - mean_iou[16]
cost_of_decoder = multiply_adds["decoder"] - multiply_adds[16]
cost_of_fine_grid = multiply_adds[8] - multiply_adds[16]

gain_of_fine_grid = mean_iou[8] - mean_iou[16]
lead_of_decoder = mean_iou["decoder"] - mean_iou[8]
"""The decoder at output stride 16 against output stride 8 without it."""

gain_at_8 = mean_iou["both"] - mean_iou[8]
gain_of_fine_grid_with_decoder = mean_iou["both"] - mean_iou["decoder"]
