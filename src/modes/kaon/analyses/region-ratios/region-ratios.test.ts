import { beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../../../../searches/index.ts';
import { decayModel, meanWeight } from '../../../../physics/index.ts';
import { run as carryOut, type Run } from '../../../../run/run.ts';
import type { SearchDocument } from '../../../../search/kaon-search.ts';
import type { RegionRatios, RegionRatiosResult } from '../../../../search/sections/region-ratios.ts';
import { planRun } from '../../plan.ts';
import { reproduceRows } from '../../rows.ts';
import type { RunDocument } from '../../run-document.ts';
import type { RunPlan } from '../../run-plan.ts';
import { trueShares } from './true-shares.ts';

const search = searches['kaon-ke3g'] as unknown as SearchDocument;
const section = search.analyses?.['ratios'] as RegionRatios;
const roles = ['e+', 'gamma of π⁰', 'gamma of π⁰', 'gamma radiated'];
const conditions = (name: string) => ({ [name]: section.regions[name].conditions });

const withSection = (change: Partial<RegionRatios>): SearchDocument => ({
  ...search,
  analyses: { ratios: { ...section, ...change } },
});

describe('true shares of regions', () => {
  const share = (models: readonly string[], seed = 1) =>
    trueShares({ decay: search.signal.decay, models }, roles, section.finalState, conditions('S1'), {
      events: 100_000,
      seed,
    })['S1'];

  it('agree with the ratio of the widths of two amplitudes, one generated in the region', () => {
    const { value, error } = share(['kaon-pion-e-neutrino-photon-wide']);
    const width = (id: string) => meanWeight(decayModel(id), 4).value;
    const expected = width('kaon-pion-e-neutrino-photon') / width('kaon-pion-e-neutrino-photon-wide');
    // six standard errors: 2e-9
    expect(Math.abs(value - expected)).toBeLessThan(6 * error + 0.003 * expected);
  });

  it('are everything where only the region is generated, and the same for the same seed', () => {
    expect(share(['kaon-pion-e-neutrino-photon']).value).toBeCloseTo(1, 12);
    expect(share(['kaon-pion-e-neutrino-photon-wide'], 2)).toEqual(share(['kaon-pion-e-neutrino-photon-wide'], 2));
    expect(share(['kaon-pion-e-neutrino-photon-wide'], 3)).not.toEqual(share(['kaon-pion-e-neutrino-photon-wide'], 2));
  });
});

describe('ratios in regions', () => {
  let run: Run<RunPlan, RunDocument>;
  let result: RegionRatiosResult;
  beforeAll(async () => {
    run = await carryOut(search, { events: 30_000, seed: 4 });
    result = run.document.analyses['ratios'] as RegionRatiosResult;
  });

  it('count in a region at most what is selected at all', () => {
    const all = run.document.acceptance.signal.value * run.document.trigger.signal;
    for (const { acceptance, share } of Object.values(result.regions)) {
      expect(acceptance.value).toBeGreaterThan(0);
      expect(acceptance.value * share.value).toBeLessThan(all);
    }
    // S2 and S3 lie in S1
    const counted = (name: string) => result.regions[name].acceptance.value * result.regions[name].share.value;
    expect(counted('S1')).toBeGreaterThan(Math.max(counted('S2'), counted('S3')));
  });

  it('have the Poisson errors of the published samples, and no asymmetry beyond them in simulation', () => {
    for (const [name, { ratioError, asymmetryError, simulatedAsymmetry }] of Object.entries(result.regions)) {
      const { events, ratio } = section.regions[name];
      expect(ratioError / ratio.value).toBeCloseTo(1 / Math.sqrt(events.value), 4);
      expect(asymmetryError).toBeCloseTo(1 / Math.sqrt(events.value), 5);
      // six standard errors: 2e-9; the amplitude has no phase that could make one
      expect(Math.abs(simulatedAsymmetry!.value)).toBeLessThan(6 * simulatedAsymmetry!.error);
    }
  });

  it('show what is cited as input, never as computed', () => {
    const rows = reproduceRows(search, run.document);
    const cited = rows.filter(({ detail }) => /^R, S|^S\d$|^candidates, S/.test(detail ?? ''));
    expect(cited).toHaveLength(9);
    for (const { role, agrees } of cited) expect([role, agrees]).toEqual(['input', null]);
  });
});

it.each([
  [{ regions: {} }, 'analyses.ratios.regions: at least one is needed'],
  [{ finalState: ['e+', null] }, 'one role (or null) for each of gamma, gamma, e+, nu, gamma is needed, found 2'],
  [
    { finalState: ['gamma of π⁰', 'e+', 'e+', null, 'gamma radiated'] },
    "finalState: 1 particles have the role 'e+', found 2",
  ],
  [
    { odd: { symbol: 'ξ', positive: { observable: 'parentFrameTripleProduct', of: ['gamma'], above: 0 } } },
    "unknown particle 'gamma'",
  ],
] as [Partial<RegionRatios>, string][])('refuses %o', (change, sentence) => {
  expect(() => planRun(withSection(change), { events: 10 })).toThrow(sentence);
});

it('refuses a normalisation by a cited number, since a ratio needs its candidates', () => {
  const kaonDecays = { value: 1e12, error: 1e10, tag: 'recalled', source: 'test' } as const;
  const changed = { ...search, normalisation: { kaonDecays, systematics: {} } };
  expect(() => planRun(changed, { events: 10 })).toThrow('a ratio needs a normalisation channel');
});
