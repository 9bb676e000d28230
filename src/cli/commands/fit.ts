import { isFile } from '../../hosts/node/read-bytes.ts';
import { readJsonFile } from '../../hosts/node/read-json.ts';
import { readWorkspaceModel } from '../../hosts/node/read-workspace.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { type WorkspaceFit, workspaceFit } from '../../statistics/histfactory/workspace-fit.ts';
import { defineCommand } from '../command.ts';
import { type FormFactorFitDocument, formFactorText } from '../form-factor-text.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { many, option } from '../options/option.ts';
import { WORKSPACE_OPTIONS } from '../options/workspace.ts';
import { loadRegistries, type Registries, searchCalled } from '../registries.ts';
import { stripOfRun } from '../run-progress.ts';
import { workspaceFitText } from '../workspace-text.ts';

/** A fit of a workspace as the command prints it. */
export interface FitDocument extends WorkspaceFit {
  readonly file: string;
}

export const fitCommand = defineCommand({
  examples: [
    'fit workspace.json',
    'fit workspace.json --measurement asimov',
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
    ...WORKSPACE_OPTIONS,
    events: within('events', option(readCount, 'Search: decays per sample', '1e6')),
    set: many(String, "Search: change it, or below 'experiment.' the experiment: path=value"),
    data: option(String, 'Search: JSON file with a measured rate', 'the run'),
    out: option(String, 'Search: folder of the run', 'runs/ID-digest'),
  },
  run: async (
    { events, set, data, out, ...options },
    [given],
    session,
  ): Promise<FitDocument | FormFactorFitDocument> => {
    if (await isFile(given))
      return { file: given, ...workspaceFit(await readWorkspaceModel(given, options, session.notice)) };
    const { findFormFactorFit } = await import('../../modes/kaon/analyses/form-factor/find.ts');
    const registries = await loadRegistries();
    const search = searchCalled(given, registries);
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
      events,
      seed: session.seed,
      settings: set,
      workers: session.workers,
      out,
      signal: session.signal,
      ...stripOfRun(session),
    });
    const { data: kind, note, fit } = found.resultOf(document);
    const { section } = findFormFactorFit(plan.search) ?? found;
    return { search: search.id, data: kind, note, symbols: symbolsOf(section.parameters), ...fit, folder, report };
  },
  print: (document) => ('file' in document ? workspaceFitText(document) : formFactorText(document)),
});

const symbolsOf = (parameters: Readonly<Record<string, { readonly symbol: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).map(([name, { symbol }]) => [name, symbol]));

async function noFit(id: string, registries: Registries): Promise<InvalidInput> {
  const { findFormFactorFit } = await import('../../modes/kaon/analyses/form-factor/find.ts');
  const others = Object.keys(registries.searches).filter((other) => findFormFactorFit(registries.searches[other]));
  return new InvalidInput(id, `has no form factor to fit; these have: ${others.join(', ')}`);
}
