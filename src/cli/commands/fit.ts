import { isFile } from '../../hosts/node/files/read-bytes.ts';
import { readJsonFile } from '../../hosts/node/files/read-json.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import type { Diagnosis } from '../../statistics/histfactory/diagnostics/diagnosis.ts';
import { defineCommand } from '../command.ts';
import { ADJUSTMENT_OPTIONS, adjustedWorkspace } from '../diagnosis/adjusted-workspace.ts';
import { diagnosisText } from '../diagnosis/text.ts';
import { within } from '../options/budget.ts';
import { keysOf, refuseGiven } from '../options/given.ts';
import { readCount } from '../options/numbers.ts';
import { flag, many, option } from '../options/option.ts';
import { SET_OPTION } from '../options/settings.ts';
import { readText } from '../options/text.ts';
import { loadRegistries, type Registries, searchCalled } from '../registries.ts';
import { optionsOfSession } from '../run-progress.ts';
import { type FormFactorFitDocument, formFactorText } from '../saying/form-factor-text.ts';

/** A fit of a workspace as the command prints it, with what it was asked to look at. */
export interface FitDocument extends Diagnosis {
  readonly file: string;
  /** Figures that were written, with their data. */
  readonly files: readonly string[];
}

export const fitCommand = defineCommand({
  examples: [
    'fit workspace.json',
    'fit workspace.json --impacts --scan mu --fix scale=0',
    'fit workspace.json --data asimov',
    'fit kaon-pimumu --json',
    'fit kaon-pimumu --data measured-rate.json',
  ],
  details:
    'A likelihood is named by its file (pyhf workspace, Combine card, HistFactory XML). A search with a form-factor fit is carried out first; what is fitted are ' +
    'seeded pseudo-data, or, when the box of the run is open, its data. With --data the amplitude is fitted to a ' +
    'measured rate, corrected for acceptance: {"quantity": "branching ratio" or "width" (GeV), "bins": [{"from", "to", ' +
    '"value", "error"}, …]}, averages per unit of the variable.',
  arguments: [
    { name: 'FILE|ID', brief: 'A file with a likelihood, or a search with a form-factor fit', kind: 'required' },
  ],
  options: {
    ...ADJUSTMENT_OPTIONS,
    impacts: flag('Likelihood: impacts on the parameter of interest'),
    scan: many(readText, 'Likelihood: scan it along this parameter'),
    toys: within('toys', option(readCount, 'Likelihood: pseudo-experiments of the goodness of fit', 'none')),
    events: within('events', option(readCount, 'Search: decays per sample', '1e6')),
    set: SET_OPTION,
    data: option(
      readText,
      "Likelihood: 'asimov', or a file with the same channels. Search: a measured rate",
      'its own',
    ),
    out: option(
      readText,
      'Search: folder of the run. Likelihood: folder for pulls, impacts, scans',
      'runs/ID-digest; none',
    ),
  },
  run: async (
    { events, set, data, out, impacts, scan, toys, ...options },
    [given],
    session,
  ): Promise<FitDocument | FormFactorFitDocument> => {
    if (await isFile(given)) {
      refuseGiven({ events, set }, ['events', 'set'], `is for searches; ${given} is a file with a likelihood.`);
      const { diagnosis } = await import('../../statistics/histfactory/diagnostics/diagnosis.ts');
      const model = await adjustedWorkspace(given, { ...options, data }, session.notice);
      const found = diagnosis(model, { impacts, scans: scan, toys, seed: session.seed });
      if (out === undefined) return { file: given, files: [], ...found };
      const { writeDiagnosis } = await import('../diagnosis/write-diagnosis.ts');
      const poi = model.parameters[model.poi]?.name ?? null;
      return { file: given, files: await writeDiagnosis(out, found, poi), ...found };
    }
    const { findFormFactorFit } = await import('../../modes/kaon/analyses/form-factor/find.ts');
    const registries = await loadRegistries();
    const search = searchCalled(given, registries);
    const ofFiles = keysOf({ impacts, scan, toys, ...ADJUSTMENT_OPTIONS });
    refuseGiven({ impacts, scan, toys, ...options }, ofFiles, `is for files with a likelihood; ${given} is a search.`);
    if (data !== undefined)
      refuseGiven({ events, out }, ['events', 'out'], 'has no meaning beside --data: nothing is simulated.');
    const found = findFormFactorFit(search);
    if (found === null) throw await noFit(given, registries);
    if (data !== undefined) {
      const { fitRateTable, rateTable } = await import('../../modes/kaon/analyses/form-factor/binned-table.ts');
      const { planOf } = await import('../../run/run.ts');
      const changed = planOf(search, { settings: set }).search as SearchDocument;
      const section = findFormFactorFit(changed)?.section ?? found.section;
      const table = rateTable(await readJsonFile(data), data);
      const fit = fitRateTable(changed, section, table);
      return {
        search: search.id,
        data: 'user',
        note: `the measured rate in ${data}${table.source === undefined ? '' : ` (${table.source})`}`,
        symbols: symbolsOf(section.parameters),
        ...fit,
        folder: null,
        report: null,
      };
    }
    const { runSearch } = await import('../../hosts/node/run-search.ts');
    const {
      document,
      plan,
      folder,
      reportFile: report,
    } = await runSearch(search, {
      ...optionsOfSession(session),
      events,
      settings: set,
      out,
    });
    const { data: kind, note, fit } = found.resultOf(document);
    const { section } = findFormFactorFit(plan.search) ?? found;
    return { search: search.id, data: kind, note, symbols: symbolsOf(section.parameters), ...fit, folder, report };
  },
  print: (document) =>
    'file' in document
      ? [diagnosisText(document), ...document.files.filter((name) => name.endsWith('.svg'))].join('\n')
      : formFactorText(document),
});

const symbolsOf = (parameters: Readonly<Record<string, { readonly symbol: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { symbol }]) => [name, symbol]));

async function noFit(id: string, registries: Registries): Promise<InvalidInput> {
  const { findFormFactorFit } = await import('../../modes/kaon/analyses/form-factor/find.ts');
  const others = Object.keys(registries.searches).filter((other) => findFormFactorFit(registries.searches[other]));
  return new InvalidInput(id, `has no form factor to fit; these have: ${others.join(', ')}`);
}
