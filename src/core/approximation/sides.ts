// Which way each unit of a ReLU network should face. A unit with its kink at t adds the same slope jump
// facing right (active for x > t) or left; but left of all kinks only the left-facing units are active,
// so that their jumps must add up to minus the curve's first slope. Choosing the set that comes nearest
// is a subset-sum problem: enumerated up to 12 units, above by greedy starts and flips of one and two.

import { slope } from './balance.ts';

const ENUMERATED = 12;

/** A choice of sides: true where the unit of inner knot p + 1 faces left. */
export type Sides = readonly boolean[];

/** Slope jumps at the inner knots. */
function slopeJumps(knots: Float64Array, values: Float64Array): number[] {
  const jumps: number[] = [];
  for (let p = 1; p < knots.length - 1; p++)
    jumps.push(slope(knots, values, p) - slope(knots, values, p - 1));
  return jumps;
}

/** Coefficients k_p of the slopes in first slope + Σ left-facing jumps = 0. */
export function balanceOf(sides: Sides): Float64Array {
  const balance = new Float64Array(sides.length + 1);
  balance[0] = 1;
  sides.forEach((left, p) => {
    if (!left) return;
    balance[p] -= 1;
    balance[p + 1] += 1;
  });
  return balance;
}

/**
 * Flip one or two sides as long as |excess| shrinks, in place. A unit turned to the left adds its jump
 * to the excess, one turned to the right takes it away.
 * @returns the excess left
 */
export function balanceSides(jumps: readonly number[], sides: boolean[], start: number): number {
  let excess = start;
  const change = (p: number) => (sides[p] ? -jumps[p] : jumps[p]);
  for (;;) {
    let best = Math.abs(excess);
    let first = -1;
    let second = -1;
    for (let p = 0; p < jumps.length; p++) {
      const one = excess + change(p);
      if (Math.abs(one) < best) {
        best = Math.abs(one);
        first = p;
        second = -1;
      }
      for (let q = p + 1; q < jumps.length; q++) {
        const two = Math.abs(one + change(q));
        if (two >= best) continue;
        best = two;
        first = p;
        second = q;
      }
    }
    if (first < 0) return excess;
    for (const p of [first, second]) {
      if (p < 0) continue;
      excess += change(p);
      sides[p] = !sides[p];
    }
  }
}

/** Choices of sides for the curve's inner knots, the most nearly balanced first. */
export function sideChoices(knots: Float64Array, values: Float64Array, most: number): Sides[] {
  const jumps = slopeJumps(knots, values);
  const units = jumps.length;
  const needed = slope(knots, values, 0);
  const found = new Map<string, { sides: boolean[]; excess: number }>();
  const keep = (sides: boolean[], excess: number) =>
    found.set(sides.map(Number).join(''), { sides, excess: Math.abs(excess) });
  if (units <= ENUMERATED) {
    for (let code = 0; code < 1 << units; code++) {
      const sides = jumps.map((_, p) => ((code >> p) & 1) === 1);
      keep(
        sides,
        jumps.reduce((sum, jump, p) => (sides[p] ? sum + jump : sum), needed),
      );
    }
  } else {
    for (let start = 0; start < 2 * most; start++) {
      // Period 1 … most, either phase: starts that differ, without chance.
      const period = 1 + (start >> 1);
      const sides = jumps.map((_, p) => Math.floor(p / period) % 2 === start % 2);
      const excess = jumps.reduce((sum, jump, p) => (sides[p] ? sum + jump : sum), needed);
      keep(sides, balanceSides(jumps, sides, excess));
    }
  }
  return [...found.values()]
    .sort((a, b) => a.excess - b.excess)
    .slice(0, most)
    .map(({ sides }) => sides);
}
