import { normalSurvival } from '../../math/special/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { CheckedPeakScan } from './checked-peak-scan.ts';
import type { ScanHypothesis } from './counting-scan.ts';
import { LinearPoissonFit } from './linear-poisson-fit.ts';
import { fillCounts, type LocalRange, localRange, meanLegendre } from './local-range.ts';
import type { PreparedScan } from './prepared-scan.ts';
import type { ScanToy } from './scan-toys.ts';
import { type KnownShape, ShapeLikelihood } from './shape-likelihood.ts';
import type { SortedMasses } from './sorted-masses.ts';
import { densityToy, simulatedToy } from './toy-spectrum.ts';

/** The range of the shape fit on either side of the mass, in σ. */
const REACH = 6;

/** The shape method of `peakScan`. */
export function shapeScan(scan: CheckedPeakScan): PreparedScan {
  const { masses, sigmas, observed, simulated, level } = scan;
  if (!(level >= 0.5)) throw new InvalidInput('level', `${level}: the shape method needs 0.5 or more`);
  const count = masses.length;
  const reach = simulated === null ? scan.sidebands.reach : REACH;
  const densities = new Float64Array(count);
  let few = 0;
  const fits = Array.from(masses, (mass, h) => {
    const range = localRange(mass, sigmas[h], reach, scan.range);
    if (simulated !== null) return new ShapeLikelihood(range, knownShape(simulated, range, scan.relativeError));
    const events = observed!.sum(range.edges[0], range.edges[range.edges.length - 1]);
    return new ShapeLikelihood(range, Math.max(0, Math.min(scan.sidebands.degree, Math.floor(events) - 3)));
  });
  const buffers = fits.map((fit) => new Float64Array(fit.bins));
  const hypotheses = fits.map((fit, h): ScanHypothesis => {
    const counts = buffers[h];
    if (observed === null) counts.set(fit.nominal!);
    else fillCounts(observed, fit.range.edges, counts);
    const { fitted, error, significance, background } = fit.fit(counts);
    densities[h] = background.value / (4 * sigmas[h]);
    if (background.value < 10) few++;
    const limits = fit.limits(counts, level, observed === null, error, scan.sesErrors?.[h] ?? 0);
    const unit = scan.ses?.[h] ?? 1;
    const inUnit = (limit: number | null): number => {
      if (limit === null) {
        throw new InvalidInput(`masses[${h}]`, 'no finite limit: the error of the SES may be compatible with zero');
      }
      return limit * unit;
    };
    let events = 0;
    for (const n of counts) events += n;
    return {
      masses: { [scan.name]: masses[h] },
      observed: observed === null ? null : inUnit(limits.observed),
      expected: limits.expected.map(inUnit) as unknown as ScanHypothesis['expected'],
      localP: observed === null ? null : normalSurvival(significance),
      significance: observed === null ? null : significance,
      fitted: observed === null ? null : { value: fitted * unit, error: error * unit },
      events: observed === null ? null : events,
      background,
      efficiency: fit.kept,
      sensitivity: scan.ses?.[h] ?? null,
    };
  });
  const notes: string[] = [];
  if (few > 0) {
    notes.push(
      `${few} of ${count} hypotheses have fewer than ten background events within 2σ, where the asymptotic formulae of the shape method give limits that are too low; the window method is exact there.`,
    );
  }
  const toy = (): ScanToy => {
    const draw = simulated === null ? densityToy(masses, densities, scan.range) : simulatedToy(simulated);
    return (random, z) => {
      const spectrum = draw(random);
      const measured = simulated === null ? 1 : Math.max(1e-6, 1 + scan.relativeError * random.normal());
      for (let h = 0; h < count; h++) {
        fillCounts(spectrum, fits[h].range.edges, buffers[h]);
        z[h] = fits[h].fit(buffers[h], measured).significance;
      }
    };
  };
  const quantity = scan.ses === null ? 'signalEvents' : 'branchingRatio';
  return { method: 'shape', level, quantity, hypotheses, notes, standardToys: 200, toy };
}

/**
 * The simulated background near a hypothesis, smoothed by a parabola fitted to its weights, its size known to the
 * common relative error and the statistical one of the simulation there.
 */
function knownShape(simulated: SortedMasses, { edges }: LocalRange, relativeError: number): KnownShape {
  const bins = edges.length - 1;
  const [from, to] = [edges[0], edges[bins]];
  const weights = new Float64Array(bins);
  fillCounts(simulated, edges, weights);
  const sum = simulated.sum(from, to);
  if (!(sum > 0)) {
    throw new InvalidInput('background', `no simulated event lies between ${from} and ${to}; use the window method`);
  }
  const statistical = simulated.squares(from, to) / (sum * sum);
  const entries = 1 / statistical;
  const degree = Math.max(0, Math.min(2, Math.floor(entries) - 3));
  const fit = new LinearPoissonFit(degree + 1, bins);
  for (let k = 0; k <= degree; k++) {
    for (let i = 0; i < bins; i++) {
      fit.rows[k * bins + i] = meanLegendre(k, edges[i], edges[i + 1], 0.5 * (from + to), 0.5 * (to - from));
    }
  }
  fit.theta[0] = sum / bins;
  fit.minimise(weights);
  return {
    contents: Float64Array.from(fit.means),
    relativeError: Math.sqrt(relativeError * relativeError + statistical),
  };
}
