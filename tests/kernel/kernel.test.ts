// The kernel against the TypeScript, bit for bit.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activationNames, activations } from '../../src/core/activations.ts';
import { createWorkspace, forward, lossAndGradient } from '../../src/core/backprop.ts';
import { passesFor } from '../../src/core/fastest.ts';
import { codeOf, inRoom, type MakeKernel, type Room, useKernel } from '../../src/core/kernel.ts';
import { lossNames } from '../../src/core/losses.ts';
import { createMlp } from '../../src/core/mlp.ts';
import { optimiserNames, optimisers } from '../../src/core/optimisers.ts';
import { createRandom } from '../../src/core/random.ts';
import { type TrainingOptions, type TrainingProblem, train } from '../../src/core/train.ts';
import { buildKernel, kernelFile } from '../../src/kernel/build.mjs';
import { nodeKernel } from './node-kernel.ts';

let make: MakeKernel;
beforeAll(async () => {
  make = await nodeKernel();
});
beforeEach(() => useKernel(make));
afterEach(() => useKernel(null));

const bitsOf = (numbers: Float64Array) => Array.from(new BigUint64Array(numbers.slice().buffer));
/** All NaN are one. */
const sameBits = (got: Float64Array, wanted: Float64Array) => {
  const canonical = (numbers: Float64Array) =>
    bitsOf(numbers.map((x) => (Number.isNaN(x) ? Number.NaN : x)));
  expect(canonical(got)).toEqual(canonical(wanted));
};

/** Copies of the arrays in a room with the kernel, however small. */
const inKernel = <T>(
  arrays: readonly Float64Array[],
  use: (room: Room, copies: Float64Array[]) => T,
) => {
  let room: Room | undefined;
  const copies = inRoom((given) => {
    room = given;
    return arrays.map((array) => given.floats(array.length));
  }, 0);
  for (const [i, copy] of copies.entries()) copy.set(arrays[i]!);
  expect(room?.kernel).not.toBeNull();
  return use(room!, copies);
};

describe('activate', () => {
  const known = activationNames.filter((name) => codeOf(name) >= 0);
  const special = [0, 1e-320, 1e-310, 1e-20, 1 / 128, 1.5 / 64, 0.5, 1, 19, 19.0625, 20, 37, 800];
  const everything = Float64Array.from([
    ...special.flatMap((x) => [x, -x]),
    ...special.flatMap((x) => [x * (1 + 2 ** -52), -x * (1 + 2 ** -52)]),
    ...[Infinity, -Infinity, Number.NaN],
    // ties between two centres of the tables
    ...Array.from({ length: 2600 }, (_, k) => (k - 1300 + 0.5) / 64),
    ...Array.from({ length: 20000 }, (_, i) => 25 * Math.sin(i * i)),
  ]);

  it.each(known)('gives every bit of %s at special and at many other arguments', (name) => {
    inKernel([everything], ({ kernel }, [sums]) => {
      kernel!.activate(codeOf(name), sums!.byteOffset, sums!.byteOffset, sums!.length);
      sameBits(sums!, everything.map(activations[name].value));
    });
  });

  it('may take arrays that fill whole pages of memory', () => {
    const roomFor = (numbers: number) =>
      inRoom(({ floats, kernel }) => ({ kernel, sums: floats(numbers) }), 0);
    const { byteOffset, buffer } = roomFor(8).sums;
    const { kernel, sums } = roomFor((buffer.byteLength - byteOffset) / 8);
    kernel!.activate(codeOf('tanh'), sums.byteOffset, sums.byteOffset, sums.length);
    expect(sums.every((x) => x === 0)).toBe(true);
  });

  it('knows identity, ReLU, the logistic function and tanh', () => {
    expect(known).toEqual(['identity', 'relu', 'sigmoid', 'tanh']);
  });
});

const sizes = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([inputs, hidden, outputs]) => [inputs, ...hidden, outputs]);
const oneHiddenLayer = fc.integer({ min: 1, max: 40 }).map((width) => [1, width, 1]);

describe('the kernel’s passes', () => {
  it('have the bits of the plain ones for every shape, activation, loss and number of samples', () => {
    fc.assert(
      fc.property(
        fc.oneof(sizes, oneHiddenLayer),
        fc.infiniteStream(fc.constantFrom(...activationNames)),
        fc.constantFrom(...lossNames),
        fc.integer({ min: 1, max: 21 }),
        fc.constantFrom(0.5, 3, 30),
        fc.nat(),
        (shape, names, loss, sampleCount, scale, seed) => {
          const hidden = shape.slice(2).map(() => names.next().value!);
          const mlp = createMlp({ sizes: shape, hidden });
          const random = createRandom(seed);
          const normal = (length: number, by: number) =>
            new Float64Array(length).map(() => by * random.normal());
          const parameters = normal(mlp.parameterCount, scale);
          const inputs = normal(mlp.sizes[0]! * sampleCount, 1);
          const targets = normal(mlp.sizes.at(-1)! * sampleCount, 1).map((x) => (x > 0 ? 1 : 0));
          const gradient = normal(mlp.parameterCount, 1);
          const plain = createWorkspace(mlp, sampleCount);
          const wanted = lossAndGradient(plain, parameters, inputs, targets, loss, gradient);

          const [workspace, ...arrays] = inRoom(
            (room) =>
              [
                createWorkspace(mlp, sampleCount, room),
                room.floats(parameters.length),
                room.floats(inputs.length),
                room.floats(targets.length),
                room.floats(gradient.length),
              ] as const,
            0,
          );
          const [p, x, t, g] = arrays;
          p.set(parameters);
          x.set(inputs);
          t.set(targets);
          const passes = passesFor(workspace);
          expect(workspace.kernel).not.toBeNull();
          expect(lossAndGradient(workspace, p, x, t, loss, g, passes)).toBe(wanted);
          sameBits(g, gradient);
          sameBits(forward(workspace, p, x, passes), forward(plain, parameters, inputs));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('adam', () => {
  it('moves an even and an odd number of parameters to the same bits', () => {
    for (const count of [1, 2, 7, 32]) {
      const random = createRandom(count);
      const normal = (length: number) => new Float64Array(length).map(() => random.normal());
      const arrays = [normal(count), normal(count), new Float64Array(2 * count + 2)];
      inKernel(arrays, ({ kernel }, copies) => {
        for (let step = 0; step < 5; step++) {
          optimisers.adam.step(arrays[0]!, arrays[1]!, arrays[2]!, 0.01);
          optimisers.adam.step(copies[0]!, copies[1]!, copies[2]!, 0.01, kernel);
        }
        for (const [i, copy] of copies.entries()) sameBits(copy, arrays[i]!);
      });
    }
  });
});

describe('train', () => {
  const finalOf = (problem: TrainingProblem, options: TrainingOptions) => {
    const losses: number[] = [];
    const run = train(problem, options);
    let result = run.next();
    while (!result.done) {
      losses.push(result.value.loss);
      result = run.next();
    }
    const { step, status, parameters } = result.value;
    return { step, status, losses: bitsOf(Float64Array.from(losses)), end: bitsOf(parameters) };
  };

  it('takes the same path with the kernel and without', () => {
    fc.assert(
      fc.property(
        fc.constantFrom([1, 33, 1], [1, 64, 1], [2, 8, 8, 1], [2, 7, 5, 3, 1], [3, 16, 2]),
        fc.constantFrom(...activationNames),
        fc.constantFrom(...optimiserNames),
        fc.constantFrom(...lossNames),
        fc.constantFrom(10, 31, 1000),
        fc.integer({ min: 60, max: 64 }),
        fc.nat(),
        (shape, hidden, optimiser, loss, batchSize, sampleCount, seed) => {
          const mlp = createMlp({ sizes: shape, hidden });
          const random = createRandom(seed);
          const draw = (length: number) => new Float64Array(length).map(() => random.normal());
          const problem = {
            mlp,
            sampleCount,
            inputs: draw(shape[0]! * sampleCount),
            targets: draw(shape.at(-1)! * sampleCount).map((x) => (x > 0 ? 1 : 0)),
          };
          const options: TrainingOptions = {
            optimiser,
            learningRate: 0.02,
            loss,
            batchSize,
            start: 'he',
            seed,
            stepsPerYield: 7,
            stop: { steps: 40 },
          };
          let made = 0;
          useKernel((bytes, imports) => {
            made++;
            return make(bytes, imports);
          });
          const got = finalOf(problem, options);
          expect(made).toBe(1);
          useKernel(null);
          expect(got).toEqual(finalOf(problem, options));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on in TypeScript where no instance can be made', () => {
    const sampleCount = 64;
    const inputs = new Float64Array(sampleCount).map((_, i) => i / 64);
    const problem = {
      mlp: createMlp({ sizes: [1, 32, 1], hidden: 'tanh' }),
      sampleCount,
      inputs,
      targets: inputs,
    };
    const options: TrainingOptions = {
      optimiser: 'adam',
      learningRate: 0.01,
      loss: 'squaredError',
      start: 'pytorch',
      seed: 1,
      stepsPerYield: 10,
      stop: { steps: 20 },
    };
    const wanted = finalOf(problem, options);
    useKernel(() => {
      throw new RangeError('no memory');
    });
    expect(finalOf(problem, options)).toEqual(wanted);
  });
});

describe('the binary', () => {
  afterAll(() => buildKernel());

  it('asks for no relaxed instruction, whose results differ between machines', async () => {
    const binary = await readFile(kernelFile);
    expect(WebAssembly.validate(binary)).toBe(true);
    // The prefix of vector instructions, then 0x100 … 0x12f in LEB128.
    for (let code = 0x80; code < 0xb0; code++)
      expect(binary.includes(Buffer.of(0xfd, code, 0x02))).toBe(false);
  });
});
