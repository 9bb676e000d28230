// Decay models: weighted decays per CPU second relative to flat three-body phase space, and how many of them an
// unweighted sample would be worth (effective fraction, (Σw)²/(N Σw²)).
import { fillUniforms, streamKey } from '../src/math/random/index.ts';
import { compileDecay } from '../src/physics/decays/compile-decay.ts';
import { allocateMomenta } from '../src/physics/vectors/momentum-columns.ts';
import { type Contestant, measure } from './measure.ts';

const rows = 1024;
const passes = 24;

const flatThreeBody = 'K+ -> pi+ pi+ pi-, flat';
const decays: readonly (readonly [string, string, readonly string[]])[] = [
  [flatThreeBody, 'K+ -> pi+ pi+ pi-', ['flat']],
  ['K+ -> mu- nu e+ e+, flat', 'K+ -> mu- nu e+ e+', []],
  ['K+ -> pi+ e+ e- e+ e-, flat', 'K+ -> pi+ e+ e- e+ e-', ['flat']],
  ...[
    'K+ -> pi+ pi0',
    'K+ -> pi+ pi+ pi-',
    'K+ -> pi+ pi0 pi0',
    'K+ -> pi0 e+ nu',
    'K+ -> pi+ nu nubar',
    'K+ -> pi+ e+ e-',
    'K+ -> pi+ mu+ mu-',
    'K+ -> pi+ gamma gamma',
    'K+ -> pi+ pi- e+ nu',
    'K+ -> pi0 e+ nu gamma',
    'K+ -> mu+ nu gamma',
    'K+ -> pi+ pi0 gamma',
    'K+ -> mu+ nu e+ e-',
    'K+ -> e+ nu e+ e-',
    'K+ -> pi+ e+ e- e+ e-',
    'pi0 -> e+ e- gamma',
    'pi0 -> e+ e- e+ e-',
    'K+ -> pi+ (pi0 -> e+ e- gamma)',
    'K+ -> pi+ (pi0 -> e+ e- e+ e-)',
  ].map((text) => [text, text, []] as const),
];

const effective = new Map<string, number>();
const contestants = decays.map(([name, text, models]): Contestant => {
  const compiled = compileDecay(text, { models });
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(rows));
  const products = compiled.finalState.map(() => allocateMomenta(rows));
  const weight = new Float64Array(rows);
  const key = streamKey(2026, text);
  let sum = 0;
  let squares = 0;
  for (let pass = 0; pass < 50; pass++) {
    fillUniforms(key, pass * rows, rows, draws);
    compiled.generate(draws, rows, products, weight);
    for (const w of weight) {
      sum += w;
      squares += w * w;
    }
  }
  effective.set(name, (sum * sum) / (50 * rows * squares));
  return {
    name,
    run: () => {
      for (let pass = 0; pass < passes; pass++) compiled.generate(draws, rows, products, weight);
    },
  };
});

const results = measure(contestants);
const base = results.find(({ name }) => name === flatThreeBody)!;
const width = Math.max(...results.map(({ name }) => name.length));
console.log(`${'decay'.padEnd(width)}  million/CPU-s  of flat three-body  effective fraction`);
for (const { name, seconds } of results) {
  const rate = ((rows * passes) / seconds / 1e6).toFixed(2).padStart(13);
  const ratio = (base.seconds / seconds).toFixed(3).padStart(18);
  console.log(`${name.padEnd(width)}  ${rate}  ${ratio}  ${effective.get(name)!.toFixed(2).padStart(18)}`);
}
