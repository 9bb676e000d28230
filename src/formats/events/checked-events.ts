import type { DecayEvents } from '../../events/decay-events.ts';
import type { MomentumColumns } from '../../physics/vectors/momentum-columns.ts';

/** Throws when a weight or momentum of the block is NaN or infinite: nothing of the kind is ever written to a file. */
export function checkEvents({ block, weights }: DecayEvents, momenta: readonly MomentumColumns[]): void {
  const { count } = block;
  const check = (name: string, column: Float64Array): void => {
    // x − x is 0 for finite numbers alone.
    let sum = 0;
    for (let i = 0; i < count; i++) sum += column[i] - column[i];
    if (sum !== 0) throw new RangeError(`${name} of generated events holds NaN or an infinity`);
  };
  check('the weight', block.weight);
  for (const { name, values } of weights) check(`the weight '${name}'`, values);
  momenta.forEach(({ energy, px, py, pz }) => {
    for (const column of [energy, px, py, pz]) check('a momentum', column);
  });
}
