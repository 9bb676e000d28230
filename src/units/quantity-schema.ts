import * as v from 'valibot';
import {
  allowedFor,
  foundButAllowed,
  inRange,
  LARGEST,
  type NumberRange,
  number,
  type Schema,
} from '../schema/shapes.ts';
import type { Angle, Energy, Length, Quantity, Rate } from './quantity.ts';
import { type DimensionName, readQuantity, UNITS } from './quantity-text.ts';

/** How a refusal asks for a quantity. */
const EXAMPLES: Readonly<Record<DimensionName, string>> = {
  energy: `an energy: a number in GeV, or a text such as '75 GeV'`,
  'energy squared': `an energy squared: a number in GeV², or a text such as '0.01 GeV^2'`,
  length: `a length or time: a number in metres, or a text such as '3 mm' or '5 ns'`,
  angle: `an angle: a number in rad, or a text such as '1.2 mrad'`,
  rate: `a rate: a number per metre of light travel, or a text such as '45 MHz'`,
  number: 'a number',
};

/** How a bound is said after that. */
const bound = (allowed: string): string =>
  allowed === 'a number' ? '' : `, ${allowed.replace(/^a number, /, '')} in native units`;

const WIDE: NumberRange = { from: -LARGEST, to: LARGEST, allowed: 'a number' };

/**
 * A quantity of one dimension: a number in native units, or a text with its unit ('75 GeV', '3mm'), which becomes such a
 * number. Other dimensions, other texts and values outside of the range are refused.
 */
export function quantity<Q extends number>(dimension: DimensionName, range: NumberRange = WIDE): Schema<Q> {
  if (dimension === 'number') return number(range) as Schema<unknown> as Schema<Q>;
  const native = (given: unknown): number => {
    if (typeof given === 'number') return given;
    const read = typeof given === 'string' ? readQuantity(given) : undefined;
    return read?.dimension === dimension ? read.value : Number.NaN;
  };
  return v.pipe(
    v.custom<number | string>(
      (given) => inRange(native(given), range),
      (issue) => foundButAllowed(issue.input, `${EXAMPLES[dimension]}${bound(allowedFor(native(issue.input), range))}`),
    ),
    v.transform((given) => native(given) as Q),
    v.metadata({
      quantity: dimension,
      units: Object.keys(UNITS).filter((unit) => UNITS[unit].dimension === dimension),
      range,
    }),
  );
}

/** Energies and momenta beyond every accelerator, lengths and lifetimes beyond the visible universe. */
const ABOVE_ZERO: NumberRange = { from: 0, to: 1e15, open: 'from', allowed: 'above 0' };
const FROM_ZERO: NumberRange = { from: 0, to: 1e15, allowed: '0 or more' };

export const energy = quantity<Energy>('energy', FROM_ZERO);
export const positiveEnergy = quantity<Energy>('energy', ABOVE_ZERO);
export const energySquared = quantity<Quantity<'energy squared'>>('energy squared');
/** A position: either sign. */
export const position = quantity<Length>('length', { from: -1e15, to: 1e15, allowed: 'a number' });
export const length = quantity<Length>('length', FROM_ZERO);
export const positiveLength = quantity<Length>('length', { ...ABOVE_ZERO, to: 1e60 });
export const angle = quantity<Angle>('angle', { from: -3.2, to: 3.2, allowed: 'from -3.2 to 3.2' });
export const spread = quantity<Angle>('angle', { from: 0, to: 3.2, allowed: 'from 0 to 3.2' });
export const rate = quantity<Rate>('rate', FROM_ZERO);
