// Axes of the hidden plane that follow its contents in steps, so that they rest while one drags.

export type Domain = readonly [number, number];

/** Room around the contents, as a share of their extent. */
const room = 0.04;

/**
 * One interval for both axes (a distance means the same in every direction) around all coordinates
 * x, y, … of the paths and 0, its ends on a coarse grid of round numbers.
 */
export function domainOf(paths: readonly Float64Array[]): Domain {
  let [least, most] = [0, 0];
  for (const path of paths) {
    for (const value of path) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const extent = most - least;
  if (!(extent > 0 && extent < Infinity)) return [-1, 1];
  const rough = extent / 12;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((nice) => nice * power >= rough) ?? 10);
  const ends = [
    Math.floor((least - room * extent) / step) * step,
    Math.ceil((most + room * extent) / step) * step,
  ];
  return [Number(ends[0].toPrecision(12)), Number(ends[1].toPrecision(12))];
}

/** A share of the way from one interval to another. */
export function between([a0, a1]: Domain, [b0, b1]: Domain, share: number): Domain {
  return [a0 + (b0 - a0) * share, a1 + (b1 - a1) * share];
}
