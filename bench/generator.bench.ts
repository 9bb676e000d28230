// Ten million K+ -> pi+ pi+ pi-, the generator alone: the SIMD kernel and its TypeScript twin against a scalar C++ of
// the same recursion that writes the same columns.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillUniforms, streamKey } from '../src/math/random/index.ts';
import { flatPhaseSpace } from '../src/physics/phase-space/flat.ts';
import { threeBodyStream } from '../src/physics/phase-space/three-body-stream.ts';
import { allocateMomenta, type MomentumColumns } from '../src/physics/vectors/momentum-columns.ts';
import { type Contestant, measure, printRates, printRatio } from './measure.ts';

const events = 10_000_000;
const rows = 1024;
const masses = [0.493677, 0.13957039, 0.13957039, 0.13957039];
const key = streamKey(2026, 'generator');
const means = new Map<string, number>();

function contestant(
  name: string,
  generate: (firstEvent: number, count: number) => void,
  weight: Float64Array,
): Contestant {
  return {
    name,
    run() {
      let sum = 0;
      for (let first = 0; first < events; first += rows) {
        const count = Math.min(rows, events - first);
        generate(first, count);
        for (let i = 0; i < count; i++) sum += weight[i];
      }
      means.set(name, sum / events);
    },
  };
}

interface FromDraws {
  readonly uniformsPerEvent: number;
  generate(draws: Float64Array[], count: number, products: MomentumColumns[], weight: Float64Array): void;
}

function fromDraws(name: string, generator: FromDraws): Contestant {
  const draws = Array.from({ length: generator.uniformsPerEvent }, () => new Float64Array(rows));
  const products = [0, 1, 2].map(() => allocateMomenta(rows));
  const weight = new Float64Array(rows);
  return contestant(
    name,
    (first, count) => {
      fillUniforms(key, first, count, draws);
      generator.generate(draws, count, products, weight);
    },
    weight,
  );
}

/** C++ contestants, where there is a compiler. */
function scalarCpp(): Contestant[] {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, '../../..');
  const source = join(root, 'bench/reference/three-body.cpp');
  mkdirSync(join(here, 'reference'), { recursive: true });
  const variants: [string, string[]][] = [
    ['C++ polynomials', []],
    ['C++ libm', ['-DLIBM']],
    ['C++ polynomials, Philox', ['-DPHILOX']],
    ['C++ libm, Philox', ['-DLIBM', '-DPHILOX']],
  ];
  return variants.flatMap(([name, flags], k) => {
    const binary = join(here, 'reference', `three-body-${k}`);
    const compiled = spawnSync('g++', ['-O3', '-march=native', ...flags, source, '-o', binary], { encoding: 'utf8' });
    if (compiled.status !== 0) {
      if (k === 0) console.log('No g++ here: the C++ is left out.');
      return [];
    }
    const seconds = () => {
      const args = [events, 1, key.k0 >>> 0, key.k1 >>> 0].map(String);
      const result = JSON.parse(spawnSync(binary, args, { encoding: 'utf8' }).stdout) as {
        seconds: number;
        meanWeight: number;
      };
      means.set(name, result.meanWeight);
      return result.seconds;
    };
    return [{ name, seconds }];
  });
}

const simd = threeBodyStream(key, masses, rows);
const twin = threeBodyStream(key, masses, rows, { simd: false });
const results = measure(
  [
    contestant('SIMD kernel', simd.generate, simd.weight),
    contestant('TypeScript twin', twin.generate, twin.weight),
    fromDraws('SIMD from columns', flatPhaseSpace(masses)),
    ...scalarCpp(),
  ],
  4,
);
const cpp = results.some(({ name }) => name === 'C++ polynomials');
printRates(results, events, 'decays', cpp ? 'C++ polynomials' : 'TypeScript twin');
console.log('');
printRatio(results, 'SIMD kernel', 'C++ polynomials', 1.8);
printRatio(results, 'SIMD kernel', 'C++ libm', 3);
printRatio(results, 'SIMD kernel', 'TypeScript twin');
console.log(`mean weights, GeV²: ${[...means].map(([name, mean]) => `${name} ${mean.toPrecision(12)}`).join('; ')}`);
