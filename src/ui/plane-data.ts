// The points a plane figure shows: a dataset by name, or the reader's own on a grid of 0.01. And how
// that choice is written in a link: the name, or whole grid steps, "A-18,-4,31,-149B11,192".
import { type DatasetName, datasets, type PlanePoint } from '../core/datasets.ts';
import type { Field } from './link.ts';

export type DataName = DatasetName | 'own';

export interface PlaneData {
  readonly name: DataName;
  /** The reader's own points; kept while a dataset is shown. */
  readonly own?: readonly PlanePoint[] | undefined;
}

/** More points than this the page does not take: every drag and every link stays quick. */
export const mostPoints = 120;
/** Own points stay within [−edge, edge]², inside the window. */
export const edge = 2.1;
const steps = 100;

/** The nearest place on the grid inside the window; undefined for what is not a number. */
export function onGrid(x: number, y: number): readonly [number, number] | undefined {
  const snap = (value: number) =>
    Math.round(Math.max(-edge, Math.min(edge, value)) * steps) / steps || 0;
  return Number.isFinite(x) && Number.isFinite(y) ? [snap(x), snap(y)] : undefined;
}

const isDataset = (text: string): text is DatasetName => Object.hasOwn(datasets, text);

export function pointsOf({ name, own = [] }: PlaneData): readonly PlanePoint[] {
  return name === 'own' ? own : datasets[name].points;
}

/** `points` as own points: on the grid, and no more than fit. */
export function ownData(points: readonly PlanePoint[]): PlaneData {
  const own = points.slice(0, mostPoints).flatMap(({ x1, x2, label }) => {
    const place = onGrid(x1, x2);
    return place ? [{ x1: place[0], x2: place[1], label }] : [];
  });
  return { name: 'own', own };
}

/** The coordinates of one class, as the core's separability wants them. */
export function coordinatesOf(points: readonly PlanePoint[], label: 'A' | 'B') {
  return points.filter((point) => point.label === label).map(({ x1, x2 }) => [x1, x2]);
}

/** Points in order, a letter wherever the class changes: "A-18,-4,31,-149B11,192". */
function format(points: readonly PlanePoint[]): string {
  let before = '';
  return points
    .map(({ x1, x2, label }) => {
      const head = label === before ? ',' : label;
      before = label;
      return `${head}${Math.round(x1 * steps)},${Math.round(x2 * steps)}`;
    })
    .join('');
}

const whole = '(?:0|-?[1-9]\\d{0,2})';
const written = new RegExp(`^(?:[AB]${whole}(?:,${whole})*)*$`);

function parse(text: string): readonly PlanePoint[] | undefined {
  if (text.length > mostPoints * 10 || !written.test(text)) return undefined;
  const points: PlanePoint[] = [];
  for (const [, label, list = ''] of text.matchAll(/([AB])([^AB]+)/g)) {
    const values = list.split(',').map(Number);
    if (values.length % 2 !== 0) return undefined;
    for (let i = 0; i < values.length; i += 2) {
      points.push({
        x1: values[i] / steps,
        x2: values[i + 1] / steps,
        label: label === 'A' ? 'A' : 'B',
      });
    }
  }
  const inside = points.every(({ x1, x2 }) => Math.max(Math.abs(x1), Math.abs(x2)) <= edge);
  return inside && points.length <= mostPoints ? points : undefined;
}

/** The data in a link. No points at all is the empty text. */
export const dataField: Field<PlaneData> = {
  parse: (text) => {
    if (isDataset(text)) return { name: text };
    const own = parse(text);
    return own && { name: 'own', own };
  },
  format: (data) => (data.name === 'own' ? format(pointsOf(data)) : data.name),
};
