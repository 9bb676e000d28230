import { InvalidInput } from '../../schema/index.ts';
import { HBAR_C } from '../../units/index.ts';
import { contains, type OutsideValidity, outsideValidity } from '../production/validity.ts';
import type { HiddenModel, Widths } from './hidden-model.ts';

/** How a hidden particle decays at one mass and coupling. */
export interface DecayTable {
  readonly valid: true;
  readonly mass: number;
  readonly coupling: number;
  /** Total width, GeV. */
  readonly width: number;
  /** cτ, m. */
  readonly ctau: number;
  /** By final state; they sum to 1. */
  readonly branching: Readonly<Record<string, number>>;
}

/** Sums partial widths, leaving out those that are closed. RangeError when one is negative or not finite. */
export function totalWidths(partial: Readonly<Record<string, number>>): Widths {
  const open: Record<string, number> = {};
  let total = 0;
  for (const [state, width] of Object.entries(partial)) {
    if (!(width >= 0 && width < Number.POSITIVE_INFINITY)) throw new RangeError(`width of ${state} is ${width}`);
    if (width === 0) continue;
    open[state] = width;
    total += width;
  }
  return { valid: true, total, partial: open };
}

/**
 * Width, cτ and branching fractions of a model at a mass (GeV) and coupling > 0, or why the model has no answer there.
 * InvalidInput for a coupling that is not a positive number and for a particle that has no open decay.
 */
export function decayTable(model: HiddenModel, mass: number, coupling: number): DecayTable | OutsideValidity {
  if (!(coupling > 0 && coupling < Number.POSITIVE_INFINITY))
    throw new InvalidInput(`${model.id}.coupling`, `found ${coupling}, allowed is a number above 0`);
  if (!contains(model.masses, mass))
    return outsideValidity(model.id, 'mass', mass, model.masses, 'its widths are not known there');
  const widths = model.widths(mass);
  if (!widths.valid) return widths;
  if (!(widths.total > 0)) throw new InvalidInput(model.id, `has no open decay at ${mass} GeV: its width is zero`);
  const width = widths.total * coupling * coupling;
  const branching: Record<string, number> = {};
  for (const [state, partial] of Object.entries(widths.partial)) branching[state] = partial / widths.total;
  return { valid: true, mass, coupling, width, ctau: HBAR_C / width, branching };
}
