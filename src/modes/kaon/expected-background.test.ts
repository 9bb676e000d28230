import { describe, expect, it } from 'vitest';
import kaonMunuee from '../../../searches/kaon-munuee.ts';
import kaonPinunu from '../../../searches/kaon-pinunu.ts';
import type { BackgroundYield } from '../../stages/background/background-yield.ts';
import { backgroundInRegion, errorOfSeen, expectedBackground, spreadCited } from './expected-background.ts';
import { planRun } from './plan.ts';

const source = (more: Partial<BackgroundYield>): BackgroundYield => ({
  name: 'a source',
  value: 3,
  error: 0.3,
  candidates: 100,
  low: 2,
  high: 4,
  upperLimit: null,
  role: 'computed',
  ...more,
});
const cited = source({ role: 'input', low: 3, high: 3, candidates: 0 });
const unseen = source({ value: 0, error: 0, low: 0, high: 0, candidates: 0, upperLimit: 7 });
const pinunu = planRun(kaonPinunu, { events: 1000 });

describe('expectedBackground', () => {
  it('has simulation, band and what was not seen in its error', () => {
    const total = expectedBackground([source({}), unseen]);
    expect(total.value).toBe(3);
    expect(total.error).toBeCloseTo(Math.hypot(0.3, 1, 7), 12);
    expect(errorOfSeen(total)).toBeCloseTo(Math.hypot(0.3, 1), 12);
    expect(total.role).toBe('computed');
  });

  it('is an input where every source is one', () => {
    expect(expectedBackground([cited, cited]).role).toBe('input');
    expect(expectedBackground([cited, source({})]).role).toBe('computed');
    expect(expectedBackground([]).role).toBe('computed');
  });
});

describe('backgroundInRegion', () => {
  it('gives no zero where nothing is simulated', () => {
    expect(backgroundInRegion(pinunu, 'R1', [], [cited])).toMatchObject({ expected: null });
    const outside = Object.keys(kaonPinunu.regions).find((name) => name !== 'R1' && name !== 'R2') as string;
    expect(backgroundInRegion(pinunu, outside, [], [cited])).toMatchObject({ expected: null });
  });

  it('adds simulated and published numbers in the only signal region', () => {
    const plan = planRun(kaonMunuee, { events: 1000 });
    expect(backgroundInRegion(plan, 'signal', [source({})], [cited]).expected?.value).toBe(6);
    expect(backgroundInRegion(plan, 'signal', [source({})], []).expected?.value).toBe(3);
  });
});

it('spreads published backgrounds over the signal regions, all of them and nothing elsewhere', () => {
  const axes = kaonPinunu.discriminant;
  const bins = axes.reduce((product, axis) => product * axis.bins, 1);
  const expected = new Float64Array(bins);
  spreadCited(pinunu, [cited, cited], expected);
  expect(expected.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 12);
  const filled = [...expected].filter((value) => value > 0);
  expect(filled.length).toBeLessThan(bins);
  expect(new Set(filled.map((value) => value.toPrecision(10))).size).toBe(1);
});
