import { InvalidInput } from '../../schema/index.ts';
import type { Fact, Measured } from '../../units/index.ts';
import { SET_BY_USER, type Setting } from './settings.ts';

/** A result that is worked out for another exposure than that of the data: nothing in it was observed. */
export interface Projection {
  /** Times the exposure of the data. */
  readonly exposure: number;
  /** How signal, background and their errors were scaled, in sentences. */
  readonly rules: readonly string[];
}

/** The largest exposure that is projected to, in times that of the data. */
export const MOST_EXPOSURE = 1e6;

/** Throws InvalidInput unless the exposure can be projected to: above 0 and at most a million times that of the data. */
export function checkExposure(exposure: number): void {
  if (!(exposure > 0 && exposure <= MOST_EXPOSURE))
    throw new InvalidInput('--exposure', `found ${exposure}, allowed is a number above 0 and at most ${MOST_EXPOSURE}`);
}

/** The projection as a setting, so that it stands wherever changes are listed. */
export const exposureSetting = (exposure: number): Setting => ({ path: 'exposure', from: 1, to: exposure });

const provenanceOf = ({ value, source }: Fact<unknown>, exposure: number) => ({
  tag: SET_BY_USER,
  source: `projected to ${exposure} times the exposure; ${String(value)} at 1 (${source})`,
});

/** A number that grows with the exposure. It loses its tag: nobody published the product. */
export const projectedFact = <F extends Fact>(fact: F, exposure: number): F => ({
  ...fact,
  value: fact.value * exposure,
  ...provenanceOf(fact, exposure),
});

/**
 * A number with an error that grows with the exposure: a count's relative error goes with 1/√exposure, any other stays.
 */
export const projectedMeasured = <M extends Measured>(fact: M, exposure: number, error: 'counted' | 'relative'): M => ({
  ...projectedFact(fact, exposure),
  error: fact.error * (error === 'counted' ? Math.sqrt(exposure) : exposure),
});

/** The sentence that stands wherever a count would be. */
export const NOTHING_OBSERVED = 'a projection: nothing is observed, and limits are expected ones';

/** Twelve digits are enough to say a factor. */
export const timesText = (exposure: number): string => `${Number(exposure.toPrecision(4))} times the exposure`;
