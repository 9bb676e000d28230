import { InvalidInput, unknownName } from '../../../schema/index.ts';
import { checkWorkspace } from './load-workspace.ts';
import type { WorkspaceDocument } from './workspace-document.ts';

/** What of a workspace is meant, by name. */
export interface WorkspaceNames {
  readonly channels?: readonly string[];
  readonly samples?: readonly string[];
  readonly modifiers?: readonly string[];
  readonly measurements?: readonly string[];
}
type Kind = keyof WorkspaceNames;

/** The names in a workspace, each once, in order of appearance. */
export function namesIn({ channels, measurements }: WorkspaceDocument): Required<WorkspaceNames> {
  const samples = channels.flatMap((channel) => channel.samples);
  const once = (names: readonly string[]): string[] => [...new Set(names)];
  return {
    channels: channels.map(({ name }) => name),
    samples: once(samples.map(({ name }) => name)),
    modifiers: once(samples.flatMap(({ modifiers }) => modifiers.map(({ name }) => name))),
    measurements: measurements.map(({ name }) => name),
  };
}

function requireNames(workspace: WorkspaceDocument, names: WorkspaceNames): void {
  const known = namesIn(workspace);
  for (const kind of Object.keys(names) as Kind[])
    for (const name of names[kind] ?? [])
      if (!known[kind].includes(name)) throw unknownName(kind, kind.slice(0, -1), name, known[kind]);
}

/**
 * The workspace without the channels, samples, modifiers and measurements named.
 * @throws InvalidInput for an unknown name, or where nothing would be left: a channel without samples, no channel, no
 * measurement, a parameter of interest that nothing carries any more.
 */
export function pruneWorkspace(workspace: WorkspaceDocument, names: WorkspaceNames): WorkspaceDocument {
  requireNames(workspace, names);
  const without = <T extends { name: string }>(list: readonly T[], kind: Kind): T[] =>
    list.filter(({ name }) => !(names[kind] ?? []).includes(name));
  const channels = without(workspace.channels, 'channels').map((channel) => {
    const samples = without(channel.samples, 'samples').map((sample) => ({
      ...sample,
      modifiers: without(sample.modifiers, 'modifiers'),
    }));
    if (samples.length === 0)
      throw new InvalidInput(channel.name, 'no sample would be left in this channel; prune it too.');
    return { ...channel, samples };
  });
  const measurements = without(workspace.measurements, 'measurements');
  if (channels.length === 0) throw new InvalidInput('channels', 'no channel would be left.');
  if (measurements.length === 0) throw new InvalidInput('measurements', 'no measurement would be left.');
  const pruned = {
    ...workspace,
    channels,
    observations: without(workspace.observations, 'channels'),
    measurements: measurements.map((measurement) => ({
      ...measurement,
      config: { ...measurement.config, parameters: without(measurement.config.parameters, 'modifiers') },
    })),
  };
  const left = namesIn(pruned).modifiers;
  for (const { name, config } of measurements)
    if (config.poi !== '' && !left.includes(config.poi))
      throw new InvalidInput(name, `its parameter of interest '${config.poi}' would move nothing any more.`);
  return checkWorkspace(pruned);
}

/**
 * The workspace with other names: `names` gives [old, new] pairs per kind. Parameters configured by a measurement and
 * its parameter of interest follow their modifier.
 * @throws InvalidInput for an unknown old name, or a new one that is taken: two things under one name would be one.
 */
export function renameInWorkspace(
  workspace: WorkspaceDocument,
  names: Readonly<Partial<Record<Kind, readonly (readonly [string, string])[]>>>,
): WorkspaceDocument {
  const known = namesIn(workspace);
  const maps = {} as Record<Kind, Map<string, string>>;
  for (const kind of Object.keys(known) as Kind[]) {
    const pairs = names[kind] ?? [];
    maps[kind] = new Map(pairs);
    requireNames(workspace, { [kind]: pairs.map(([from]) => from) });
    const after = known[kind].map((name) => maps[kind].get(name) ?? name);
    const taken = after.find((name, k) => after.indexOf(name) !== k);
    if (taken !== undefined)
      throw new InvalidInput(kind, `two of them would be called '${taken}', which would make them one.`);
  }
  const to = (kind: Kind, name: string): string => maps[kind].get(name) ?? name;
  return checkWorkspace({
    ...workspace,
    channels: workspace.channels.map((channel) => ({
      ...channel,
      name: to('channels', channel.name),
      samples: channel.samples.map((sample) => ({
        ...sample,
        name: to('samples', sample.name),
        modifiers: sample.modifiers.map((modifier) => ({ ...modifier, name: to('modifiers', modifier.name) })),
      })),
    })),
    observations: workspace.observations.map((entry) => ({ ...entry, name: to('channels', entry.name) })),
    measurements: workspace.measurements.map(({ name, config }) => ({
      name: to('measurements', name),
      config: {
        ...config,
        poi: to('modifiers', config.poi),
        parameters: config.parameters.map((entry) => ({ ...entry, name: to('modifiers', entry.name) })),
      },
    })),
  });
}

const byName = (a: { name: string; type?: string }, b: { name: string; type?: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : (a.type ?? '') < (b.type ?? '') ? -1 : 1;

/** The same workspace with everything in the order of names, so that two of equal content read alike. */
export function sortWorkspace(workspace: WorkspaceDocument): WorkspaceDocument {
  return {
    ...workspace,
    channels: workspace.channels
      .map((channel) => ({
        ...channel,
        samples: channel.samples
          .map((sample) => ({ ...sample, modifiers: [...sample.modifiers].sort(byName) }))
          .sort(byName),
      }))
      .sort(byName),
    observations: [...workspace.observations].sort(byName),
    measurements: workspace.measurements
      .map(({ name, config }) => ({ name, config: { ...config, parameters: [...config.parameters].sort(byName) } }))
      .sort(byName),
  };
}

/**
 * One workspace of the channels of two. Parameters of one name are one parameter, as everywhere in HistFactory.
 * @throws InvalidInput where the meaning would change: channels of one name, measurements of one name with another
 * parameter of interest or other settings of a parameter, other versions of the format.
 */
export function combineWorkspaces(left: WorkspaceDocument, right: WorkspaceDocument): WorkspaceDocument {
  if (left.version !== right.version)
    throw new InvalidInput('version', `${left.version} and ${right.version} cannot be joined.`);
  const both = left.channels.find(({ name }) => right.channels.some((channel) => channel.name === name));
  if (both !== undefined)
    throw new InvalidInput('channels', `both have a channel '${both.name}'; rename one of them, or leave it out.`);
  const measurements = left.measurements.map((measurement) => {
    const other = right.measurements.find(({ name }) => name === measurement.name);
    if (other === undefined) return measurement;
    const { config } = measurement;
    if (other.config.poi !== config.poi)
      throw new InvalidInput(
        measurement.name,
        `its parameter of interest is '${config.poi}' in one and '${other.config.poi}' in the other.`,
      );
    const more = other.config.parameters.filter((entry) => {
      const mine = config.parameters.find(({ name }) => name === entry.name);
      if (mine !== undefined && JSON.stringify(mine) !== JSON.stringify(entry))
        throw new InvalidInput(measurement.name, `'${entry.name}' has other settings in the two workspaces.`);
      return mine === undefined;
    });
    return { ...measurement, config: { ...config, parameters: [...config.parameters, ...more] } };
  });
  const own = right.measurements.filter(({ name }) => left.measurements.every((m) => m.name !== name));
  return checkWorkspace({
    channels: [...left.channels, ...right.channels],
    observations: [...left.observations, ...right.observations],
    measurements: [...measurements, ...own],
    version: left.version,
  });
}
