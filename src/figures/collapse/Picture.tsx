// One output of the stack along its first input, through the sample point, and the affine map beside
// it: the same straight line, until an activation bends one of them.
import { Handle } from '../../ui/Handle.tsx';
import { Plane } from '../../ui/Plane.tsx';
import { createScale, outline, path, type Scale, short } from '../../ui/scale.ts';
import { fill, trimmed } from '../../ui/words.ts';
import { subscript } from './names.ts';
import { type Section, section } from './section.ts';
import { reach } from './state.ts';
import { digits } from './Together.tsx';
import type { Parts } from './View.tsx';

type Place = readonly [number, number];

const sizes = { width: 400, height: 332, left: 44 };

export function Picture({ id, model, labels }: Parts & { readonly id: string }) {
  const words = labels.picture;
  const shown = model.shown.value;
  const inputs = model.inputs.value;
  const drawn = section({
    run: model.run.value,
    affine: model.affine.value,
    bent: model.bent.value,
    point: inputs,
    shown,
    reach,
  });
  const scale = createScale({ ...sizes, x: [-2.2, 2.2], y: drawn.domain });
  const name = `x${subscript(1)}`;
  const output = `y${subscript(shown + 1)}`;
  const alt = {
    equal: words.altEqual,
    unbent: words.altEqual,
    bent: words.altBent,
    overflow: words.altOverflow,
  };
  const held = inputs.slice(1).map((value, i) => `x${subscript(i + 2)} = ${trimmed(value, 2)}`);
  const at = drawn.valueAt(inputs[0]);
  return (
    <div class="picture">
      <Plane
        id={id}
        scale={scale}
        alt={fill(alt[model.verdict.value], {
          output,
          name,
          layers: model.layers.value.length,
          miss: trimmed(drawn.miss, digits),
        })}
        xLabel={name}
        yLabel={output}
        over={
          Number.isFinite(at) && (
            <Handle
              scale={scale}
              at={[inputs[0], at]}
              label={fill(words.point, { name })}
              valueText={fill(words.value, { name, value: trimmed(inputs[0], 2) })}
              onMove={([x]) => model.setPoint(0, x)}
            />
          )
        }
      >
        <Curves drawn={drawn} scale={scale} bent={model.verdict.value === 'bent'} words={words} />
      </Plane>
      {held.length > 0 && <p class="held">{fill(words.held, { name, others: held.join(', ') })}</p>}
    </div>
  );
}

interface CurvesProps {
  readonly drawn: Section;
  readonly scale: Scale;
  readonly bent: boolean;
  readonly words: Parts['labels']['picture'];
}

function Curves({ drawn, scale, bent, words }: CurvesProps) {
  const { stack, map, widest } = drawn;
  const [x, onStack, onMap] = widest;
  const above = onStack >= onMap;
  return (
    <>
      {bent && <path class="miss-area" d={outline(scale, [...stack, ...[...map].reverse()])} />}
      <path class="stack-curve" d={path(scale, stack)} />
      <path class="map-curve" d={path(scale, map)} />
      {bent && (
        <Label scale={scale} at={[x, onStack]} curve={stack} above={above} kind="stack-name">
          {words.stack}
        </Label>
      )}
      {map.length > 0 && (
        <Label scale={scale} at={[x, onMap]} curve={map} above={!bent || !above} kind="map-name">
          {bent ? words.map : words.same}
        </Label>
      )}
    </>
  );
}

interface LabelProps {
  readonly scale: Scale;
  readonly at: Place;
  readonly curve: readonly Place[];
  readonly above: boolean;
  readonly kind: string;
  readonly children: string;
}

/** Rough width of a letter, to keep a name inside the frame. */
const letter = 8.3;

/** A name beside a curve, on the side to which the curve falls away from it. */
function Label({ scale, at: [x, y], curve, above, kind, children }: LabelProps) {
  const { top, bottom, height, left, right, width } = scale.frame;
  const next = curve.find(([there]) => there > x + 0.2) ?? [x, y];
  const rises = next[1] > y;
  const toTheLeft = rises === above;
  const py = scale.y(y) + (above ? -12 : 22);
  const room = children.length * letter;
  const px = scale.x(x) + (toTheLeft ? -4 - room : 4);
  const kept = Math.max(left + 6, Math.min(width - right - 6 - room, px));
  return (
    <text
      class={`halo ${kind}`}
      aria-hidden="true"
      x={short(kept)}
      y={short(Math.max(top + 34, Math.min(height - bottom - 8, py)))}
    >
      {children}
    </text>
  );
}
