import { describe, expect, it } from 'vitest';
import { countingLimit } from './counting/counting-limit.ts';
import type { ModifierDocument, SampleDocument } from './histfactory/document/workspace-document.ts';
import {
  buildModel,
  discovery,
  goodnessOfFit,
  type HistFactoryModel,
  workspaceCls,
  workspaceFit,
  workspaceLimit,
} from './histfactory/index.ts';
import { significance } from './significance/significance.ts';

const mu: ModifierDocument = { name: 'mu', type: 'normfactor', data: null };
const sample = (name: string, data: number[], ...modifiers: ModifierDocument[]): SampleDocument => ({
  name,
  data,
  modifiers,
});
const model = (observed: number[], ...samples: SampleDocument[]): HistFactoryModel =>
  buildModel({
    version: '1.0.0',
    channels: [{ name: 'c', samples }],
    observations: [{ name: 'c', data: observed }],
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
  });

// Each number was worked out without this program: closed forms, or the likelihood written out with numpy and minimised
// with Minuit and Nelder–Mead, or Poisson sums averaged by 400 Gauss–Legendre points of scipy.
describe('counts', () => {
  it('closed forms', () => {
    expect(countingLimit({ observed: 5, background: 0 }).signalEvents.observed).toBeCloseTo(9.274673893351626, 8);
    expect(significance({ observed: 3, onOff: { off: 0, tau: 5 } }).p).toBeCloseTo((1 / 6) ** 3, 14);
    expect(significance({ observed: 1_000_000, background: 995_000 }).p / 2.749580359270071e-7).toBeCloseTo(1, 8);
    expect(significance({ observed: 1, background: 0 })).toMatchObject({ p: 0, oneSided: null });
  });

  it.each([
    [{ observed: 3, background: 1, backgroundError: 0.5, level: 0.999 }, 12.160703525298567],
    [{ observed: 3, background: 0.001, backgroundError: 10 }, 5.18805620068793],
    [{ observed: 1_000_000, background: 1_000_000, backgroundError: 10_000 }, 16531.19455153189],
    [{ observed: 10, background: 10, backgroundError: 3, level: 0.95 }, 9.947154172857367],
    [{ observed: 10, background: 10, backgroundError: 3, level: 0.95, ses: 1, sesError: 0.3 }, 12.238770788909786],
    [{ observed: 40_000, background: 40_000, backgroundError: 1000, level: 0.95 }, 1999.4794974706751],
  ])('%j', (input, right) => {
    expect(countingLimit({ ...input, expected: false }).signalEvents.observed! / right).toBeCloseTo(1, 6);
  });
});

describe('workspaces', () => {
  const shape: ModifierDocument = { name: 'u', type: 'shapesys', data: [5] };

  it('limits and CLs', () => {
    const wide = model([55], sample('s', [5], mu), sample('b', [50], shape));
    expect(workspaceLimit(wide, { level: 0.999 }).expected[4]! / 10.180321429367394).toBeCloseTo(1, 6);
    const falling: ModifierDocument = { name: 'u', type: 'histosys', data: { hi_data: [12, 25], lo_data: [8, -5] } };
    const negative = model([12, 14], sample('s', [3, 1], mu), sample('b', [10, 10], falling));
    expect(workspaceCls(negative, 2).observed! / 0.2081504697189462).toBeCloseTo(1, 6);
    const tiny = model([50], sample('s', [1e-6], mu), sample('b', [50], shape));
    expect(workspaceCls(tiny, 1).observed).toBeCloseTo(0.9999999078682268, 6);
  });

  it('goodness, discovery by toys with an error, Asimov significance', () => {
    const flat = model([55, 70, 70], sample('s', [5, 10, 15], mu), sample('b', [50, 60, 70]));
    expect(goodnessOfFit(flat).p! / 0.5483023299801388).toBeCloseTo(1, 6);
    const few = model([2], sample('s', [1], mu), sample('b', [0.5]));
    const { p, pError } = discovery(few, { toys: 100_000 });
    // P(N ≥ 2 | 0.5), within 5.3 standard errors: false alarm 1e-7.
    expect(Math.abs(p! - 0.09020401043104986)).toBeLessThan(5.3 * pError!);
    expect(pError).toBeCloseTo(Math.sqrt((0.0902 * 0.9098) / 1e5), 4);
    const asimov = model([20], sample('s', [10], mu), sample('b', [20]));
    expect(discovery(asimov).expectedAtOne).toBeCloseTo(2.0803621046562695, 7);
    expect(workspaceFit(asimov).parameters[0].value).toBeCloseTo(0, 9);
  });
});
