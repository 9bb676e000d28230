import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import type { SearchDocument } from '../../../search/kaon-search.ts';
import { planRun } from '../plan.ts';
import { redoOf } from '../redo.ts';
import type { RunPlan } from '../run-plan.ts';
import { openEngine } from './engine.ts';
import { eventsOf } from './events-of.ts';
import { keepingEngine } from './keeping-engine.ts';

const munuee = searches['kaon-munuee'] as SearchDocument;
const fit = searches['kaon-pimumu'] as SearchDocument;
const planOf = (search: SearchDocument, ...settings: string[]) => planRun(search, { events: 3000, seed: 5, settings });

/** Sums of every sample by an engine. */
const sumsOf = (plan: RunPlan, engine = openEngine(plan)) =>
  plan.samples.map((_, sample) => engine.simulateBlock(sample, 0) as Float64Array);

const moved = [
  'selection.cuts.missing momentum.below=71GeV',
  'regions.signal.0=-0.0035GeV^2,-0.0005GeV^2',
  'experiment.triggers.multiTrack.downscaling.value=50',
];

describe('kept candidates', () => {
  it.each<[string, SearchDocument, readonly string[]]>([
    ['a search with several readings, after a cut, a region and a trigger line moved', munuee, moved],
    ['a search with templates, after a cut moved', fit, ['selection.cuts.track momenta above 5 GeV.above=8GeV']],
  ])('give the bits of a fresh run: %s', (_, search, settings) => {
    const [before, after] = [planOf(search), planOf(search, ...settings)];
    const open = keepingEngine();
    expect(sumsOf(before, open(before))).toEqual(sumsOf(before));
    expect(redoOf(before, after)).toBe('tally');
    expect(sumsOf(after, open(after))).toEqual(sumsOf(after));
    // And back again: tallying leaves the candidates as they were.
    expect(sumsOf(before, open(before))).toEqual(sumsOf(before));
  });

  it('cost what a change of the plan reaches', () => {
    const before = planOf(munuee);
    const redo = (...settings: string[]) => redoOf(before, planOf(munuee, ...settings));
    expect(redo()).toBe('nothing');
    expect(redo('normalisation.observed.value=1e5')).toBe('nothing');
    expect(redo('selection.cuts.missing momentum.below=71GeV')).toBe('tally');
    expect(redo('experiment.detector.trackEfficiency.value=0.9')).toBe('candidates');
    expect(redo('experiment.beam.momentum.value=74GeV')).toBe('decays');
    expect(redoOf(before, planRun(munuee, { events: 3000, seed: 6 }))).toBe('decays');
  });
});

describe('single events', () => {
  it('are those of the run: weights, readings and fates add up to its sums', () => {
    const plan = planOf(munuee);
    const [signal] = sumsOf(plan);
    const events = eventsOf(plan, 'signal', 0, 3000);
    expect(events).toHaveLength(3000);
    const read = events.flatMap(({ readings }) => readings);
    expect(read.length).toBe(signal[3]);
    const triggered = read.reduce((sum, { weight, trigger }) => sum + weight * trigger, 0);
    expect(triggered / signal[7]).toBeCloseTo(1, 9);
    const last = 3 + 3 * (2 + Object.keys(plan.search.selection.cuts).length);
    const selected = read.filter((one) => one.selected && one.trigger > 0 && one.vetoSilent > 0);
    expect(selected.length).toBe(signal[last]);
  });

  it('have the weights that the run adds up, where amplitudes do not wait', () => {
    const plan = planOf(fit);
    const generated = eventsOf(plan, 'signal', 0, 3000).reduce((sum, { weight }) => sum + weight, 0);
    expect(generated / sumsOf(plan)[0][1]).toBeCloseTo(1, 9);
  });

  it('are the same from wherever one starts', () => {
    const plan = planOf(munuee);
    expect(eventsOf(plan, 'signal', 1500, 3)).toEqual(eventsOf(plan, 'signal', 0, 3000).slice(1500, 1503));
    expect(() => eventsOf(plan, 'singal', 0, 1)).toThrow(/signal/);
    expect(() => eventsOf(plan, 'signal', 3000, 1)).toThrow(/0 to 2999/);
  });
});
