import { basename } from 'node:path';
import type { Combination } from '../../run/combination/combination.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { readScale } from '../options/assignments.ts';
import { within } from '../options/budget.ts';
import { readCount, readLevel } from '../options/numbers.ts';
import { many, option } from '../options/option.ts';
import { subjectOf } from '../options/settings.ts';
import { readText } from '../options/text.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { combinationText } from '../saying/combination-text.ts';

/** A combination as the command prints it. */
export interface CombineDocument extends Combination {
  /** The limit once more, under the name that counting limits give it; null where the parameter is only a name. */
  readonly branchingRatio: Combination['limit'] | null;
  readonly files: readonly string[];
}

export const combineCommand = defineCommand({
  examples: [
    'combine runs/kaon-munuee-2017 runs/kaon-munuee-2018 --out both',
    'combine one.json two.json --cl 0.95 --uncorrelated luminosity',
    'combine runs/mine theirs.json --scale theirs.json=2.4e-11 --rename theirs.json:norm_br=identification',
  ],
  details:
    'One upper limit from several results on the same number: finished runs that count, and likelihoods in files (pyhf, ' +
    'Combine cards, HistFactory XML, folders of `spillway export`). Uncertainties of one name are one thing in all of ' +
    'them; --uncorrelated takes a name apart, --rename brings two together. Counts are combined by exact sums, all else ' +
    'by the joint likelihood (--toys throws pseudo-experiments). While one box is closed there are expected limits alone.',
  arguments: [
    { name: 'RUN|FILE', brief: 'Folders of finished runs and files with likelihoods, two or more', kind: 'many' },
  ],
  options: {
    cl: option(readLevel, 'Confidence level', '0.9'),
    toys: within('toys', option(readCount, 'Pseudo-experiments of the joint likelihood')),
    uncorrelated: many(readText, 'An uncertainty that is not one thing in all of them'),
    rename: many(
      readText,
      'Another name for an uncertainty or parameter: OLD=NEW, or FILE:OLD=NEW in one of them',
      subjectOf,
    ),
    scale: many(readScale, 'What 1 of the parameter of interest of a file is: FILE=2.4e-11', ([file]) => file),
    ...WORKSPACE_OPTIONS,
    out: option(readText, 'Folder for the document, the joint likelihood and the picture'),
  },
  run: async ({ cl, scale = [], out, measurement, ...options }, paths, { seed }): Promise<CombineDocument> => {
    const { combineResults } = await import('../../run/combination/combine.ts');
    const { readContribution } = await import('../../hosts/node/files/read-contribution.ts');
    const { requireTargets } = await import('../../hosts/node/files/targets.ts');
    const { theSameTwice } = await import('../../hosts/node/files/same-file.ts');
    const twice = await theSameTwice(paths);
    if (twice !== null) throw new InvalidInput('RUN|FILE', `'${twice}' is there twice; its data would count twice.`);
    const names = namesFor(paths);
    await requireTargets({ folder: out });
    const read = await Promise.all(paths.map((path, i) => readContribution(path, names[i], measurement)));
    const measured = read.flatMap(({ contribution }) => contribution.workspace.measurements.map((one) => one.name));
    if (measurement !== undefined && !measured.includes(measurement))
      throw unknownName('--measurement', 'measurement', measurement, [...new Set(measured)]);
    refuseSameData(read.map(({ data }, i) => ({ data, name: names[i] })));
    const result = combineResults(
      read.map(({ contribution }) => contribution),
      { ...options, level: cl, seed, scale: Object.fromEntries(scale) },
    );
    const { combination } = result;
    const known = combination.signalEvents !== null;
    const document = { ...combination, branchingRatio: known ? combination.limit : null };
    if (out === undefined) return { ...document, files: [] };
    const { writeCombination } = await import('../../hosts/node/files/write-combination.ts');
    return { ...document, files: await writeCombination(result, document, out) };
  },
  print: combinationText,
});

/** Short names of paths: the last part, or all of it where two would be called the same. */
function namesFor(paths: readonly string[]): string[] {
  const short = paths.map((path) => basename(path));
  return short.map((name, i) => (short.filter((other) => other === name).length > 1 ? paths[i] : name));
}

function refuseSameData(read: readonly { readonly data: string | null; readonly name: string }[]): void {
  for (const [i, { data, name }] of read.entries()) {
    const before = read.slice(0, i).find((other) => data !== null && other.data === data);
    if (before !== undefined)
      throw new InvalidInput(name, `holds the same data as ${before.name}; they would count twice.`);
  }
}
