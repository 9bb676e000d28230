import { clsOfSeveralChannels, expectedOfSeveralChannels } from '../cls/cls-several.ts';
import { clsOfOneChannel } from '../cls/cls-single.ts';
import { solveCls } from '../cls/solve-cls.ts';
import { expectedLimits } from '../expected-limits.ts';
import type { LimitMethod } from '../limit-method.ts';

/** CLs by summation and quadrature, without pseudo-experiments. */
const cls: LimitMethod = {
  title: 'CLs, exact sums',
  references: [
    'A. L. Read, J. Phys. G 28 (2002) 2693',
    'T. Junk, Nucl. Instrum. Meth. A 434 (1999) 435',
    'R. D. Cousins and V. L. Highland, Nucl. Instrum. Meth. A 320 (1992) 331',
  ],
  conventions: [
    'Upper limit where CLs = P(as few events or fewer | s + b) / P(as few events or fewer | b) falls to 1 − level.',
    'Background and efficiency uncertainties are averaged over in numerator and denominator (Cousins and Highland).',
  ],
  prepare(model, level) {
    if (model.channels.length > 1) {
      const limit = clsOfSeveralChannels(model, level);
      return (counts) => ({ lower: 0, ...limit(counts) });
    }
    const logCls = clsOfOneChannel(model);
    const signal = model.channels[0].signal ?? 1;
    return ([n]) => ({
      lower: 0,
      upper: solveCls(logCls(n), level, (1 + Math.sqrt(n)) / signal, n > 300 ? 1e-8 : 1e-11),
      notes: [],
    });
  },
  expected(model, level, options) {
    if (model.channels.length > 1) return expectedOfSeveralChannels(model, level);
    const interval = cls.prepare(model, level, options);
    return expectedLimits(model, (counts) => interval(counts).upper);
  },
};

export default cls;
