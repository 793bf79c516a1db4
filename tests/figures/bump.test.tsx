import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import labels from '../../content/en/figures/bump.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import {
  buildFromRelus,
  evaluateConstruction,
} from '../../src/core/approximation/constructions.ts';
import { BumpModel, fields } from '../../src/figures/bump/model.ts';
import View, { readoutOf } from '../../src/figures/bump/View.tsx';
import { readLink } from '../../src/ui/link.ts';

describe('the model of bump', () => {
  it('draws the hat of the core, wherever its corners are dragged', () => {
    const place = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(place, place, place, place, (left, right, x, y) => {
        const model = new BumpModel();
        model.setLeft(left);
        model.setRight(right);
        model.setTop(x, y);
        const [from = 0, peak = 0, to = 0] = model.places.value;
        const hat = buildFromRelus([
          { kind: 'hat', left: from, peak, right: to, height: model.height.value },
        ]);
        for (const at of [-2, from, peak, (peak + to) / 2, to, 2])
          expect(model.sum.value(at)).toBeCloseTo(evaluateConstruction(hat, 'relu', at), 9);
        expect(fields.places.parse(fields.places.format(model.places.value))).toEqual(
          model.places.value,
        );
      }),
    );
  });

  it.each(['tanh', 'sigmoid'] as const)(
    'makes of two %s neurons a bump that is sharper the larger the weight',
    (name) => {
      const model = new BumpModel();
      model.setActivation(name);
      const blurred = model.beyond.value;
      model.setWeight(40);
      expect(model.beyond.value).toBeLessThan(blurred / 10);
      expect(model.beyond.value).toBeGreaterThan(0);
      // half of the bump is 0.9 from either step, where the steeper step is level to nine digits
      expect(model.top.value[1]).toBeCloseTo(model.height.value, 9);
      expect(model.sum.value(-2)).toBeCloseTo(0, 9);
    },
  );

  it('says how the three changes of slope cancel', () => {
    const model = new BumpModel();
    expect(readoutOf(model, labels)).toContain('by 1.50, −2.25 and 0.75');
  });

  it('refuses a link to places out of order', () => {
    expect(readLink('bump', fields, '#bump~places=-1,0,1~height=-0.5').kind).toBe('state');
    for (const part of ['places=0,0,1', 'places=1,0,-1', 'places=0,1', 'weight=1', 'height=2'])
      expect(readLink('bump', fields, `#bump~${part}`)).toEqual({ kind: 'fault', part });
  });
});

it('the view of bump is whole before any script runs', async () => {
  const html = render(
    <View
      id="bump"
      labels={labels}
      shared={site.figure}
      activations={{ relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid' }}
    />,
  );
  expect(html).toContain('Together that is zero');
  await expect(`${html.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot(
    './__snapshots__/bump.html',
  );
});
