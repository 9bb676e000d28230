import { InvalidInput } from '../../schema/index.ts';
import type { ScanHypothesis } from './counting-scan.ts';
import { type GlobalExcess, globalExcess } from './global-excess.ts';
import type { MassPairs } from './mass-hypotheses.ts';
import { runScanToys, type ScanToy, type ScanToys } from './scan-toys.ts';

/** Background-only toys for the global p-value. */
export interface LookElsewhere {
  readonly seed: number;
  /** Default 1000 (200 where every toy is fitted). */
  readonly toys?: number;
  /** Toys of the same scan and seed made before, in parts elsewhere say; then none are made here. */
  readonly made?: ScanToys;
}

/** Which toys of a set to make: those from `first` on. */
export interface ToyPart {
  readonly seed: number;
  readonly toys: number;
  readonly first?: number;
}

/** A scan without its toys. */
export interface PreparedScan {
  readonly method: 'window' | 'shape';
  readonly level: number;
  readonly quantity: 'branchingRatio' | 'signalEvents';
  readonly hypotheses: readonly ScanHypothesis[];
  readonly notes: readonly string[];
  readonly pairs?: MassPairs;
  readonly standardToys: number;
  /** Sets up the background-only scan of a toy. */
  readonly toy: () => ScanToy;
}

/** The result of a scan. */
export interface PeakScan {
  readonly method: 'window' | 'shape';
  readonly level: number;
  /** What `observed` and `expected` are: a branching fraction, or signal events where no SES was given. */
  readonly quantity: 'branchingRatio' | 'signalEvents';
  readonly hypotheses: readonly ScanHypothesis[];
  /** null while blind or when it was not asked for. */
  readonly global: GlobalExcess | null;
  readonly notes: readonly string[];
}

/** Makes a part of a scan's toys; every toy depends on the seed and its index alone. */
export function toysOf({ hypotheses, pairs, toy }: PreparedScan, part: ToyPart): ScanToys {
  return runScanToys(hypotheses.length, toy(), { ...part, ...(pairs === undefined ? {} : { pairs }) });
}

/** Finishes a scan with its global p-value where one was asked for and the data are open. */
export function finishScan(scan: PreparedScan, lookElsewhere: LookElsewhere | null): PeakScan {
  const { method, level, quantity, hypotheses, notes, pairs, standardToys } = scan;
  const open = hypotheses.every((hypothesis) => hypothesis.localP !== null);
  let global: GlobalExcess | null = null;
  if (lookElsewhere !== null && open) {
    const { seed, toys = standardToys, made } = lookElsewhere;
    if (made?.maxima.length === 0) throw new InvalidInput('lookElsewhere.made', 'holds no toys');
    global = globalExcess(hypotheses, made ?? toysOf(scan, { seed, toys }), pairs);
  }
  return { method, level, quantity, hypotheses, global, notes };
}
