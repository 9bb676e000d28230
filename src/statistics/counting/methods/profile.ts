import { exp, log } from '../../../math/elementary.ts';
import { integrateFixed } from '../../../math/quadrature.ts';
import { rootAbove } from '../../../math/roots.ts';
import { normalCdf, normalPdf } from '../../../math/special/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { type CountingModel, totalSignal } from '../counting-model.ts';
import type { ExpectedLimits, LimitMethod } from '../limit-method.ts';
import { profileLikelihood } from '../profile/profile-likelihood.ts';
import type { ProfileLikelihood } from '../profile/profile-likelihood-contract.ts';

/** Expected counts without signal, and the nuisance parameters there, as data that fit themselves. */
function asimov(likelihood: ProfileLikelihood, z: Float64Array): Float64Array {
  const counts = new Float64Array(likelihood.channels);
  likelihood.means(0, z, counts);
  return counts;
}

function solved(cls: (s: number) => number, level: number, step: number): number {
  const found = rootAbove((s) => log(Math.max(1e-300, cls(s)) / (1 - level)), {
    step,
    limit: 1e12 * step,
    tolerance: 1e-10,
  });
  if (!found.found) throw new InvalidInput('sesError', `no finite upper limit at level ${level}: ${found.reason}.`);
  return found.root;
}

function firstStep(model: CountingModel, counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  return (1 + Math.sqrt(total)) / totalSignal(model);
}

/** Φ(−a)/Φ(−b) for a ≥ b ≥ 0; far out, where both are too small for a double, by their leading terms. */
function tailRatio(a: number, b: number): number {
  return b < 30 ? normalCdf(-a) / normalCdf(-b) : (b / a) * exp(0.5 * (b - a) * (b + a));
}

/** CLs from the asymptotic distributions of the profile likelihood ratio q̃. */
const profile: LimitMethod = {
  title: 'CLs, asymptotic profile likelihood',
  references: ['G. Cowan, K. Cranmer, E. Gross and O. Vitells, Eur. Phys. J. C 71 (2011) 1554, arXiv:1007.1727'],
  conventions: [
    'Upper limit where CLs of the statistic q̃, in its large-sample form, falls to 1 − level.',
    'Nuisance parameters are profiled, each with a unit Gaussian constraint.',
    'For few events the true limit is 25–40 % higher: do not use it below about ten events.',
  ],
  prepare(model, level) {
    const likelihood = profileLikelihood(model);
    const aux = new Float64Array(likelihood.nuisances);
    return (counts) => {
      const best = likelihood.best(counts, aux);
      const z = new Float64Array(likelihood.nuisances);
      likelihood.at(0, counts, aux, z);
      const data = asimov(likelihood, z);
      const least = likelihood.at(0, data, z);
      const cls = (s: number): number => {
        const q = best.s > s ? 0 : Math.max(0, 2 * (likelihood.at(s, counts, aux) - best.value));
        const qa = Math.max(1e-300, 2 * (likelihood.at(s, data, z) - least));
        const root = Math.sqrt(qa);
        if (q <= qa) return normalCdf(-Math.sqrt(q)) / normalCdf(root - Math.sqrt(q));
        return tailRatio((q + qa) / (2 * root), (q - qa) / (2 * root));
      };
      const few = counts.reduce((sum, n) => sum + n, 0) < 10;
      return {
        lower: 0,
        upper: solved(cls, level, firstStep(model, counts)),
        notes: few ? ['Fewer than ten events: the asymptotic form is not valid here; the exact limit is higher.'] : [],
      };
    };
  },
  expected(model, level): ExpectedLimits {
    const likelihood = profileLikelihood(model);
    const aux = new Float64Array(likelihood.nuisances);
    const data = asimov(likelihood, aux);
    const least = likelihood.at(0, data, aux);
    const step = firstStep(model, data);
    const limit = (deviations: number): number =>
      solved(
        (s) => {
          const root = Math.sqrt(Math.max(0, 2 * (likelihood.at(s, data, aux) - least)));
          return normalCdf(deviations - root) / normalCdf(deviations);
        },
        level,
        step,
      );
    const bands = [-2, -1, 0, 1, 2].map(limit) as unknown as ExpectedLimits['bands'];
    const mean = integrateFixed((x) => normalPdf(x) * limit(x), -5, 5, 20) / integrateFixed(normalPdf, -5, 5, 20);
    return { bands, mean, notes: [] };
  },
};

export default profile;
