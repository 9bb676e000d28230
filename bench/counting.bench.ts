// Counting limits beside scipy in the same run: CLs over a Gaussian background, solved by brentq on vectorised numpy; CLs by
// toys beside vectorised ones that profile in closed form. Needs a python3 with scipy (Debian: python3-scipy).
import { toyCls } from '../src/statistics/counting/cls/toy-cls.ts';
import { countingLimit } from '../src/statistics/counting/index.ts';
import { profileLikelihood } from '../src/statistics/counting/profile/profile-likelihood.ts';
import { measure, per, printRatio } from './measure.ts';
import { referencePython } from './reference-python.ts';

const [n, b, error] = [2, 0.92, 0.34];
const background = { kind: 'gauss', value: b, error } as const;
let sink = 0;

const SIGNAL = 4;
const TOYS = 10_000;
const TOY_REPEATS = 10;
const MODULES = ['numpy', 'scipy.special'];
const LIMIT_PEER = 'limit, scipy';
const TOYS_PEER = 'CLs by toys, numpy';
const asked = { n, b, error };
const theirs = { limit: Number.NaN, cls: Number.NaN };

const likelihood = profileLikelihood({ channels: [{ background }] });
const repeat = 50;
const results = measure(
  [
    {
      name: 'limit',
      run: () => {
        for (let i = 0; i < repeat; i++)
          sink += countingLimit({ observed: n, background: b, backgroundError: error, expected: false }).signalEvents
            .observed!;
      },
    },
    {
      name: 'limit with expected band',
      run: () => {
        for (let i = 0; i < repeat; i++)
          sink += countingLimit({ observed: n, background: b, backgroundError: error }).signalEvents.observed!;
      },
    },
    ...referencePython(
      LIMIT_PEER,
      'counting-limit',
      MODULES,
      { ...asked, task: 'limit', level: 0.1, repeats: repeat },
      (answer: number) => {
        theirs.limit = answer;
      },
    ),
    {
      name: 'CLs by toys',
      run: () => {
        for (let i = 0; i < TOY_REPEATS; i++) sink += toyCls(likelihood, SIGNAL, [n], { toys: TOYS, seed: 1 }).cls;
      },
    },
    ...referencePython(
      TOYS_PEER,
      'counting-limit',
      MODULES,
      { ...asked, task: 'toys', signal: SIGNAL, toys: TOYS, repeats: TOY_REPEATS },
      (answer: number) => {
        theirs.cls = answer;
      },
    ),
  ],
  7,
);
const scaled = results.map((result) => per(result, result.name.startsWith('limit') ? repeat : TOY_REPEATS));
for (const { name, seconds } of scaled) console.log(`${name.padEnd(26)} ${(1e3 * seconds).toFixed(3).padStart(10)} ms`);
printRatio(scaled, 'limit', LIMIT_PEER);
printRatio(scaled, 'limit with expected band', LIMIT_PEER);
printRatio(scaled, 'CLs by toys', TOYS_PEER);
const { signalEvents } = countingLimit({ observed: n, background: b, backgroundError: error, expected: false });
console.log(`limit ${signalEvents.observed}, theirs ${theirs.limit}`);
console.log(`CLs by toys ${toyCls(likelihood, SIGNAL, [n], { toys: TOYS, seed: 1 }).cls}, theirs ${theirs.cls}`);
if (!Number.isFinite(sink)) throw new Error('a limit is not finite');
