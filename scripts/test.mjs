// npm test: set-up, formatter and linter, compiler, build, all tests. Arguments go on to vitest (npm test -- src/math).
// Every step runs even when one before it failed. The last line is "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, root, run, runInstalled } from './set-up.mjs';

install();
await import('./index-leaves.mjs');

let passed = 0;
let failed = 0;
function step(title, code) {
  console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
  if (code === 0) passed += 1;
  else failed += 1;
}

step('formatter and linter', runInstalled('@biomejs/biome/bin/biome', ['check', '--max-diagnostics=20', '.']));
step('types', runInstalled('typescript/bin/tsc', ['-p', 'tsconfig.json']));
step('types of the lab', runInstalled('typescript/bin/tsc', ['-p', 'lab', '--noEmit']));
step('build', run(process.execPath, [join(root, 'scripts', 'build.mjs')]));

const folder = mkdtempSync(join(tmpdir(), 'spillway-test-'));
try {
  const counts = join(folder, 'counts.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
  const code = runInstalled('vitest/vitest.mjs', ['run', ...reporters, ...process.argv.slice(2)]);
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(counts, 'utf8'));
  passed += numPassedTests;
  // A file that cannot even be loaded has no failed test; a run with errors outside of tests has neither.
  const lost = numFailedTests === 0 && (code !== 0 || !success) ? Math.max(1, numFailedTestSuites) : 0;
  failed += numFailedTests + lost;
} catch (error) {
  console.error(`The tests did not come to their end: ${error.message}`);
  failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// Every search in the lab, in a browser: too long for one test.
if (process.argv.length === 2) step('the lab', run(process.execPath, [join(root, 'scripts', 'lab-tour.mjs')]));

process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
