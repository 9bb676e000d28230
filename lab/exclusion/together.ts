import {
  type AnySearch,
  excludePointTogether,
  excludeTogether,
  type Host,
  type TogetherExclusion,
  togetherFigure,
} from 'spillway';
import { simulating, startAny } from '../workers/lanes.ts';
import { rangeText } from './range-text.ts';

/** What is asked of kaon scans and searches behind a dump together. */
export interface TogetherAsked {
  readonly model: string;
  readonly documents: readonly AnySearch[];
  readonly events: number;
  readonly exposure: number;
  readonly production: string | undefined;
}

type Following = Pick<Host, 'signal' | 'tell'>;

/** Sums and yields by what they are of: those of one question after the other, until it is of another model. */
let kept = { of: '', numbers: new Map<string, Float64Array>() };

function hostFor({ model, documents, events }: TogetherAsked, following: Following): Host {
  const of = JSON.stringify([model, documents.map(({ id }) => id), events]);
  if (of !== kept.of) kept = { of, numbers: new Map() };
  const { numbers } = kept;
  return {
    ...{ workers: simulating, startWorker: startAny, ...following },
    kept: {
      load: async (text) => numbers.get(text)?.slice(),
      save: async (text, found) => void numbers.set(text, found.slice()),
    },
  };
}

const optionsOf = ({ events, exposure, production }: TogetherAsked) => ({
  ...{ events, production },
  ...(exposure !== 1 && { exposure }),
});

/** The last answer: how it is drawn may change. */
let last: { readonly of: string; readonly exclusion: TogetherExclusion } | undefined;

/** The regions of kaon scans and of searches behind a dump, and their union, as `spillway exclude` has them. */
export async function regionsTogether(asked: TogetherAsked, following: Following) {
  const { model, documents } = asked;
  const of = JSON.stringify([model, documents.map(({ id }) => id), optionsOf(asked)]);
  if (last?.of !== of)
    last = { of, exclusion: await excludeTogether(model, documents, optionsOf(asked), hostFor(asked, following)) };
  const { exclusion } = last;
  scanned = new Map(exclusion.regions.flatMap((one) => one.searches.map((id) => [id, one.scanned] as const)));
  const verb = exclusion.kind === 'projection' ? 'could be excluded' : 'are excluded';
  const says = exclusion.regions.map(({ searches, edges, reason, decays }) => {
    const masses = edges.filter(({ lower }) => lower !== null).map(({ mass }) => mass);
    const found =
      masses.length === 0
        ? 'nothing is excluded'
        : `masses from ${rangeText([Math.min(...masses), Math.max(...masses)])} ${reason === null ? verb : 'would be excluded by a count of the background alone'}`;
    const expected = reason === null ? '' : ` (${reason})`;
    return `${searches.join(', ')}: ${found}${expected}${decays === 'other' ? ", for other decays than the model's" : ''}.`;
  });
  return { exclusion, figure: togetherFigure(exclusion), says: says.join(' ') };
}

/** Masses that each search was asked at, when the regions were worked out last. */
let scanned: ReadonlyMap<string, readonly [number, number]> = new Map();

/** The searches that say something of a mass: kaon scans end. */
export const searchesAt = ({ documents }: TogetherAsked, mass: number): readonly AnySearch[] =>
  documents.filter(({ id, kind }) => {
    const [from, to] = scanned.get(id) ?? [0, Number.POSITIVE_INFINITY];
    return kind === 'dump' || (mass >= from && mass <= to);
  });

/** One point by all of them. */
export async function pointTogether(
  asked: TogetherAsked,
  point: { readonly mass: number; readonly coupling: number },
  following: Following,
) {
  const { model, documents } = asked;
  return (await excludePointTogether(model, documents, point, optionsOf(asked), hostFor(asked, following))).point;
}
