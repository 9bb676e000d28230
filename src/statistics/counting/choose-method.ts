import type { CountingModel } from './counting-model.ts';
import type { LimitMethodName } from './limit-methods.ts';
import { sharedGroups } from './profile/common-nuisances.ts';

/** Below about this many expected events the large-sample forms of the likelihood ratio do not hold. */
const FEW = 10;

/** The method that 'auto' stands for, and the reason. It depends on the model alone, never on what was observed. */
export function chooseMethod(model: CountingModel): { name: LimitMethodName; because: string } {
  const { channels } = model;
  const least = Math.min(...channels.map(({ background }) => background.value));
  const few = `${number(least)} background events expected: asymptotic limits are wrong below about ${FEW} (25–40 % too low at zero)`;
  if (channels.length === 1) {
    return least < FEW
      ? { name: 'cls', because: `${few}; CLs by exact sums holds for any count.` }
      : { name: 'cls', because: 'One channel: CLs by exact sums costs nothing and needs no large-sample form.' };
  }
  const groups = sharedGroups(model).length;
  if (groups <= 3) {
    const why = 'Few shared nuisance parameters: CLs by sums over the weighted count of all channels.';
    return { name: 'cls', because: least < FEW ? `${few}; CLs by exact sums.` : why };
  }
  const what = `${groups} shared nuisance parameters`;
  return least < FEW
    ? { name: 'cls-toys', because: `${what} are too many for exact sums, and ${few}; CLs by pseudo-experiments.` }
    : {
        name: 'profile',
        because: `${what} are too many for exact sums, and every channel expects at least ${number(least)} events, enough for the asymptotic form.`,
      };
}

function number(x: number): string {
  return String(Number(x.toPrecision(3)));
}
