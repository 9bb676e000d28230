import { isFixed } from '../background/background-model.ts';
import { sizeOfLimits, toyExpectedLimits } from '../cls/toy-limits.ts';
import { type CountingModel, type Counts, isUncertain, totalSignal } from '../counting-model.ts';
import { expectedLimits } from '../expected-limits.ts';
import type { LimitMethod, MethodOptions, SignalInterval } from '../limit-method.ts';
import { feldmanCousinsEnds } from '../profile/feldman-cousins-exact.ts';
import { constructionTail } from '../profile/profile-construction.ts';
import { profileLikelihood } from '../profile/profile-likelihood.ts';

/** How far above its own background an upper end looks for a higher one, and in which steps. */
const LARGER_BACKGROUNDS = 1.2;
const BACKGROUND_STEP = 0.02;

const WHY_DIFFERENT =
  'With an error of background or efficiency this differs from the published tables: the error spreads the counts of the ' +
  'construction, which smooths their steps, and upper ends are not raised to fall with the background. A small error can ' +
  'therefore even give a lower upper end than none.';

/** Unified intervals of Feldman and Cousins. */
const feldmanCousins: LimitMethod = {
  title: 'Feldman–Cousins unified interval',
  references: [
    'G. J. Feldman and R. D. Cousins, Phys. Rev. D 57 (1998) 3873, physics/9711021',
    'B. Sen, M. Walker and M. Woodroofe, Statistica Sinica 19 (2009) 301 (profile construction)',
  ],
  conventions: [
    'Neyman construction with counts ranked by the likelihood ratio to the best s ≥ 0; the interval may be two-sided.',
    'Exact background: upper ends raised so that they fall with the background, as in the published tables (option).',
    'Background or efficiency errors: profile construction, the nuisance parameters at their best values at each s.',
    'With fewer events than background the limit becomes strict: quote the expected limit too.',
  ],
  prepare(model, level, options) {
    const [channel] = model.channels;
    if (!isExact(model)) return (counts) => constructed(model, counts, level, options);
    const b = channel.background.value;
    const unit = channel.signal ?? 1;
    return ([n]) => {
      const { lower, upper } = feldmanCousinsEnds(n, b, level);
      let raised = upper;
      if (options.monotoneInBackground && b > 0) {
        for (let more = BACKGROUND_STEP; more <= LARGER_BACKGROUNDS; more += BACKGROUND_STEP)
          raised = Math.max(raised, feldmanCousinsEnds(n, b + more, level).upper);
      }
      const notes =
        raised > upper * 1.001 ? [`Upper end raised from ${upper.toPrecision(4)} to fall with the background.`] : [];
      return { lower: lower / unit, upper: raised / unit, notes };
    };
  },
  expected(model, level, options) {
    const likelihood = profileLikelihood(model);
    if (likelihood.channels === 1 && likelihood.nuisances <= 1) {
      const interval = feldmanCousins.prepare(model, level, options);
      // With a background error an interval takes some hundredths of a second.
      return expectedLimits(model, (counts) => interval(counts).upper, likelihood.nuisances === 0 ? undefined : 14);
    }
    return toyExpectedLimits(likelihood, level, options, false, sizeOfLimits(likelihood, totalSignal(model)));
  },
};

function isExact({ channels, efficiency }: CountingModel): boolean {
  return (
    channels.length === 1 &&
    isFixed(channels[0].background) &&
    !isUncertain(channels[0].efficiency) &&
    !isUncertain(efficiency)
  );
}

/** The interval by profile construction: where P(t ≥ t_observed) is above 1 − level, looked for outwards from ŝ. */
function constructed(model: CountingModel, counts: Counts, level: number, options: MethodOptions): SignalInterval {
  const likelihood = profileLikelihood(model);
  const accepted = (s: number): boolean => constructionTail(likelihood, s, counts, options) > 1 - level;
  const aux = new Float64Array(likelihood.nuisances);
  const best = likelihood.best(counts, aux).s;
  const unit = totalSignal(model);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const width = (0.5 * (1 + Math.sqrt(total))) / unit;
  const edge = (inside: number, outside: number): number => {
    for (let i = 0; i < 13; i++) {
      const middle = 0.5 * (inside + outside);
      if (accepted(middle)) inside = middle;
      else outside = middle;
    }
    return 0.5 * (inside + outside);
  };
  let inside = best;
  let outside = best + width;
  // The tail goes up and down with the discreteness of counts: two rejections in a row end the search.
  for (let rejected = 0, s = outside; rejected < 2; s += width) {
    if (accepted(s)) {
      inside = s;
      rejected = 0;
    } else {
      if (rejected === 0) outside = s;
      rejected += 1;
    }
  }
  if (outside < inside) outside = inside + width;
  const upper = edge(inside, outside);
  const lower = best === 0 || accepted(0) ? 0 : edge(best, 0);
  const notes: string[] =
    likelihood.channels === 1 && likelihood.nuisances <= 1
      ? []
      : [`Profile construction by ${options.toys} pseudo-experiments per tested signal.`];
  notes.push(WHY_DIFFERENT);
  return { lower, upper, notes };
}

export default feldmanCousins;
