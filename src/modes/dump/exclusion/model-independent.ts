import { contourRings, type Ring } from '../../../interpretation/contour-rings.ts';
import { exp, log } from '../../../math/elementary.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import { type BeautyDecay, beautyFraction, beautyMechanism } from '../../../physics/production/beauty-decays.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { DumpSearchDocument } from '../../../search/dump-search.ts';
import { checkRescaling, type RescaleOptions } from '../chain/expected-events.ts';
import { MassCurve } from '../chain/mass-curve.ts';
import { type DumpYields, searchAlone, simulateDumpYields } from '../chain/yields.ts';
import { allowedSignal } from './count-limits.ts';
import { eventsAtMass } from './counts-at-mass.ts';
import type { GridTable } from './grid-tables.ts';
import { type LifetimeImprovement, lifetimeImprovement } from './lifetime-improvement.ts';
import type { LifetimeMap } from './lifetime-map.ts';

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
    const allowed = allowedFor(eventsAtMass(search, point, 0));
    const events = new MassCurve(yields, 0, point, options).yieldAtLifetime;
    return lifetimes.map((ctau) => {
      const found = events(log(ctau / point.mass));
      return found > 0 ? allowed / found : null;
    });
  });
  return {
    search: search.id,
    product: options.branching === undefined ? yields.model.id : `${yields.model.coupling.symbol}² · BR`,
    cl: level,
    masses: yields.points.map(({ mass }) => mass),
    lifetimes,
    limits,
    assumptions: [...yields.model.assumptions, 'Limits above 1 exclude nothing; they are printed to show the shape.'],
  };
}

/** Limits of several searches over mass and lifetime, and what they exclude for one size of the product. */
export interface LifetimeExclusion {
  readonly model: string;
  readonly searches: readonly string[];
  readonly protons: number;
  readonly maps: readonly LifetimeMap[];
  /** Where the first map goes beyond those of earlier searches; null when none were given. */
  readonly new: LifetimeImprovement | null;
  /** Rings in (mass, cτ), one contour per search; none without a size of the product. */
  readonly contours: readonly {
    readonly cl: number;
    readonly kind: 'observed';
    readonly search: string;
    readonly production: string;
    readonly branching: number;
    readonly rings: readonly Ring[];
  }[];
  readonly units: { readonly mass: 'GeV'; readonly lifetime: 'm'; readonly limit: string };
  readonly assumptions: readonly string[];
}

/**
 * Maps of each search, and contours where a product of the size `branching` is excluded. For a model of its own the
 * product is coupling² × the branching fraction to what the search sees. The last `earlier` searches are earlier ones:
 * their maps are taken away from that of the first. InvalidInput for a `branching` that is none.
 */
export function excludeLifetimes(
  yields: DumpYields,
  lifetimes: readonly number[],
  branching: number | undefined,
  options: RescaleOptions = {},
  earlier = 0,
): LifetimeExclusion {
  const { model, setups } = yields;
  checkRescaling({ ...options, ...(branching === undefined ? {} : { branching }) });
  const production = options.production ?? model.defaultProduction;
  const probe = model.coupling.symbol === '1';
  const all = setups.map((_, i) =>
    lifetimeMap(searchAlone(yields, i), lifetimes, probe ? options : { ...options, branching: 1 }),
  );
  const maps = all.slice(0, setups.length - earlier);
  const contours =
    branching === undefined
      ? []
      : maps.map((map) => {
          const field = map.limits.flatMap((row) =>
            row.map((limit) => (limit === null ? -60 : Math.max(-60, log(branching / limit)))),
          );
          const rings = contourRings(
            map.masses.map((mass) => log(mass)),
            lifetimes.map((ctau) => log(ctau)),
            field,
          ).map((ring) => ring.map(([m, t]): [number, number] => [exp(m), exp(t)]));
          return { cl: map.cl, kind: 'observed' as const, search: map.search, production, branching, rings };
        });
  return {
    model: model.id,
    searches: maps.map(({ search }) => search),
    protons: options.protons ?? setups[0].experiment.beam.protons.value,
    maps,
    new: earlier === 0 ? null : lifetimeImprovement(maps[0], all.slice(maps.length)),
    contours,
    units: { mass: 'GeV', lifetime: 'm', limit: maps[0].product },
    assumptions: [`Production: ${model.productions[production].title}.`, ...maps[0].assumptions],
  };
}

/** The maps as one table. */
export function lifetimeTable({ maps }: LifetimeExclusion): GridTable {
  const [{ masses, lifetimes }] = maps;
  return {
    columns: ['mass_GeV', 'ctau_m', ...maps.map(({ search }) => `limit_${search}`)],
    rows: masses.flatMap((mass, i) => lifetimes.map((ctau, j) => [mass, ctau, ...maps.map((map) => map.limits[i][j])])),
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
