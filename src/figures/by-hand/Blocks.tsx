// What to build from, the blocks in a row, and the numbers of the one that is chosen.
import { Button, Menu, NumberField, Segments } from '../../ui/controls.tsx';
import { fill, fixed, type SharedWords } from '../../ui/words.ts';
import { BASE, materials } from './kinds/kind.ts';
import { isSteep, kindNames } from './kinds/kinds.ts';
import { riseOf } from './kinds/steep.ts';
import { GENTLEST, STEEPEST, steepnesses, targetNames } from './settings.ts';
import { blocksText, blockText, hintText, type Labels, type Model } from './words.ts';

export interface BlocksProps {
  readonly model: Model;
  readonly labels: Labels;
  readonly shared: SharedWords;
  readonly targets: Readonly<Record<string, string>>;
}

export function Blocks(props: BlocksProps) {
  const { model, labels, targets } = props;
  return (
    <>
      <div class="kind-choice">
        <Segments
          label={labels.kind}
          value={model.kind.value}
          options={kindNames.map((name) => ({ value: name, label: labels.kinds[name].name }))}
          onChange={model.setKind}
        />
      </div>
      <Menu
        label={labels.target}
        value={model.target.value}
        options={targetNames.map((name) => ({ value: name, label: targets[name] ?? name }))}
        onChange={model.setTarget}
      />
      {isSteep(model.kind.value) && <Steepness {...props} />}
      <BlockRow {...props} />
      <Chosen {...props} />
      <Deeds {...props} />
    </>
  );
}

function Steepness({ model, labels, shared }: BlocksProps) {
  const steepness = model.steepness.value;
  const stop = steepnesses.findLastIndex((at) => at <= steepness);
  return (
    <>
      <div class="kind-choice">
        <Segments
          label={labels.material}
          value={model.material.value}
          options={materials.map((name) => ({ value: name, label: labels.materials[name] }))}
          onChange={model.setMaterial}
        />
      </div>
      <span class="control width">
        <label class="control slider">
          <span class="control-name">{labels.steepness}</span>
          <input
            type="range"
            min={0}
            max={steepnesses.length - 1}
            step={1}
            value={stop}
            aria-valuetext={fixed(steepness, 0)}
            onInput={(event) => model.setSteepness(steepnesses[event.currentTarget.valueAsNumber])}
          />
        </label>
        <NumberField
          label={<span class="visually-hidden">{labels.steepnessField}</span>}
          value={steepness}
          min={GENTLEST}
          max={STEEPEST}
          digits={1}
          words={shared.number}
          onInput={model.setSteepness}
        />
      </span>
      <p class="hint">{fill(labels.rise, { rise: fixed(riseOf(model.made.value), 3) })}</p>
    </>
  );
}

/** A chip for each block; the arrow keys go from one to the next. */
function BlockRow({ model, labels }: BlocksProps) {
  const chips = [
    ...(model.hasBase.value ? [BASE] : []),
    ...Array.from({ length: model.count.value }, (_, i) => i),
  ];
  const remove = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    model.remove(model.chosen.value);
    event.preventDefault();
  };
  return (
    <div class="block-row" role="group" aria-label={labels.list} onKeyDown={remove}>
      <Segments
        label={labels.list}
        value={String(model.chosen.value)}
        options={chips.map((block) => ({
          value: String(block),
          label: block === BASE ? labels.baseShort : String(block + 1),
        }))}
        onChange={(block) => model.choose(Number(block))}
      />
      <Button onClick={model.add} disabled={model.full.value}>
        {labels.add}
      </Button>
    </div>
  );
}

function Chosen({ model, labels, shared }: BlocksProps) {
  const block = model.chosen.value;
  const rules = model.rules.value;
  const values = model.values.value;
  const name = blockText(model, labels, block);
  const parts = block === BASE ? (['base'] as const) : rules.parts;
  return (
    <div class="chosen-block" role="group" aria-label={name}>
      <span class="control-name" aria-hidden="true">
        {name}
      </span>
      {parts.map((part) => {
        const [min, max] = rules.range(values, block, part);
        return (
          <NumberField
            // a field of its own for every number: what is half typed belongs to its block
            key={`${model.kind.value} ${block} ${part}`}
            label={labels.parts[part]}
            value={rules.get(values, block, part)}
            min={min}
            max={max}
            digits={3}
            words={shared.number}
            onInput={(to) => model.set(block, part, to)}
          />
        );
      })}
      <Button onClick={() => model.remove(block)} disabled={!model.removable.value}>
        {labels.remove}
      </Button>
    </div>
  );
}

function Deeds({ model, labels }: BlocksProps) {
  const best = model.best.value;
  return (
    <>
      <div class="deeds">
        <Button onClick={model.undo} disabled={!model.canUndo.value}>
          {labels.undo}
        </Button>
        <Button onClick={model.redo} disabled={!model.canRedo.value}>
          {labels.redo}
        </Button>
        <Button onClick={model.clear}>{labels.clear}</Button>
        <Button onClick={model.seekHint}>{labels.hint}</Button>
        <Button
          onClick={() => model.setBest(!best)}
          disabled={!best && !model.tried.value}
          pressed={best}
        >
          {best ? labels.hideBest : labels.showBest}
        </Button>
      </div>
      <p class="hint by-hand-note" role="status">
        {noteOf(model, labels)}
      </p>
    </>
  );
}

/** The hint asked for, else what can be said of where the reader is. */
function noteOf(model: Model, labels: Labels): string {
  const hint = hintText(model, labels);
  if (hint) return hint;
  if (model.full.value)
    return fill(labels.full, { blocks: blocksText(model, labels, model.rules.value.most) });
  return labels.kinds[model.kind.value].help;
}
