// The decision field of the network in the input plane, as paths: exact polygons where the
// activation is piecewise linear, bands between iso-lines on a grid where it is not.
import { activations } from '../../core/activations.ts';
import { boundarySegments, signPolygons } from '../../core/decision-boundary.ts';
import { filledAbove, isolines, type ValueGrid } from '../../core/isolines.ts';
import type { Mlp } from '../../core/mlp.ts';
import { piecewiseLinearLayers } from '../../core/mlp-regions.ts';
import { linearRegions } from '../../core/regions.ts';
import { planeDomain, type Scale, short } from '../../ui/scale.ts';

/** Outputs are log-odds: at ±2 the network is 88 % sure. */
const sure = 2;
/** Cells of the grid across and up, where there must be one. */
const cells = 52;

const [low, high] = planeDomain;
const box = { x0: low, y0: low, x1: high, y1: high };

export interface Field {
  /** Where the output is above −2, 0 and 2. */
  readonly above: readonly [string, string, string];
  /** Where it is 0. */
  readonly boundary: string;
}

export function decisionField(mlp: Mlp, parameters: Float64Array, scale: Scale): Field {
  const layers = piecewiseLinearLayers(mlp, parameters);
  const levels = [-sure, 0, sure] as const;
  const ring = (points: Float64Array, closed: boolean) => {
    let d = '';
    for (let i = 0; i < points.length; i += 2) {
      d += `${i === 0 ? 'M' : 'L'}${short(scale.x(points[i]))} ${short(scale.y(points[i + 1]))}`;
    }
    return closed ? `${d}Z` : d;
  };
  const rings = (list: readonly Float64Array[]) =>
    list.map((points) => ring(points, true)).join('');
  if (layers) {
    const regions = linearRegions(layers, box);
    const above = (level: number) =>
      rings(
        signPolygons(regions, 0, level)
          .filter(({ sign }) => sign > 0)
          .map(({ polygon }) => polygon),
      );
    return {
      above: [above(levels[0]), above(levels[1]), above(levels[2])],
      boundary: boundarySegments(regions)
        .map((segment) => ring(segment, false))
        .join(''),
    };
  }
  const grid = sampled(mlp, parameters);
  const above = (level: number) => rings(filledAbove(grid, level));
  return {
    above: [above(levels[0]), above(levels[1]), above(levels[2])],
    boundary: isolines(grid, 0)
      .map(({ points, closed }) => ring(points, closed))
      .join(''),
  };
}

/** The output of a 2-2-1 network at the grid's nodes. */
function sampled(mlp: Mlp, p: Float64Array): ValueGrid {
  const { value } = activations[mlp.layers[0].activation];
  const nodes = cells + 1;
  const values = new Float64Array(nodes * nodes);
  for (let j = 0; j < nodes; j++) {
    const y = low + ((high - low) * j) / cells;
    for (let i = 0; i < nodes; i++) {
      const x = low + ((high - low) * i) / cells;
      const h1 = value(p[4] + p[0] * x + p[1] * y);
      const h2 = value(p[5] + p[2] * x + p[3] * y);
      values[j * nodes + i] = p[8] + p[6] * h1 + p[7] * h2;
    }
  }
  return { columns: nodes, rows: nodes, box, values };
}
