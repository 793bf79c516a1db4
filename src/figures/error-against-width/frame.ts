// The chart's frame, drawn by Plot at build: its axes are the same for every target.
import { axisX, axisY, frame, gridX, gridY } from '@observablehq/plot';
import { drawPlot } from '../../site/plot.ts';
import { powerOfTen } from '../../ui/powers.ts';
import { DECADES, scale } from './settings.ts';

const doublings = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

export function drawFrame(id: string): string {
  const { width, height, left, right, top, bottom } = scale.frame;
  const [low, high] = DECADES;
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const axis = { label: null, tickSize: 0, tickPadding: 6, stroke: 'none' };
  const grid = { stroke: 'var(--grid)', strokeOpacity: 1 };
  return drawPlot(
    {
      width,
      height,
      marginLeft: left,
      marginRight: right,
      marginTop: top,
      marginBottom: bottom,
      x: { domain: scale.xDomain },
      y: { domain: scale.yDomain },
      marks: [
        frame({ fill: 'var(--raised)', stroke: 'var(--line)' }),
        gridX(doublings, grid),
        gridY(decades, grid),
        axisX(doublings, { ...axis, tickFormat: (power: number) => String(2 ** power) }),
        axisY(decades, { ...axis, tickFormat: powerOfTen }),
      ],
    },
    id,
  );
}
