import { describe, expect, it } from 'vitest';
import { countingWorkspace } from '../document/counting-workspace.ts';
import { feldmanCousinsInterval } from '../limits/feldman-cousins-interval.ts';
import { twoSidedInterval } from '../limits/two-sided-interval.ts';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel } from './build-model.ts';

/** A signal whose variation runs through many powers of ten: then no strength of it can be excluded. */
const wild = (lo: number) => {
  const document = countingWorkspace({ observed: 4, background: 6, backgroundError: 1 });
  document.channels[0].samples[0].modifiers.push({ name: 'wild', type: 'normsys', data: { hi: 1.2, lo } });
  return buildModel(document);
};

describe('limits and intervals where a variation is beyond all measure', () => {
  it.each([1e15, 1e21, 1e100])(
    'a factor %d downwards: finite numbers, or null with a reason',
    (lo) => {
      const model = wild(lo);
      const { observed, reason } = workspaceLimit(model);
      if (observed === null) expect(reason).toMatch(/\w/);
      else expect(Number.isFinite(observed)).toBe(true);
      for (const found of [twoSidedInterval(model), feldmanCousinsInterval(model, { toys: 10 })]) {
        if (found.interval === null) expect(found.reason).toMatch(/\w/);
        else expect(found.interval.every(Number.isFinite)).toBe(true);
      }
    },
    60_000,
  );
});
