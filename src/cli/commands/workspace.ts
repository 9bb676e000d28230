import { readBytes } from '../../hosts/node/files/read-bytes.ts';
import { readJsonFile } from '../../hosts/node/files/read-json.ts';
import { writeWhole } from '../../hosts/node/files/write-file.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { exportWorkspace, loadWorkspace } from '../../statistics/histfactory/document/load-workspace.ts';
import { applyPatches, type JsonPatch } from '../../statistics/histfactory/document/patch.ts';
import {
  loadPatchset,
  patchFromSet,
  verifyPatchset,
  workspaceDigest,
} from '../../statistics/histfactory/document/patchset.ts';
import type { WorkspaceDocument } from '../../statistics/histfactory/document/workspace-document.ts';
import {
  combineWorkspaces,
  namesIn,
  pruneWorkspace,
  renameInWorkspace,
  sortWorkspace,
} from '../../statistics/histfactory/document/workspace-operations.ts';
import { buildModel } from '../../statistics/histfactory/model/build-model.ts';
import { defineCommand } from '../command.ts';
import { keysOf, refuseGiven } from '../options/given.ts';
import { many, option } from '../options/option.ts';
import { subjectOf } from '../options/settings.ts';
import { readText } from '../options/text.ts';
import { tableText } from '../text/table.ts';

const operations = ['inspect', 'digest', 'combine', 'prune', 'rename', 'sort', 'patch'] as const;
type OperationName = (typeof operations)[number];

/** What `workspace inspect` says. */
interface Inspection {
  readonly channels: readonly { readonly name: string; readonly bins: number; readonly observed: number }[];
  readonly samples: readonly string[];
  readonly modifiers: readonly { readonly name: string; readonly types: readonly string[] }[];
  readonly measurements: readonly { readonly name: string; readonly poi: string; readonly parameters: number }[];
}

/** What `workspace` gives: one of the parts, by operation. */
export interface WorkspaceOperation {
  readonly operation: OperationName;
  readonly inspection?: Inspection;
  readonly digest?: string;
  /** The new workspace, and the file it was written to. */
  readonly workspace?: WorkspaceDocument;
  readonly file?: string;
}

interface Choices {
  readonly channel: readonly string[];
  readonly sample: readonly string[];
  readonly modifier: readonly string[];
  readonly measurement: readonly string[];
  readonly name: string | undefined;
}

const textOf = async (file: string): Promise<string> => new TextDecoder().decode(await readBytes(file));

/** A text read from a file, with the file in what is wrong with it. */
async function from<T>(file: string, read: (text: string) => T): Promise<T> {
  const text = await textOf(file);
  try {
    return read(text);
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidInput(file, error.message) : error;
  }
}

function inspect(workspace: WorkspaceDocument): Inspection {
  const modifiers = workspace.channels.flatMap(({ samples }) => samples.flatMap((sample) => sample.modifiers));
  const observed = new Map(workspace.observations.map(({ name, data }) => [name, data]));
  const { samples, modifiers: names } = namesIn(workspace);
  return {
    channels: workspace.channels.map(({ name, samples: [first] }) => ({
      name,
      bins: first.data.length,
      observed: (observed.get(name) ?? []).reduce((sum, n) => sum + n, 0),
    })),
    samples,
    modifiers: names.map((name) => ({
      name,
      types: [...new Set(modifiers.filter((modifier) => modifier.name === name).map(({ type }) => type))],
    })),
    measurements: workspace.measurements.map(({ name, config }) => ({
      name,
      poi: config.poi,
      parameters: buildModel(workspace, { measurement: name }).parameters.length,
    })),
  };
}

/** OLD=NEW pairs of an option of `rename`. */
const pairs = (option: string, texts: readonly string[]): (readonly [string, string])[] =>
  texts.map((text) => {
    const parts = text.split('=');
    if (parts.length !== 2 || parts.some((part) => part === ''))
      throw new InvalidInput(option, `found '${text}', needs OLD=NEW.`);
    return [parts[0], parts[1]];
  });

async function patched(files: readonly string[], name: string | undefined): Promise<WorkspaceDocument> {
  const [file, patchFile] = files;
  const workspace = await from(file, loadWorkspace);
  const document = await readJsonFile(patchFile);
  try {
    if (Array.isArray(document) && name !== undefined)
      throw new InvalidInput('name', `is of a patchset; ${patchFile} is one patch.`);
    if (Array.isArray(document)) return applyPatches(workspace, [document as JsonPatch]);
    const set = loadPatchset(await textOf(patchFile));
    if (name === undefined)
      throw new InvalidInput(
        'name',
        `is missing; ${patchFile} holds ${set.patches.map((p) => p.metadata.name).join(', ')}.`,
      );
    verifyPatchset(set, await textOf(file));
    return applyPatches(workspace, [patchFromSet(set, name)]);
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.where === 'name') throw error;
    throw new InvalidInput(patchFile, error.message);
  }
}

type Changing = Exclude<OperationName, 'inspect' | 'digest'>;
const PARTS = ['channel', 'sample', 'modifier', 'measurement'] as const;
/** Options that each operation heeds. */
const HEEDED: Readonly<Record<OperationName, readonly (keyof Choices | 'out')[]>> = {
  inspect: [],
  digest: [],
  combine: ['out'],
  prune: [...PARTS, 'out'],
  rename: [...PARTS, 'out'],
  sort: ['out'],
  patch: ['name', 'out'],
};
/** How each operation that makes a new workspace does it, and how many files it takes. */
const changes: Readonly<
  Record<
    Changing,
    { readonly files: number; readonly make: (files: readonly string[], c: Choices) => Promise<WorkspaceDocument> }
  >
> = {
  combine: {
    files: 2,
    make: async (files) => {
      const all = await Promise.all(files.map((file) => from(file, loadWorkspace)));
      return all.slice(1).reduce(combineWorkspaces, all[0]);
    },
  },
  prune: {
    files: 1,
    make: async ([file], { channel, sample, modifier, measurement }) =>
      pruneWorkspace(await from(file, loadWorkspace), {
        channels: channel,
        samples: sample,
        modifiers: modifier,
        measurements: measurement,
      }),
  },
  rename: {
    files: 1,
    make: async ([file], { channel, sample, modifier, measurement }) =>
      renameInWorkspace(await from(file, loadWorkspace), {
        channels: pairs('channel', channel),
        samples: pairs('sample', sample),
        modifiers: pairs('modifier', modifier),
        measurements: pairs('measurement', measurement),
      }),
  },
  sort: { files: 1, make: async ([file]) => sortWorkspace(await from(file, loadWorkspace)) },
  patch: { files: 2, make: (files, { name }) => patched(files, name) },
};

export const workspaceCommand = defineCommand({
  examples: [
    'workspace inspect workspace.json',
    'workspace digest workspace.json',
    'workspace combine one.json two.json --out both.json',
    'workspace prune workspace.json --channel control --out smaller.json',
    'workspace rename workspace.json --modifier mu=strength --out renamed.json',
    'workspace patch background.json patchset.json --name point_100 --out signal.json',
  ],
  details:
    'Operations: inspect, digest (sha256), combine, prune, rename (OLD=NEW), sort, patch (a JSON patch, or one of a ' +
    'patchset, whose digests are then verified). What would change the meaning of a workspace is refused.',
  arguments: [
    { name: 'OPERATION', brief: operations.join(', '), kind: 'required' },
    { name: 'FILE', brief: 'pyhf workspaces; for patch the workspace, then the patch', kind: 'many' },
  ],
  options: {
    channel: many(readText, 'Prune or rename (OLD=NEW) this channel', subjectOf),
    sample: many(readText, 'Prune or rename this sample', subjectOf),
    modifier: many(readText, 'Prune or rename this modifier', subjectOf),
    measurement: many(readText, 'Prune or rename this measurement', subjectOf),
    name: option(readText, 'Patch of a patchset'),
    out: option(readText, 'File of the new workspace', 'it is printed'),
  },
  run: async (
    { channel, sample, modifier, measurement, name, out },
    [given, ...files],
  ): Promise<WorkspaceOperation> => {
    const operation = operations.find((known) => known === given);
    if (operation === undefined) throw unknownName('OPERATION', 'operation', given, operations);
    const typed = { channel, sample, modifier, measurement, name, out };
    const unheeded = keysOf(typed).filter((key) => !HEEDED[operation].includes(key));
    refuseGiven(typed, unheeded, `has no effect on '${operation}'; leave it out.`);
    if (HEEDED[operation].includes('channel') && PARTS.every((part) => typed[part] === undefined))
      throw new InvalidInput(
        'FILE',
        `nothing to ${operation}; name it with ${PARTS.map((part) => `--${part}`).join(', ')}.`,
      );
    if (operation === 'inspect' || operation === 'digest') {
      if (files.length !== 1) throw new InvalidInput('FILE', `'${operation}' takes one, found ${files.length}.`);
      if (operation === 'digest') return { operation, digest: await from(files[0], workspaceDigest) };
      return { operation, inspection: inspect(await from(files[0], loadWorkspace)) };
    }
    const { files: least, make } = changes[operation];
    const most = operation === 'combine' ? Number.POSITIVE_INFINITY : least;
    if (files.length < least || files.length > most)
      throw new InvalidInput(
        'FILE',
        `'${operation}' takes ${least}${most > least ? ' or more' : ''}, found ${files.length}.`,
      );
    const workspace = await make(files, {
      channel: channel ?? [],
      sample: sample ?? [],
      modifier: modifier ?? [],
      measurement: measurement ?? [],
      name,
    });
    if (out === undefined) return { operation, workspace };
    await writeWhole(out, [exportWorkspace(workspace)]);
    return { operation, workspace, file: out };
  },
  print: ({ inspection, digest, workspace, file }) => {
    if (digest !== undefined) return digest;
    if (inspection === undefined) return file ?? exportWorkspace(workspace!);
    const { channels, samples, modifiers, measurements } = inspection;
    return [
      tableText([['CHANNEL', 'BINS', 'SEEN'], ...channels.map((c) => [c.name, `${c.bins}`, `${c.observed}`])], [1, 2]),
      `Samples: ${samples.join(', ')}`,
      tableText([['MODIFIER', 'TYPE'], ...modifiers.map((m) => [m.name, m.types.join(', ')])]),
      tableText(
        [
          ['MEASUREMENT', 'PARAMETER OF INTEREST', 'PARAMETERS'],
          ...measurements.map((m) => [m.name, m.poi, `${m.parameters}`]),
        ],
        [2],
      ),
    ].join('\n\n');
  },
});
