import { type Kernel, kernelMaker } from '../kernel-module.ts';
import { normalPairTwin } from './normal-pair-twin.ts';
import { wasmBase64 } from './random-columns.wasm.ts';
import { uniformPairTwin } from './uniform-pair-twin.ts';

/** Addresses in bytes, then low word and draw word of the counter, count, key. */
type FillPair = (
  a: number,
  b: number,
  scratch: number,
  low: number,
  drawWord: number,
  count: number,
  k0: number,
  k1: number,
) => void;

/** Fills a[from + j] and b[from + j], j < count; arguments as of `uniformPairTwin`. */
export type PairFiller = typeof uniformPairTwin;

/** Events per call of the kernel, which rounds them up to a multiple of twelve; below `kernelWorth` the twin is quicker. */
const kernelEvents = 1024;
const kernelRows = 1032;
const kernelWorth = 24;
const addressA = 128;
const addressB = addressA + 8 * kernelRows;

const makeKernel = kernelMaker<{ fillUniformPair: FillPair; fillNormalPair: FillPair }>(wasmBase64);
let kernel: Kernel<{ fillUniformPair: FillPair; fillNormalPair: FillPair }> | undefined;
let columnA = new Float64Array(0);
let columnB = new Float64Array(0);
let looked = false;

function lookForKernel(): void {
  looked = true;
  kernel = makeKernel(addressB + 8 * kernelRows);
  if (kernel === undefined) return;
  columnA = new Float64Array(kernel.memory, addressA, kernelEvents);
  columnB = new Float64Array(kernel.memory, addressB, kernelEvents);
}

function copy(column: Float64Array, to: Float64Array, at: number, count: number): void {
  if (count === kernelEvents) to.set(column, at);
  else for (let i = 0; i < count; i++) to[at + i] = column[i];
}

function withKernel(name: 'fillUniformPair' | 'fillNormalPair', twin: PairFiller): PairFiller {
  return (k0, k1, low, drawWord, from, count, a, b) => {
    if (!looked) lookForKernel();
    if (kernel === undefined || count < kernelWorth) {
      twin(k0, k1, low, drawWord, from, count, a, b);
      return;
    }
    const fill = kernel.functions[name];
    for (let i = 0; i < count; i += kernelEvents) {
      const part = Math.min(kernelEvents, count - i);
      fill(addressA, addressB, 0, low + i, drawWord, part, k0, k1);
      copy(columnA, a, from + i, part);
      copy(columnB, b, from + i, part);
    }
  };
}

/** `uniformPairTwin` by the SIMD kernel where the engine can run it, with the same bits. */
export const uniformPair: PairFiller = withKernel('fillUniformPair', uniformPairTwin);

/** `normalPairTwin` by the SIMD kernel where the engine can run it, with the same bits. */
export const normalPair: PairFiller = withKernel('fillNormalPair', normalPairTwin);
