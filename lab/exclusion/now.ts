import { computed, effect, signal, untracked } from '@preact/signals';
import { change, state } from '../now.ts';
import { dark } from '../parts/theme.tsx';
import { desk } from '../search/now.ts';
import type { Fill } from '../workers/lanes.ts';
import type { ListedModel, PlaneAnswer, PointAnswer } from './desk.ts';
import { simulatedPart } from './own-factors.ts';
import { type PlaneState, plane, planeOf } from './state.ts';

export const models = signal<readonly ListedModel[]>([]);
export const answer = signal<PlaneAnswer | undefined>(undefined);
export const point = signal<PointAnswer | undefined>(undefined);
export const far = signal<Fill | undefined>(undefined);
export const refused = signal('');

/** The point that is asked about, as it is typed; a point of the picture writes it here. */
export const pointAt = signal({ mass: '0.3', coupling: '1e-6' });

/** Decays and masses of a first look. */
const FIRST = { events: 1000, massCount: 16 } as const;

/** Decays and masses of the answer that stands, where nothing is asked: those of `spillway exclude`. */
const USUAL = { events: 20_000, massCount: 60 } as const;

/** Whether kaon scans are among the searches: then everything is worked out at once, in seconds. */
export const withKaons = computed(() => {
  const { searches } = planeOf(state.value.exclusion);
  return models.value.some(({ kaons }) => kaons.some((id) => searches.includes(id)));
});

/** What is simulated, one after the other. */
const sizesOf = ({ events, massCount }: PlaneState) =>
  events === undefined && massCount === undefined && !withKaons.value
    ? [FIRST, USUAL]
    : [{ events: events ?? USUAL.events, massCount: massCount ?? USUAL.massCount }];

/** The searches that are asked, without the kaon searches that say nothing of a model; undefined: one of one's own. */
export function searchesFor(model: string | undefined): string[] {
  const other = models.value.flatMap(({ id, kaons }) => (id === model ? [] : kaons));
  const left = plane().searches.filter((id) => !other.includes(id));
  return left.length > 0 ? left : planeOf({}).searches;
}

/** Changes what is asked. */
export function ask(part: Partial<PlaneState>): void {
  // What was said of a point was said of another question.
  point.value = undefined;
  change({ exclusion: { ...plane(), ...part } });
}

let control: AbortController | undefined;
/** A plane is open, so that an answer takes milliseconds; `whole`: the one that was asked for, not a first look. */
let open = false;
let whole = false;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Simulates for a model and searches: coarse first, then as `spillway exclude` does. */
async function simulate(asked: PlaneState): Promise<void> {
  const { model, own, searches } = asked;
  const sizes = sizesOf(asked);
  control?.abort();
  const mine = new AbortController();
  control = mine;
  open = false;
  whole = false;
  refused.value = '';
  point.value = undefined;
  try {
    for (const [i, size] of sizes.entries()) {
      const tell = (news: Fill): void => {
        if (!mine.signal.aborted) far.value = news;
      };
      const question = { model: own === undefined ? { id: model } : { own }, searches, ...size };
      await desk.ask('openPlane', question, { tell, signal: mine.signal });
      if (mine.signal.aborted) return;
      open = true;
      drawn = '';
      whole = i === sizes.length - 1;
      await draw(whole);
    }
  } catch (error) {
    if (!mine.signal.aborted) {
      refused.value = messageOf(error);
      answer.value = undefined;
    }
  } finally {
    if (control === mine) far.value = undefined;
  }
}

/** What the last answer of the present plane was asked. */
let drawn = '';
let wanted: { readonly refined: boolean } | undefined;
export const drawing = signal(false);

const dress = () => ({ dark: dark.value, narrow: matchMedia('(max-width: 40rem)').matches });

/** Draws what is excluded, the newest question only; `refined` adds masses where an edge turns. */
async function draw(refined: boolean): Promise<void> {
  wanted = { refined };
  if (drawing.value || !open) return;
  drawing.value = true;
  try {
    while (wanted !== undefined) {
      const { refined: fine } = wanted;
      wanted = undefined;
      const { protons, exposure, production, own, band, lines } = plane();
      const asked = { protons, exposure, production, own, lines, band: band && fine, refined: fine, dress: dress() };
      const question = JSON.stringify(asked);
      if (question === drawn) continue;
      const tell = (news: Fill): void => {
        far.value = news;
      };
      const ofPlane = control;
      const found = await desk.ask('exclude', asked, { tell });
      // An answer for a plane that is not asked for any more is not shown.
      if (ofPlane !== control) continue;
      drawn = question;
      answer.value = found;
      refused.value = '';
    }
  } catch (error) {
    refused.value = messageOf(error);
  } finally {
    drawing.value = false;
    far.value = undefined;
  }
}

let settling: ReturnType<typeof setTimeout> | undefined;

/** Follows what is asked for as long as the room is open. */
export function follow(): () => void {
  if (models.value.length === 0)
    void desk.ask('models', undefined).then((all) => {
      models.value = all;
    });
  const simulated = signal('');
  const asked = signal('');
  const ends = [
    effect(() => {
      const { model, own, searches, events, massCount } = planeOf(state.value.exclusion);
      // Which searches are kaons' is known with the models.
      if (models.value.length === 0) return;
      const part = own === undefined ? undefined : simulatedPart(own);
      simulated.value = JSON.stringify([model, part, searches, events, massCount]);
    }),
    effect(() => {
      asked.value = JSON.stringify([state.value.exclusion, dark.value]);
    }),
    effect(() => {
      if (simulated.value !== '') untracked(() => void simulate(plane()));
    }),
    effect(() => {
      if (asked.value === '') return;
      untracked(() => {
        if (!withKaons.value) void draw(false);
        clearTimeout(settling);
        // With masses added and the band drawn once the slider rests.
        settling = setTimeout(() => void draw(whole), 400);
      });
    }),
  ];
  return () => {
    for (const end of ends) end();
    control?.abort();
    clearTimeout(settling);
  };
}

/** Whether a point is being asked about. */
export const asking = signal(false);

/** Asks whether the point that is typed or pointed at is excluded. */
export async function askPoint(): Promise<void> {
  const { protons, exposure, production, own, events } = plane();
  const mass = Number(pointAt.value.mass);
  const coupling = Number(pointAt.value.coupling);
  asking.value = true;
  try {
    point.value = await desk.ask('point', { mass, coupling, protons, exposure, production, own, events });
    refused.value = '';
  } catch (error) {
    refused.value = messageOf(error);
  } finally {
    asking.value = false;
  }
}
