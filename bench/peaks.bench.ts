// A scan of 287 mass hypotheses over one sample, both methods, with and without the toys of the look-elsewhere effect;
// window sums and toys against naive twins that look at every event for every mass.
import { EventRandom, streamKey } from '../src/math/random/index.ts';
import { massGrid, peakScan, tabulatedResolution } from '../src/statistics/index.ts';
import { LocalPValues } from '../src/statistics/peaks/local-p-value.ts';
import { SortedMasses } from '../src/statistics/peaks/sorted-masses.ts';
import { measure, printRatio } from './measure.ts';

const masses = massGrid(0.207, 0.35, 0.0005);
const resolution = tabulatedResolution([0.2, 0.25, 0.3, 0.36], [2.1e-3, 1.45e-3, 0.87e-3, 0.2e-3]);
const range = [0.19, 0.36] as const;
const simulatedEvents = 200_000;

function spectrum(stream: string, events: number): Float64Array {
  const random = new EventRandom(streamKey(1, stream));
  return Float64Array.from({ length: events }, (_, event) => {
    random.start(event);
    return 0.19 + 0.17 * Math.sqrt(random.uniform());
  });
}

const observed = spectrum('data', 3984);
const simulated = spectrum('simulation', simulatedEvents);
const weights = new Float64Array(simulatedEvents).fill(3984 / simulatedEvents);
const simulation = { kind: 'simulation', masses: simulated, weights, relativeError: 0.05 } as const;
const sidebands = { kind: 'sidebands' } as const;
const scan = { masses, resolution, observed, range, ses: 1e-10 } as const;

let sink = 0;
const halves = masses.map((mass) => 1.5 * resolution(mass));

/** Counts of every window by looking at every event. */
function countNaively(): void {
  for (let h = 0; h < masses.length; h++) {
    let [n, b, squares] = [0, 0, 0];
    for (const m of observed) if (Math.abs(m - masses[h]) < halves[h]) n++;
    for (let e = 0; e < simulatedEvents; e++) {
      if (Math.abs(simulated[e] - masses[h]) >= halves[h]) continue;
      b += weights[e];
      squares += weights[e] * weights[e];
    }
    sink += n + b + squares;
  }
}

function countSorted(): void {
  const [data, background] = [new SortedMasses(observed), new SortedMasses(simulated, weights)];
  for (let h = 0; h < masses.length; h++) {
    const [low, high] = [masses[h] - halves[h], masses[h] + halves[h]];
    sink += data.sum(low, high) + background.sum(low, high) + background.squares(low, high);
  }
}

/** One background-only scan by looking at every event and summing every p-value anew. */
function toyNaively(toy: number): void {
  const random = new EventRandom(streamKey(1, 'naive toys'));
  random.start(toy);
  const drawn = Array.from(
    { length: observed.length },
    () => simulated[Math.floor(random.uniform() * simulatedEvents)],
  );
  for (let h = 0; h < masses.length; h++) {
    let n = 0;
    for (const m of drawn) if (Math.abs(m - masses[h]) < halves[h]) n++;
    const { value, error } = known.hypotheses[h].background;
    sink += new LocalPValues(value, error).p(n);
  }
}

const known = peakScan({ ...scan, background: simulation });
const toys = 200;
const withToys = (method: 'window' | 'shape', count: number) => () =>
  void peakScan({
    ...scan,
    background: method === 'window' ? simulation : sidebands,
    method,
    lookElsewhere: { seed: 1, toys: count },
  });

const results = measure(
  [
    { name: 'window scan, simulated background', run: () => void peakScan({ ...scan, background: simulation }) },
    { name: 'window scan, sidebands', run: () => void peakScan({ ...scan, background: sidebands }) },
    { name: 'shape scan', run: () => void peakScan({ ...scan, background: sidebands, method: 'shape' }) },
    { name: `window scan, ${toys} toys`, run: withToys('window', toys) },
    { name: `shape scan, ${toys} toys`, run: withToys('shape', toys) },
    { name: 'window sums, sorted', run: countSorted },
    { name: 'window sums, every event for every mass', run: countNaively },
    {
      name: 'naive toys',
      run: () => {
        for (let toy = 0; toy < toys; toy++) toyNaively(toy);
      },
    },
  ],
  2,
);
if (!Number.isFinite(sink)) throw new Error('a sum is not a number');
console.log(`${masses.length} hypotheses, ${observed.length} candidates, ${simulatedEvents} simulated events`);
for (const { name, seconds } of results) console.log(`${name.padEnd(42)} ${seconds.toFixed(3).padStart(8)} s`);
printRatio(results, 'window sums, sorted', 'window sums, every event for every mass');
const time = (name: string): number => results.find((entry) => entry.name === name)!.seconds;
const own = time(`window scan, ${toys} toys`) - time('window scan, simulated background');
console.log(`toys alone / naive toys: ${(time('naive toys') / own).toFixed(2)}`);
