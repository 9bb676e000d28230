import { log } from '../../math/elementary.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { Density } from './density.ts';
import type { FitObjective } from './fit-objective.ts';

/** One species in an unbinned fit: so many events, a parameter, spread as a density. */
export interface UnbinnedComponent {
  readonly yield: string;
  readonly density: Density;
}

/**
 * −2 ln L of the extended unbinned likelihood: 2[Σ_c y_c − Σ_events ln Σ_c y_c f_c(x; θ)]. Parameters are the yields
 * and the shape parameters; the same name in two places is one parameter. +Infinity where the density vanishes at an
 * event. A density is evaluated again only when its own parameters moved.
 *
 * With `weights` each event counts w times and the whole is scaled by Σw/Σw², so that errors are those of the effective
 * number of events (Σw)²/Σw²: exact for a total yield (√Σw²), and for shapes where weights do not depend on x; where they
 * do, errors of shapes are approximate. Weights may be negative as long as Σw is above zero.
 * Throws InvalidInput for no components, an event or weight that is not finite, or weights of another number or without
 * a positive sum. The gradient is left to differences. Source: Barlow, Nucl. Instrum. Meth. A 297 (1990) 496.
 */
export function unbinnedObjective(
  events: ArrayLike<number>,
  components: readonly UnbinnedComponent[],
  weights?: ArrayLike<number>,
): FitObjective {
  if (components.length === 0) throw new InvalidInput('components', 'at least one is needed');
  const x = Float64Array.from(events);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new InvalidInput(`events[${bad}]`, `${x[bad]} is not a finite number`);
  const w = weights === undefined ? null : checkedWeights(weights, x.length);
  let scale = 1;
  if (w !== null) {
    let [sum, squares] = [0, 0];
    for (const weight of w) {
      sum += weight;
      squares += weight * weight;
    }
    if (!(sum > 0)) throw new InvalidInput('weights', `their sum is ${sum}, needs more than zero`);
    scale = sum / squares;
  }
  const names = [...new Set(components.flatMap((part) => [part.yield, ...part.density.parameters]))];
  const members = components.map(({ yield: name, density }) => ({
    density,
    yieldSlot: names.indexOf(name),
    slots: density.parameters.map((parameter) => names.indexOf(parameter)),
    theta: new Float64Array(density.parameters.length).fill(Number.NaN),
    values: new Float64Array(x.length),
    known: false,
  }));
  const intensity = new Float64Array(x.length);
  return {
    names,
    observations: null,
    value(theta) {
      intensity.fill(0);
      let total = 0;
      for (const member of members) {
        refresh(member, x, theta);
        const size = theta[member.yieldSlot];
        total += size;
        const { values } = member;
        for (let i = 0; i < x.length; i++) intensity[i] += size * values[i];
      }
      let sum = 0;
      for (let i = 0; i < x.length; i++) {
        if (!(intensity[i] > 0)) return Number.POSITIVE_INFINITY;
        sum += w === null ? log(intensity[i]) : w[i] * log(intensity[i]);
      }
      return 2 * scale * (total - sum);
    },
  };
}

function checkedWeights(weights: ArrayLike<number>, events: number): Float64Array {
  if (weights.length !== events)
    throw new InvalidInput('weights', `found ${weights.length} for ${events} events, needs one each`);
  const w = Float64Array.from(weights);
  const bad = w.findIndex((weight) => !Number.isFinite(weight));
  if (bad >= 0) throw new InvalidInput(`weights[${bad}]`, `${w[bad]} is not a finite number`);
  return w;
}

type Member = {
  density: Density;
  slots: number[];
  theta: Float64Array;
  values: Float64Array;
  known: boolean;
};

function refresh(member: Member, x: Float64Array, theta: Float64Array): void {
  const { slots, theta: own } = member;
  let moved = !member.known;
  for (let p = 0; p < slots.length; p++) {
    if (own[p] === theta[slots[p]]) continue;
    own[p] = theta[slots[p]];
    moved = true;
  }
  if (!moved) return;
  member.density.evaluate(x, own, member.values);
  member.known = true;
}
