// The kernel from its compiled module. Each network that trains has a memory of its own, sized once:
// it is gone when the network is, and no other can reach into it.
import type { Kernel, MakeKernel } from '../core/kernel.ts';

const PAGE = 65536;

export const kernelMaker =
  (module: WebAssembly.Module): MakeKernel =>
  (bytes, imports) => {
    const pages = Math.ceil(bytes / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const instance = new WebAssembly.Instance(module, { env: { memory, ...imports } });
    return { kernel: instance.exports as unknown as Kernel, buffer: memory.buffer };
  };
