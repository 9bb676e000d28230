import { exp, log } from '../../../math/elementary.ts';
import { decayTable } from '../../../physics/hidden/decay-table.ts';
import type { HiddenModel } from '../../../physics/hidden/hidden-model.ts';
import { InvalidInput } from '../../../schema/index.ts';
import type { LifetimeGrid } from './depth-histogram.ts';
import { constantEfficiency, productionSet, type RescaleOptions } from './expected-events.ts';
import { YieldSum } from './yield-by-lifetime.ts';
import type { DumpMassPoint, DumpYields } from './yields.ts';

/** Widths for unit coupling, worked out once for a point. */
function widthsAt(model: HiddenModel, point: DumpMassPoint): ReturnType<typeof decayTable> {
  const known = widths.get(point);
  if (known?.model === model) return known.table;
  const table = decayTable(model, point.mass, 1);
  widths.set(point, { model, table });
  return table;
}
const widths = new WeakMap<
  DumpMassPoint,
  { readonly model: HiddenModel; readonly table: ReturnType<typeof decayTable> }
>();

/** Where a curve adds its yields up: those ∝ coupling² and those ∝ coupling⁰. */
export interface CurveSums {
  readonly squared: YieldSum;
  readonly constant: YieldSum;
}

/** Empty sums for so many lifetimes. */
export const curveSums = (lifetimes: number): CurveSums => ({
  squared: new YieldSum(lifetimes),
  constant: new YieldSum(lifetimes),
});

/** Expected events of one search at one mass as a function of the coupling. */
export class MassCurve {
  readonly mass: number;
  /** Width for unit coupling, GeV. */
  readonly width: number;
  private readonly lifetimes: LifetimeGrid;
  /** Weights × branching, and the yields by lifetime, for yields ∝ coupling² and ∝ coupling⁰. */
  private readonly squared: YieldSum;
  private readonly constant: YieldSum;
  private readonly scale: number;
  private readonly logY1: number;
  /** ln(cτ/m) when the lifetime does not depend on the coupling. */
  private readonly fixedY: number | null;

  /** With `sums` it works in these: a curve that was made with them before is no longer good. */
  constructor(yields: DumpYields, search: number, point: DumpMassPoint, options: RescaleOptions, sums?: CurveSums) {
    const table = widthsAt(yields.model, point);
    if (!table.valid) throw new InvalidInput(yields.model.id, table.reason);
    const setup = yields.setups[search];
    this.mass = point.mass;
    this.lifetimes = yields.lifetimes[search];
    this.width = table.width * (options.widthScale ?? 1);
    const states = point.searches[search];
    const seen = states.reduce((sum, { state }) => sum + table.branching[state], 0);
    const fractions = options.branching === undefined || seen === 0 ? 1 : options.branching / seen;
    this.scale = fractions * (options.protons ?? setup.experiment.beam.protons.value) * constantEfficiency(setup);
    const { squared, constant } = sums ?? curveSums(this.lifetimes.count);
    this.squared = squared.clear();
    this.constant = constant.clear();
    const weights = productionSet(yields.model, options.production).weights(point.mass, setup.target);
    const made = point.mechanisms[search];
    for (const found of states) {
      const branching = table.branching[found.state];
      for (let k = 0; k < made.length; k++) {
        const weight = weights[made[k].id];
        if (weight === undefined || weight === 0) continue;
        const sum = made[k].couplingPower === 2 ? this.squared : this.constant;
        sum.add(weight * branching, found.selected, k);
      }
    }
    this.logY1 = log(table.ctau / (options.widthScale ?? 1) / point.mass);
    this.fixedY = options.lifetime === undefined ? null : log(options.lifetime / point.mass);
  }

  /** Expected events for ln coupling. */
  at(logCoupling: number): number {
    const y = this.fixedY ?? this.logY1 - 2 * logCoupling;
    const a = this.squared.at(this.lifetimes, y);
    const b = this.constant.at(this.lifetimes, y);
    return this.scale * ((a > -700 ? exp(a + 2 * logCoupling) : 0) + (b > -700 ? exp(b) : 0));
  }

  /** Expected events per unit of branching fraction and per particle, for a lifetime instead of a coupling: ln(cτ/m). */
  get yieldAtLifetime(): (logY: number) => number {
    return (logY) => {
      const a = this.squared.at(this.lifetimes, logY);
      return a > -700 ? this.scale * exp(a) : 0;
    };
  }
}
