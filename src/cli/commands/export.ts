import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Exported, exportFormats } from '../../hosts/node/export-run.ts';
import type { Exportable } from '../../search/results/exportable.ts';
import type { Session } from '../command.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { refuseGiven } from '../options/given.ts';
import { readCount } from '../options/numbers.ts';
import { choice, option } from '../options/option.ts';
import { SET_OPTION } from '../options/settings.ts';
import { readText } from '../options/text.ts';
import { loadLimits } from '../registries.ts';
import { optionsOfSession } from '../run-progress.ts';
import { questionGiven, typedBefore } from '../search-given.ts';

/** What `export` gives. */
export interface ExportDocument extends Exported {
  readonly search: string;
  readonly format: string;
  readonly folder: string;
}

export const exportCommand = defineCommand({
  examples: [
    'export kaon-munuee --format pyhf --out likelihood',
    'export runs/kaon-munuee-0123456789ab --format hepdata --out submission',
    'export kaon-pia-gg --format csv --out tables',
  ],
  details:
    'Writes a finished run, named by its folder, or a search, which is carried out first: its likelihood as a pyhf ' +
    'workspace or a counting card of Combine, a HEPData submission (held against schema 1.1.1, likelihood, search ' +
    'and pictures attached), CSV tables, or histograms (UHI). Masked counts are not in any of them.',
  arguments: [{ name: 'RUN|ID', brief: 'Folder of a run, or a search', kind: 'required' }],
  options: {
    format: choice(exportFormats, 'What to write', 'csv'),
    events: within('events', option(readCount, 'Search: decays per sample', '1e6')),
    set: SET_OPTION,
    out: option(readText, 'Folder to write to', 'exports/ID-FORMAT'),
  },
  run: async ({ format = 'csv', events, set, out }, [given], session): Promise<ExportDocument> => {
    const isFolder = await stat(given).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder)
      refuseGiven(
        { events, set, seed: session.seedTyped ? session.seed : undefined },
        ['events', 'set', 'seed'],
        'is for a search ID; a finished run stays as it is.',
      );
    const { requireTargets } = await import('../../hosts/node/files/targets.ts');
    await requireTargets({ folder: out });
    const { content, folder } = isFolder
      ? { content: await finishedRun(given), folder: given }
      : await newRun(given, { events, set }, session);
    const { exportRun } = await import('../../hosts/node/export-run.ts');
    const pictures = format === 'hepdata' ? await picturesIn(folder) : {};
    const exported = await exportRun(content, format, out ?? `exports/${content.search}-${format}`, pictures);
    if (exported.lost.length > 0) session.notice(`Not in the files: ${exported.lost.join('; ')}.`);
    return { search: content.search, format, folder, ...exported };
  },
  print: ({ files, note }) => [...files, '', note].join('\n'),
});

/** What a finished run has to export, from its folder. */
async function finishedRun(folder: string): Promise<Exportable> {
  const { readRun } = await import('../../hosts/node/run-search.ts');
  const { exportableOf } = await import('../../run/run.ts');
  const { plan, document } = await readRun(folder);
  return exportableOf(plan, document);
}

/** The pictures that a run's folder holds, by file name. */
async function picturesIn(folder: string): Promise<Record<string, string>> {
  const figures = join(folder, 'figures');
  const names = (await readdir(figures).catch(() => [])).filter((name) => name.endsWith('.svg')).sort();
  const read = async (name: string) => [name, await readFile(join(figures, name), 'utf8')] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** Carries a search out. */
async function newRun(
  id: string,
  { events, set }: { readonly events: number | undefined; readonly set: readonly string[] | undefined },
  session: Session,
) {
  const { runSearch } = await import('../../hosts/node/run-search.ts');
  const { search, ...asked } = await questionGiven(id);
  const run = await runSearch(search, {
    ...optionsOfSession(session),
    ...typedBefore(asked, set, session),
    ...(events === undefined ? { events: asked.events, sizes: asked.sizes } : { events }),
    limits: await loadLimits(),
  });
  return { content: run.exportable(), folder: run.folder };
}
