// Reads many mutated files with every reader: node scripts/mutated-inputs.mjs [COUNT], 100 000 when left out.
import { runInstalled } from './set-up.mjs';

process.env.MUTATED_INPUTS = process.argv[2] ?? '100000';
process.exitCode = runInstalled('vitest/vitest.mjs', ['run', 'test/formats/mutated-inputs.test.ts']);
