// Which idle units are planted where, as ever more trials fail (recycle.ts), and how.

import type { Parts } from '../../parts.ts';
import type { Random } from '../../random.ts';
import { firstSlope, turnUnits } from './bends.ts';
import { type IdleUnits, idleUnits, plantingPlaces, plantUnit } from './planting.ts';
import type { Shallow } from './shallow.ts';
import type { Recycling } from './stepper.ts';

const MOST_PEAKS = 8;
/** A unit whose removal raises the squared error by less than this share hardly matters. */
const IDLE = 0.1;

interface Move {
  readonly unit: number;
  readonly to: number;
}

/**
 * Which units to move where, after so many failures in a row. First all that hardly matter, at once;
 * then single ones by the sum of the ranks of unit and peak: (0,0), (0,1), (1,0), (0,2), …; every third
 * time two at random, since some gains need a pair.
 */
function plan(net: Shallow, idle: IdleUnits, failures: number, random: Random): Move[] {
  const { width } = net;
  const peaks = plantingPlaces(net, Math.max(MOST_PEAKS, width));
  const anywhere = () => (peaks.length > 0 ? peaks[random.integer(peaks.length)] : 0);
  if (failures === 0) {
    const spare = idle.costs.filter((cost) => cost < IDLE * idle.error).length;
    const batch = Math.min(spare, peaks.length, width >> 2);
    if (batch > 1) return idle.units.slice(0, batch).map((unit, k) => ({ unit, to: peaks[k] }));
  }
  if (failures % 3 === 2 && width > 1) {
    const first = random.integer(Math.max(2, width >> 1));
    const second = (first + 1 + random.integer(width - 1)) % width;
    return [first, second].map((rank) => ({ unit: idle.units[rank], to: anywhere() }));
  }
  let sum = 0;
  let left = failures - Math.floor(failures / 3);
  while (left > sum) {
    left -= sum + 1;
    sum++;
  }
  const unit = idle.units[left < width ? left : random.integer(width)];
  return [{ unit, to: sum - left < peaks.length ? peaks[sum - left] : anywhere() }];
}

/**
 * Take up units that matter little and plant them where they may help, after so many failures in a row. The
 * output layer is left to be solved.
 */
export function* jumpUnits(
  net: Shallow,
  failures: number,
  random: Random,
): Parts<readonly Recycling[]> {
  const { parameters, width } = net;
  const planned = plan(net, yield* idleUnits(net), failures, random);
  const jumps = planned.map(({ unit, to }) => ({
    unit,
    from: -parameters[width + unit] / parameters[unit],
    to,
  }));
  const slope = firstSlope(net);
  for (const { unit, to } of jumps) {
    plantUnit(net, unit, to, random);
    yield;
  }
  if (net.activation === 'relu') turnUnits(net, slope);
  return jumps;
}
