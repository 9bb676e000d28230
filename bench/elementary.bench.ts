// Elementary functions with the same bits everywhere, against those of the engine, which differ between engines.
import { acos, atan2, cos, cosTurns, exp, log, pow, sin, sinTurns, tan } from '../src/math/elementary.ts';
import { fillUniforms, streamKey } from '../src/math/random/index.ts';
import { measure } from './measure.ts';

const rows = 4096;
const repeats = 1024;
const column = new Float64Array(rows);
const other = new Float64Array(rows);
fillUniforms(streamKey(2026, 'elementary'), 0, rows, [column, other]);
let sink = 0;

const pairs: [string, Binary, Binary][] = [
  ['exp', (x) => exp(20 * x - 10), (x) => Math.exp(20 * x - 10)],
  ['log', (x) => log(x), (x) => Math.log(x)],
  ['sin', (x) => sin(20 * x - 10), (x) => Math.sin(20 * x - 10)],
  ['cos', (x) => cos(20 * x - 10), (x) => Math.cos(20 * x - 10)],
  ['tan', (x) => tan(3 * x), (x) => Math.tan(3 * x)],
  ['sin of turns', (x) => sinTurns(x), (x) => Math.sin(2 * Math.PI * x)],
  ['cos of turns', (x) => cosTurns(x), (x) => Math.cos(2 * Math.PI * x)],
  ['acos', (x) => acos(2 * x - 1), (x) => Math.acos(2 * x - 1)],
  ['atan2', (x, y) => atan2(x - 0.5, y - 0.5), (x, y) => Math.atan2(x - 0.5, y - 0.5)],
  ['pow', (x, y) => pow(x, 5 * y), (x, y) => x ** (5 * y)],
];

type Binary = (x: number, y: number) => number;
type Loop = (f: Binary, column: Float64Array, other: Float64Array) => number;

/** A loop of its own for every function: a shared one would call them all through a pointer and time that. */
function freshLoop(): Loop {
  const body = `let sum = 0;
    for (let repeat = 0; repeat < ${repeats}; repeat++)
      for (let i = 0; i < ${rows}; i++) sum += f(column[i], other[i]);
    return sum;`;
  return new Function('f', 'column', 'other', body) as Loop;
}

function contestant(name: string, f: Binary) {
  const loop = freshLoop();
  return {
    name,
    run: () => {
      sink += loop(f, column, other);
    },
  };
}

console.log('function        ours (ns)  engine (ns)  ours / engine, speed');
for (const [name, own, engine] of pairs) {
  const [mine, theirs] = measure([contestant(name, own), contestant(`engine's ${name}`, engine)], 4);
  const nanoseconds = (seconds: number) => ((seconds / (rows * repeats)) * 1e9).toFixed(2).padStart(11);
  const ratio = (theirs.seconds / mine.seconds).toFixed(2).padStart(10);
  console.log(`${name.padEnd(14)}${nanoseconds(mine.seconds)}${nanoseconds(theirs.seconds)}  ${ratio}`);
}
if (!Number.isFinite(sink)) throw new Error('a function gave something that is not a number');
