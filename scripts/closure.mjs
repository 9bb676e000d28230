// npm run closure [-- ID…]   Closure of every search, at full length: is what is put in what comes out?
//
// Counting searches: pseudo-data with 1, 5, 20 and 100 signal events, sealed and opened like data. Mass scans: every
// tenth hypothesis. Searches behind a dump: the counts in the signal region. Form factors: fits of pseudo-experiments. 2500 pseudo-experiments each; mean and width of the pulls
// are compared with 0 and 1 at a false-alarm probability of 1e-6 for all of it together. Needs `npm run build`.
import { searches as registered } from '../dist/searches/index.js';
import { regionBackground } from '../dist/src/modes/dump/exclusion/count-limits.js';
import { searchClosure } from '../dist/src/modes/kaon/closure.js';
import { run } from '../dist/src/run/run.js';
import { countingPullStudy } from '../dist/src/statistics/fits/index.js';

const EVENTS = 65536;
const SIZES = [1, 5, 20, 100];
const TESTS = 1000;
const options = { seed: 1, falseAlarm: 1e-6 / TESTS };
const wanted = process.argv.slice(2);
const all = Object.keys(registered);
const called = (kind) => Object.entries(registered).filter(([, search]) => search.kind === kind);
const unknown = wanted.find((id) => !all.includes(id));
if (unknown !== undefined) {
  console.error(`There is no search '${unknown}'. There are: ${all.join(', ')}.`);
  process.exit(2);
}

let bad = 0;
let done = 0;
/** Every test has the same share of the false-alarm probability, whatever it was summarised with. */
const closing = (pull) => pull.failed === 0 && Math.min(pull.meanPValue, pull.widthPValue) > options.falseAlarm / 2;

function show(what, study) {
  const { mean, width, experiments, failed = 0 } = study;
  const closes = closing(study);
  done += 1;
  if (!closes) bad += 1;
  const verdict = closes ? 'closes' : 'DOES NOT CLOSE';
  console.log(
    `  ${what.padEnd(44)} ${mean.toFixed(4).padStart(8)} ${width.toFixed(4).padStart(8)}  ${experiments - failed} experiments, ${verdict}`,
  );
}

for (const [id, search] of called('kaon')) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const settings = Object.entries(search.analyses ?? {})
    .filter(([, { kind }]) => kind === 'form-factor fit')
    .map(([name]) => `analyses.${name}.pseudoExperiments=2500`);
  const { plan, document } = await run(search, { events: EVENTS, settings });
  console.log(`${id}: ${' '.repeat(Math.max(0, 44 - id.length))}    mean    width`);
  for (const signal of SIZES) show(`${signal} signal events`, searchClosure(plan, document, { ...options, signal }));
  for (const [name, { kind }] of Object.entries(search.analyses ?? {})) {
    const result = document.analyses[name];
    if (kind === 'form-factor fit') {
      for (const [parameter, pull] of Object.entries(result.pulls))
        show(`${name}, ${parameter}`, pull ?? { mean: Number.NaN, width: Number.NaN, experiments: 0 });
    }
    if (kind !== 'mass scan') continue;
    result.hypotheses.forEach(({ masses, background }, i) => {
      if (i % 10 !== 0) return;
      const at = Object.entries(masses).map(([particle, mass]) => `m(${particle}) = ${(1e3 * mass).toFixed(0)} MeV`);
      const injected = { signal: 5, background: background.value, backgroundError: background.error };
      show(at.join(', '), countingPullStudy(injected, { ...options, experiments: 2500, stream: `${id}/closure ${i}` }));
    });
  }
}
for (const [id, search] of called('dump')) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  console.log(`${id}: ${' '.repeat(Math.max(0, 44 - id.length))}    mean    width`);
  const background = regionBackground(search);
  const error = background.error ?? 0;
  for (const signal of SIZES) {
    const injected = { signal, background: background.value, backgroundError: error };
    const study = { ...options, experiments: 2500, stream: `${id}/closure ${signal}` };
    show(`${signal} signal events`, countingPullStudy(injected, study));
  }
}
console.log(`\n${done - bad} of ${done} close.`);
process.exitCode = bad === 0 ? 0 : 1;
