import { type ContentSummary, summaryOf } from '../formats/content-summary.ts';
import { type AnyContent, readAnything } from '../formats/read-anything.ts';
import type { DataTable } from '../formats/tables/data-table.ts';
import { InvalidInput } from '../schema/index.ts';
import type { RunFigure } from '../search/results/figure.ts';
import { diagnosis } from '../statistics/histfactory/diagnostics/diagnosis.ts';
import { applyPatches } from '../statistics/histfactory/document/patch.ts';
import { patchFromSet, verifyPatchset } from '../statistics/histfactory/document/patchset.ts';
import { workspaceLimit } from '../statistics/histfactory/limits/workspace-limit.ts';
import type { WorkspaceLimit } from '../statistics/histfactory/limits/workspace-limit-result.ts';
import { buildModel } from '../statistics/histfactory/model/build-model.ts';
import { diagnosisFigures } from './diagnosis-figures.ts';
import { countsOfTables } from './redo/counts-of-tables.ts';
import { type RedoResult, redoLimits } from './redo/redo.ts';

/** Files as they were dropped together, by name. */
export type GivenFiles = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** What some files are, and what follows from them. */
export interface FilesAnswer {
  /** Each file that could be read. */
  readonly files: readonly (ContentSummary & { readonly name: string })[];
  /** Files that could not, with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
  /** Patches that may be applied to the likelihood. */
  readonly patches: readonly string[];
  /** The limit of the likelihood; null where there is none. */
  readonly limit: WorkspaceLimit | null;
  /** Pulls and the likelihood along the parameter of interest. */
  readonly figures: readonly Pick<RunFigure, 'name' | 'caption' | 'figure'>[];
  /** Limits worked out from a table of counts, backgrounds and sensitivities; null where there is none. */
  readonly redone: RedoResult | null;
}

/** Pulls and scans take a fit per parameter: beyond so many they are left to `spillway diagnose`. */
const MOST_PARAMETERS = 80;

/**
 * What files are that were given together, recognised by content, and the answer that follows: the limit of a
 * likelihood (with `patch` of a patchset applied) with its expected band and pulls, or limits from a table of counts.
 * `level`: confidence. A file that cannot be read is named with the reason; throws InvalidInput for a patch that is not
 * there, and for a likelihood that does not hold.
 */
export async function answerFiles(
  given: GivenFiles,
  { level = 0.95, patch }: { readonly level?: number; readonly patch?: string | undefined } = {},
): Promise<FilesAnswer> {
  // Files that were given together have no folders: of a path that another names the last part is looked for.
  const beside = async (path: string) => {
    const name = path.replace(/^.*\//, '');
    return Object.hasOwn(given, path) ? given[path] : Object.hasOwn(given, name) ? given[name] : null;
  };
  const read: { readonly name: string; readonly content: AnyContent }[] = [];
  const refused: { readonly name: string; readonly reason: string }[] = [];
  for (const [name, bytes] of Object.entries(given)) {
    try {
      read.push({ name, content: await readAnything(bytes, name, beside) });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      refused.push({ name, reason: error.message });
    }
  }
  const [likelihood] = read.flatMap(({ name, content }) =>
    content.what === 'likelihood' ? [{ name, ...content.content }] : [],
  );
  const [patchset] = read.flatMap(({ content }) => (content.what === 'patchset' ? [content.content] : []));
  const [tables] = read.flatMap(({ content }) => (content.what === 'tables' ? [content.content.tables] : []));
  const patches = patchset?.patches.map(({ metadata: { name } }) => name) ?? [];
  const answer = { files: read.map(({ name, content }) => ({ name, ...summaryOf(content) })), refused, patches };
  if (likelihood === undefined)
    return { ...answer, limit: null, figures: [], redone: tables === undefined ? null : redoneOf(tables, level) };
  if (patchset !== undefined) verifyPatchset(patchset, new TextDecoder().decode(given[likelihood.name]));
  const wanted = patch ?? patches[0];
  const workspace =
    patchset === undefined || wanted === undefined
      ? likelihood.workspace
      : applyPatches(likelihood.workspace, [patchFromSet(patchset, wanted)]);
  const { normsys } = likelihood;
  const model = buildModel(workspace, normsys === undefined ? {} : { normsys });
  const limit = workspaceLimit(model, { level });
  const small = model.parameters.length <= MOST_PARAMETERS;
  const poi = model.parameters[model.poi]?.name ?? null;
  const found = small ? diagnosis(model, { impacts: true, scans: poi === null ? [] : [poi] }) : null;
  return { ...answer, limit, figures: found === null ? [] : diagnosisFigures(found, poi), redone: null };
}

/** The limits of a table, where its columns can be told. */
function redoneOf(tables: readonly DataTable[], level: number): RedoResult | null {
  try {
    return redoLimits(countsOfTables(tables, undefined, undefined).counts, level, 'cls');
  } catch (error) {
    if (error instanceof InvalidInput) return null;
    throw error;
  }
}
