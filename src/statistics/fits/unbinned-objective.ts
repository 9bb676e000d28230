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
 * Throws InvalidInput for no components, or an event that is NaN or infinite. The gradient is left to differences.
 * Source: Barlow, Nucl. Instrum. Meth. A 297 (1990) 496.
 */
export function unbinnedObjective(events: ArrayLike<number>, components: readonly UnbinnedComponent[]): FitObjective {
  if (components.length === 0) throw new InvalidInput('components', 'at least one is needed');
  const x = Float64Array.from(events);
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new InvalidInput(`events[${bad}]`, `${x[bad]} is not a finite number`);
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
        sum += log(intensity[i]);
      }
      return 2 * (total - sum);
    },
  };
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
