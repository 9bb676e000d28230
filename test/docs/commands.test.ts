import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { root } from '../architecture/source-files.ts';
import { spillway, WORKSPACE } from '../cli/spillway.ts';
import { requireBuilt } from '../workers/built.ts';

/** A command line of a page of the documentation. */
interface Line {
  readonly page: string;
  readonly text: string;
  readonly words: readonly string[];
}

/** Lines that are not carried out here, and why. */
const LEFT_OUT: readonly (readonly [RegExp, string])[] = [
  [/--on (slurm|htcondor)|^follow /, 'needs a cluster; test/clusters carries them out'],
  [/^lab\b/, 'serves until Ctrl-C; test/lab'],
  [/^read FILE/, 'FILE stands for any file'],
  [/HEPData-ins/, 'a public record, which is not shipped'],
  [/combination\.xml/, 'a HistFactory of the reader'],
  [
    /^scan kaon-pi(s|a-gg)|^reproduce|^exclude (hnl|alp-gluon)|^export kaon-pia-gg|^scan kaon-piaa --exposure/,
    'takes long; test/searches and test/cli carry out its like',
  ],
  [/kaon-mine/, 'a search that the reader has copied; test/add-a-search'],
  [/diagnose .*contour|^workspace |^significance workspace|interval feldman/, 'test/cli/coming-from-pyhf.test.ts'],
];

/** Decays that a page's commands are given here instead of their own: enough to come to an end. */
const FEW: Readonly<Record<string, string>> = {
  exclude: '200',
  scan: '20000',
  run: '4000',
  export: '8000',
  fit: '8000',
  generate: '200',
};

/** Splits a line as a shell would, as far as the pages go: blanks, quotes, a comment or a remark behind two blanks. */
function wordsOf(line: string): readonly string[] {
  const [command] = line.split(/ {2,}|\s#/);
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain,
  );
}

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !/decisions|^jobs/.test(name))
  .map((name) => join('docs', name))
  .concat('README.md')
  .sort();

const lines = pages.flatMap((page): Line[] => {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = [...text.matchAll(/^```(?:sh)?\n([\s\S]*?)^```$/gm)].map(([, code]) => code);
  return blocks
    .flatMap((code) => code.split('\n'))
    .filter((line) => /^spillway [a-z]/.test(line))
    .map((line) => ({ page, text: line.replace(/^spillway /, ''), words: wordsOf(line).slice(1) }));
});

/** The same question with few decays. */
function small({ words }: Line): readonly string[] {
  const [command] = words;
  const few = FEW[command];
  if (few === undefined || (command === 'fit' && /\.json\b|--data/.test(words.join(' ')))) return words;
  if (command === 'export' && words[1].startsWith('runs/')) return words;
  const sized = words.findIndex((word) => word === '--precision' || word === '--budget');
  if (command === 'run' && sized >= 0) return [...words.toSpliced(sized, 2), '--events', few];
  const at = words.indexOf('--events');
  if (at < 0)
    return command === 'exclude' && words.includes('--point')
      ? [...words, '--events', '2000']
      : [...words, '--events', few];
  return words.map((word, i) => (i === at + 1 ? few : word));
}

let folder = '';

beforeAll(() => {
  requireBuilt('src/cli', 'src/run', 'src/modes', 'src/hosts');
  folder = mkdtempSync(join(tmpdir(), 'spillway-docs-'));
  // What one page has simulated need not be simulated for the next.
  vi.stubEnv('SPILLWAY_CACHE', join(folder, 'cache'));
  const write = (name: string, content: unknown): void =>
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  write('workspace.json', JSON.stringify(WORKSPACE).replaceAll('"uncorr"', '"uncorr_bkguncrt"'));
  write('card.txt', 'imax 1\njmax 1\nkmax 0\nbin a\nobservation 1\nbin a a\nprocess s b\nprocess 0 1\nrate 1 5\n');
  const bins = Array.from({ length: 10 }, (_, i) => ({
    from: 0.2 + 0.02 * i,
    to: 0.22 + 0.02 * i,
    value: 4e-7,
    error: 1e-8,
  }));
  write('measured-rate.json', { quantity: 'branching ratio', source: 'a test', bins });
  write('question.spillway.json', { kind: 'question', version: 1, search: 'kaon-munuee', events: 4000 });
  mkdirSync(join(folder, 'models'));
  for (const name of readdirSync(join(root, 'models')))
    write(join('models', name), readFileSync(join(root, 'models', name), 'utf8'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('commands of the documentation', () => {
  it('are there, and exist', () => {
    expect(lines.length).toBeGreaterThan(40);
    for (const { words, page } of lines) expect(Object.keys(COMMANDS), page).toContain(words[0]);
  });

  it('come to their end as they stand, with few decays', async () => {
    for (const [i, name] of ['kaon-munuee-0123456789ab', 'mine', 'kaon-munuee-2017', 'kaon-munuee-2018'].entries()) {
      const asked = ['run', 'kaon-munuee', '--events', '4000', '--seed', `${i + 1}`, '--out', `runs/${name}`];
      expect(await spillway(folder, ...asked)).toMatchObject({ code: 0 });
    }
    const failed: string[] = [];
    const done = new Set<string>();
    let carriedOut = 0;
    for (const line of lines) {
      const command = small(line).join(' ');
      if (LEFT_OUT.some(([pattern]) => pattern.test(line.text)) || done.has(command)) continue;
      done.add(command);
      carriedOut += 1;
      const { code, stderr } = await spillway(folder, ...small(line));
      if (code !== 0)
        failed.push(
          `${line.page}: ${line.text}\n  ${small(line).join(' ')}\n  ${stderr.split('\n').slice(-3).join(' ')}`,
        );
    }
    expect(failed).toEqual([]);
    expect(carriedOut).toBeGreaterThan(25);
  }, 600_000);
});
