import {
  type AnySearch,
  earlierLimits,
  excludeOnePoint,
  hiddenParticles,
  kaonReadings,
  type ModelChoice,
  type OpenedExclusion,
  type PointTogether,
  publishedLimits,
  readOwnModelDocument,
  schemaCalled,
  simulateContours,
} from 'spillway';
import type { FigureFrame } from 'spillway/plots';
import type { Call } from '../desk/serve.ts';
import { registered } from '../search/asked-search.ts';
import type { Dress } from '../search/drawn-report.ts';
import { type Fill, simulating, startAny } from '../workers/lanes.ts';
import { drawnPlane, type Lines } from './drawn-plane.ts';
import { simulatedPart } from './own-factors.ts';
import { rangeText } from './range-text.ts';
import { pointTogether, regionsTogether, searchesAt, type TogetherAsked } from './together.ts';

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
  readonly exposure: number;
  readonly production: string | undefined;
  /** The text of a model of one's own, with its factors as they are now. */
  readonly own: string | undefined;
  readonly lines: Lines;
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
  /** Kaon searches whose scans say something of it. */
  readonly kaons: readonly string[];
}

/** What is excluded. */
export interface PlaneAnswer {
  readonly svg: string;
  readonly frame: FigureFrame | undefined;
  readonly kind: string;
  readonly refined: boolean;
  /** Protons on target; undefined where kaons were taken too. */
  readonly protons: number | undefined;
  readonly says: string;
  readonly assumptions: readonly string[];
  /** The exclusion as `spillway exclude --json` has it, as text. */
  readonly json: string;
  /** The data of the picture, as `spillway plot` takes it. */
  readonly figure: string;
  readonly milliseconds: number;
}

/** A point of mass (GeV) and coupling. */
export interface PointAsked extends Pick<PlaneAsked, 'protons' | 'exposure' | 'production' | 'own'> {
  /** Decays; those of `spillway exclude` when left out. */
  readonly events: number | undefined;
  readonly mass: number;
  readonly coupling: number;
}

/** What is said of a point: by searches behind a dump alone, or by kaon scans too. */
export type PointAnswer =
  | (Pick<
      Awaited<ReturnType<typeof excludeOnePoint>>['point'],
      'excluded' | 'cls' | 'kind' | 'experiments' | 'factors'
    > &
      Point)
  | (Pick<PointTogether, 'excluded' | 'cls' | 'scans' | 'dump' | 'combined'> & Point);

interface Point {
  readonly mass: number;
  readonly coupling: number;
}

type Exclusion = ReturnType<OpenedExclusion['contour']>['exclusion'];

interface OpenPlane {
  readonly question: string;
  readonly choice: ModelChoice;
  readonly documents: readonly AnySearch[];
  readonly events: number;
  /** Undefined where kaon scans are among the searches: these are not simulated mass by mass. */
  readonly plane: OpenedExclusion | undefined;
}

let opened: OpenPlane | undefined;

function openPlane(): OpenPlane {
  if (opened === undefined) throw new Error('no plane is open');
  return opened;
}

const documentsOf = (searches: readonly string[]): readonly AnySearch[] =>
  searches.map((id) => {
    if (!Object.hasOwn(registered, id)) throw new Error(`there is no search called '${id}'`);
    return registered[id];
  });

const ownModel = (text: string) => readOwnModelDocument(text, 'your model');

const choiceOf = (model: PlaneQuestion['model']): ModelChoice => ('id' in model ? model.id : ownModel(model.own));

/** The model with its factors as they are now, and its plane. */
async function weighed(own: string | undefined): Promise<OpenPlane> {
  const found = openPlane();
  if (own === undefined || typeof found.choice === 'string') return found;
  const choice = ownModel(own);
  if (JSON.stringify(choice) === JSON.stringify(found.choice)) return found;
  const next = { ...found, choice, plane: await found.plane?.withProduction(choice) };
  opened = next;
  return next;
}

/** What is asked of kaon scans too; undefined where all searches are behind a dump. */
function togetherOf(
  { choice, documents, events, plane }: OpenPlane,
  { exposure, production }: Pick<PlaneAsked, 'exposure' | 'production'>,
): TogetherAsked | undefined {
  if (plane !== undefined) return undefined;
  if (typeof choice !== 'string') throw new Error('kaon scans say nothing of a model of your own');
  return { model: choice, documents, events, exposure, production };
}

/** A desk that simulates a plane of mass and coupling once, and draws what is excluded as often as asked. */
export const exclusionDesk = {
  models: (): readonly ListedModel[] =>
    Object.values(hiddenParticles).map(({ id, title, symbol, productions, defaultProduction }) => ({
      ...{ id, title, symbol, usual: defaultProduction },
      productions: Object.keys(productions),
      kaons: kaonReadings.filter(({ model }) => model === id).map(({ search }) => search),
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
    const question = JSON.stringify([model, searches, events, massCount].map(simulated));
    if (opened?.question === question) return;
    const choice = choiceOf(model);
    const documents = documentsOf(searches);
    const host = {
      workers: simulating,
      startWorker: startAny,
      signal,
      tell: ({ eventsDone, eventsTotal, secondsLeft }: Fill) => tell({ eventsDone, eventsTotal, secondsLeft }),
    };
    const alone = documents.every(({ kind }) => kind === 'dump');
    const plane = alone ? await simulateContours(choice, documents, { events, massCount }, host) : undefined;
    opened = { question, choice, documents, events, plane };
  },

  /** What is excluded in the plane that is open. */
  exclude: async (asked: PlaneAsked, { tell, signal }: Call): Promise<PlaneAnswer> => {
    const began = performance.now();
    const { protons, production, refined, band, lines, dress } = asked;
    const found = await weighed(asked.own);
    const { choice, plane, documents } = found;
    const together = togetherOf(found, asked);
    if (together !== undefined || plane === undefined) {
      const { exclusion, figure, says } = await regionsTogether(together as TogetherAsked, {
        signal,
        tell: ({ eventsDone, eventsTotal, secondsLeft }) => tell({ eventsDone, eventsTotal, secondsLeft }),
      });
      return {
        ...drawnPlane(figure, lines, dress),
        ...{ kind: exclusion.kind, refined: true, protons: undefined, says },
        assumptions: exclusion.assumptions,
        json: JSON.stringify(exclusion, undefined, 2),
        milliseconds: performance.now() - began,
      };
    }
    // A model of one's own has no published limits, whatever it is called.
    const earlier =
      typeof choice === 'string' ? earlierLimits(Object.values(publishedLimits), choice, documents as never) : [];
    const { exclusion, files } = plane.contour(
      { production, pot: protons, ...(earlier.length > 0 && { earlier }) },
      { refined, band },
    );
    const [, figure] = files.pictures()[0];
    return {
      ...drawnPlane(figure, lines, dress),
      ...{ kind: exclusion.kind, refined, protons: exclusion.protons, says: sentenceOf(exclusion) },
      assumptions: exclusion.assumptions,
      json: JSON.stringify(exclusion, undefined, 2),
      milliseconds: performance.now() - began,
    };
  },

  /** Whether one point is excluded, with every factor of the expected events: simulates its mass (a moment). */
  point: async (asked: PointAsked, { signal }: Call): Promise<PointAnswer> => {
    const { mass, coupling, protons, production } = asked;
    const at = { mass, coupling };
    const found = await weighed(asked.own);
    const together = togetherOf(found, asked);
    const documents = together === undefined ? found.documents : searchesAt(together, mass);
    if (documents.length === 0) throw new Error(`no search that is asked says anything of ${mass} GeV`);
    if (together !== undefined && documents.some(({ kind }) => kind === 'kaon')) {
      const { excluded, cls, scans, dump, combined } = await pointTogether(
        { ...together, documents, events: asked.events ?? together.events },
        at,
        { signal },
      );
      return { ...at, excluded, cls, scans, dump, combined };
    }
    const { choice } = found;
    const options = { pot: protons, production, events: asked.events };
    const { point } = await excludeOnePoint(choice, documents, at, options);
    const { excluded, cls, kind, experiments, factors } = point;
    return { ...at, excluded, cls, kind, experiments, factors };
  },
};

/** What of a question decides on what is simulated. */
const simulated = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && 'own' in part ? simulatedPart(String(part.own)) : part;

/** The excluded masses and what of them is new, in a sentence. */
function sentenceOf({ kind, massEnds, new: fresh }: Exclusion): string {
  if (massEnds === null) return 'Nothing is excluded.';
  const [first, last] = massEnds;
  const news =
    fresh?.massRange == null ? '' : `, of which ${rangeText(fresh.massRange)} reach beyond all earlier limits`;
  const verb = kind === 'projection' ? 'could be excluded with so many protons' : 'are excluded';
  return `Masses from ${rangeText([first.mass, last.mass])} ${verb}${news}.`;
}
