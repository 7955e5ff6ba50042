"""One network at several output strides: numbers quoted from the paper of DeepLabv3.

Chen and others 2017 (arXiv 1706.05587), table 1: ResNet-50 with blocks up to 7 in cascade, mean IoU in per
cent on PASCAL VOC 2012 val by output stride. A stride that is taken out is made up for by the rate.
"""

mean_iou = {8: 75.18, 16: 73.88, 32: 70.06}
