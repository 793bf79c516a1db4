import { expect, it } from 'vitest';
import { datasets } from '../../src/core/datasets.ts';
import { mostPoints } from '../../src/ui/plane-data.ts';
import { createPointEditor } from '../../src/ui/point-editor.ts';

const own = (editor: ReturnType<typeof createPointEditor>) => editor.data.value.own;

it('starts with the article’s points, untouched', () => {
  const editor = createPointEditor();
  expect(editor.points.value).toEqual(datasets.article.points);
  expect(editor.untouched.value).toBe(true);
  expect(editor.chosen.value).toBe(0);
});

it('a drag is seen in points at once, in settled and the data only when dropped', () => {
  const editor = createPointEditor();
  editor.dragTo(0, 1, 1);
  expect(editor.points.value[0]).toEqual({ x1: 1, x2: 1, label: 'A' });
  expect(editor.settled.value).toEqual(datasets.article.points);
  expect(editor.dragging.value).toBe(true);
  editor.drop();
  expect(editor.settled.value[0]).toEqual({ x1: 1, x2: 1, label: 'A' });
  expect(editor.data.value.name).toBe('own');
});

it('a drag that goes nowhere, or is given up, changes nothing', () => {
  const editor = createPointEditor();
  const [first] = datasets.article.points;
  editor.dragTo(0, first.x1, first.x2);
  editor.drop();
  editor.dragTo(0, 2, 2);
  editor.giveUp();
  editor.dragTo(99, 0, 0);
  editor.drop();
  expect(editor.untouched.value).toBe(true);
});

it('adds a point of the class asked for, chosen, and no more than fit', () => {
  const editor = createPointEditor();
  editor.setEdit('B');
  editor.add(0.123, 5);
  expect(own(editor)?.at(-1)).toEqual({ x1: 0.12, x2: 2.1, label: 'B' });
  expect(editor.chosen.value).toBe(48);
  for (let i = 0; i < mostPoints; i++) editor.add(0, 0);
  expect(own(editor)).toHaveLength(mostPoints);
  expect(editor.isFull.value).toBe(true);
});

it('moves, relabels, removes and undoes', () => {
  const editor = createPointEditor({
    name: 'own',
    own: [
      { x1: 0, x2: 0, label: 'A' },
      { x1: 1, x2: 1, label: 'B' },
    ],
  });
  editor.move(0, -1, 0.5);
  editor.relabel(0);
  expect(own(editor)?.[0]).toEqual({ x1: -1, x2: 0.5, label: 'B' });
  editor.remove(1);
  editor.remove(0);
  expect(own(editor)).toEqual([]);
  expect(editor.chosen.value).toBe(-1);
  editor.undo();
  editor.undo();
  expect(own(editor)).toHaveLength(2);
  editor.undo();
  editor.undo();
  expect(own(editor)?.[0]).toEqual({ x1: 0, x2: 0, label: 'A' });
  expect(editor.canUndo.value).toBe(false);
  editor.undo();
});

it('with no points, every action is harmless', () => {
  const editor = createPointEditor({ name: 'own', own: [] });
  editor.choose(-1);
  editor.choose(Number.NaN);
  editor.move(-1, 0, 0);
  editor.relabel(-1);
  editor.remove(-1);
  editor.dragTo(0, 1, 1);
  editor.drop();
  expect(own(editor)).toEqual([]);
  editor.add(Number.NaN, 0);
  expect(own(editor)).toEqual([]);
  editor.add(0, 0);
  expect(editor.chosen.value).toBe(0);
});

it('ignores coordinates that are not numbers', () => {
  const editor = createPointEditor();
  editor.move(0, Number.NaN, 1);
  expect(editor.points.value[0]).toEqual(datasets.article.points[0]);
});

it('choosing goes round at both ends', () => {
  const editor = createPointEditor();
  editor.choose(-1);
  expect(editor.chosen.value).toBe(47);
  editor.choose(48);
  expect(editor.chosen.value).toBe(0);
});

it('own points survive a look at a dataset', () => {
  const editor = createPointEditor();
  editor.setData('own');
  expect(editor.edit.value).toBe('A');
  editor.remove(0);
  editor.setData('article');
  expect(editor.points.value).toHaveLength(48);
  editor.setData('own');
  expect(editor.points.value).toHaveLength(47);
});
