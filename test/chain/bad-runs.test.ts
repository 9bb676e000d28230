import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.ts';
import { BoxClosed } from '../../src/stages/blinding/box-closed.ts';
import { requireBuilt } from '../workers/built.ts';
import { type Outcome, spillway } from './spillway.ts';

let root: string;
const FEW = ['--events', '3000', '--workers', '1'] as const;
/** The one sentence of a refusal: exit code 2, nothing on stdout. */
function refusal({ code, out, err }: Outcome): string {
  const progress = /^\S+: (?:working|done in|[\d.]+ .*(?:events|decays)).*\n/gm;
  const sentences = err.replace(progress, '').trimEnd();
  expect({ code, out, lines: sentences.split('\n').length }, err).toEqual({ code: 2, out: '', lines: 1 });
  return sentences;
}
const digestIn = (folder: string): unknown =>
  JSON.parse(readFileSync(join(root, folder, 'run.json'), 'utf8')).digest.result;

beforeAll(async () => {
  requireBuilt('src/search', 'src/modes', 'src/stages', 'src/run', 'src/hosts', 'src/cli', 'src/tasks');
  root = mkdtempSync(join(tmpdir(), 'spillway-bad-'));
  writeFileSync(join(root, 'file'), 'not a folder');
  expect((await spillway(root, 'run', 'kaon-munuee', ...FEW, '--out', 'good', '--json')).code).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('input that cannot be right', () => {
  it.concurrent.each([
    [['run', 'kaon-munuee', '--set', 'signal.decay=K+ -> mu- nu e+ ee+'], "unknown particle 'ee+'. Did you mean 'e+'?"],
    [['run', 'kaon-munuee', '--set', 'signal.decay=K+ -> mu- nu e+ e-'], 'charge is not conserved'],
    [['run', 'kaon-munuee', '--events', '-5'], '--events: found -5'],
    [['run', 'kaon-munuee', '--data', 'file'], 'file: '],
    [['run', 'kaon-munuee', '--out', 'file'], 'a part of the path is a file, not a folder'],
    [['run', 'kaon-munuee', '--out', '/proc/spillway'], '/proc/spillway'],
    [['run', 'kaon-munuee', '--out', 'good', '--seed', '9'], 'holds another run'],
    [['reproduce', 'kaon-munuee', '--events', 'NaN'], "--events: found 'NaN'"],
    [['reproduce', 'kaon-munuee', '--out', 'file'], 'a part of the path is a file, not a folder'],
    [['unblind', 'file'], 'is a file, not the folder of a run'],
    [['unblind', 'nowhere'], 'there is no such file or folder'],
    [['unblind', '.'], 'holds no run'],
  ] as const)('%j is refused in one sentence', async (inputs, sentence) => {
    const few = inputs[0] === 'unblind' || inputs.some((word) => word === '--events') ? [] : FEW;
    expect(refusal(await spillway(root, ...inputs, ...few))).toContain(sentence);
  });

  it('is told before the work begins when the report cannot be written', async () => {
    await spillway(root, 'reproduce', 'kaon-munuee', '--events', '3001', '--out', 'file');
    expect(existsSync(join(root, 'runs'))).toBe(false);
  });

  it('has exit code 3 for a closed box', () => {
    expect(exitCodeOf(new BoxClosed('closed'))).toBe(3);
  });
});

describe('a run that was damaged', () => {
  it('is done again where its blocks are broken, to the same bits', async () => {
    const clean = digestIn('good');
    const blocks = join(root, 'good', 'blocks');
    const [first, second] = readdirSync(blocks).map((name) => join(blocks, name));
    writeFileSync(first, readFileSync(first).subarray(0, 40));
    const flipped = Buffer.from(readFileSync(second));
    flipped[flipped.length - 9] ^= 1;
    writeFileSync(second, flipped);
    const { code, err } = await spillway(root, 'run', 'kaon-munuee', ...FEW, '--out', 'good', '--json');
    expect(code).toBe(0);
    expect(err).toMatch(/damaged|truncated|broken/);
    expect(digestIn('good')).toBe(clean);
  });

  it('says so when its answer or its question cannot be read', async () => {
    const run = join(root, 'good', 'run.json');
    const plan = join(root, 'good', 'plan.json');
    const [runText, planText] = [run, plan].map((path) => readFileSync(path, 'utf8'));
    writeFileSync(run, runText.slice(0, 500));
    expect(refusal(await spillway(root, 'unblind', 'good'))).toContain('damaged or truncated');
    rmSync(run);
    expect(refusal(await spillway(root, 'unblind', 'good'))).toContain('this run is not finished');
    writeFileSync(run, runText);
    writeFileSync(plan, planText.slice(0, 500));
    expect(refusal(await spillway(root, 'unblind', 'good'))).toContain('damaged or truncated');
    writeFileSync(plan, planText);
  });
});

it('keeps what was finished when its workers die, and goes on from there', async () => {
  const script = join(root, 'die.cjs');
  writeFileSync(
    script,
    "const { parentPort } = require('node:worker_threads');\n" +
      "parentPort?.on('message', ({ kind }) => kind === 'simulate' && process.exit(9));\n",
  );
  const inputs = ['run', 'kaon-munuee', ...FEW, '--out', 'died'];
  const died = await spillway(root, ...inputs, { NODE_OPTIONS: `--require ${script}` });
  const sentence = refusal(died);
  expect(sentence).toContain('workers died');
  expect(sentence).toContain('the same command goes on');
  expect(existsSync(join(root, 'died', 'run.json'))).toBe(false);
  expect((await spillway(root, ...inputs)).code).toBe(0);
  expect(digestIn('died')).toBe(digestIn('good'));
});
