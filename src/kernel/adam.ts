// Adam's step of src/core/optimisers.ts, two parameters at a time.

import { ONE, TWO, write } from './lanes';

const FIRST_DECAY: f64 = 0.9;
const SECOND_DECAY: f64 = 0.999;
const EPSILON: f64 = 1e-8;

/** `first`, `second`: the step's two corrections. State: m, then v. */
export function adam(
  count: usize,
  parameters: usize,
  gradient: usize,
  state: usize,
  learningRate: f64,
  first: f64,
  second: f64,
): void {
  const end = count * ONE;
  const firstDecay = f64x2.splat(FIRST_DECAY);
  const secondDecay = f64x2.splat(SECOND_DECAY);
  for (let i: usize = 0; i < end; i += TWO) {
    const whole = i + ONE < end;
    const g = v128.load(gradient + i);
    const m = f64x2.add(
      f64x2.mul(firstDecay, v128.load(state + i)),
      f64x2.mul(f64x2.splat(1 - FIRST_DECAY), g),
    );
    const v = f64x2.add(
      f64x2.mul(secondDecay, v128.load(state + end + i)),
      f64x2.mul(f64x2.mul(f64x2.splat(1 - SECOND_DECAY), g), g),
    );
    write(state + i, m, whole);
    write(state + end + i, v, whole);
    const step = f64x2.div(
      f64x2.mul(f64x2.splat(learningRate), f64x2.div(m, f64x2.splat(first))),
      f64x2.add(f64x2.sqrt(f64x2.div(v, f64x2.splat(second))), f64x2.splat(EPSILON)),
    );
    write(parameters + i, f64x2.sub(v128.load(parameters + i), step), whole);
  }
}
