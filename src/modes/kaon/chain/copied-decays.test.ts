import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { allocateDecayBlock } from '../../../events/decay-block.ts';
import type { Cut } from '../../../stages/selection/selection.ts';
import { REGION_WIDTH } from '../../../stages/selection/tally.ts';
import { GeV } from '../../../units/index.ts';
import { planRun } from '../plan.ts';
import { COPIES, copiedDecays } from './copied-decays.ts';
import { sampleSimulation } from './sample-simulation.ts';

describe('decays in the acceptance, answered many times', () => {
  it('are taken out and come back as copies with their whole weight', () => {
    const block = allocateDecayBlock(100, [{ name: 'pi+', mass: 0.14, charge: 1 }]);
    block.weight.fill(2);
    block.vertex.z.set(Float64Array.from({ length: 100 }, (_, i) => i));
    block.count = 100;
    block.firstEvent = 1000;
    const copies = copiedDecays(block);
    copies.take([3, 7, 50, 99]);
    expect([...block.weight].filter((w) => w === 0)).toHaveLength(4);
    const seen = new Map<number, number>();
    const events = new Set<number>();
    while (copies.put()) {
      for (let row = 0; row < block.count; row++) {
        seen.set(block.vertex.z[row], (seen.get(block.vertex.z[row]) ?? 0) + block.weight[row]);
        events.add(block.firstEvent + row);
      }
    }
    expect([...seen]).toEqual([3, 7, 50, 99].map((z) => [z, 2]));
    expect(events.size).toBe(4 * COPIES);
  });

  it('give the yield of decays answered once, and show what a decay seldom does', () => {
    const BLOCKS = 16;
    const plan = planRun(searches['kaon-pi4e'], { events: 16384 * BLOCKS });
    const sample = plan.samples.filter(({ key }) => key === 'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻e⁺e⁻')[0];
    const inSignal = (drawn: typeof sample) => {
      const { simulateBlock, layout } = sampleSimulation(plan.experiment, drawn, 9);
      const sums = new Float64Array(layout.length);
      for (let block = 0; block < BLOCKS; block++) simulateBlock(block, sums);
      const at = layout.regions + layout.regionNames.indexOf('signal') * REGION_WIDTH;
      return { candidates: sums[at], mean: sums[at + 1], variance: sums[at + 2] };
    };
    // Without the veto on the π⁰ every decay in the acceptance is read: copies and single ones have the same mean.
    const { unless: _, cuts: all, ...selection } = sample.selection;
    const cuts = Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'not the π⁰'));
    const everything = { ...sample, selection: { ...selection, cuts } };
    const [copied, once] = [inSignal(everything), inSignal({ ...everything, role: 'check' })];
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(copied.mean - once.mean)).toBeLessThan(5 * Math.sqrt(copied.variance + once.variance));
    expect(copied.variance).toBeLessThan(2 * once.variance);
    // With a veto where the kaon is measured well, radiation or a hard scatter has to happen: one of hundreds of responses.
    const well: Cut = { observable: 'mass', between: [GeV(0.485), GeV(0.502)], source: 'record 0032' };
    const vetoed = { ...sample.selection, unless: { ...sample.selection.unless, 'at the kaon': well } };
    expect(inSignal({ ...sample, selection: vetoed }).candidates).toBeGreaterThan(3);
  });
});
