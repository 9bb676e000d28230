import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { buildModel, discovery, exportWorkspace, loadWorkspace, workspaceLimit } from '../histfactory/index.ts';
import { readDatacard } from './read-datacard.ts';

const card = `# two bins, three processes
imax 2  number of bins
jmax 2
kmax *
----------------
bin          high   low
observation  3      11
----------------
bin          high   high   high   low    low
process      sig    ttbar  fakes  sig    ttbar
process      0      1      2      0      1
rate         2.1    1.5    0.8    1.2    9.5
----------------
lumi   lnN   1.02   1.02   -      1.02   1.02
xsec   lnN   -      1.1    -      -      1.1
jes    lnN   0.95/1.04  0.9/1.08  -  1.05  1.12
side gmN 8   -      -      0.1    -      -
free   lnU   -      -      1.5    -      -
scale  rateParam low ttbar 1 [0,5]
`;

describe('counting datacards', () => {
  it('become workspaces that say the same', () => {
    const workspace = readDatacard(card);
    expect(workspace.channels.map((c) => c.name)).toEqual(['high', 'low']);
    const [high, low] = workspace.channels;
    expect(high.samples.map((s) => [s.name, s.data[0]])).toEqual([
      ['sig', 2.1],
      ['ttbar', 1.5],
      ['fakes', 0.8],
    ]);
    expect(high.samples[0].modifiers).toEqual([
      { name: 'r', type: 'normfactor', data: null },
      { name: 'lumi', type: 'normsys', data: { hi: 1.02, lo: 1 / 1.02 } },
      { name: 'jes', type: 'normsys', data: { hi: 1.04, lo: 0.95 } },
    ]);
    expect(high.samples[2].modifiers).toEqual([
      { name: 'side', type: 'shapesys', data: [0.8 / Math.sqrt(8)] },
      { name: 'free', type: 'normfactor', data: null },
    ]);
    expect(low.samples[1].modifiers.map((m) => m.name)).toEqual(['lumi', 'xsec', 'jes', 'scale']);
    expect(workspace.measurements[0].config).toEqual({
      poi: 'r',
      parameters: [
        { name: 'r', inits: [1], bounds: [[0, 20]] },
        { name: 'free', inits: [1], bounds: [[1 / 1.5, 1.5]] },
        { name: 'scale', inits: [1], bounds: [[0, 5]] },
      ],
    });
    const model = buildModel(loadWorkspace(exportWorkspace(workspace)));
    expect(workspaceLimit(model).reason).toBeNull();
    expect(model.parameters.find((p) => p.name === 'side[0]')?.aux).toBeCloseTo(8, 12);
  });

  it('a card of one on/off count has the significance of Li and Ma', () => {
    const text = 'bin a\nobservation 20\nbin a a\nprocess s b\nprocess 0 1\nrate 1 8\noff gmN 16 - 0.5\n';
    const [n, m, tau] = [20, 16, 2];
    const lima = 2 * (n * Math.log(((1 + tau) * n) / (n + m)) + m * Math.log(((1 + tau) * m) / (tau * (n + m))));
    expect(discovery(buildModel(readDatacard(text))).q0).toBeCloseTo(lima, 8);
  });

  it.each<[string, string, RegExp]>([
    ['observation  3      11', 'observation  3', /^line 7: 'observation' has 1 entries, line 6 has 2/],
    ['observation  3      11', '', /has 0 'observation' lines, a counting card has 1/],
    ['observation  3 ', 'observation  -3 ', /^line 7: found '-3', needs a number, zero or more/],
    ['bin          high   low', 'bin          high   high', /the bin 'high' is given twice/],
    ['low    low\n', 'low    lo\n', /line 9: the bin 'lo' has no observation/],
    ['jmax 2', 'jmax 3', /^line 3: jmax says 3, but the card has 2/],
    [
      'process      0      1      2      0',
      'process      1      1      2      3',
      /no process has a number of zero or less/,
    ],
    ['process      0      1', 'process      0.5      1', /found '0.5', a process number is whole/],
    ['xsec   lnN', 'xsec   lnM', /^line 15: unknown kind of uncertainty 'lnM'\. Did you mean 'lnN'/],
    ['xsec   lnN   -', 'xsec   lnN   -  -', /'xsec' has 6 entries for 5 columns/],
    ['xsec   lnN', 'lumi   lnN', /the name 'lumi' is given twice/],
    ['1.1    -      -      1.1', '-1.1   -      -      1.1', /'xsec' has '-1.1', needs a number above zero/],
    [
      'side gmN 8   -      -      0.1    -      -',
      'side gmN 8   -      -      -      -      -',
      /'side' moves no column/,
    ],
    ['side gmN 8', 'side gmN 0', /0 events × 0\.1 is not the rate 0\.8/],
    ['side gmN 8', 'side gmN 9', /9 events × 0\.1 is not the rate 0\.8/],
    ['free   lnU   -', 'free   lnU   1.4', /needs one and the same number above 1/],
    ['low ttbar 1 [0,5]', 'low ttbar (@0*2) x', /only constant starts are read/],
    ['low ttbar 1 [0,5]', 'low wjets 1 [0,5]', /fits no column/],
    ['low ttbar 1 [0,5]', 'low ttbar 1 [5,0]', /is no range/],
    ['imax 2  number of bins', 'shapes * * file.root h', /shapes cannot be read/],
  ])('%#: %s → %s', (from, to, message) => {
    expect(card).toContain(from);
    expect(() => readDatacard(card.replace(from, to))).toThrow(message);
  });

  it('gmN without an event: −2 ln L of Poisson(2 | r + t/2) Poisson(0 | t), profiled by scipy', () => {
    const text = 'bin a\nobservation 2\nbin a a\nprocess s b\nprocess 0 1\nrate 1 0\nside gmN 0 - 0.5\n';
    const limit = workspaceLimit(buildModel(readDatacard(text)), { level: 0.95 });
    expect(limit.observed! / 5.495592764405844).toBeCloseTo(1, 6);
  });

  it('gmN over two columns moves both with one side count', () => {
    const card = (side: string, second: string): string =>
      `bin a\nobservation 12\nbin a ${second}\nprocess s b c\nprocess 0 1 2\nrate 5 5 5\n${side}\n`;
    const split = workspaceLimit(buildModel(readDatacard(card('side gmN 10 - 0.5 0.5', 'a a'))), { level: 0.95 });
    const whole = 'bin a\nobservation 12\nbin a a\nprocess s b\nprocess 0 1\nrate 5 10\nside gmN 10 - 1\n';
    const one = workspaceLimit(buildModel(readDatacard(whole)), { level: 0.95 });
    expect(split.observed! / one.observed!).toBeCloseTo(1, 8);
    for (const k of [0, 1, 2, 3, 4]) expect(split.expected[k]! / one.expected[k]!).toBeCloseTo(1, 8);
  });

  it('mutated cards are read or refused in one sentence (1000)', () => {
    const words = card.split(/(\s+)/);
    fc.assert(
      fc.property(
        fc.nat(words.length - 1),
        fc.constantFrom('', '-', '0', '1e400', 'low', '-1', '#', '\n', 'nan'),
        (at, put) => {
          const text = words.map((word, k) => (k === at ? put : word)).join('');
          try {
            buildModel(readDatacard(text));
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInput);
            expect((error as Error).message).not.toMatch(/\n|undefined/);
          }
        },
      ),
      { seed: 3, numRuns: 1000 },
    );
  });
});
