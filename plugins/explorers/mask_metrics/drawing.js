// The areas of the picture, as `drawing.py` draws them.

/** The pixels for which it holds, as the path of their runs, row by row.
 * @param {MaskGrid} grid @param {(at: number) => boolean} holds */
const maskArea = ({ width, height }, holds) => {
  let path = "";
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const begin = column;
      while (column < width && holds(row * width + column)) column++;
      if (column > begin) path += `M${begin} ${row}h${column - begin}v1h${begin - column}z`;
    }
  return path;
};

/** What is right, missed and invented, in the order of the paths. @param {MaskOutcome} outcome */
const maskAreas = ({ truth, drawn }) => {
  /** @param {number} isTrue @param {number} isDrawn */
  const area = (isTrue, isDrawn) =>
    maskArea(truth, (at) => truth.pixels[at] === isTrue && drawn.pixels[at] === isDrawn);
  return [area(1, 1), area(1, 0), area(0, 1)];
};
