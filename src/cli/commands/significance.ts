import { InvalidInput } from '../../schema/index.ts';
import { backgroundKinds } from '../../statistics/counting/background-model.ts';
import { type Significance, significance } from '../../statistics/significance/significance.ts';
import { defineCommand } from '../command.ts';
import { given } from '../options/given.ts';
import { readError, readNonNegative, readPositive, readWhole } from '../options/numbers.ts';
import { choice, option, required } from '../options/option.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

export const significanceCommand = defineCommand({
  examples: [
    'significance --observed 1 --background 0.016 --background-error 0.002',
    'significance --observed 18 --off 41 --tau 5',
  ],
  options: {
    observed: required(readWhole, 'Events seen'),
    background: option(readNonNegative, 'Background events expected'),
    backgroundError: option(readError, 'Its standard deviation, or up,down', 'known exactly'),
    backgroundModel: choice(backgroundKinds, 'Distribution of the background'),
    off: option(readWhole, 'Instead of a background: events seen in a background region'),
    tau: option(readPositive, 'With --off: background there over background here'),
  },
  run: ({ off, tau, ...rest }): Significance => {
    if ((off === undefined) !== (tau === undefined)) {
      throw new InvalidInput(off === undefined ? 'off' : 'tau', '--off and --tau go together, one of them is missing.');
    }
    if (off === undefined && rest.background === undefined) {
      throw new InvalidInput('background', 'missing; give the expected background events, or --off and --tau.');
    }
    for (const name of ['background', 'backgroundError', 'backgroundModel'] as const) {
      if (off !== undefined && rest[name] !== undefined) {
        throw new InvalidInput(name, 'has no place beside --off and --tau, which measure the background.');
      }
    }
    const onOff = off === undefined || tau === undefined ? {} : { onOff: { off, tau } };
    return significance({ ...given(rest), ...onOff, observed: rest.observed });
  },
  print: ({ p, oneSided, twoSided, convention, reason }) => {
    const sigma = (value: number | null): string => (value === null ? '–' : `${numberText(value, 3)} σ`);
    const table = tableText([
      ['p-value', numberText(p)],
      ['one-sided', sigma(oneSided)],
      ['two-sided', sigma(twoSided)],
    ]);
    return [table, '', convention, ...(reason === null ? [] : [reason])].join('\n');
  },
});
