// The generators alone: 3 bodies (K+ -> pi+ pi+ pi-), 5 bodies (K+ -> pi+ e+ e- e+ e-) and 5 bodies of weight 1, by the SIMD
// kernels and their TypeScript twins, against scalar C++ that reads the same random numbers and writes the same columns.
import { fillUniforms, streamKey } from '../src/math/random/index.ts';
import type { DecayStream } from '../src/physics/phase-space/decay-stream.ts';
import { flatPhaseSpace } from '../src/physics/phase-space/flat.ts';
import { greatestMomentumProduct } from '../src/physics/phase-space/greatest-weight.ts';
import { nBodyStream } from '../src/physics/phase-space/n-body-stream.ts';
import { threeBodyStream } from '../src/physics/phase-space/three-body-stream.ts';
import { type UnweightedStream, unweightedStream } from '../src/physics/phase-space/unweighted-stream.ts';
import { allocateMomenta } from '../src/physics/vectors/momentum-columns.ts';
import { type Contestant, measure, printRates, printRatio } from './measure.ts';
import { referenceProgram } from './reference-program.ts';

const rows = 1020;
const threePions = [0.493677, 0.13957039, 0.13957039, 0.13957039];
const pionAndElectrons = [0.493677, 0.13957039, 0.51099895e-3, 0.51099895e-3, 0.51099895e-3, 0.51099895e-3];
const key = streamKey(2026, 'generator');
const keys = [key.k0 >>> 0, key.k1 >>> 0];
const means = new Map<string, number>();

/** Makes `events` events and takes the mean of a column, so that none of it can be left out. */
function contestant(
  name: string,
  events: number,
  generate: (firstEvent: number, count: number) => void,
  column: Float64Array,
): Contestant {
  return {
    name,
    run() {
      let sum = 0;
      for (let first = 0; first < events; first += rows) {
        const count = Math.min(rows, events - first);
        generate(first, count);
        for (let i = 0; i < count; i++) sum += column[i];
      }
      means.set(name, sum / events);
    },
  };
}

const fromStream = (name: string, events: number, { generate, weight }: DecayStream) =>
  contestant(name, events, generate, weight);

function fromColumns(name: string, events: number, masses: readonly number[]): Contestant {
  const generator = flatPhaseSpace(masses);
  const draws = Array.from({ length: generator.uniformsPerEvent }, () => new Float64Array(rows));
  const products = masses.slice(1).map(() => allocateMomenta(rows));
  const weight = new Float64Array(rows);
  const generate = (first: number, count: number): void => {
    fillUniforms(key, first, count, draws);
    generator.generate(draws, count, products, weight);
  };
  return contestant(name, events, generate, weight);
}

const ofWeightOne = (name: string, events: number, stream: UnweightedStream) =>
  contestant(name, events, (_, count) => stream.next(count), stream.products[0].energy);

function cpp(name: string, events: number, source: string, defines: readonly string[], top: number[] = []) {
  return referenceProgram(name, source, defines, [events, 1, ...keys, ...top], (mean) => means.set(name, mean));
}

function contest(title: string, events: number, reference: string, contestants: readonly Contestant[]): void {
  means.clear();
  console.log(title);
  const results = measure(contestants, 9);
  const known = results.some(({ name }) => name === reference);
  printRates(results, events, 'decays', known ? reference : 'TypeScript twin');
  printRatio(results, 'SIMD kernel', reference, 3);
  printRatio(results, 'SIMD kernel', reference.replace('libm', 'polynomials'));
  const alike = [...means].map(([name, mean]) => `${name} ${mean.toPrecision(12)}`);
  console.log(`means that should agree (of weight 1: within errors): ${alike.join('; ')}\n`);
}

const three = 4_000_000;
contest('3 bodies', three, 'C++ libm', [
  fromStream('SIMD kernel', three, threeBodyStream(key, threePions, rows)),
  ...cpp('C++ libm', three, 'three-body', ['LIBM']),
  fromStream('TypeScript twin', three, threeBodyStream(key, threePions, rows, { simd: false })),
  fromColumns('SIMD from columns', three, threePions),
  ...cpp('C++ polynomials', three, 'three-body', []),
]);

const five = 1_500_000;
contest('5 bodies', five, 'C++ GENBOD, libm', [
  fromStream('SIMD kernel', five, nBodyStream(key, pionAndElectrons, rows)),
  ...cpp('C++ GENBOD, libm', five, 'many-body', ['LIBM']),
  fromStream('TypeScript twin', five, nBodyStream(key, pionAndElectrons, rows, { simd: false })),
  fromColumns('SIMD from columns', five, pionAndElectrons),
  ...cpp('C++ GENBOD, polynomials', five, 'many-body', []),
  ...cpp('C++ one boost, libm', five, 'many-body', ['TWIN', 'LIBM']),
  ...cpp('C++ one boost, polynomials', five, 'many-body', ['TWIN']),
]);

const one = 700_000;
const top = [greatestMomentumProduct(pionAndElectrons)];
contest('5 bodies of weight 1', one, 'C++ GENBOD, libm', [
  ofWeightOne('SIMD kernel', one, unweightedStream(key, pionAndElectrons, rows)),
  ...cpp('C++ GENBOD, libm', one, 'many-body', ['UNWEIGHTED', 'LIBM'], top),
  ofWeightOne('TypeScript twin', one, unweightedStream(key, pionAndElectrons, rows, { simd: false })),
  ...cpp('C++ GENBOD, polynomials', one, 'many-body', ['UNWEIGHTED'], top),
  ...cpp('C++ one boost, libm', one, 'many-body', ['UNWEIGHTED', 'TWIN', 'LIBM'], top),
  ...cpp('C++ one boost, polynomials', one, 'many-body', ['UNWEIGHTED', 'TWIN'], top),
]);
