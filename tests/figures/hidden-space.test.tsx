import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import names from '../../content/en/activations.json' with { type: 'json' };
import labels from '../../content/en/figures/hidden-space.json' with { type: 'json' };
import site from '../../content/en/site.json' with { type: 'json' };
import { activationNames } from '../../src/core/activations.ts';
import { domainOf } from '../../src/figures/hidden-space/domain.ts';
import { fields, HiddenSpaceModel } from '../../src/figures/hidden-space/model.ts';
import { readout } from '../../src/figures/hidden-space/sentences.ts';
import View from '../../src/figures/hidden-space/View.tsx';
import { readLink } from '../../src/ui/link.ts';
import plane from '../fixtures/plane.json' with { type: 'json' };

const { facts } = plane;
/** The stored gaps have four decimals. */
const stored = 4;

describe('HiddenSpaceModel', () => {
  it.each([
    ['identity', facts.hullGapInHiddenSpace.identity],
    ['relu', facts.hullGapInHiddenSpace.relu],
    ['tanh', facts.hullGapInHiddenSpace.tanh],
    ['sigmoid', facts.hullGapInHiddenSpace.sigmoid],
    ['leakyRelu', facts.hullGapInHiddenSpace.leakyRelu0_1],
  ] as const)('measures the stored gap under %s', (name, gap) => {
    const model = new HiddenSpaceModel(name);
    expect(model.current.value.gap).toBeCloseTo(gap, stored);
  });

  it('carries the certificate of the input plane along under the identity', () => {
    const { certificate } = new HiddenSpaceModel('identity');
    const [x, y] = facts.certificate.point;
    expect(certificate.value?.input?.[0]).toBeCloseTo(x, 9);
    expect(certificate.value?.input?.[1]).toBeCloseTo(y, 9);
    expect(certificate.value?.image[0]).toBeCloseTo(1.6 * x + 1.2 * y - 1.2, 9);
    expect(certificate.value?.image[1]).toBeCloseTo(-1.8 * x - 0.9 * y - 1.2, 9);
    expect(certificate.value?.ofA).toHaveLength(2);
    expect(certificate.value?.ofB).toHaveLength(2);
  });

  it('has the gap between the two nearest points of the hulls', () => {
    for (const name of ['relu', 'tanh', 'softplus'] as const) {
      const strip = new HiddenSpaceModel(name).strip.value;
      if (!strip) throw new Error(`no line under ${name}`);
      const [[ax, ay], [bx, by]] = strip.nearest;
      expect(Math.hypot(bx - ax, by - ay)).toBeCloseTo(strip.gap, 9);
    }
  });

  it('compares tanh with ReLU as stored, and the other way round for other scales', () => {
    const model = new HiddenSpaceModel('relu');
    const ratio = () => model.tanh.value.gap / model.relu.value.gap;
    expect(ratio()).toBeCloseTo(1.545, 3);
    model.setPower(2);
    expect(ratio()).toBeCloseTo(0.97, 2);
    model.setPower(-1);
    expect(ratio()).toBeCloseTo(0.39, 2);
  });

  it('keeps a line, a certificate or neither for every activation, scale and dataset', () => {
    for (const name of activationNames) {
      const model = new HiddenSpaceModel(name);
      for (const data of ['article', 'xor', 'rings', 'moons'] as const) {
        model.editor.setData(data);
        const power = name === 'cube' ? 3 : -2;
        model.setPower(power);
        const { kind } = model.current.value.separation;
        expect(model.strip.value !== undefined).toBe(kind === 'separable');
        expect(model.cut.value !== undefined).toBe(kind === 'separable');
        expect(model.certificate.value !== undefined).toBe(kind === 'inseparable');
        expect(readout(model, labels, names[name], true)).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  it('says that there is nothing to part when a class is empty', () => {
    const model = new HiddenSpaceModel('relu');
    model.editor.data.value = { name: 'own', own: [{ x1: 0, x2: 0, label: 'A' }] };
    expect(readout(model, labels, names.relu, true)).toBe(labels.readout.empty);
    model.editor.data.value = { name: 'own', own: [] };
    expect(readout(model, labels, names.relu, true)).toBe(labels.readout.empty);
    expect(model.highlighted.value.size).toBe(0);
  });

  it('highlights all points that share the place of the one looked at', () => {
    const model = new HiddenSpaceModel('relu');
    model.point(0);
    expect(model.highlighted.value.size).toBe(plane.A.length);
    model.setActivation('tanh');
    expect(model.highlighted.value.size).toBe(1);
    model.point(undefined);
    expect(model.highlighted.value.size).toBe(0);
  });

  it('shows the input plane and no verdict while a question is open, and forgets neither', () => {
    const model = new HiddenSpaceModel('relu');
    const gap = model.strip.value?.gap;
    model.hold(0);
    expect([model.share.value, model.asked.value, model.morph.value]).toEqual([0, true, 1]);
    expect([model.strip.value, model.cut.value, model.certificate.value]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    model.hold(0.5);
    expect([model.share.value, model.asked.value]).toEqual([0.5, false]);
    model.hold(undefined);
    expect([model.share.value, model.strip.value?.gap]).toEqual([1, gap]);
  });

  it('keeps probe and morph in range', () => {
    const model = new HiddenSpaceModel('relu');
    model.setProbe([99, -99]);
    expect(model.probe.value).toEqual([2.1, -2.1]);
    model.setMorph(7);
    expect(model.morph.value).toBe(1);
  });

  it('refuses a link it cannot read, and reads one it can', () => {
    for (const bad of ['activation=softmax', 'power=9', 'probe=1', 'line1=0,0,1', 'morph=x']) {
      expect(readLink('h', fields, `#h~${bad}`)).toEqual({ kind: 'fault', part: bad });
    }
    expect(readLink('h', fields, '#h~activation=tanh~power=2~data=moons')).toEqual({
      kind: 'state',
      values: { activation: 'tanh', power: 2, data: { name: 'moons' } },
    });
  });
});

describe('domainOf', () => {
  it('holds all coordinates and 0, with round ends', () => {
    expect(domainOf([Float64Array.of(-0.97, 0.99, 0.3, -0.99)])).toEqual([-1.2, 1.2]);
    expect(domainOf([Float64Array.of(0, 4.4)])).toEqual([-0.5, 5]);
    expect(domainOf([Float64Array.of(3, 4)])[0]).toBeLessThanOrEqual(0);
  });

  it('rests while its contents move a little', () => {
    expect(domainOf([Float64Array.of(0, 4.41)])).toEqual(domainOf([Float64Array.of(0, 4.45)]));
  });

  it('gives an interval for contents without extent', () => {
    expect(domainOf([Float64Array.of(0, 0)])).toEqual([-1, 1]);
    expect(domainOf([])).toEqual([-1, 1]);
  });
});

describe('the figure on the server', () => {
  const words = { id: 'h', labels, names, shared: site.figure };

  it('shows the certificate in both planes under the identity', async () => {
    const html = render(<View {...words} activation="identity" full={false} />);
    expect(html.match(/class="common-point"/g)).toHaveLength(2);
    expect(html).toContain('(0.335, 0.135)');
    expect(html).not.toContain('<select');
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      '__snapshots__/hidden-space-identity.html',
    );
  });

  it('shows the line, its strip and its pre-image under ReLU', async () => {
    const html = render(<View {...words} activation="relu" full />);
    expect(html).toContain('gap 0.344');
    expect(html).toContain(labels.input.cut);
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      '__snapshots__/hidden-space-relu.html',
    );
  });
});
