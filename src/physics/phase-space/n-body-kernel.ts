import { type Kernel, kernelMaker } from '../../math/kernel-module.ts';
import type { MomentumColumns } from '../vectors/momentum-columns.ts';
import type { GenerateFromStream } from './decay-stream.ts';
import { BLOCK_EVENTS, columnsOf, copyIn, copyOut, KERNEL_WORTH } from './kernel-columns.ts';
import { MOST_BODIES, type NBodyDecay, nBodyPhaseSpace } from './n-body.ts';
import { wasmBase64 } from './n-body.wasm.ts';

/** What kernels/assembly/n-body.ts exports; addresses and strides in bytes. */
export interface NBodyFunctions {
  configure(bodies: number, parent: number, available: number, volume: number): void;
  readonly generate: GenerateFromStream;
  generateFromDraws(draws: number, out: number, stride: number, count: number): void;
  accept(list: number, low: number, high: number, count: number, top: number, key0: number, key1: number): number;
  generateAccepted(
    list: number,
    out: number,
    stride: number,
    low: number,
    high: number,
    count: number,
    key0: number,
    key1: number,
  ): void;
}

export const makeNBodyKernel = kernelMaker<NBodyFunctions>(wasmBase64);
/** Address of the first column; tables and scratch memory lie below. */
export const COLUMNS_FROM = 6144;
/** Rows that the kernel may round a count up to are a multiple of this. */
export const ROUNDED_TO = 12;

/** Columns that a decay fills: weight, then energy, px, py, pz of each product. */
export const outputsOf = (bodies: number): number => 1 + 4 * bodies;

/** Tells a kernel which decay it makes from now on. */
export function configureKernel({ memory, functions }: Kernel<NBodyFunctions>, decay: NBodyDecay): void {
  const { bodies, parent, own, threshold, available, volume } = decay;
  // Three tables of six numbers, each twice, as kernels/assembly/n-body.ts lays them out.
  const tables = new Float64Array(memory, 0, 6 * MOST_BODIES);
  for (let k = 0; k < bodies; k++) {
    tables.fill(own[k], 2 * k, 2 * k + 2);
    tables.fill(own[k] * own[k], 2 * (MOST_BODIES + k), 2 * (MOST_BODIES + k) + 2);
    tables.fill(threshold[k], 2 * (2 * MOST_BODIES + k), 2 * (2 * MOST_BODIES + k) + 2);
  }
  functions.configure(bodies, parent, available, volume);
}

/** `nBodyPhaseSpace`, same arguments, same bits, by a SIMD kernel of its own where the engine can run it. */
export function nBodyDecays(
  decay: NBodyDecay,
): (draws: readonly Float64Array[], count: number, products: readonly MomentumColumns[], weight: Float64Array) => void {
  const { bodies, uniforms } = decay;
  const outputs = outputsOf(bodies);
  const out = COLUMNS_FROM + 8 * BLOCK_EVENTS * uniforms;
  const kernel = makeNBodyKernel(out + 8 * BLOCK_EVENTS * outputs);
  if (kernel === undefined)
    return (draws, count, products, weight) => nBodyPhaseSpace(decay, draws, count, products, weight);
  const drawn = columnsOf(kernel.memory, COLUMNS_FROM, BLOCK_EVENTS, uniforms);
  const made = columnsOf(kernel.memory, out, BLOCK_EVENTS, outputs);
  configureKernel(kernel, decay);
  const { generateFromDraws } = kernel.functions;
  return (draws, count, products, weight) => {
    if (count < KERNEL_WORTH) {
      nBodyPhaseSpace(decay, draws, count, products, weight);
      return;
    }
    for (let at = 0; at < count; at += BLOCK_EVENTS) {
      const part = Math.min(BLOCK_EVENTS, count - at);
      for (let k = 0; k < uniforms; k++) copyIn(drawn[k], draws[k], at, part);
      generateFromDraws(COLUMNS_FROM, out, 8 * BLOCK_EVENTS, part);
      copyOut(made[0], weight, at, part);
      for (let k = 0; k < bodies; k++) {
        const { energy, px, py, pz } = products[k];
        copyOut(made[4 * k + 1], energy, at, part);
        copyOut(made[4 * k + 2], px, at, part);
        copyOut(made[4 * k + 3], py, at, part);
        copyOut(made[4 * k + 4], pz, at, part);
      }
    }
  };
}
