import { InvalidInput } from '../../../schema/index.ts';
import { toyCls } from '../cls/toy-cls.ts';
import { sizeOfLimits, toyExpectedLimits } from '../cls/toy-limits.ts';
import { totalSignal } from '../counting-model.ts';
import type { ExpectedLimits, LimitMethod } from '../limit-method.ts';
import { profileLikelihood } from '../profile/profile-likelihood.ts';

/** The s where CLs falls through 1 − level, by bisection: CLs of finite toys goes down in steps. */
function crossing(cls: (s: number) => number, level: number, step: number): number {
  let low = 0;
  let high = step;
  for (; cls(high) > 1 - level; high *= 2) {
    low = high;
    if (high > 1e9 * step) throw new InvalidInput('sesError', `no finite upper limit at level ${level} by toys.`);
  }
  for (let i = 0; i < 14 && high - low > 1e-4 * high; i++) {
    const middle = 0.5 * (low + high);
    if (cls(middle) > 1 - level) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** CLs by pseudo-experiments of the profile likelihood ratio q̃. */
const clsToys: LimitMethod = {
  title: 'CLs, pseudo-experiments of the profile likelihood ratio',
  references: [
    'G. Cowan, K. Cranmer, E. Gross and O. Vitells, Eur. Phys. J. C 71 (2011) 1554, arXiv:1007.1727',
    'ATLAS and CMS Collaborations, LHC Higgs Combination Group, ATL-PHYS-PUB-2011-11',
  ],
  conventions: [
    'Upper limit where CLs of the statistic q̃ falls to 1 − level, both tails by pseudo-experiments.',
    'Nuisance parameters are profiled to the counts at each tested signal, their constraints drawn anew.',
    'A background error lowers this limit where it raises the averaged one of method cls.',
  ],
  prepare(model, level, options) {
    requireTail(level, options.toys);
    const likelihood = profileLikelihood(model);
    const unit = totalSignal(model);
    return (counts) => {
      const total = counts.reduce((sum, n) => sum + n, 0);
      const upper = crossing((s) => toyCls(likelihood, s, counts, options).cls, level, (2 + Math.sqrt(total)) / unit);
      return { lower: 0, upper, notes: [accuracy(level, options.toys)] };
    };
  },
  expected(model, level, options): ExpectedLimits {
    const likelihood = profileLikelihood(model);
    return toyExpectedLimits(likelihood, level, options, true, sizeOfLimits(likelihood, totalSignal(model)));
  },
};

function requireTail(level: number, toys: number): void {
  if ((1 - level) * toys < 10)
    throw new InvalidInput(
      'toys',
      `found ${toys}, at level ${level} at least ${Math.ceil(10 / (1 - level))} are needed.`,
    );
}

function accuracy(level: number, toys: number): string {
  const percent = 100 * Math.sqrt(level / ((1 - level) * toys));
  return `${toys} pseudo-experiments per ensemble: CLs at the limit is known to about ${percent.toFixed(1)} %.`;
}

export default clsToys;
