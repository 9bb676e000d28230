// Columns of random numbers: the SIMD kernel of Threefry against its TypeScript twin, and Math.random, which is neither
// counter-based nor the same everywhere, as the yardstick.
import { EventRandom, fillNormalPair, fillUniformPair, streamKey } from '../src/math/random/index.ts';
import { normalPairTwin } from '../src/math/random/normal-pair-twin.ts';
import { uniformPairTwin } from '../src/math/random/uniform-pair-twin.ts';
import { measure, printRates, printRatio } from './measure.ts';

const rows = 1024;
const blocks = 8192;
const numbers = 2 * rows * blocks;
const key = streamKey(2026, 'random');
const a = new Float64Array(rows);
const b = new Float64Array(rows);
const random = new EventRandom(key);

const overBlocks = (fill: (firstEvent: number) => void) => () => {
  for (let block = 0; block < blocks; block++) fill(block * rows);
};

const results = measure([
  { name: 'uniform, SIMD kernel', run: overBlocks((first) => fillUniformPair(key, first, rows, 0, a, b)) },
  {
    name: 'uniform, TypeScript twin',
    run: overBlocks((first) => uniformPairTwin(key.k0, key.k1, first, 0, 0, rows, a, b)),
  },
  {
    name: 'uniform, event by event',
    run: overBlocks((first) => {
      for (let i = 0; i < rows; i++) {
        random.start(first + i);
        a[i] = random.uniform();
        b[i] = random.uniform();
      }
    }),
  },
  {
    name: 'Math.random',
    run: overBlocks(() => {
      for (let i = 0; i < rows; i++) {
        a[i] = Math.random();
        b[i] = Math.random();
      }
    }),
  },
  { name: 'normal, SIMD kernel', run: overBlocks((first) => fillNormalPair(key, first, rows, 0, a, b)) },
  {
    name: 'normal, TypeScript twin',
    run: overBlocks((first) => normalPairTwin(key.k0, key.k1, first, 0, 0, rows, a, b)),
  },
  {
    name: 'normal, event by event',
    run: overBlocks((first) => {
      for (let i = 0; i < rows; i++) {
        random.start(first + i);
        a[i] = random.normal();
        b[i] = random.normal();
      }
    }),
  },
  {
    name: 'normal by Math',
    run: overBlocks((first) => {
      fillUniformPair(key, first, rows, 0, a, b);
      for (let i = 0; i < rows; i++) {
        const radius = Math.sqrt(-2 * Math.log(a[i]));
        const angle = 2 * Math.PI * b[i];
        a[i] = radius * Math.cos(angle);
        b[i] = radius * Math.sin(angle);
      }
    }),
  },
]);
printRates(results, numbers, 'numbers', 'Math.random');
console.log('');
printRatio(results, 'uniform, SIMD kernel', 'uniform, TypeScript twin');
printRatio(results, 'normal, SIMD kernel', 'normal, TypeScript twin');
printRatio(results, 'normal, SIMD kernel', 'normal by Math');
