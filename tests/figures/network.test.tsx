import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import labels from '../../content/en/figures/network.json';
import site from '../../content/en/site.json';
import { fields, NetworkModel } from '../../src/figures/network/model.ts';
import NetworkView from '../../src/figures/network/View.tsx';
import { readLink } from '../../src/ui/link.ts';

it('every neuron’s sum is its weighted inputs plus its bias, and is passed on as it is', () => {
  const { neurons } = new NetworkModel();
  neurons.value.slice(1).forEach((layer, l) => {
    for (const { weights, bias, sum, value } of layer) {
      // halves times tenths: few enough digits for the doubles to be off by rounding only
      const products = weights.map((weight, i) => weight * neurons.value[l][i].value);
      expect(sum).toBeCloseTo(
        products.reduce((a, b) => a + b, bias ?? Number.NaN),
        12,
      );
      expect(value).toBe(sum);
    }
  });
});

it('the article’s network has 26 numbers to choose, 6 of them biases', () => {
  expect(new NetworkModel().count.value).toEqual({ parameters: 26, biases: 6 });
});

it('weights are halves from −2 to 2 and never 0, biases included', () => {
  const { neurons, setSize, setHidden, redraw } = new NetworkModel();
  setHidden(3);
  for (let layer = 0; layer < 5; layer++) setSize(layer, 6);
  for (let draw = 0; draw < 5; draw++) {
    const all = neurons.value.flat().flatMap(({ weights, bias }) => [...weights, bias ?? 1]);
    for (const weight of all) expect([0.5, 1, 1.5, 2]).toContain(Math.abs(weight));
    redraw();
  }
});

it('adding a neuron leaves every other weight as it was', () => {
  const { neurons, setSize } = new NetworkModel();
  const before = neurons.value[1].map(({ weights, bias }) => [...weights, bias]);
  setSize(0, 4);
  setSize(1, 5);
  const after = neurons.value[1].slice(0, 4);
  expect(after.map(({ weights, bias }) => [...weights.slice(0, 3), bias])).toEqual(before);
});

it('hidden neurons apply the activation, outputs do not', () => {
  const { neurons, activation } = new NetworkModel();
  activation.value = 'relu';
  for (const { sum, value } of neurons.value[1]) expect(value).toBe(Math.max(0, sum));
  for (const { sum, value } of neurons.value[2]) expect(value).toBe(sum);
});

it('a removed hidden layer takes nothing else with it, and the neuron read is always one that exists', () => {
  const model = new NetworkModel();
  model.choose(1, 3);
  model.setHidden(0);
  expect(model.sizes.value).toEqual([3, 2]);
  expect(model.read.value.name).toBe('y₂');
  model.setSize(1, 1);
  expect(model.read.value.name).toBe('y₁');
});

it('arrow steps stop at the edges of the network', () => {
  const model = new NetworkModel();
  model.choose(0, 0);
  expect(model.step(-1, 0)).toEqual([0, 0]);
  expect(model.step(1, 0)).toEqual([1, 0]);
  expect(model.step(0, 9)).toEqual([1, 3]);
  expect(model.step(1, 0)).toEqual([2, 1]);
});

it('refuses links with sizes, seeds or neurons that cannot be', () => {
  for (const part of ['sizes=3', 'sizes=3,7,2', 'sizes=3,2.5,2', 'seed=0', 'chosen=1', 'values=1'])
    expect(readLink('network', fields, `network~${part}`)).toEqual({ kind: 'fault', part });
  expect(readLink('network', fields, 'network~sizes=1,1~chosen=1,0')).toEqual({
    kind: 'state',
    values: { sizes: [1, 1], chosen: [1, 0] },
  });
});

it('is drawn at build in the state of the article', async () => {
  const html = render(<NetworkView id="network" labels={labels} shared={site.figure} />);
  await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot('__snapshots__/network.html');
});
