import { InvalidInput } from '../../schema/index.ts';
import { backgroundKinds } from '../../statistics/counting/background-model.ts';
import { type CountingLimit, countingLimit } from '../../statistics/counting/counting-limit.ts';
import { limitMethodNames } from '../../statistics/counting/limit-method.ts';
import { defineCommand } from '../command.ts';
import { limitText } from '../limit-text.ts';
import { given } from '../options/given.ts';
import { readCount, readError, readLevel, readNonNegative, readPositive, readWhole } from '../options/numbers.ts';
import { choice, option } from '../options/option.ts';

type CountingDocument = Omit<CountingLimit, 'level'> & { readonly cl: number };

export const limitCommand = defineCommand({
  examples: ['limit --observed 0 --background 0.26 --background-error 0.04 --ses 3.5e-11'],
  details:
    'Counting limit: with --observed left out only the expected limits are found, as for a closed box. Errors on the background may be asymmetric: --background-error 0.05,0.03 (up,down).',
  options: {
    observed: option(readWhole, 'Events seen', 'blind: expected limits only'),
    background: option(readNonNegative, 'Background events expected'),
    backgroundError: option(readError, 'Its standard deviation, or up,down', 'known exactly'),
    backgroundModel: choice(backgroundKinds, 'Distribution of the background'),
    ses: option(readPositive, 'Single-event sensitivity: gives the limit as a branching fraction too'),
    sesError: option(readNonNegative, 'Relative error of the single-event sensitivity', '0'),
    cl: option(readLevel, 'Confidence level', '0.9'),
    method: choice(['auto', ...limitMethodNames], 'How the limit is found', 'auto'),
    toys: option(readCount, 'Pseudo-experiments, for methods that need them'),
  },
  run: (values, _files, session): CountingDocument => {
    const { background, cl, observed, ...rest } = values;
    if (background === undefined) throw new InvalidInput('background', 'missing; give the expected background events.');
    const { level, ...limit } = countingLimit({
      ...given(rest),
      background,
      observed: observed ?? null,
      seed: session.seed,
      ...(cl === undefined ? {} : { level: cl }),
    });
    return { cl: level, ...limit };
  },
  print: limitText,
});
