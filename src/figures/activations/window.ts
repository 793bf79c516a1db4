// The window the functions are looked at through, the same for all of them and drawn at build: a
// unit is as long upwards as it is across, so that a slope of 1 looks like one.
import { createScale } from '../../ui/scale.ts';

/** z lies in [−reach, reach]. */
export const reach = 4;

export const scale = createScale({
  width: 420,
  height: 368,
  left: 30,
  right: 6,
  top: 8,
  bottom: 40,
  x: [-reach, reach],
  y: [-2.5, 4.17],
});

/** The window of the small pictures. */
export const small = createScale({
  width: 60,
  height: 40,
  left: 1,
  right: 1,
  top: 1,
  bottom: 1,
  x: [-3, 3],
  y: [-1.6, 2.3],
});
