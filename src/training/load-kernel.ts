// Brings the kernel into a worker. Where there is none to be had (no WebAssembly, no SIMD, a policy
// against it, a broken connection) the TypeScript does the same, slower; only the performance
// timeline tells which it is.
import { useKernel } from '../core/kernel.ts';
import address from '../kernel/out/kernel.wasm?url';
import { kernelMaker } from './kernel.ts';

/** Milliseconds after which a run starts without it. */
const PATIENCE = 2000;
/** A mark of this name has "in use" or the reason for its absence as its detail. */
export const KERNEL_MARK = 'kernel';

/** Never fails. */
export async function loadKernel(): Promise<void> {
  let detail = 'in use';
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    useKernel(kernelMaker(await WebAssembly.compile(await response.arrayBuffer())));
  } catch (error) {
    detail = String(error);
  }
  performance.mark(KERNEL_MARK, { detail });
}
