import { InvalidInput } from '../../schema/index.ts';

/** σ of the reconstructed mass as a function of the true mass, both in the same (native) unit. */
export type MassResolution = (mass: number) => number;

/**
 * A resolution given at some masses, linear in between: masses strictly ascending, widths positive.
 * Asking outside the table throws InvalidInput: a resolution is not extrapolated.
 */
export function tabulatedResolution(masses: ArrayLike<number>, widths: ArrayLike<number>): MassResolution {
  if (masses.length !== widths.length || masses.length < 2) {
    throw new InvalidInput(
      'resolution',
      `${masses.length} masses and ${widths.length} widths; two or more pairs are needed`,
    );
  }
  for (let i = 0; i < masses.length; i++) {
    if (!(widths[i] > 0) || !Number.isFinite(widths[i]) || !Number.isFinite(masses[i])) {
      throw new InvalidInput(
        `resolution[${i}]`,
        `a width of ${widths[i]} at mass ${masses[i]} is not positive and finite`,
      );
    }
    if (i > 0 && !(masses[i] > masses[i - 1])) {
      throw new InvalidInput(`resolution[${i}]`, `mass ${masses[i]} does not lie above ${masses[i - 1]}`);
    }
  }
  const x = Float64Array.from(masses);
  const y = Float64Array.from(widths);
  return (mass) => {
    const last = x.length - 1;
    if (!(mass >= x[0] && mass <= x[last])) {
      throw new InvalidInput('resolution', `mass ${mass} lies outside the table, ${x[0]} to ${x[last]}`);
    }
    let i = 1;
    while (i < last && mass > x[i]) i++;
    const fraction = (mass - x[i - 1]) / (x[i] - x[i - 1]);
    return y[i - 1] + fraction * (y[i] - y[i - 1]);
  };
}

/** The same resolution at every mass. */
export function constantResolution(width: number): MassResolution {
  if (!(width > 0) || !Number.isFinite(width))
    throw new InvalidInput('resolution', `a width of ${width} is not positive`);
  return () => width;
}
