// What of the picture changes as the sheet folds: the name a part bears in the page (data-part), and
// its attributes in a scene. The server draws with these and the script moves with them.
import { type Place, type Scene, size } from './sheet.ts';

export type Attributes = Readonly<Record<string, string | number>>;

const at = ([x, y]: Place, [dx, dy]: Place): Attributes => ({
  x: Math.round(x + dx),
  y: Math.round(y + dy),
});

/** Attributes of every moving part of the picture. */
export function partsOf(scene: Scene): Readonly<Record<string, Attributes>> {
  return {
    ...sheetParts(scene),
    back: { opacity: scene.shown },
    axes: { opacity: scene.shown },
    front: { opacity: scene.shown },
    names: { opacity: scene.slope },
    'half-a': { d: scene.halfA },
    'half-b': { d: scene.halfB },
    strip: { d: scene.line, 'stroke-width': scene.stripWidth.toFixed(1) },
    line: { d: scene.line },
    'axis-0': { d: scene.axes[0] },
    'axis-1': { d: scene.axes[1] },
    'axis-name-0': at(scene.axisNames[0], [4, 36]),
    'axis-name-1': at(scene.axisNames[1], [-4, 36]),
    'crease-name-0': at(scene.creaseNames[0], [14, 18]),
    'crease-name-1': at(scene.creaseNames[1], [-14, 18]),
  };
}

/** The sheet alone: also drawn once, small and flat, to compare with. */
export function sheetParts(scene: Scene): Readonly<Record<string, Attributes>> {
  return {
    'face-0': { d: scene.faces[0] },
    'face-1': { d: scene.faces[1] },
    'face-2': { d: scene.faces[2] },
    'side-a': { d: scene.sideA },
    'side-b': { d: scene.sideB },
    grid: { d: scene.grid },
    'crease-0': { d: scene.creases[0] },
    'crease-1': { d: scene.creases[1] },
    trace: { d: scene.trace },
    'points-b': { d: scene.pointsB },
    'points-a': { d: scene.pointsA },
  };
}

/** Where the small flat sheet stands. */
export const inset = `translate(${size.width * 0.5 - 85} 8) scale(.34)`;
