import type { Likelihood } from '../../formats/content.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { countedBackground } from '../../search/results/counted-background.ts';
import type { CountedResult, NothingCounted } from '../../search/results/counted-result.ts';
import type { CombinedChannel } from '../../statistics/combination/combination-input.ts';
import { countsOfWorkspace } from '../../statistics/combination/counts-of-workspace.ts';
import {
  countingWorkspace,
  type ModifierDocument,
  type NormsysCode,
  type WorkspaceDocument,
} from '../../statistics/histfactory/index.ts';

/** What the parameter of interest of a likelihood is, where that is known: words, and the value at 1. */
export interface Meaning {
  readonly parameter: string;
  readonly unit: number;
}

/** One count of a contribution; `errorName`: the uncertainty, by name, that its background error is. */
export interface CountedPart {
  readonly channel: CombinedChannel;
  readonly errorName: string | null;
}

/** One of the results that are combined, before anything is decided about the others. */
export interface Contribution {
  readonly name: string;
  readonly from: 'run' | 'likelihood';
  /** Null for a likelihood whose file says no more than a name. */
  readonly meaning: Meaning | null;
  readonly poi: string;
  /** The box is closed: what was seen takes no part. */
  readonly blind: boolean;
  /** As counting experiments, in units of the parameter of interest; null where it is more than that. */
  readonly counts: readonly CountedPart[] | null;
  readonly workspace: WorkspaceDocument;
  /** Interpolation under which the workspace says what its file said. */
  readonly normsys: NormsysCode | undefined;
  readonly notes: readonly string[];
}

/** A result with the value of the common parameter at μ = 1; null where nobody knows. */
export interface ScaledContribution {
  readonly contribution: Contribution;
  readonly unit: number | null;
}

/** Parameter of interest of a run. */
const POI = 'mu';

/**
 * A finished run as a contribution. The count of a closed box is none, whatever was published for it. Throws InvalidInput
 * with the reason where a run counts nothing.
 */
export function contributionOfRun(name: string, counted: CountedResult | NothingCounted): Contribution {
  if ('reason' in counted) throw new InvalidInput(name, `${counted.reason}.`);
  const { parameter, perEvent, observed, background, backgroundError, signalError, effects } = counted;
  const channel: CombinedChannel = {
    name,
    observed,
    background,
    ...(backgroundError > 0 ? { backgroundError, backgroundModel: 'gauss' as const } : {}),
    ses: 1,
    sesError: signalError,
    nuisances: effects,
  };
  return {
    name,
    from: 'run',
    meaning: { parameter, unit: perEvent },
    poi: POI,
    blind: observed === null,
    counts: [{ channel, errorName: null }],
    workspace: workspaceOfCount(channel),
    normsys: undefined,
    notes: [],
  };
}

/** A likelihood from a file as a contribution; `placeHolder`: its count stands for a box that is closed. */
export function contributionOfLikelihood(
  name: string,
  { workspace, normsys, notes }: Likelihood,
  meaning: (Meaning & { readonly count: string }) | undefined,
  measurement?: string,
): Contribution {
  const known = workspace.measurements.map((one) => one.name);
  const wanted = measurement === undefined ? 0 : known.indexOf(measurement);
  // A file with one measurement has nothing to choose from.
  if (wanted < 0 && known.length > 1)
    throw unknownName('--measurement', `measurement of ${name}`, measurement ?? '', known);
  const chosen = { ...workspace, measurements: [workspace.measurements[Math.max(0, wanted)]] };
  const { poi } = chosen.measurements[0].config;
  if (poi === '') throw new InvalidInput(name, 'its measurement has no parameter of interest.');
  const blind = meaning?.count === 'nowhere';
  const counts = countsOfWorkspace(chosen, poi);
  return {
    name,
    from: 'likelihood',
    meaning: meaning === undefined ? null : { parameter: meaning.parameter, unit: meaning.unit },
    poi,
    blind,
    counts:
      counts?.map(({ channel, errorName }) => ({
        channel: blind ? { ...channel, observed: null } : channel,
        errorName,
      })) ?? null,
    workspace: chosen,
    normsys,
    notes: [
      ...notes,
      ...(meaning?.count === 'published' ? ['its count is the published one; the box of its run was closed'] : []),
    ],
  };
}

/** One count as a workspace whose uncertainties keep their names; while blind the count is the expected background. */
function workspaceOfCount({ name, observed, background, backgroundError, sesError, nuisances }: CombinedChannel) {
  const made = countingWorkspace({
    name,
    observed: observed ?? background,
    ...countedBackground(background, typeof backgroundError === 'number' ? backgroundError : 0),
    sesError,
  });
  const effects = Object.entries(nuisances ?? {});
  const more = (part: 'signal' | 'background'): ModifierDocument[] =>
    effects.flatMap(([key, effect]): ModifierDocument[] => {
      const size = effect[part] ?? 0;
      return size === 0 ? [] : [{ name: key, type: 'normsys', data: { hi: 1 + size, lo: 1 / (1 + size) } }];
    });
  const own = (modifier: ModifierDocument): ModifierDocument =>
    modifier.name === POI ? modifier : { ...modifier, name: `${modifier.name} of ${name}` };
  const [channel] = made.channels;
  const samples = channel.samples.map((sample) => ({
    ...sample,
    modifiers: [...sample.modifiers.map(own), ...more(sample.name === 'signal' ? 'signal' : 'background')],
  }));
  const [{ config }] = made.measurements;
  const parameters = config.parameters.map((entry) => ({
    ...entry,
    name: entry.name === POI ? POI : `${entry.name} of ${name}`,
  }));
  return {
    ...made,
    channels: [{ ...channel, samples }],
    measurements: [{ name: 'run', config: { poi: POI, parameters } }],
  } satisfies WorkspaceDocument;
}
