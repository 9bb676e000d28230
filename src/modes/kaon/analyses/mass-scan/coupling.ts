import { exp, log } from '../../../../math/elementary.ts';
import { hiddenParticles } from '../../../../physics/hidden/index.ts';
import type { CouplingSection, MassScan } from '../../../../search/sections/mass-scan.ts';
import { HBAR_C } from '../../../../units/index.ts';
import { relativeAcceptance } from './lifetimes.ts';
import type { ExcludedCouplings, LifetimeTable, ScannedHypothesis } from './result.ts';

const STEPS = 400;

function interpolated(xs: readonly number[], ys: readonly number[], x: number): number | null {
  for (let i = 1; i < xs.length; i++) {
    if (x < xs[i - 1] || x > xs[i]) continue;
    const t = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
    return ys[i - 1] + t * (ys[i] - ys[i - 1]);
  }
  return null;
}

/** Ranges on [from, to] (logarithmic) where a function is positive; edges by interpolation on a fine grid. */
export function positiveRanges(from: number, to: number, margin: (x: number) => number): [number, number][] {
  const ranges: [number, number][] = [];
  const step = log(to / from) / STEPS;
  const at = (i: number): number => (i === STEPS ? to : from * exp(i * step));
  let start: number | null = null;
  let [lastX, lastY] = [from, margin(from)];
  if (lastY > 0) start = from;
  for (let i = 1; i <= STEPS; i++) {
    const x = at(i);
    const y = margin(x);
    if (lastY > 0 !== y > 0) {
      const crossing = lastX * exp((log(x / lastX) * lastY) / (lastY - y));
      if (start === null) start = crossing;
      else {
        ranges.push([start, crossing]);
        start = null;
      }
    }
    [lastX, lastY] = [x, y];
  }
  if (start !== null) ranges.push([start, to]);
  return ranges;
}

/** Couplings at which production times acceptance at the lifetime of that coupling exceeds the limit for prompt decays. */
function excludedAt(
  { model, branchingFraction, from, to }: CouplingSection,
  table: LifetimeTable,
  mass: number,
  limit: number,
): [number, number][] {
  const widths = hiddenParticles[model].widths(mass);
  const produced = interpolated(branchingFraction.masses, branchingFraction.values, mass);
  if (!widths.valid || produced === null) return [];
  return positiveRanges(from, to, (coupling) => {
    const squared = coupling * coupling;
    const lifetime = HBAR_C / (widths.total * squared);
    return log((produced * squared * Math.max(1e-30, relativeAcceptance(table, mass, lifetime))) / limit);
  });
}

/** The couplings that each hypothesis of a scan in one mass excludes, expected and observed. */
export function excludedCouplings(
  section: MassScan,
  hypotheses: readonly ScannedHypothesis[],
  table: LifetimeTable | null,
): { symbol: string; unit: string; excluded: ExcludedCouplings[] } | null {
  const { coupling } = section;
  if (coupling === undefined || table === null) return null;
  const [name] = Object.keys(section.masses);
  const { symbol, unit } = hiddenParticles[coupling.model].coupling;
  const excluded = hypotheses.flatMap(({ masses, expected, observed }) => {
    if (expected === null) return [];
    const mass = masses[name];
    return [
      {
        mass,
        expected: excludedAt(coupling, table, mass, expected[2]),
        observed: observed === null ? null : excludedAt(coupling, table, mass, observed),
      },
    ];
  });
  return { symbol, unit, excluded };
}
