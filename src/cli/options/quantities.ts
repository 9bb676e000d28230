import { InvalidInput } from '../../schema/index.ts';
import { shortText } from '../../schema/value-in-words.ts';
import { type DimensionName, readQuantity, UNITS } from '../../units/quantity-text.ts';
import { readCount, readNumber } from './numbers.ts';

const EXAMPLES: Readonly<Record<DimensionName, string>> = {
  energy: '20MeV',
  'energy squared': '0.01GeV^2',
  length: '1ns or 30cm',
  angle: '1mrad',
  rate: '45MHz',
  number: '1e-3',
};

/** Beyond every accelerator and the visible universe, in native units. */
const LARGEST = 1e30;

/** Equal steps from `from` to `to`, `points` of them, in native units. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/**
 * A reader of quantities of one dimension, in native units (GeV, metres; times are lengths). It refuses a bare number,
 * saying what to type, and units of another dimension; for 'number' it refuses any unit.
 */
export function quantityOf(dimension: DimensionName): (text: string) => number {
  if (dimension === 'number') return (text) => readNumber(text);
  return (text) => {
    const quantity = readQuantity(text);
    if (quantity?.dimension === dimension) {
      if (Math.abs(quantity.value) <= LARGEST) return quantity.value;
      throw new InvalidInput(
        '',
        `found '${shortText(text)}', which is beyond all measure; needs e.g. ${EXAMPLES[dimension]}.`,
      );
    }
    const units = Object.keys(UNITS).filter((unit) => UNITS[unit].dimension === dimension);
    const allowed = `Units: ${units.join(', ')}.`;
    if (quantity === undefined) {
      throw new InvalidInput(
        '',
        `found '${text}', needs a number with a unit, e.g. ${EXAMPLES[dimension]}. ${allowed}`,
      );
    }
    if (quantity.dimension === 'number') {
      const typed = dimension === 'energy' ? `${text}MeV` : EXAMPLES[dimension];
      throw new InvalidInput('', `found '${text}', a number without a unit; type e.g. ${typed}. ${allowed}`);
    }
    throw new InvalidInput(
      '',
      `found '${text}', ${article(quantity.dimension)}; needs ${article(dimension)}. ${allowed}`,
    );
  };
}

/**
 * A reader of ranges 'from:to:points' such as '10MeV:170MeV:33', whose points follow in equal ratios. Throws InvalidInput
 * unless 0 < from < to and there are at least two points.
 */
export function rangeOf(dimension: DimensionName): (text: string) => Range {
  const read = quantityOf(dimension);
  const example =
    dimension === 'energy' ? '10MeV:170MeV:33' : dimension === 'number' ? '1e-8:1e-3:100' : '1ns:100ns:50';
  return (text) => {
    const parts = text.split(':');
    if (parts.length !== 3) throw new InvalidInput('', `found '${text}', needs from:to:points, e.g. ${example}.`);
    const range = { from: read(parts[0]), to: read(parts[1]), points: readCount(parts[2]) };
    if (!(range.from > 0)) throw new InvalidInput('', `found '${text}', a range in equal ratios begins above zero.`);
    if (!(range.from < range.to)) throw new InvalidInput('', `found '${text}', the range ends before it starts.`);
    if (range.points < 2) throw new InvalidInput('', `found '${text}', a range needs at least two points.`);
    return range;
  };
}

const article = (dimension: DimensionName): string =>
  /^[aeiou]/.test(dimension) ? `an ${dimension}` : `a ${dimension}`;
