import { log, log1p } from '../../../math/elementary.ts';
import { rootAbove } from '../../../math/roots.ts';
import { InvalidInput } from '../../../schema/index.ts';

/**
 * The s > 0 where ln CLs, decreasing from 0, has come down to ln(1 − level). `step` is a first guess of its size.
 * InvalidInput with the reason when it never does.
 */
export function solveCls(logCls: (s: number) => number, level: number, step: number, tolerance = 1e-11): number {
  const target = level > 0.5 ? log(1 - level) : log1p(-level);
  const found = rootAbove((s) => logCls(s) - target, { step, limit: 1e15 * step, tolerance });
  if (!found.found) {
    throw new InvalidInput(
      'efficiency',
      `no finite upper limit at level ${level}: ${found.reason}. The efficiency may be compatible with zero.`,
    );
  }
  return found.root;
}
