import { rootAbove } from '../../../math/roots.ts';
import { chiSquareQuantile } from '../../../math/special/index.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { LimitMethod } from '../limit-method.ts';
import { profileLikelihood } from '../profile/profile-likelihood.ts';
import { countTerm } from '../profile/profile-one-channel.ts';

/** The profile-likelihood interval of Rolke, López and Conrad. */
const rolke: LimitMethod = {
  title: 'Rolke–López–Conrad profile likelihood',
  references: [
    'W. A. Rolke, A. M. López and J. Conrad, Nucl. Instrum. Meth. A 551 (2005) 493, physics/0403059',
    'J. Lundberg, J. Conrad, W. Rolke and A. López, Comput. Phys. Commun. 181 (2010) 683, arXiv:0907.3450',
  ],
  conventions: [
    'Interval where −2 ln(profile likelihood ratio) is below the level quantile of χ² with one degree of freedom.',
    'It is two-sided: its upper end at 90 % is, for many events, a one-sided bound at 95 %.',
    'No events: the upper end is extrapolated, 2 U(1) − U(2). An upper end below zero: the count is raised until it is not.',
  ],
  prepare(model, level, { bounded }) {
    if (model.channels.length > 1)
      throw new InvalidInput(
        'method',
        `'rolke' takes one channel, found ${model.channels.length}; use 'profile' or 'cls'.`,
      );
    const likelihood = profileLikelihood(model);
    const threshold = 0.5 * chiSquareQuantile(level, 1);
    const aux = new Float64Array(likelihood.nuisances);
    const unit = model.channels[0].signal ?? 1;
    const center = new Float64Array(1);
    likelihood.means(0, aux, center);
    /** ŝ may be negative: with it the likelihood is that of a mean n, unless only s ≥ 0 is allowed. */
    const least = (n: number): number => (bounded && n < center[0] ? likelihood.at(0, [n], aux) : countTerm(n, n));
    const upper = (n: number): number | null => {
      const target = least(n) + threshold;
      const from = Math.max(0, (n - center[0]) / unit);
      const rise = (s: number): number => likelihood.at(s, [n], aux) - target;
      if (rise(from) > 0) return null;
      const found = rootAbove(rise, { low: from, step: (1 + Math.sqrt(n)) / unit, limit: from + 1e12 / unit });
      if (!found.found) throw new InvalidInput('sesError', `no finite upper end at level ${level}: ${found.reason}.`);
      return found.root;
    };
    return ([n]) => {
      const notes: string[] = [];
      let raised = n;
      let end: number | null = null;
      for (; end === null || end <= 0; raised++) {
        if (raised === 0) {
          const one = upper(1);
          const two = upper(2);
          end = one === null || two === null ? null : 2 * one - two;
        } else end = upper(raised);
        if (raised > n + 1e7) throw new InvalidInput('background', `no upper end above zero for any count near ${n}.`);
      }
      if (raised - 1 > n) notes.push(`The upper end for ${n} events is below zero; it was taken at ${raised - 1}.`);
      if (n === 0) notes.push('No events: the upper end is extrapolated from one and two events.');
      let lower = 0;
      const best = (n - center[0]) / unit;
      if (n > 0 && best > 0 && likelihood.at(0, [n], aux) > least(n) + threshold) {
        const target = least(n) + threshold;
        const fall = rootAbove((x) => likelihood.at(Math.max(0, best - x), [n], aux) - target, {
          step: 0.1 * best,
          limit: best,
        });
        lower = fall.found ? Math.max(0, best - fall.root) : 0;
      }
      return { lower, upper: end, notes };
    };
  },
};

export default rolke;
