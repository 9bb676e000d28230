import type { DetectorName } from '../../events/response-block.ts';
import {
  ANY_NUMBER,
  checked,
  chosen,
  closed,
  type Entries,
  exactly,
  filledList,
  filledText,
  kindBy,
  listOf,
  number,
  oneOf,
  optional,
  pairOf,
  recordOf,
  type Schema,
  text,
  trueOrFalse,
  whole,
} from '../../schema/shapes.ts';
import type { Dimension } from '../../stages/selection/observable.ts';
import { observables } from '../../stages/selection/observables/index.ts';
import type { PhotonRole } from '../../stages/selection/photon-role.ts';
import type { BestAssignment, Cut, ObservableName, Selection } from '../../stages/selection/selection.ts';
import { quantity } from '../../units/quantity-schema.ts';
import type { Axis } from '../kaon-search.ts';

/** A bound on an observable of each dimension. */
const BOUNDS: Readonly<Record<Dimension, Schema<number>>> = {
  energy: quantity('energy'),
  'energy squared': quantity('energy squared'),
  length: quantity('length'),
  angle: quantity('angle'),
  number: number(ANY_NUMBER),
};

/** What a document says of one observable, without the compiler's knowledge of its dimension. */
interface Named {
  readonly observable: string;
  readonly of?: readonly string[];
}
export interface AnyCut extends Named {
  readonly as?: readonly string[];
  readonly source?: string;
  readonly where?: readonly { readonly observable: string; readonly between: readonly [number, number] }[];
  readonly between?: readonly [number, number];
  readonly outside?: readonly [number, number];
  readonly above?: number;
  readonly below?: number;
}
export interface AnyAxis extends Named {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}
export interface AnyBest extends Named {
  readonly nearest: number;
}

const BOUND_KEYS = ['between', 'outside', 'above', 'below'] as const;

const named = (name: string): Entries<Named> => ({
  observable: exactly(name),
  of: optional(listOf(filledText('the role of a particle'))),
});

/** A schema per observable, told apart by its name. */
const byObservable = <T>(of: (name: string, bound: Schema<number>) => Schema<unknown>): Schema<T> =>
  kindBy<T>(
    'observable',
    'observable',
    Object.fromEntries(
      (Object.keys(observables) as ObservableName[]).map((name) => [
        name,
        of(name, BOUNDS[observables[name].dimension]),
      ]),
    ),
  );

const where = byObservable<NonNullable<AnyCut['where']>[number]>((name, bound) =>
  closed<NonNullable<AnyCut['where']>[number]>({ observable: exactly(name), between: pairOf(bound) }),
);

const cutOn = (name: string, bound: Schema<number>): Schema<AnyCut> =>
  checked(
    closed<AnyCut>({
      ...named(name),
      as: optional(filledList(filledText('the name of a particle')) as Schema<string[]>),
      source: optional(text('where the cut comes from')),
      where: optional(filledList(where) as Schema<NonNullable<AnyCut['where']>>),
      between: optional(pairOf(bound)),
      outside: optional(pairOf(bound)),
      above: optional(bound),
      below: optional(bound),
    }),
    (cut) => BOUND_KEYS.filter((key) => cut[key] !== undefined).length === 1,
    `needs exactly one of ${BOUND_KEYS.join(', ')}`,
  );

export const cut = byObservable<Cut>(cutOn);

export const axis = byObservable<Axis>((name, bound) =>
  checked(
    closed<AnyAxis>({ ...named(name), from: bound, to: bound, bins: number(whole(1, 100_000)) }),
    ({ from, to }) => from < to,
    "'from' is not below 'to'",
  ),
);

const best = byObservable<BestAssignment>((name, bound) => closed<AnyBest>({ ...named(name), nearest: bound }));

const DETECTORS: Readonly<Record<DetectorName, true>> = {
  rich: true,
  newChod: true,
  chod: true,
  calorimeter: true,
  muonDetector: true,
  muonOuterTiles: true,
};

const photonCount = number(whole(0, 20)) as Schema<unknown> as Schema<Selection['photons'] & {}>;
const photonNames = listOf(filledText("'gamma' or 'gamma …'"), 0, 20) as Schema<unknown> as Schema<PhotonRole[]>;

export const selection = closed<Selection>({
  tracks: filledList(filledText('the name of a charged particle')),
  photons: optional(
    chosen<Selection['photons'] & {}>([photonCount, photonNames], (value) =>
      Array.isArray(value) ? photonNames : photonCount,
    ),
  ),
  identified: optional(trueOrFalse),
  best: optional(best),
  unless: optional(recordOf(cut)),
  parent: oneOf<Selection['parent']>('parent', { 'run-averaged beam': true, 'beam spectrometer': true }),
  tracksReach: listOf(oneOf<DetectorName>('detector', DETECTORS)),
  chambers: optional(
    closed<NonNullable<Selection['chambers']>>({
      crossed: optional(number(whole(3, 20))),
      hit: optional(number(whole(3, 20))),
    }),
  ),
  identification: optional(exactly('strict')),
  photonVeto: optional(
    oneOf<NonNullable<Selection['photonVeto']>>('photon veto', {
      all: true,
      'large angle': true,
      hermetic: true,
      none: true,
    }),
  ),
  cuts: recordOf(cut),
});
