// Where the neurons of a layered network are drawn, in user units: wide enough for five columns of
// six neurons with a number in each, narrow enough that the numbers stay readable on a phone.

export const width = 420;
export const height = 372;
export const radius = 23;
/** Room on the right for the bias of an output neuron. */
const [firstColumn, lastColumn] = [42, 362];
const widestGap = 88;

export type Place = readonly [x: number, y: number];

/** The centre of column `layer` of `layers` (two or more). */
export function column(layer: number, layers: number): number {
  return firstColumn + ((lastColumn - firstColumn) * layer) / (layers - 1);
}

/** The centre of neuron `index` of layer `layer`. */
export function place(sizes: readonly number[], layer: number, index: number): Place {
  const count = sizes[layer];
  const gap = Math.min(widestGap, (height - 18) / count);
  return [column(layer, sizes.length), height / 2 + 6 + (index - (count - 1) / 2) * gap];
}

/** The two ends of a connection, at the rims of the circles. */
export function connection([x1, y1]: Place, [x2, y2]: Place): readonly [Place, Place] {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const share = radius / Math.sqrt(dx * dx + dy * dy);
  return [
    [x1 + dx * share, y1 + dy * share],
    [x2 - dx * share, y2 - dy * share],
  ];
}

/** Where the weight of a connection is written: near its source, where connections lie apart. */
export function weightPlace([x1, y1]: Place, [x2, y2]: Place): Place {
  const along = Math.min(0.5, (radius + 26) / (x2 - x1));
  return [x1 + (x2 - x1) * along, y1 + (y2 - y1) * along];
}
