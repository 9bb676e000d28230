import { InvalidInput } from '../../schema/index.ts';

/**
 * A function of named parameters that a fit minimises, on the scale of χ² or −2 ln L (a rise of 1 is one standard
 * deviation). Values may be +Infinity where the parameters are impossible.
 */
export interface FitObjective {
  readonly names: readonly string[];
  /** How many terms count for the degrees of freedom (bins, constraints); null where there is no χ² meaning. */
  readonly observations: number | null;
  value(theta: Float64Array): number;
  /** Writes ∂value/∂θ to `out`; left out where it is not known in closed form. */
  gradient?: ((theta: Float64Array, out: Float64Array) => void) | undefined;
}

/** Knowledge of a parameter from elsewhere: it was measured as mean ± error. */
export interface GaussianConstraint {
  readonly parameter: string;
  readonly mean: number;
  readonly error: number;
}

/** The term ((θ − mean)/error)² as an objective of its own. Throws InvalidInput unless error > 0 and both are finite. */
export function constraintObjective({ parameter, mean, error }: GaussianConstraint): FitObjective {
  if (!Number.isFinite(mean) || !(error > 0) || !Number.isFinite(error)) {
    throw new InvalidInput(`constraint.${parameter}`, `${mean} ± ${error} is not a measurement with an error > 0`);
  }
  return {
    names: [parameter],
    observations: 1,
    value(theta) {
      const pull = (theta[0] - mean) / error;
      return pull * pull;
    },
    gradient(theta, out) {
      out[0] = (2 * (theta[0] - mean)) / (error * error);
    },
  };
}

/**
 * The sum of independent objectives. Parameters of the same name are one parameter: this is how channels, runs and
 * experiments share a signal or a nuisance. A constraint must be given once, not once per channel.
 */
export function jointObjective(parts: readonly FitObjective[]): FitObjective {
  if (parts.length === 0) throw new InvalidInput('objectives', 'there is nothing to combine');
  if (parts.length === 1) return parts[0];
  const names = [...new Set(parts.flatMap((part) => part.names))];
  const members = parts.map((part) => ({
    part,
    slots: part.names.map((name) => names.indexOf(name)),
    theta: new Float64Array(part.names.length),
    slope: new Float64Array(part.names.length),
  }));
  const observations = parts.some((part) => part.observations === null)
    ? null
    : parts.reduce((sum, part) => sum + (part.observations ?? 0), 0);
  const joint: FitObjective = {
    names,
    observations,
    value(theta) {
      let sum = 0;
      for (const { part, slots, theta: own } of members) {
        for (let p = 0; p < slots.length; p++) own[p] = theta[slots[p]];
        sum += part.value(own);
      }
      return sum;
    },
  };
  if (parts.every((part) => part.gradient !== undefined)) {
    joint.gradient = (theta, out) => {
      out.fill(0);
      for (const { part, slots, theta: own, slope } of members) {
        for (let p = 0; p < slots.length; p++) own[p] = theta[slots[p]];
        part.gradient?.(own, slope);
        for (let p = 0; p < slots.length; p++) out[slots[p]] += slope[p];
      }
    };
  }
  return joint;
}
