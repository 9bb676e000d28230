import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { STAGE_NAMES } from '../../src/stages/names.ts';
import { spillway, temporaryFolder, WORKSPACE } from './spillway.ts';

const folder = temporaryFolder();
beforeAll(() => writeFileSync(join(folder(), 'w.json'), JSON.stringify(WORKSPACE)));

/** The document of a command with --json, and the check that stdout holds it and nothing else. */
async function documentOf(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await spillway(folder(), ...args, '--json');
  // A busy machine shows progress; nothing but progress may stand on stderr.
  expect({
    code,
    stderr: stderr.replace(/^.*(?: decays.*| pseudo-experiments.*|: working|: done in \d+ s)\n/gm, ''),
  }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toMatch(/NaN|Infinity/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const five = expect.arrayContaining([expect.any(Number)]) as number[];
const searchLine = { id: expect.any(String), title: expect.any(String), experiment: expect.any(String) };

describe('--json', () => {
  it.each([
    [['list'], { searches: expect.arrayContaining([expect.objectContaining(searchLine)]) }],
    [['list', 'models'], { models: expect.arrayContaining([expect.objectContaining({ id: 'dark-photon' })]) }],
    [['describe', 'kaon-munuee'], { id: 'kaon-munuee', experiment: 'na62-kaon', published: expect.anything() }],
    [['describe', 'na62-kaon'], { id: 'na62-kaon', detector: expect.anything() }],
    [['describe', 'hnl-e'], { id: 'hnl-e', widths: expect.any(Array) }],
    [
      ['limit', '--observed', '0', '--background', '0.26', '--ses', '3.5e-11'],
      {
        method: expect.any(String),
        cl: 0.9,
        signalEvents: expect.objectContaining({
          observed: expect.closeTo(Math.LN10, 6),
          interval: five,
          expected: five,
        }),
        branchingRatio: expect.objectContaining({ observed: expect.closeTo(8.05905e-11, 15), expected: five }),
      },
    ],
    [['limit', '--background', '0.26'], { signalEvents: expect.objectContaining({ observed: null, interval: null }) }],
    [['limit', 'w.json'], { limit: { observed: expect.closeTo(1.01157, 4), expected: five }, cl: 0.95 }],
    [['limit', 'w.json', '--interval', 'two-sided'], { interval: five, method: 'asymptotic', cl: 0.95 }],
    [['limit', 'w.json', '--interval', 'feldman-cousins', '--toys', '100'], { interval: five, method: 'toys' }],
    [['cls', 'w.json'], { cls: { observed: expect.closeTo(0.05251497, 5), expected: five }, mu: 1 }],
    [
      ['fit', 'w.json'],
      {
        valid: true,
        twiceNll: expect.any(Number),
        parameters: expect.arrayContaining([
          expect.objectContaining({ name: 'mu', minos: [expect.anything(), expect.anything()] }),
        ]),
      },
    ],
    [
      ['significance', '--observed', '1', '--background', '0.016', '--background-error', '0.002'],
      { p: expect.closeTo(0.01587, 4), oneSided: expect.closeTo(2.15, 2), twoSided: expect.closeTo(2.41, 2) },
    ],
    [['generate', 'K+ -> pi+ pi0', '--events', '20', '--out', 'k2pi.csv'], { events: 20, file: 'k2pi.csv' }],
    [
      [
        'exclude',
        'dark-photon',
        '--searches',
        'dump-ee',
        '--events',
        '500',
        '--mass',
        '30MeV:60MeV:3',
        '--grid',
        'g.csv',
      ],
      {
        contours: expect.arrayContaining([
          expect.objectContaining({
            cl: 0.9,
            kind: 'observed',
            production: expect.any(String),
            rings: expect.any(Array),
          }),
        ]),
        units: { mass: 'GeV' },
        assumptions: expect.any(Array),
        files: ['g.csv'],
      },
    ],
    [['cite', 'kaon-munuee'], { bibtex: expect.stringContaining('@article{arXiv:2211.04818,') }],
  ])('%j gives one document with the keys that callers rely on', async (args, keys) => {
    expect(await documentOf(...args)).toMatchObject(keys);
  });

  it('writes the same events for the same seed and others for another', async () => {
    const events = async (name: string, ...more: string[]) => {
      await documentOf('generate', 'K+ -> pi+ pi+ pi-', '--events', '5', '--out', name, ...more);
      return readFileSync(join(folder(), name), 'utf8');
    };
    const first = await events('a.csv');
    expect(await events('b.csv', '--workers', '2', '--seed', '1')).toBe(first);
    expect(await events('c.csv', '--seed', '2')).not.toBe(first);
  });
});

describe('for people', () => {
  it('every command says what it takes, and --json, --seed and --workers among it', async () => {
    for (const name of Object.keys(COMMANDS)) {
      const { code, stdout, stderr } = await spillway(folder(), name, '--help');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const option of ['--json', '--seed', '--workers']) expect(stdout).toContain(option);
      expect(stdout).toContain(`spillway ${name}`);
    }
  });

  it('the first page names the nine stages in order and every command', async () => {
    const { code, stdout } = await spillway(folder());
    expect(code).toBe(0);
    expect(stdout).toContain(STAGE_NAMES.join(' → '));
    for (const name of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect((await spillway(folder(), '--help')).stdout).toBe(stdout);
    expect((await spillway(folder(), 'help', 'limit')).stdout).toBe(
      (await spillway(folder(), 'limit', '--help')).stdout,
    );
  });

  it('every example on a help page is understood', async () => {
    for (const [name, { load }] of Object.entries(COMMANDS)) {
      for (const example of (await load()).examples) expect(example.split(' ')[0]).toBe(name);
    }
  });

  it('says the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect((await spillway(folder(), '--version')).stdout).toBe(`spillway ${version}\n`);
  });

  it('prints a limit, and writes no file for it', async () => {
    const { stdout } = await spillway(folder(), 'limit', '--observed', '0', '--background', '0.26', '--ses', '3.5e-11');
    expect(stdout).toMatch(/signal events +2\.303/);
    expect(stdout).toMatch(/branching fraction +8\.059e-11/);
    expect(existsSync(join(folder(), 'runs'))).toBe(false);
  });
});
