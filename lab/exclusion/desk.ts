import {
  type AnySearch,
  earlierLimits,
  excludeOnePoint,
  hiddenParticles,
  type ModelChoice,
  type OpenedExclusion,
  publishedLimits,
  readOwnModelDocument,
  schemaCalled,
  simulateContours,
} from 'spillway';
import { drawFigure } from 'spillway/plots';
import type { Call } from '../desk/serve.ts';
import { registered } from '../search/asked-search.ts';
import type { Dress } from '../search/drawn-report.ts';
import { type Fill, simulating, startAny } from '../workers/lanes.ts';

/** What has to be simulated for: a model and the searches that look for it. */
export interface PlaneQuestion {
  /** The id of a model, or the JSON text of one's own. */
  readonly model: { readonly id: string } | { readonly own: string };
  readonly searches: readonly string[];
  readonly events: number;
  /** Masses simulated, before any are added where an edge turns. */
  readonly massCount: number;
}

/** What is asked of a plane that is there. */
export interface PlaneAsked {
  readonly protons: number | undefined;
  readonly production: string | undefined;
  readonly refined: boolean;
  readonly band: boolean;
  readonly dress: Dress;
}

/** A model, as the room shows it. */
export interface ListedModel {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly productions: readonly string[];
  readonly usual: string;
}

/** What is excluded. */
export interface PlaneAnswer {
  readonly svg: string;
  readonly kind: string;
  readonly refined: boolean;
  readonly protons: number;
  readonly says: string;
  readonly assumptions: readonly string[];
  /** The exclusion as `spillway exclude --json` has it, as text. */
  readonly json: string;
  /** The data of the picture, as `spillway plot` takes it. */
  readonly figure: string;
  readonly milliseconds: number;
}

/** A point of mass (GeV) and coupling. */
export interface PointAsked {
  readonly mass: number;
  readonly coupling: number;
  readonly protons: number | undefined;
  readonly production: string | undefined;
}

/** What is said of a point. */
export type PointAnswer = Pick<
  Awaited<ReturnType<typeof excludeOnePoint>>['point'],
  'mass' | 'coupling' | 'excluded' | 'cls' | 'kind' | 'experiments' | 'factors'
>;

type Exclusion = ReturnType<OpenedExclusion['contour']>['exclusion'];

let opened:
  | {
      readonly question: string;
      readonly choice: ModelChoice;
      readonly documents: readonly AnySearch[];
      readonly plane: OpenedExclusion;
    }
  | undefined;

const documentsOf = (searches: readonly string[]): readonly AnySearch[] =>
  searches.map((id) => {
    if (!Object.hasOwn(registered, id)) throw new Error(`there is no search called '${id}'`);
    return registered[id];
  });

const choiceOf = (model: PlaneQuestion['model']): ModelChoice =>
  'id' in model ? model.id : readOwnModelDocument(model.own, 'your model');

/** A desk that simulates a plane of mass and coupling once, and draws what is excluded as often as asked. */
export const exclusionDesk = {
  models: (): readonly ListedModel[] =>
    Object.values(hiddenParticles).map(({ id, title, symbol, productions, defaultProduction }) => ({
      ...{ id, title, symbol, usual: defaultProduction },
      productions: Object.keys(productions),
    })),

  /** The schema of a model's document. */
  modelSchema: () => schemaCalled('model'),

  /** What of a model's text does not hold: path and sentence each; none when it can be used. */
  checkModel: (text: string): readonly { readonly path: string; readonly problem: string }[] => {
    try {
      readOwnModelDocument(text, 'your model');
      return [];
    } catch (error) {
      const { issues, message } = error as Error & { readonly issues?: readonly { path: string; problem: string }[] };
      return issues ?? [{ path: '', problem: message }];
    }
  },

  /** Simulates the masses of a model, unless they are there. Answers with the production sets of the model. */
  openPlane: async (asked: PlaneQuestion, { tell, signal }: Call): Promise<void> => {
    const { model, searches, events, massCount } = asked;
    const question = JSON.stringify(asked);
    if (opened?.question === question) return;
    const choice = choiceOf(model);
    const host = {
      workers: simulating,
      startWorker: startAny,
      signal,
      tell: ({ eventsDone, eventsTotal, secondsLeft }: Fill) => tell({ eventsDone, eventsTotal, secondsLeft }),
    };
    const documents = documentsOf(searches);
    opened = {
      question,
      choice,
      documents,
      plane: await simulateContours(choice, documents, { events, massCount }, host),
    };
  },

  /** What is excluded in the plane that is open. */
  exclude: ({ protons, production, refined, band, dress }: PlaneAsked): PlaneAnswer => {
    const began = performance.now();
    if (opened === undefined) throw new Error('no plane is open');
    const { choice, plane, documents } = opened;
    // A model of one's own has no published limits, whatever it is called.
    const earlier =
      typeof choice === 'string' ? earlierLimits(Object.values(publishedLimits), choice, documents as never) : [];
    const { exclusion, files } = plane.contour(
      { production, pot: protons, ...(earlier.length > 0 && { earlier }) },
      { refined, band },
    );
    const [, figure] = files.pictures()[0];
    const { dark, narrow } = dress;
    return {
      svg: drawFigure(figure, { style: dark ? 'dark' : 'paper', layout: narrow ? 'narrow' : 'wide' }),
      kind: exclusion.kind,
      refined,
      protons: exclusion.protons,
      says: sentenceOf(exclusion),
      assumptions: exclusion.assumptions,
      json: JSON.stringify(exclusion, undefined, 2),
      figure: JSON.stringify(figure, undefined, 2),
      milliseconds: performance.now() - began,
    };
  },

  /** Whether one point is excluded, with every factor of the expected events: simulates its mass (a moment). */
  point: async ({ mass, coupling, protons, production }: PointAsked): Promise<PointAnswer> => {
    if (opened === undefined) throw new Error('no plane is open');
    const { choice, documents } = opened;
    const { point } = await excludeOnePoint(choice, documents, { mass, coupling }, { pot: protons, production });
    const { excluded, cls, kind, experiments, factors } = point;
    return { mass, coupling, excluded, cls, kind, experiments, factors };
  },
};

/** The excluded masses and what of them is new, in a sentence. */
function sentenceOf({ kind, massEnds, new: fresh }: Exclusion): string {
  if (massEnds === null) return 'Nothing is excluded.';
  const range = ([from, to]: readonly [number, number]) =>
    `${Number(from.toPrecision(3))} to ${Number(to.toPrecision(3))} GeV`;
  const [first, last] = massEnds;
  const news = fresh?.massRange == null ? '' : `, of which ${range(fresh.massRange)} reach beyond all earlier limits`;
  const verb = kind === 'projection' ? 'could be excluded with so many protons' : 'are excluded';
  return `Masses from ${range([first.mass, last.mass])} ${verb}${news}.`;
}
