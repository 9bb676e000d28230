// npm run kill -- [times] [seed]   Kills commands at random moments and gives them once more: nothing may be different.
// run, unblind, scan, reproduce, exclude and export are each killed (SIGKILL), repeated until they end, and what they
// leave behind is compared with what an undisturbed twin leaves. 138 times unless told otherwise. Needs `npm run build`.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './set-up.mjs';

const times = Number(process.argv[2] ?? 138);
let state = Number(process.argv[3] ?? 1) >>> 0;
/** A number from 0 to 1; a seed gives the same moments, as far as a machine repeats itself. */
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const binary = join(root, 'bin', 'spillway.js');
const environment = (folder) => ({ ...process.env, SPILLWAY_STATE: join(folder, 'state') });

/** Each command, what it needs before, and the files by which it is judged. */
const commands = {
  run: { words: ['run', 'kaon-munuee', '--events', '40000', '--chunk', '1', '--out', 'r'], files: ['r/run.json'] },
  unblind: {
    before: ['run', 'kaon-munuee', '--events', '4000', '--out', 'r'],
    words: ['unblind', 'r'],
    files: ['r/run.json'],
  },
  scan: {
    words: [
      'scan',
      'kaon-pia-gg',
      '--from',
      '250MeV',
      '--to',
      '270MeV',
      '--step',
      '10MeV',
      '--events',
      '20000',
      '--out',
      'r',
    ],
    files: ['r/run.json'],
  },
  reproduce: {
    words: ['reproduce', 'kaon-piminus-ee', '--events', '20000', '--out', 'all'],
    files: ['all/report.html'],
  },
  exclude: {
    words: [
      'exclude',
      'dark-photon',
      '--searches',
      'dump-ee',
      '--events',
      '500',
      '--mass',
      '30MeV:60MeV:5',
      '--grid',
      'g.csv',
    ],
    files: ['g.csv'],
  },
  export: {
    before: ['run', 'kaon-munuee', '--events', '4000', '--out', 'r'],
    words: ['export', 'r', '--format', 'csv', '--out', 'tables'],
    files: ['tables/published-and-computed.csv'],
  },
};

const plainly = (folder, words) =>
  execFileSync(process.execPath, [binary, ...words], { cwd: folder, env: environment(folder), stdio: 'ignore' });

/** Starts a command and kills it after `after` ms; gives whether it had ended by itself. */
const killed = (folder, words, after) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [binary, ...words], {
      cwd: folder,
      env: environment(folder),
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });

/** What is judged: the files without what differs by nature (time and seal of an opening, names of runs). */
function digestOf(folder, files) {
  const digest = createHash('sha256');
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    digest.update(text.replace(/"(at|seal|previous|run)": "[^"]*"/g, ''));
  }
  return digest.digest('hex');
}

const unfinished = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)(run|report)\.[a-z]+\.part$/.test(name),
  );

const twins = {};
let bad = 0;
for (let i = 0; i < times; i++) {
  const name = Object.keys(commands)[i % Object.keys(commands).length];
  const { before, words, files } = commands[name];
  const folder = mkdtempSync(join(tmpdir(), 'spillway-kill-'));
  try {
    if (twins[name] === undefined) {
      const twin = mkdtempSync(join(tmpdir(), 'spillway-twin-'));
      const since = performance.now();
      if (before !== undefined) plainly(twin, before);
      plainly(twin, words);
      twins[name] = { digest: digestOf(twin, files), milliseconds: performance.now() - since };
      rmSync(twin, { recursive: true, force: true });
    }
    if (before !== undefined) plainly(folder, before);
    let kills = 0;
    while (!(await killed(folder, words, kills > 4 ? 600_000 : random() * twins[name].milliseconds))) kills += 1;
    const same = digestOf(folder, files) === twins[name].digest && unfinished(folder).length === 0;
    if (!same) bad += 1;
    console.log(
      `${String(i + 1).padStart(4)} ${name.padEnd(10)} killed ${kills} times: ${same ? 'the same' : 'DIFFERENT'}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${times - bad} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
