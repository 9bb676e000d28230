import { exp, log } from '../../math/elementary.ts';
import type { HiddenModel } from '../../physics/hidden/hidden-model.ts';
import { type BeautyDecay, beautyFraction, beautyMechanism } from '../../physics/production/beauty-decays.ts';
import { InvalidInput } from '../../schema/index.ts';
import { allowedSignal } from './count-limits.ts';
import type { DumpSearchDocument } from './dump-search.ts';
import { type DumpYields, simulateDumpYields } from './dump-yields.ts';
import { MassCurve, type RescaleOptions } from './expected-events.ts';

/** Upper limits on a product of branching fractions over masses and lifetimes. */
export interface LifetimeMap {
  readonly product: string;
  readonly cl: number;
  readonly masses: readonly number[];
  /** cτ, m. */
  readonly lifetimes: readonly number[];
  /** limits[i][j] at masses[i] and lifetimes[j]; null where no event would be accepted, even with a branching fraction of 1. */
  readonly limits: readonly (readonly (number | null)[])[];
  readonly assumptions: readonly string[];
}

/** A particle of any lifetime that is made in B → K⁽*⁾X with branching fraction 1 and always decays to `state`. */
export function beautyProbe(decay: BeautyDecay, state: string): HiddenModel {
  const unit = beautyMechanism(decay, 1);
  return {
    id: `B -> ${decay} X, X -> ${state}`,
    title: `X from B → ${decay} X`,
    symbol: 'X',
    references: ['arXiv:1810.11336'],
    coupling: {
      symbol: '1',
      unit: '1',
      definition: 'none: branching fraction and lifetime are given by themselves',
      range: { min: 0.1, max: 10 },
    },
    masses: { min: 1e-3, max: 4.78 },
    widths: () => ({ valid: true, total: 1, partial: { [state]: 1 } }),
    mechanisms: [unit],
    productions: {
      unit: {
        title: `B → ${decay} X with branching fraction 1`,
        weights: (mass) => ({ [unit.id]: 1 / beautyFraction(decay, mass) }),
      },
    },
    defaultProduction: 'unit',
    assumptions: [`B mesons: χ_bb as measured, both charge states, spectrum of B⁺.`],
  };
}

/** Yields for a map: one simulated sample per mass. */
export function simulateBeautyProbe(
  search: DumpSearchDocument,
  masses: readonly number[],
  options: { events?: number; seed?: number } = {},
): DumpYields[] {
  const decays = search.modelIndependent?.decays;
  if (decays === undefined) throw new InvalidInput(search.id, 'is not read as a limit on branching fractions');
  return decays.map((decay) =>
    simulateDumpYields(beautyProbe(decay, search.pair.join(' ')), [search], masses, options),
  );
}

/** 90 % (or the search's level) CLs limits on BR(B → K⁽*⁾X)·BR(X → pair) for each mass simulated and each lifetime (m). */
export function lifetimeMap(
  yields: DumpYields,
  lifetimes: readonly number[],
  options: RescaleOptions = {},
): LifetimeMap {
  const [setup] = yields.setups;
  const { search, experiment } = setup;
  const level = search.limit.level;
  const allowedFor = allowedSignal(search, experiment.beam.protonsError.value);
  const limits = yields.points.map((point) => {
    if (point.outside !== undefined || point.searches[0].length === 0) return lifetimes.map(() => null);
    const window = search.massWindow.value * point.searches[0][0].resolution.mass;
    const observed = search.observed.events.filter(({ mass }) => Math.abs(mass.value - point.mass) < window).length;
    const allowed = allowedFor(observed);
    const events = new MassCurve(yields, 0, point, options).yieldAtLifetime;
    return lifetimes.map((ctau) => {
      const found = events(log(ctau / point.mass));
      return found > 0 ? allowed / found : null;
    });
  });
  return {
    product: yields.model.id,
    cl: level,
    masses: yields.points.map(({ mass }) => mass),
    lifetimes,
    limits,
    assumptions: [...yields.model.assumptions, 'Limits above 1 exclude nothing; they are printed to show the shape.'],
  };
}

/** `count` lifetimes cτ (m) from a to b in equal ratios. */
export function lifetimeSteps(from: number, to: number, count: number): number[] {
  if (!(from > 0 && to > from && count >= 2))
    throw new InvalidInput(
      'lifetime',
      `${from} to ${to} m in ${count} found, allowed is 0 < from < to and two or more`,
    );
  return Array.from({ length: count }, (_, i) => from * exp((log(to / from) * i) / (count - 1)));
}
