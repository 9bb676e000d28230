import { join } from 'node:path';
import { roCrateOf } from '../../formats/archives/ro-crate.ts';
import { histogramsOfTables } from '../../formats/histograms/histograms-of-tables.ts';
import uhi from '../../formats/histograms/uhi.ts';
import { countingCardOf } from '../../formats/likelihoods/counting-card.ts';
import { csvOf } from '../../formats/tables/csv-of-table.ts';
import { dataTableOf } from '../../formats/tables/data-table.ts';
import { hepDataSubmission } from '../../formats/tables/hepdata-submission.ts';
import { yamlDocuments, yamlOf } from '../../formats/tables/yaml.ts';
import type { Exportable } from '../../search/results/exportable.ts';
import { fileNameOf } from '../../search/results/table.ts';
import { buildModel, type WorkspaceDocument, workspaceLimit } from '../../statistics/histfactory/index.ts';
import { makeFolder, writeWhole } from './files/write-file.ts';
import { packageVersion } from './package-version.ts';

export const exportFormats = ['pyhf', 'combine', 'hepdata', 'csv', 'uhi'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What was written, where the count in a likelihood comes from, and what the format cannot hold. */
export interface Exported {
  readonly files: readonly string[];
  readonly note: string;
  readonly lost: readonly string[];
}

interface Written {
  readonly files: Readonly<Record<string, string>>;
  /** Which of the files holds the likelihood. */
  readonly likelihood?: string;
  readonly note: string;
  readonly lost: readonly string[];
}

const workspaceText = (workspace: WorkspaceDocument): string => `${JSON.stringify(workspace, undefined, 2)}\n`;

/** Pseudo-experiments by which an export says what its workspace gives. */
const toys = 2000;

/** Differences of limits up to this are no remark in the workspace's own name. */
const remarkable = 0.05;

/**
 * The workspace, named after the difference where its large-sample limit is another than the run's, and a sentence with
 * the run's own limit beside what the workspace gives.
 */
function comparedWorkspace({ likelihood: { workspace, limit } }: Exportable): {
  workspace: WorkspaceDocument;
  words: string;
} {
  if (limit === null) return { workspace, words: 'the run has no limit of its own' };
  const model = buildModel(workspace);
  const asymptotic = workspaceLimit(model, { level: limit.cl }).observed;
  const byToys = workspaceLimit(model, { level: limit.cl, toys }).observed;
  const off = (value: number): string => {
    const percent = Math.round(100 * (value / limit.value - 1));
    return percent === 0 ? 'the same' : `${Math.abs(percent)} % ${percent > 0 ? 'higher' : 'lower'}`;
  };
  const one = (value: number | null, how: string): string[] =>
    value === null ? [] : [`${value.toPrecision(4)} ${how} (${off(value)})`];
  const given = [...one(asymptotic, 'by large-sample formulae'), ...one(byToys, `by ${toys} pseudo-experiments`)].join(
    ' and ',
  );
  const differs = asymptotic !== null && Math.abs(asymptotic / limit.value - 1) > remarkable;
  const why = differs
    ? '; with few events the formulae do not hold (give --toys), and pseudo-experiments fit the background where the run averages over it'
    : '';
  const [measurement, ...others] = workspace.measurements;
  const name =
    differs && asymptotic !== null ? `${measurement.name}, asymptotic limit ${off(asymptotic)}` : measurement.name;
  return {
    workspace: { ...workspace, measurements: [{ ...measurement, name }, ...others] },
    words: `limit of the run ${limit.value.toPrecision(4)} (${limit.method}, ${100 * limit.cl} %); the workspace gives ${given}${why}`,
  };
}

/** Pictures of a run by file name, as SVG. */
export type RunPictures = Readonly<Record<string, string>>;

const writers: Readonly<Record<ExportFormat, (content: Exportable, pictures: RunPictures) => Written>> = {
  pyhf(content) {
    const { workspace, words } = comparedWorkspace(content);
    const likelihood = `${content.search}.json`;
    return {
      files: { [likelihood]: workspaceText(workspace) },
      likelihood,
      note: `${content.likelihood.note}; ${words}`,
      lost: [],
    };
  },
  combine({ search, likelihood: { workspace, note } }) {
    const { text, lost } = countingCardOf(workspace);
    const card = `${search}.txt`;
    return { files: { [card]: text }, likelihood: card, note, lost };
  },
  hepdata(content, pictures) {
    const { search, document, tables, likelihood } = content;
    const attached = [
      { location: `${search}-workspace.json`, description: 'Likelihood as a pyhf workspace', type: 'HistFactory' },
      { location: `${search}-search.json`, description: 'The search as Spillway carried it out', type: 'json' },
    ];
    const drawn = Object.keys(pictures).map((name) => {
      const location = `figure_${name}`;
      return { location, description: `Figure: ${name.replace(/\.svg$/, '').replaceAll('-', ' ')}`, type: 'image' };
    });
    const { head, tables: entries, files } = hepDataSubmission(content, [...attached, ...drawn]);
    return {
      files: {
        'submission.yaml': yamlDocuments([head, ...entries]),
        ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, yamlOf(file)])),
        [attached[0].location]: workspaceText(likelihood.workspace),
        [attached[1].location]: `${JSON.stringify(document, undefined, 2)}\n`,
        ...Object.fromEntries(Object.entries(pictures).map(([name, svg]) => [`figure_${name}`, svg])),
      },
      likelihood: attached[0].location,
      note: tablesNote(content, tables.length),
      lost: [],
    };
  },
  csv(content) {
    const { tables } = content;
    return {
      files: Object.fromEntries(tables.map((table) => [`${fileNameOf(table.name)}.csv`, csvOf(dataTableOf(table))])),
      note: tablesNote(content, tables.length),
      lost: ['descriptions of tables', 'qualifiers of columns'],
    };
  },
  uhi(content) {
    const { histograms, lost } = histogramsOfTables(content.tables);
    const { files } = uhi.write!(histograms, content.search);
    return {
      files: Object.fromEntries(Object.entries(files).map(([name, chunks]) => [name, chunks.join('')])),
      note: tablesNote(content, Object.keys(histograms).length, 'histograms'),
      lost,
    };
  },
};

const tablesNote = ({ blind }: Exportable, count: number, what = 'tables'): string =>
  `${count} ${what}; ${blind ? 'masked counts of the closed box are left out' : 'the box is open'}`;

/**
 * Writes a finished run to a folder: its likelihood as a pyhf workspace or a card of Combine, a HEPData submission with
 * likelihood, search and pictures attached, CSV tables, or UHI histograms, each with RO-Crate metadata. Nothing masked is
 * in them. Throws InvalidInput when the folder cannot be written.
 */
export async function exportRun(
  content: Exportable,
  format: ExportFormat,
  out: string,
  pictures: RunPictures = {},
): Promise<Exported> {
  const { files, likelihood, note, lost } = writers[format](content, pictures);
  const about = {
    name: content.title,
    description: content.summary,
    references: content.references,
    version: await packageVersion(),
    date: new Date().toISOString().slice(0, 10),
    meanings: likelihood === undefined ? {} : { [likelihood]: content.likelihood.meaning },
  };
  await makeFolder(out);
  const written: string[] = [];
  const all = { ...files, 'ro-crate-metadata.json': roCrateOf(about, Object.keys(files)) };
  for (const [name, text] of Object.entries(all)) {
    const path = join(out, name);
    await writeWhole(path, [text]);
    written.push(path);
  }
  return { files: written, note, lost };
}
