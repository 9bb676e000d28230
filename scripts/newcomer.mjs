// A newcomer's first hour, by a robot: a fresh clone of what is committed, `npm start`, every link of the report and of
// the documentation followed, every figure measured, both read at 390 pixels, then the package installed from its tarball in
// an empty TypeScript project and the commands of the four doors typed there. Prints a table; ends with 1 on any fault.
//   node scripts/newcomer.mjs [--events 2e4] [--keep]     fewer decays in `npm start`; leave the folder behind
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doorsIn } from './newcomer/doors.mjs';
import { pagesIn } from './newcomer/pages.mjs';
import { root } from './set-up.mjs';

const given = process.argv.slice(2);
const at = given.indexOf('--events');
const events = at < 0 ? [] : ['--events', given[at + 1]];
const folder = mkdtempSync(join(tmpdir(), 'newcomer-'));
const clone = join(folder, 'spillway');
const rows = [];
const faults = [];
/** One step: its row of the table, and what was wrong. */
function note(step, figures, wrong) {
  rows.push([wrong.length === 0 ? 'ok' : 'FAULT', step, figures]);
  faults.push(...wrong.map((text) => `${step}: ${text}`));
  console.error(`${rows.at(-1).join('  ')}`);
}
/** Caches and records of the one at whose machine this runs stay out of it. */
const env = { ...process.env, SPILLWAY_CACHE: join(folder, 'cache'), SPILLWAY_STATE: join(folder, 'state') };
const typed = (program, args, cwd) => {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '', seconds: (Date.now() - began) / 1000 };
};
/** Ends with words on a step that has to succeed before others. */
const needed = (step, { status, stdout, stderr, seconds }) => {
  note(step, `${seconds.toFixed(0)} s`, status === 0 ? [] : [`ends with ${status}: ${(stderr || stdout).slice(-600)}`]);
  return status === 0;
};

try {
  if (needed('clone', typed('git', ['clone', '--quiet', '--no-hardlinks', root, clone], folder))) {
    const start = typed('npm', ['start', '--', ...events], clone);
    if (needed('npm start', start)) {
      const lines = start.stdout.trimEnd().split('\n');
      // What npm itself prints comes first.
      const screen = lines.slice(lines.findLastIndex((line) => line.startsWith('> ')) + 1).filter((_, i) => i > 0);
      const widest = Math.max(...screen.map((line) => [...line].length));
      note('last screen', `${screen.length} lines, ${widest} columns`, [
        ...(screen.length > 60 ? [`${screen.length} lines, at most 60`] : []),
        ...(widest > 100 ? [`${widest} columns, at most 100`] : []),
      ]);
      for (const { step, figures, wrong } of await pagesIn(join(clone, 'runs/reproduce'), 'report.html', 'report'))
        note(step, figures, wrong);
    }
    if (needed('npm run docs', typed('npm', ['run', 'docs'], clone)))
      for (const { step, figures, wrong } of await pagesIn(join(clone, 'dist/docs'), 'index.html', 'docs'))
        note(step, figures, wrong);
    if (needed('npm pack', typed('npm', ['pack', '--silent', '--pack-destination', folder], clone))) {
      const tarball = join(
        folder,
        readdirSync(folder).find((name) => name.endsWith('.tgz')),
      );
      for (const { step, figures, wrong } of doorsIn({ folder, clone, tarball, typed })) note(step, figures, wrong);
    }
  }
} finally {
  if (given.includes('--keep')) console.error(folder);
  else rmSync(folder, { recursive: true, force: true });
}
const width = Math.max(...rows.map(([, step]) => step.length));
for (const [verdict, step, figures] of rows) console.log(`${verdict.padEnd(6)}${step.padEnd(width + 2)}${figures}`);
for (const fault of faults) console.log(fault);
console.log(`${rows.length} steps, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
