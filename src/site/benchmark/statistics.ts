// Medians, spreads and fitted exponents.

export const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export const median = (values: readonly number[]): number => {
  const order = sorted(values);
  const half = order.length >> 1;
  return order.length % 2 === 1 ? order[half] : (order[half - 1] + order[half]) / 2;
};

/** First and third quartile, interpolated between neighbours. */
export const quartiles = (values: readonly number[]): readonly [number, number] => {
  const order = sorted(values);
  const at = (share: number): number => {
    const place = share * (order.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, order.length - 1);
    return order[below] + (place - below) * (order[above] - order[below]);
  };
  return [at(0.25), at(0.75)];
};

/** Median of the ratios of two entries, each within one round. */
export const ratioOf = (of: readonly number[], to: readonly number[]): number =>
  median(of.map((rate, round) => rate / to[round]));

/** The slope of log y by log x, by least squares. */
export const exponentOf = (points: readonly (readonly [x: number, y: number])[]): number => {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
};
