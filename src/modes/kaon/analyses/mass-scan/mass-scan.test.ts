import { beforeAll, describe, expect, it } from 'vitest';
import piaGg from '../../../../../searches/kaon-pia-gg.ts';
import piaa from '../../../../../searches/kaon-piaa.ts';
import { finishInMemory } from '../../../../../test/chain/finish-in-memory.ts';
import { run as carryOut, type Run } from '../../../../run/run.ts';
import { InvalidInput } from '../../../../schema/index.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { countingLimit } from '../../../../statistics/counting/index.ts';
import { planRun } from '../../plan.ts';
import type { RunDocument } from '../../run-document.ts';
import type { RunPlan } from '../../run-plan.ts';
import type { MassScanResult } from './result.ts';

const scanOf = (document: RunDocument): MassScanResult => document.analyses.masses as MassScanResult;
const SETTINGS = [
  'analyses.masses.masses.a.from=240MeV',
  'analyses.masses.masses.a.to=260MeV',
  'analyses.masses.masses.a.step=1MeV',
  'analyses.masses.simulated.every=10',
  'analyses.masses.toys=100',
];
const gg = piaGg as unknown as SearchDocument;
const aa = piaa as unknown as SearchDocument;

describe('a scan of a peak', () => {
  let run: Run<RunPlan, RunDocument>;
  let opened: RunDocument;
  beforeAll(async () => {
    run = await carryOut(gg, { events: 40_000, seed: 3, settings: SETTINGS });
    const again = await finishInMemory<RunDocument>(run.plan, run.sums, { openedAt: '2026-01-01T00:00:00Z' });
    opened = again.document;
  }, 300_000);

  it('says nothing of the data while the box is closed', () => {
    const { hypotheses, global, blind, lookElsewhere } = scanOf(run.document);
    expect(blind).toBe(true);
    expect(global).toBeNull();
    expect(lookElsewhere).toHaveLength(4);
    expect(hypotheses).toHaveLength(21);
    for (const row of hypotheses) {
      expect(row).toMatchObject({ observed: null, localP: null, significance: null, events: null });
      for (const limit of row.expected ?? []) expect(limit).toBeGreaterThan(0);
    }
  });

  it('gives each hypothesis the limit of its own counting experiment', () => {
    const scan = scanOf(opened);
    expect(scan.blind).toBe(false);
    expect(scan.global?.p).toBeGreaterThan(0);
    const { kaonDecays } = opened;
    for (const row of [scan.hypotheses[0], scan.hypotheses[13]]) {
      const alone = countingLimit({
        observed: row.events,
        background: row.background.value,
        backgroundError: row.background.error,
        method: 'cls',
      });
      // The error of the sensitivity (some per cent) raises a limit a little.
      const ratio = (row.observed ?? 0) / ((alone.signalEvents.observed ?? 0) * (row.ses ?? 0));
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.05);
      expect((row.ses ?? 0) * kaonDecays.value * row.acceptance.value * row.efficiency).toBeCloseTo(1, 9);
    }
  });

  it('finds the quoted resolution, and a Gaussian window of 1.5σ', () => {
    const row = scanOf(run.document).hypotheses[10];
    expect(row.masses.a).toBe(0.25);
    // 1.45 MeV: straight-line simulation with the quoted single-track resolutions; 4000 candidates give 1.3 %.
    expect(Math.abs((row.resolution[0] ?? 0) / 1.45e-3 - 1)).toBeLessThan(0.15);
    expect(row.halfWidth[0]).toBeCloseTo(1.5 * (row.resolution[0] ?? 0), 12);
    expect(row.efficiency).toBeGreaterThan(0.8);
    expect(row.efficiency).toBeLessThan(0.92);
  });

  it('loses acceptance with the lifetime', () => {
    const { lifetimes } = scanOf(run.document);
    expect(lifetimes?.lifetimes[0]).toBe(0);
    for (const row of lifetimes?.acceptance ?? []) {
      expect(row[0].value).toBe(1);
      expect(row[8].value).toBeLessThan(0.1);
    }
  });

  it('is plain JSON without NaN', () => {
    for (const result of [scanOf(run.document), scanOf(opened)]) {
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });
});

describe('a scan of pairs', () => {
  it('takes the published count of none for every window, and drops hypotheses that nothing supports', async () => {
    const settings = [
      'analyses.masses.masses.a.from=140MeV',
      'analyses.masses.masses.a.to=150MeV',
      'analyses.masses.simulated.eventsFactor=1',
      'analyses.masses.toys=0',
    ];
    const { document } = await carryOut(aa, { events: 4_000, seed: 3, settings });
    const { hypotheses, predictions, global } = scanOf(document);
    expect(global).toBeNull();
    for (const row of hypotheses) {
      // ln 10 events, whatever the background.
      expect((row.atPublishedCount ?? 0) / (row.ses ?? 1)).toBeGreaterThan(Math.LN10);
      expect(row.observed).toBeNull();
      expect(row.halfWidth).toEqual([0.0025]);
    }
    expect(predictions['QCD axion of the 17 MeV anomaly'].limit).toBeNull();
  });
});

describe('bad input', () => {
  const plan = (search: SearchDocument, ...settings: string[]) =>
    planRun(search, { events: 100, settings: settings.map((one) => `analyses.masses.${one}`) });
  it.each([
    ['masses.a.step=-1MeV', /step/],
    ['masses.a.step=0.000001MeV', /larger steps/],
    ['masses.a.to=100MeV', /'from'/],
    ['masses.a.to=400MeV', /discriminant/],
    ['simulated.every=0', /whole number/],
    ['simulated.eventsFactor=0', /eventsFactor: found 0, allowed is a number above 0/],
    ['toys=-3', /whole number/],
    ['window.sigmas=0', /sigmas: found 0, allowed is above 0/],
    ['lifetimes.particle=S', /hidden particle/],
  ])('refuses %s', (setting, message) => {
    expect(() => plan(gg, setting)).toThrow(InvalidInput);
    expect(() => plan(gg, setting)).toThrow(message);
  });

  it('refuses lifetimes that do not begin with prompt decays', () => {
    const masses = gg.analyses?.masses as MassScan;
    const lifetimes = { ...masses.lifetimes, values: [1, 2] };
    const changed = { ...gg, analyses: { masses: { ...masses, lifetimes } } } as unknown as SearchDocument;
    expect(() => planRun(changed)).toThrow(/prompt/);
  });

  it('refuses a mass of a particle that the signal has not', () => {
    const masses = { S: { from: 0.1, to: 0.2, step: 0.1 } };
    const changed = { ...aa, analyses: { masses: { ...aa.analyses?.masses, masses } } } as unknown as SearchDocument;
    expect(() => planRun(changed)).toThrow(/hidden particle/);
  });

  it('refuses a background with fewer cuts but no cited size, and cuts that are not there', () => {
    const [[name, { events: _, ...plain }]] = Object.entries(gg.backgrounds).slice(1);
    const withBackground = (background: object) =>
      ({ ...gg, backgrounds: { [name]: background } }) as unknown as SearchDocument;
    expect(() => planRun(withBackground(plain))).toThrow(/'events'/);
    const wrong = { ...gg.backgrounds[name], shapeWithout: ['kaon mas'] };
    expect(() => planRun(withBackground(wrong))).toThrow(/kaon mass/);
  });
});

it('gives no resolution rather than a negative one where few events are left', async () => {
  const range = ['from=20MeV', 'to=30MeV', 'step=5MeV'].map((part) => `analyses.masses.masses.a.${part}`);
  const settings = [...range, 'analyses.masses.simulated.eventsFactor=0.001'];
  const { document } = await carryOut(aa, { events: 3000, settings });
  const widths = scanOf(document).hypotheses.flatMap(({ resolution }) => resolution);
  expect(widths).toContain(null);
  for (const width of widths) expect(width ?? 1).toBeGreaterThan(0);
});
