import { describe, expect, it } from 'vitest';
import { normalise, normaliseToCited } from './normalise.ts';

const TALK = {
  observed: { value: 10975, error: 105 },
  branchingRatio: { value: 3.0e-7, error: 0.09e-7 },
  acceptance: { value: 0.01857, error: 0 },
  signalAcceptance: { value: 0.0144, error: 0 },
  band: { low: 0.7755, high: 0.7755 },
  systematics: {},
};

describe('normalise', () => {
  it('gives the talk’s kaon decays and sensitivity from its counts and acceptances', () => {
    const { kaonDecays, singleEventSensitivity, acceptanceRatio } = normalise(TALK);
    expect(kaonDecays.value / 1.97e12).toBeCloseTo(1, 2);
    expect(singleEventSensitivity.value / 3.5e-11).toBeCloseTo(1, 1);
    expect(acceptanceRatio?.value).toBeCloseTo(0.775, 3);
    // ± 0.07e12, of which 0.06 from the branching fraction and 0.02 from the candidates.
    expect(kaonDecays.error / kaonDecays.value).toBeCloseTo(Math.hypot(0.03, 105 / 10975), 10);
  });

  it('lists every source once and adds them in quadrature', () => {
    const { budget, singleEventSensitivity: ses } = normalise({
      ...TALK,
      acceptance: { value: 0.02, error: 0.0004 },
      signalAcceptance: { value: 0.01, error: 0.0001 },
      band: { low: 0.4, high: 0.6 },
      systematics: { trigger: 0.05 },
    });
    const of = Object.fromEntries(budget.map(({ source, relative }) => [source, relative]));
    expect(of['simulated normalisation']).toBeCloseTo(0.02, 12);
    expect(of['simulated signal']).toBeCloseTo(0.01, 12);
    expect(of['identification']).toBeCloseTo(0.2, 12);
    expect(of['trigger']).toBe(0.05);
    expect(ses.error / ses.value).toBeCloseTo(Math.hypot(...Object.values(of)), 12);
  });

  it('takes a cited number of kaon decays as it is', () => {
    const { kaonDecays, acceptanceRatio, singleEventSensitivity } = normaliseToCited({
      kaonDecays: { value: 1.33e12, error: 0.02e12 },
      signalAcceptance: { value: 0.05, error: 0 },
      band: { low: 0.05, high: 0.05 },
      systematics: {},
    });
    expect(kaonDecays).toEqual({ value: 1.33e12, error: 0.02e12 });
    expect(acceptanceRatio).toBeNull();
    expect(singleEventSensitivity.value).toBeCloseTo(1 / (1.33e12 * 0.05), 20);
  });
});
