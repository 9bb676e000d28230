import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { CombinedChannel } from '../../statistics/combination/combination-input.ts';
import type { WorkspaceDocument } from '../../statistics/histfactory/index.ts';
import type { Contribution } from './contribution.ts';

/** What a user says about the names of uncertainties and parameters. */
export interface NameChoices {
  /** Names that are not one thing in all contributions. */
  readonly uncorrelated: readonly string[];
  /** OLD=NEW in all contributions, CONTRIBUTION:OLD=NEW in one. */
  readonly rename: readonly string[];
}

/** Uncertainties and the parameter of interest of a contribution, by name. */
export function namesOf({ counts, workspace }: Contribution): string[] {
  const modifiers = workspace.channels.flatMap(({ samples }) => samples.flatMap((sample) => sample.modifiers));
  const counted = (counts ?? []).flatMap(({ channel }) => Object.keys(channel.nuisances ?? {}));
  return [...new Set([...modifiers.map(({ name }) => name), ...counted])];
}

/**
 * The contributions with other names for their uncertainties: as `rename` says, and apart from one another where
 * `uncorrelated` says so. Throws InvalidInput for a name that none of them has, or one that is taken.
 */
export function renamed(contributions: readonly Contribution[], choices: NameChoices): Contribution[] {
  const maps = contributions.map(() => new Map<string, string>());
  const known = contributions.map(namesOf);
  const everywhere = [...new Set(known.flat())];
  for (const text of choices.rename) {
    const equals = text.lastIndexOf('=');
    if (equals <= 0 || equals === text.length - 1)
      throw new InvalidInput('--rename', `'${text}' is not of the form OLD=NEW or FILE:OLD=NEW.`);
    const [left, to] = [text.slice(0, equals), text.slice(equals + 1)];
    const one = contributions.findIndex(({ name }) => left.startsWith(`${name}:`));
    const from = one < 0 ? left : left.slice(contributions[one].name.length + 1);
    const among = one < 0 ? everywhere : known[one];
    if (!among.includes(from)) throw unknownName('--rename', 'uncertainty', from, among);
    contributions.forEach((_, i) => {
      if ((one < 0 || one === i) && known[i].includes(from)) {
        if (known[i].includes(to))
          throw new InvalidInput('--rename', `${contributions[i].name} has a '${to}' already.`);
        maps[i].set(from, to);
      }
    });
  }
  const after = [...new Set(known.flatMap((names, i) => names.map((name) => maps[i].get(name) ?? name)))];
  for (const name of choices.uncorrelated) {
    if (!after.includes(name)) throw unknownName('--uncorrelated', 'uncertainty', name, after);
    contributions.forEach((contribution, i) => {
      for (const old of known[i])
        if ((maps[i].get(old) ?? old) === name) maps[i].set(old, `${name} of ${contribution.name}`);
    });
  }
  return contributions.map((contribution, i) => withNames(contribution, maps[i]));
}

function withNames(contribution: Contribution, names: ReadonlyMap<string, string>): Contribution {
  if (names.size === 0) return contribution;
  const to = (name: string): string => names.get(name) ?? name;
  const { counts, workspace, poi } = contribution;
  return {
    ...contribution,
    poi: to(poi),
    counts:
      counts?.map(({ channel, errorName }) => ({
        channel: renamedChannel(channel, to),
        errorName: errorName === null ? null : to(errorName),
      })) ?? null,
    workspace: renamedWorkspace(workspace, to),
  };
}

const renamedChannel = (channel: CombinedChannel, to: (name: string) => string): CombinedChannel => ({
  ...channel,
  nuisances: Object.fromEntries(Object.entries(channel.nuisances ?? {}).map(([name, effect]) => [to(name), effect])),
});

const renamedWorkspace = (workspace: WorkspaceDocument, to: (name: string) => string): WorkspaceDocument => ({
  ...workspace,
  channels: workspace.channels.map((channel) => ({
    ...channel,
    samples: channel.samples.map((sample) => ({
      ...sample,
      modifiers: sample.modifiers.map((modifier) => ({ ...modifier, name: to(modifier.name) })),
    })),
  })),
  measurements: workspace.measurements.map(({ name, config }) => ({
    name,
    config: {
      poi: to(config.poi),
      parameters: config.parameters.map((entry) => ({ ...entry, name: to(entry.name) })),
    },
  })),
});
