import { InvalidInput } from '../../schema/index.ts';
import { combineWorkspaces } from '../histfactory/document/workspace-operations.ts';
import type { ModifierDocument, ParameterDocument, SampleDocument, WorkspaceDocument } from '../histfactory/index.ts';

/** One likelihood of several: a workspace of one measurement, and what its parameter of interest is in common units. */
export interface LikelihoodPart {
  readonly name: string;
  readonly workspace: WorkspaceDocument;
  /** Signal of the workspace for one unit of the common parameter, over that for one unit of its own. */
  readonly factor: number;
}

/** Kinds of modifiers that belong to the bins of their channel, whatever they are called. */
const OF_BINS: ReadonlySet<string> = new Set(['shapesys', 'staterror', 'shapefactor']);

/**
 * One workspace of several likelihoods with one parameter of interest. Modifiers of one name are one parameter, except
 * those of bins, which stay with their channel; channels whose names clash are called after their likelihood. The first
 * measurement of each counts.
 * @throws InvalidInput for another parameter of interest, one that does more than scale samples, or settings of a shared
 * parameter that differ.
 */
export function jointWorkspace(parts: readonly LikelihoodPart[]): WorkspaceDocument {
  const [{ workspace: first }] = parts;
  const { poi } = first.measurements[0].config;
  const channels = parts.flatMap(({ workspace }) => workspace.channels.map(({ name }) => name));
  const bins = parts.map(
    ({ workspace }) => new Set(modifiersOf(workspace).flatMap((m) => (OF_BINS.has(m.type) ? [m.name] : []))),
  );
  const all = parts.map(({ workspace }) => new Set(modifiersOf(workspace).map(({ name }) => name)));
  const prepared = parts.map((part, i) => {
    const own = part.workspace.measurements[0].config.poi;
    if (own !== poi)
      throw new InvalidInput(part.name, `its parameter of interest is '${own}', that of ${parts[0].name} is '${poi}'.`);
    const clashes = [...all[i]].filter((name) => all.some((other, j) => j !== i && other.has(name)));
    const apart = clashes.filter((name) => bins.some((names) => names.has(name)));
    return prepare(part, poi, new Set(apart), (name) => channels.filter((other) => other === name).length > 1);
  });
  return prepared.slice(1).reduce(combineWorkspaces, prepared[0]);
}

const modifiersOf = ({ channels }: WorkspaceDocument): ModifierDocument[] =>
  channels.flatMap(({ samples }) => samples.flatMap(({ modifiers }) => modifiers));

function prepare(
  { name: part, workspace, factor }: LikelihoodPart,
  poi: string,
  apart: ReadonlySet<string>,
  clashes: (channel: string) => boolean,
): WorkspaceDocument {
  const channelName = (name: string): string => (clashes(name) ? `${part}: ${name}` : name);
  const modifierName = (name: string): string => (apart.has(name) ? `${part}: ${name}` : name);
  const [{ config }] = workspace.measurements;
  return {
    ...workspace,
    channels: workspace.channels.map((channel) => ({
      name: channelName(channel.name),
      samples: channel.samples.map((sample) => ({
        ...scaledSample(sample, poi, factor, part),
        modifiers: scaledSample(sample, poi, factor, part).modifiers.map((modifier) => ({
          ...modifier,
          name: modifierName(modifier.name),
        })),
      })),
    })),
    observations: workspace.observations.map((entry) => ({ ...entry, name: channelName(entry.name) })),
    measurements: [
      {
        name: 'combination',
        config: {
          poi,
          parameters: config.parameters
            .filter((entry) => entry.name !== poi)
            .map((entry): ParameterDocument => ({ ...entry, name: modifierName(entry.name) })),
        },
      },
    ],
  };
}

/** A sample as it is; one that the parameter of interest scales, with templates and errors times a factor. */
function scaledSample(sample: SampleDocument, poi: string, factor: number, part: string): SampleDocument {
  const scaling = sample.modifiers.filter(({ name }) => name === poi);
  if (scaling.length === 0) return sample;
  if (scaling.length > 1 || scaling[0].type !== 'normfactor')
    throw new InvalidInput(part, `'${poi}' does more than scale the sample '${sample.name}'.`);
  if (factor === 1) return sample;
  const times = (values: readonly number[]): number[] => values.map((value) => factor * value);
  return {
    ...sample,
    data: times(sample.data),
    modifiers: sample.modifiers.map((modifier): ModifierDocument => {
      if (modifier.type === 'histosys')
        return { ...modifier, data: { hi_data: times(modifier.data.hi_data), lo_data: times(modifier.data.lo_data) } };
      if (modifier.type === 'shapesys' || modifier.type === 'staterror')
        return { ...modifier, data: times(modifier.data) };
      return modifier;
    }),
  };
}
