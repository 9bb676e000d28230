// Mutates every kind of document that a user may write, many times, and fails when one ends in anything but what was
// asked or a sentence, or takes longer than two seconds: node scripts/mutate-documents.mjs [number] [seed].
import { runInstalled } from './set-up.mjs';

const [number = '100000', seed = '1'] = process.argv.slice(2);
process.env.SPILLWAY_MUTATIONS = number;
process.env.SPILLWAY_MUTATIONS_SEED = seed;
process.exitCode = runInstalled('vitest/vitest.mjs', [
  'run',
  '--no-file-parallelism',
  'test/documents/mutations.test.ts',
]);
