// Carries out the pages of docs/jobs as a reader would, and holds what is printed against what the pages say:
//   node scripts/jobs.mjs [PAGE…] [--accept]
// A block ```json NAME (or ```text NAME, ```csv NAME) is a file of the reader; ```sh is typed, all in one process;
// ```text after it is what is printed, with … for lines left out. Words are held exactly, numbers too; after
// ```text within 20 % numbers may differ by so much. A line may end with … too, for the rest of it. --accept writes what is printed now into the pages.
// Ends with 1 and the differences.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './set-up.mjs';

const GAP = '…';
const NUMBER = /(?<![\p{L}\d_.-])[-+]?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?(?![\p{L}\d_])/gu;
const plain = (line) => line.trim().replace(/\s+/g, ' ');
const numbersOf = (line) => (plain(line).match(NUMBER) ?? []).map((text) => Number(text.replaceAll(',', '')));
const wordsOf = (line) => plain(line).replace(NUMBER, '#');

/** Blocks of a page: language, the rest of its first line, text, and where the text begins and ends. */
export function blocksOf(page) {
  return [...page.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const start = match.index + match[0].indexOf('\n') + 1;
    return { language: match[1], info: match[2].trim(), text: match[3], start, end: start + match[3].length };
  });
}

/** The beginning of a printed line that has as many words as an expected one which ends with the sign for the rest. */
function beginning(expected, printed) {
  if (!expected.endsWith(` ${GAP}`)) return printed;
  const count = plain(expected).split(' ').length - 1;
  return new RegExp(`^\\s*(?:\\S+\\s+){${count - 1}}\\S+`).exec(printed)?.[0].concat(` ${GAP}`) ?? printed;
}

/** True when a printed line is the expected one, numbers within a relative tolerance. */
function isLine(expected, whole, tolerance) {
  const printed = beginning(expected, whole);
  if (wordsOf(expected) !== wordsOf(printed)) return false;
  const found = numbersOf(printed);
  return numbersOf(expected).every((number, i) => {
    const scale = Math.max(Math.abs(number), Math.abs(found[i]));
    return Math.abs(number - found[i]) <= tolerance * scale;
  });
}

/** What of a block was not printed in its order: the lines, or nothing. */
function missing(block, printed) {
  const tolerance = Number(/^within ([\d.]+) %$/.exec(block.info)?.[1] ?? 0) / 100;
  const lines = printed.split('\n').filter((line) => line.trim() !== '');
  const faults = [];
  let at = 0;
  let loose = false;
  for (const expected of block.text.split('\n').filter((line) => line.trim() !== '')) {
    if (expected.trim() === GAP) {
      loose = true;
      continue;
    }
    const next = loose ? lines.findIndex((line, i) => i >= at && isLine(expected, line, tolerance)) : at;
    if (next < 0 || next >= lines.length || !isLine(expected, lines[next], tolerance)) {
      const like = lines.find((line) => wordsOf(line) === wordsOf(expected)) ?? (loose ? undefined : lines[at]);
      faults.push(`says     ${expected.trim()}\n    printed  ${like?.trim() ?? 'nothing like it'}`);
      if (!loose) at += 1;
      continue;
    }
    at = next + 1;
    loose = false;
  }
  if (!loose && at < lines.length && faults.length === 0) faults.push(`is printed too: ${lines[at].trim()}`);
  return faults;
}

/** The block with the lines that are printed now: each line is found again by what it begins with. */
function refreshed(block, printed) {
  const lines = printed.trimEnd().split('\n');
  const start = (line) =>
    plain(line).split(/(?<![\p{L}\d_.-])[-+]?\d|…/u)[0] || plain(line).split(' ').slice(0, 2).join(' ');
  const found = (line, from) => {
    const same = (printedLine) => wordsOf(beginning(line, printedLine)) === wordsOf(line);
    const alike = lines.findIndex((other, i) => i >= from && same(other) && plain(other).startsWith(start(line)));
    return alike >= 0 ? alike : lines.findIndex((other, i) => i >= from && plain(other).startsWith(start(line)));
  };
  let at = 0;
  return block.text.replace(/^.*\n/gm, (line) => {
    if (line.trim() === GAP || line.trim() === '') return line;
    const next = found(line.trimEnd(), at);
    if (next < 0) throw new Error(`no printed line begins with '${start(line)}'`);
    at = next + 1;
    return `${beginning(line.trimEnd(), lines[next].trimEnd())}\n`;
  });
}

/** The words of a line, as a shell splits them. */
const split = (line) =>
  [...line.replace(/\s#.*$/, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c);

async function typed(runCommandLine, line) {
  if (!line.startsWith('spillway ')) return { code: 0, stdout: execFileSync('sh', ['-c', line], { encoding: 'utf8' }) };
  const said = { stdout: '', stderr: '' };
  const write = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const stream of ['stdout', 'stderr'])
    process[stream].write = (text) => {
      said[stream] += text;
      return true;
    };
  process.exitCode = undefined;
  try {
    await runCommandLine(split(line).slice(1));
  } finally {
    Object.assign(process.stdout, { write: write.stdout });
    Object.assign(process.stderr, { write: write.stderr });
  }
  return { code: process.exitCode ?? 0, ...said };
}

const folder = mkdtempSync(join(tmpdir(), 'spillway-jobs-'));
process.env.SPILLWAY_CACHE = join(folder, 'cache');
process.env.SPILLWAY_STATE = join(folder, 'state');
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);
const { runCommandLine } = await import('../dist/src/cli/main.js');
const given = process.argv.slice(2);
const accept = given.includes('--accept');
const wanted = given.filter((word) => !word.startsWith('--')).map((word) => word.replace(/^.*\/|\.md$/g, ''));
const names = readdirSync(join(root, 'docs/jobs'))
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace(/\.md$/, '')));
let faults = 0;
const cpu = process.cpuUsage();
try {
  for (const name of names) {
    const file = join(root, 'docs/jobs', name);
    const page = readFileSync(file, 'utf8');
    const own = join(folder, name.replace(/\.md$/, ''));
    mkdirSync(own);
    symlinkSync(join(root, 'models'), join(own, 'models'));
    process.chdir(own);
    const began = Date.now();
    let printed = '';
    let compared = 0;
    const changes = [];
    const complain = (text) => {
      faults += 1;
      process.stdout.write(`docs/jobs/${name}: ${text}\n`);
    };
    for (const block of blocksOf(page)) {
      if (/^\S+\.\w+$/.test(block.info)) {
        mkdirSync(dirname(join(own, block.info)), { recursive: true });
        writeFileSync(join(own, block.info), block.text);
      } else if (block.language === 'sh') {
        printed = '';
        for (const line of block.text.replace(/\\\n\s*/g, ' ').split('\n')) {
          if (line.trim() === '' || line.startsWith('#')) continue;
          const { code, stdout, stderr } = await typed(runCommandLine, line);
          if (code !== 0) complain(`${line} ends with ${code}: ${stderr.trim()}`);
          printed += stdout;
        }
      } else if (block.language === 'text') {
        compared += 1;
        if (accept) changes.push({ ...block, text: refreshed(block, printed) });
        else for (const fault of missing(block, printed)) complain(fault);
      }
    }
    if (compared === 0) complain('has no expected output');
    if (accept)
      writeFileSync(
        file,
        changes.reduceRight((text, { start, end, text: now }) => text.slice(0, start) + now + text.slice(end), page),
      );
    process.stderr.write(`${name} ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
  }
} finally {
  process.chdir(root);
  rmSync(folder, { recursive: true, force: true });
}
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(`${names.length} jobs, ${faults} faults, ${((user + system) / 1e6).toFixed(0)} s of CPU\n`);
process.exit(faults === 0 ? 0 : 1);
