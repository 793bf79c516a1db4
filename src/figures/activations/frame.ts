// The frame of the window, drawn by Plot at build.
import { axisX, axisY, gridX, gridY, ruleX, ruleY } from '@observablehq/plot';
import { drawPlot } from '../../site/plot.ts';
import { plain } from '../../ui/words.ts';
import { scale } from './window.ts';

export function drawFrame(id: string): string {
  const { width, height, left, right, top, bottom } = scale.frame;
  const axis = { label: null, tickSize: 0, tickPadding: 6, stroke: 'none', tickFormat: plain };
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
        gridX({ interval: 1, stroke: 'var(--grid)', strokeOpacity: 1 }),
        gridY({ interval: 1, stroke: 'var(--grid)', strokeOpacity: 1 }),
        ruleX([0], { stroke: 'var(--line-strong)' }),
        ruleY([0], { stroke: 'var(--line-strong)' }),
        axisX({ ...axis, interval: 1 }),
        axisY({ ...axis, interval: 1 }),
      ],
    },
    id,
  );
}
