// Which points a figure shows, and the buttons and fields to edit them with: everything that
// <EditPoints> does by pointer or key in the plane can be done here by tap or typing.
import { datasetNames } from '../core/datasets.ts';
import { Button, Menu, NumberField, Segments } from './controls.tsx';
import { edge, mostPoints } from './plane-data.ts';
import type { PointEditor } from './point-editor.ts';
import { fill, type SharedWords } from './words.ts';

interface Props {
  readonly editor: PointEditor;
  readonly words: SharedWords;
}

export function DataControls({ editor, words }: Props) {
  const editing = editor.edit.value !== 'off';
  return (
    <>
      <span class="row">
        <Menu
          label={words.data.label}
          value={editor.data.value.name}
          options={[...datasetNames, 'own' as const].map((value) => ({
            value,
            label: words.data.names[value],
          }))}
          onChange={editor.setData}
        />
        <Button pressed={editing} onClick={() => editor.setEdit(editing ? 'off' : 'A')}>
          {words.data.edit}
        </Button>
      </span>
      {editing && <PointPanel editor={editor} words={words} />}
    </>
  );
}

function PointPanel({ editor, words }: Props) {
  const chosen = editor.chosen.value;
  const point = editor.points.value[chosen];
  const { length } = editor.points.value;
  return (
    <section class="point-panel" role="group" aria-label={words.data.panel}>
      <p class="hint">{words.data.help}</p>
      <Segments
        label={words.data.addAs}
        value={editor.edit.value}
        options={[
          { value: 'A', label: words.classA },
          { value: 'B', label: words.classB },
        ]}
        onChange={editor.setEdit}
      />
      <Button
        disabled={editor.isFull.value}
        onClick={() => editor.add((point?.x1 ?? -0.2) + 0.2, (point?.x2 ?? -0.2) + 0.2)}
      >
        {words.data.add}
      </Button>
      <Button disabled={!editor.canUndo.value} onClick={editor.undo}>
        {words.data.undo}
      </Button>
      {editor.isFull.value && (
        <p class="hint" role="status">
          {fill(words.data.full, { most: mostPoints })}
        </p>
      )}
      {point && (
        <div class="chosen-point">
          <span class="control-name">
            {fill(words.data.chosen, { number: chosen + 1, count: length })}
          </span>
          <Button onClick={() => editor.choose(chosen - 1)}>{words.data.previous}</Button>
          <Button onClick={() => editor.choose(chosen + 1)}>{words.data.next}</Button>
          <NumberField
            key={`x${chosen}`}
            label="x₁"
            value={point.x1}
            min={-edge}
            max={edge}
            words={words.number}
            onInput={(x) => editor.move(chosen, x, point.x2)}
          />
          <NumberField
            key={`y${chosen}`}
            label="x₂"
            value={point.x2}
            min={-edge}
            max={edge}
            words={words.number}
            onInput={(y) => editor.move(chosen, point.x1, y)}
          />
          <Button onClick={() => editor.relabel(chosen)}>{words.data.relabel}</Button>
          <Button onClick={() => editor.remove(chosen)}>{words.data.remove}</Button>
        </div>
      )}
    </section>
  );
}
