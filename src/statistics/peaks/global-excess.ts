import type { ScanHypothesis } from './counting-scan.ts';
import { vitellsGross } from './euler-characteristic.ts';
import { localSignificance } from './local-p-value.ts';
import { globalByToys, grossVitells } from './look-elsewhere.ts';
import type { MassPairs } from './mass-hypotheses.ts';
import type { ScanToys } from './scan-toys.ts';

/** How unusual the largest excess of a scan is, anywhere in it. Significances are one-sided. */
export interface GlobalExcess {
  /** Position of the largest excess in the scan, and what it is there. */
  readonly hypothesis: number;
  readonly masses: Readonly<Record<string, number>>;
  readonly localP: number;
  readonly localSignificance: number;
  /** By toys where at least ten of them reach the excess, else by up-crossings, whose bound is then the sharper one. */
  readonly p: number;
  readonly significance: number;
  readonly method: 'toys' | 'up-crossings';
  readonly byUpCrossings: {
    readonly p: number;
    readonly significance: number;
    /** Mean number of up-crossings (one mass) or mean Euler characteristic (two masses) of background-only toys. */
    readonly levels: readonly { readonly level: number; readonly mean: number }[];
  };
  readonly byToys: {
    readonly p: number;
    readonly error: number;
    readonly atLeast: number;
    readonly toys: number;
    /** 90 % limit on p where no toy reaches the excess. */
    readonly upperBound: number | null;
  };
}

/**
 * Global significance of the largest excess among `hypotheses` from background-only toys: directly, and by the mean
 * number of up-crossings of a low level (Gross and Vitells), in two masses by Euler characteristics (Vitells and
 * Gross). null while blind.
 */
export function globalExcess(
  hypotheses: readonly ScanHypothesis[],
  toys: ScanToys,
  pairs?: MassPairs,
): GlobalExcess | null {
  let best = -1;
  for (const [h, { significance }] of hypotheses.entries()) {
    if (significance === null) return null;
    if (best < 0 || significance > hypotheses[best].significance!) best = h;
  }
  if (best < 0) return null;
  const { masses, localP, significance } = hypotheses[best];
  const z = significance!;
  const levels = toys.levels.map(({ level, sum }) => ({ level, mean: sum / toys.maxima.length }));
  const crossed =
    pairs === undefined ? grossVitells(z, levels[0].mean, levels[0].level) : vitellsGross(z, [levels[0], levels[1]]);
  const { p, error, atLeast, upperBound } = globalByToys(z > 0 ? z * z : 0, toys.maxima);
  const method = atLeast >= 10 ? 'toys' : 'up-crossings';
  const chosen = method === 'toys' ? p : crossed.p;
  return {
    hypothesis: best,
    masses,
    localP: localP!,
    localSignificance: z,
    p: chosen,
    significance: localSignificance(chosen),
    method,
    byUpCrossings: { p: crossed.p, significance: localSignificance(crossed.p), levels },
    byToys: { p, error, atLeast, toys: toys.maxima.length, upperBound },
  };
}
