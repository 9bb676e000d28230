import { InvalidInput } from '../../schema/index.ts';
import { backgroundKinds } from '../../statistics/counting/background/background-model.ts';
import type { Discovery } from '../../statistics/histfactory/limits/discovery.ts';
import { type Significance, significance, standardDeviations } from '../../statistics/significance/significance.ts';
import { defineCommand } from '../command.ts';
import { refuseErrorOfFixed } from '../options/background.ts';
import { within } from '../options/budget.ts';
import { given, keysOf, refuseGiven } from '../options/given.ts';
import { readCount, readError, readNonNegative, readPositive, readWhole } from '../options/numbers.ts';
import { choice, option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

/** The discovery test of a workspace as the command prints it. */
export interface DiscoveryDocument extends Discovery {
  readonly file: string;
  readonly oneSided: number | null;
  readonly twoSided: number | null;
  readonly convention: string;
}

function discoveryDocument(file: string, found: Discovery): DiscoveryDocument {
  const { p, significance: oneSided, method } = found;
  const twoSided = p === null || p === 0 ? null : standardDeviations(p).twoSided;
  const how = method === 'toys' ? 'by pseudo-experiments' : 'from the large-sample distribution';
  const convention = `p = P(q₀ as large or larger | no signal), ${how}; oneSided is Φ⁻¹(1 − p), twoSided is Φ⁻¹(1 − p/2).`;
  return { file, oneSided, twoSided, convention, ...found, reason: found.reason ?? found.unsafeBecause };
}

export const significanceCommand = defineCommand({
  examples: [
    'significance --observed 1 --background 0.016 --background-error 0.002',
    'significance --observed 18 --off 41 --tau 5',
    'significance workspace.json --toys 10000',
  ],
  details: 'Of one count, or of the data of a likelihood against its parameter of interest at zero.',
  arguments: [{ name: 'FILE', brief: 'A file with a likelihood, in place of counts', kind: 'optional' }],
  options: {
    observed: option(readWhole, 'Events seen'),
    background: option(readNonNegative, 'Background events expected'),
    backgroundError: option(readError, 'Its standard deviation, or up,down', 'known exactly'),
    backgroundModel: choice(backgroundKinds, 'Distribution of the background'),
    off: option(readWhole, 'Instead of a background: events seen in a background region'),
    tau: option(readPositive, 'With --off: background there over background here'),
    toys: within('toys', option(readCount, 'With a file: pseudo-experiments in place of the large-sample formulae')),
    poi: option(readText, 'With a file: parameter of interest', "the measurement's"),
    ...WORKSPACE_OPTIONS,
  },
  run: async (
    { off, tau, toys, poi, measurement, normsys, histosys, observed, background, backgroundError, backgroundModel },
    [file],
    { seed, notice },
  ): Promise<Significance | DiscoveryDocument> => {
    const rest = { observed, background, backgroundError, backgroundModel };
    if (file !== undefined) {
      const counts = { off, tau, ...rest };
      refuseGiven(counts, keysOf(counts), `is for counts; those of ${file} stand in the file.`);
      const [{ readWorkspaceModel }, { discovery }] = await Promise.all([
        import('../../hosts/node/files/read-workspace.ts'),
        import('../../statistics/histfactory/limits/discovery.ts'),
      ]);
      const model = await readWorkspaceModel(file, { poi, measurement, normsys, histosys }, notice);
      return discoveryDocument(file, discovery(model, { toys, seed }));
    }
    const ofFile = { toys, poi, measurement, normsys, histosys };
    refuseGiven(ofFile, keysOf(ofFile), 'is for workspaces; name a FILE, or leave it out.');
    if (observed === undefined) throw new InvalidInput('observed', 'missing; give the events seen, or a FILE.');
    if ((off === undefined) !== (tau === undefined)) {
      throw new InvalidInput(off === undefined ? 'off' : 'tau', '--off and --tau go together, one of them is missing.');
    }
    if (off === undefined && rest.background === undefined) {
      throw new InvalidInput('background', 'missing; give the expected background events, or --off and --tau.');
    }
    if (off !== undefined)
      refuseGiven(
        rest,
        ['background', 'backgroundError', 'backgroundModel'],
        'has no place beside --off and --tau, which measure the background.',
      );
    refuseErrorOfFixed(backgroundModel, backgroundError);
    const onOff = off === undefined || tau === undefined ? {} : { onOff: { off, tau } };
    return significance({ ...given(rest), ...onOff, observed });
  },
  print: (document) => {
    const { p, oneSided, twoSided, convention, reason } = document;
    const sigma = (value: number | null): string => (value === null ? '–' : `${numberText(value, 3)} σ`);
    const table = tableText([
      [
        'p-value',
        `${p === null ? '–' : numberText(p)}${'pError' in document && document.pError !== null ? ` ± ${numberText(document.pError, 2)}` : ''}`,
      ],
      ['one-sided', sigma(oneSided)],
      ['two-sided', sigma(twoSided)],
    ]);
    return [table, '', convention, ...(reason === null ? [] : [reason])].join('\n');
  },
});
