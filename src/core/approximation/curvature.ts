// The largest |f″| of the smooth preset targets, exactly: each is known in closed form. A target
// that is not here has a kink, a jump or infinite slope, and no such bound.

import { cos, sin } from '../elementary.ts';
import type { TargetName } from './targets.ts';

/** The chirp sin φ has f″ = φ″ cos φ − φ′² sin φ with φ′ = π(1 + 12u), φ″ = 6π, u = (x + 1)/2. */
function chirpSecond(x: number): number {
  const u = (x + 1) / 2;
  const phase = 2 * Math.PI * (u + 6 * u * u);
  const rate = Math.PI * (1 + 12 * u);
  return 6 * Math.PI * cos(phase) - rate * rate * sin(phase);
}

/** Largest |g| on [left, right], whose largest value lies inside: by thirds, to rounding. */
function largest(g: (x: number) => number, left: number, right: number): number {
  let [from, to] = [left, right];
  for (let i = 0; i < 100; i++) {
    const [a, b] = [from + (to - from) / 3, to - (to - from) / 3];
    if (Math.abs(g(a)) < Math.abs(g(b))) from = a;
    else to = b;
  }
  return Math.abs(g((from + to) / 2));
}

export const curvature: Readonly<Partial<Record<TargetName, number>>> = {
  /** (3π)², at the crests. */
  sine: 9 * Math.PI * Math.PI,
  /** 50, at 0. */
  runge: 50,
  /** In the last half wave: |f″| grows with the square of the rate. */
  chirp: largest(chirpSecond, 0.93, 1),
  /** 2/s with s = 0.005, at the top. */
  bump: 400,
  /** |320x³ − 120x|, at the ends. */
  polynomial: 200,
  /** π² Σ (9/2)ᵏ for k = 0 … 4, at 0. */
  weierstrass: Math.PI * Math.PI * ((4.5 * 4.5 * 4.5 * 4.5 * 4.5 - 1) / 3.5),
};
