import { type AnySearch, BLOCK_EVENTS, planOf, type Run, type RunDocument, run } from 'spillway';
import { blockEventsOf } from 'spillway/browser';
import { drawFigure } from 'spillway/plots';
import type { Call } from '../desk/serve.ts';
import { searchOf } from '../search/asked-search.ts';
import type { Asking } from '../search/asking.ts';
import { KeptBlocks } from '../search/kept-blocks.ts';
import { fill, startWorker } from '../workers/lanes.ts';
import { type Handle, handlesOf, PICTURE, withoutCut } from './handles.ts';

type KaonSearch = Extract<AnySearch, { readonly kind: 'kaon' }>;

/** A question of the room: the search with its cuts, and whose picture is asked for. */
export interface Moved extends Asking {
  readonly shown: string;
}

/** Where the frame of a picture lies on its canvas, as parts of width and height: between 0 and 1. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One step of the flow through the cuts. */
export interface Step {
  readonly name: string;
  readonly efficiency: number;
  readonly alone: number | null;
  readonly background: number | null;
}

/** What a search answers with its cuts as they are. */
export interface CutAnswer {
  readonly handles: readonly Handle[];
  readonly steps: readonly Step[];
  readonly ses: { readonly value: number; readonly error: number };
  readonly background: { readonly value: number; readonly error: number };
  readonly limit: number | null;
  readonly judged: boolean;
  readonly digest: string;
  readonly events: number;
  readonly picture: { readonly svg: string; readonly frame: Frame; readonly of: string };
  readonly milliseconds: number;
}

/** Decays per sample of this room: one block, whose candidates the workers keep. */
const EVENTS = BLOCK_EVENTS;

async function answered(
  search: AnySearch,
  { settings, seed, events = EVENTS }: Asking,
  { tell, signal }: Call,
): Promise<Run> {
  const asked = { settings, seed, events };
  const plan = planOf(search, asked);
  const store = new KeptBlocks().of(plan, blockEventsOf(plan));
  await fill(plan, { store, signal, tell });
  return await run(search, asked, { workers: 1, startWorker, blocks: store, signal });
}

function frameOf(svg: string): Frame {
  const [, width, height] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  const [, x, y, w, h] = (
    /<clipPath[^>]*><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  ).map(Number);
  return { left: x / width, right: (x + w) / width, top: y / height, bottom: (y + h) / height };
}

function stepsOf({ cutflow }: RunDocument): readonly Step[] {
  const signal = cutflow.find(({ role }) => role === 'signal');
  const backgrounds = cutflow.filter(({ role }) => role === 'background');
  return (signal?.steps ?? []).map(({ name, efficiency, nMinusOne }, i) => {
    const left = backgrounds.map(({ steps }) => steps[i]?.yield ?? null);
    const counted = left.filter((one) => one !== null);
    return {
      name,
      efficiency: efficiency.value,
      alone: nMinusOne?.value ?? null,
      background: counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** A desk that answers moved cuts: a search with kaons in flight, from candidates that the workers keep. */
export const cutsDesk = {
  /** The answer with the cuts of the settings, the flow through them, and the picture of one. */
  move: async (moved: Moved, call: Call): Promise<CutAnswer> => {
    const began = performance.now();
    const usual = searchOf(moved.search) as KaonSearch;
    const found = await answered(usual, moved, call);
    const { plan } = found;
    const document = found.document as unknown as RunDocument;
    const shown = plan.search as KaonSearch;
    const handles = handlesOf(shown, usual);
    const handle = handles.find(({ name }) => name === moved.shown) ?? handles[0];
    const figures =
      handle.kind === 'region'
        ? found.figures()
        : (await answered(withoutCut(shown, handle), { ...moved, settings: [] }, call)).figures();
    const wanted = handle.kind === 'region' ? 'discriminant.svg' : `${PICTURE}.svg`;
    const figure = (figures.find(({ name }) => name === wanted) ?? figures[0]).figure;
    const { dark, narrow } = moved.dress;
    const svg = drawFigure(figure, { style: dark ? 'dark' : 'paper', layout: narrow ? 'narrow' : 'wide' });
    const { ses, background, limit, frozen, digest, events } = document;
    return {
      handles,
      steps: stepsOf(document),
      ses,
      background,
      limit: limit?.expected[2] ?? null,
      judged: frozen !== null,
      digest: digest.result,
      events,
      picture: { svg, frame: frameOf(svg), of: handle.name },
      milliseconds: performance.now() - began,
    };
  },
};
