// brain.js learns after every sample, and its outputs go through the activation of the hidden
// layers: so it is measured at that.
import brain from 'brain.js/dist/neural-network.js';
import { type Entry, online, SINGLE } from '../contract.ts';

export const entry: Entry = {
  tolerance: SINGLE,
  accept: (workload) => ({ ...online(workload), output: workload.hidden }),
  create: (workload) => {
    const { sizes, hidden, learningRate, start, schedule, updatesPerStep, sampleCount } = workload;
    const net = new brain.default({
      activation: hidden as 'tanh' | 'relu',
      learningRate,
      // it refuses 0; this vanishes beside any change
      momentum: 1e-300,
    });
    net.sizes = [...sizes];
    net.initialize();
    let offset = 0;
    for (let l = 1; l < sizes.length; l++) {
      for (const row of net.weights[l]) {
        row.set(start.subarray(offset, offset + sizes[l - 1]));
        offset += sizes[l - 1];
      }
      net.biases[l].set(start.subarray(offset, offset + sizes[l]));
      offset += sizes[l];
    }
    const column = (rows: Float64Array, s: number): Float32Array =>
      Float32Array.from({ length: rows.length / sampleCount }, (_, i) => rows[i * sampleCount + s]);
    const samples = Array.from(schedule, (s) => ({
      input: column(workload.inputs, s),
      output: column(workload.targets, s),
    }));
    let made = 0;
    const steps = (count: number): void => {
      for (let k = count * updatesPerStep; k > 0; k--) {
        net.trainPattern(samples[made % samples.length]);
        made++;
      }
    };
    const parameters = (): number[] =>
      sizes
        .slice(1)
        .flatMap((_, l) => [
          ...net.weights[l + 1].flatMap((row) => [...row]),
          ...net.biases[l + 1],
        ]);
    return { steps, parameters };
  },
};
