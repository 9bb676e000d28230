import { exp, log } from '../../math/elementary.ts';
import { HBAR_C } from '../../units/index.ts';
import { decayTable } from './decay-table.ts';
import { thresholdOf } from './final-state.ts';
import type { HiddenModel, Widths } from './hidden-model.ts';

export interface ContractOptions {
  /** Masses at which the model is looked at, in equal ratios over its range; besides its thresholds. */
  readonly masses?: number;
  /** Largest jump of a partial width, relative to the total. */
  readonly jump?: number;
}

const STEP = 1e-7;

/**
 * Everything in which the widths of a model break the contract of hidden particles, in sentences; none for a sound one.
 * No partial width below the threshold of its state, none negative or not finite, the total is their sum, lifetime ×
 * width = ħ, fractions add to 1, and widths are continuous in mass, at the thresholds of the states above all. Masses
 * for which the model says that it has no answer are passed over.
 */
export function contractFaults(model: HiddenModel, { masses = 60, jump = 1e-3 }: ContractOptions = {}): string[] {
  const faults: string[] = [];
  const { min, max } = model.masses;
  const grid = Array.from({ length: masses }, (_, i) => min * exp((log(max / min) * (i + 0.5)) / masses));
  const states = new Set<string>();
  for (const mass of grid) {
    const widths = model.widths(mass);
    if (!widths.valid) continue;
    for (const state of Object.keys(widths.partial)) states.add(state);
    faults.push(...faultsAt(model, mass, widths));
  }
  const thresholds = new Set([...states].map((state) => thresholdOf(state)).filter((m) => m > min && m < max));
  for (const at of [...thresholds, ...grid]) {
    const wide = changesAround(model, at, STEP);
    const narrow = changesAround(model, at, STEP / 10000);
    for (const mass of [at * (1 - STEP), at * (1 + STEP)]) {
      const widths = model.widths(mass);
      if (widths.valid) faults.push(...faultsAt(model, mass, widths));
    }
    // However steep, a continuous width changes less over a shorter step: phase space as its square root.
    for (const [state, change] of narrow)
      if (change > jump && change > 0.5 * (wide.get(state) ?? 0))
        faults.push(`${model.id}: the width of ${state} jumps at ${at} GeV by ${change} of the total`);
  }
  return faults;
}

/** Changes of the partial widths between mass·(1 − step) and mass·(1 + step), over the larger total. */
function changesAround(model: HiddenModel, mass: number, step: number): Map<string, number> {
  const below = model.widths(mass * (1 - step));
  const above = model.widths(mass * (1 + step));
  const changes = new Map<string, number>();
  if (!below.valid || !above.valid) return changes;
  const scale = Math.max(above.total, below.total);
  for (const state of new Set([...Object.keys(below.partial), ...Object.keys(above.partial)]))
    changes.set(state, Math.abs((above.partial[state] ?? 0) - (below.partial[state] ?? 0)) / scale);
  return changes;
}

function faultsAt(model: HiddenModel, mass: number, widths: Widths): string[] {
  const faults: string[] = [];
  const at = `${model.id} at ${mass} GeV`;
  let sum = 0;
  for (const [state, width] of Object.entries(widths.partial)) {
    sum += width;
    if (!(width >= 0 && width < Number.POSITIVE_INFINITY)) faults.push(`${at}: the width of ${state} is ${width}`);
    if (width > 0 && mass < thresholdOf(state)) faults.push(`${at}: ${state} is open below its threshold`);
  }
  if (Math.abs(sum - widths.total) > 1e-12 * widths.total) faults.push(`${at}: partial widths add to ${sum}`);
  if (!(widths.total > 0)) return faults;
  const table = decayTable(model, mass, 1e-3);
  if (!table.valid) return [...faults, `${at}: widths are known, the decay table is not`];
  if (Math.abs((table.ctau * table.width) / HBAR_C - 1) > 1e-12) faults.push(`${at}: lifetime × width is not ħ`);
  const fractions = Object.values(table.branching).reduce((a, b) => a + b, 0);
  if (Math.abs(fractions - 1) > 1e-12) faults.push(`${at}: branching fractions add to ${fractions}`);
  return faults;
}
