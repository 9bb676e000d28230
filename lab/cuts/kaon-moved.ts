import { BLOCK_EVENTS, planOf, type Run, type RunDocument, run, type SearchDocument } from 'spillway';
import { blockEventsOf } from 'spillway/browser';
import type { Call } from '../desk/serve.ts';
import { drawnPicture } from '../parts/drawn-picture.ts';
import type { Asking } from '../search/asking.ts';
import { KeptBlocks } from '../search/kept-blocks.ts';
import { fill, startWorker } from '../workers/lanes.ts';
import type { CutAnswer, Moved, Step } from './cut-answer.ts';
import { handlesOf, PICTURE, withoutCut } from './handles.ts';

/** Decays per sample of this room: one block, whose candidates the workers keep. */
const EVENTS = BLOCK_EVENTS;

async function answered(
  search: SearchDocument,
  { settings, seed, events = EVENTS }: Asking,
  { tell, signal }: Call,
): Promise<Run> {
  const asked = { settings, seed, events };
  const plan = planOf(search, asked);
  const store = new KeptBlocks().of(plan, blockEventsOf(plan));
  await fill(plan, { store, signal, tell });
  return (await run(search, asked, { workers: 1, startWorker, blocks: store, signal })) as unknown as Run;
}

function stepsOf({ cutflow }: RunDocument): readonly Step[] {
  const signal = cutflow.find(({ role }) => role === 'signal');
  const backgrounds = cutflow.filter(({ role }) => role === 'background');
  return (signal?.steps ?? []).map(({ name, efficiency, nMinusOne }, i) => {
    const left = backgrounds.map(({ steps }) => steps[i]?.yield ?? null);
    const counted = left.filter((one) => one !== null);
    const background = counted.length === 0 ? null : counted.reduce((sum, one) => sum + one, 0);
    return { name, cells: [efficiency.value, nMinusOne?.value ?? null, background] };
  });
}

/** A search with kaons in flight with its cuts moved: counted again from candidates that the workers keep. */
export async function kaonMoved(
  usual: SearchDocument,
  moved: Moved,
  call: Call,
): Promise<Omit<CutAnswer, 'milliseconds'>> {
  const found = await answered(usual, moved, call);
  const document = found.document as unknown as RunDocument;
  const shown = found.plan.search as SearchDocument;
  const handles = handlesOf(shown, usual);
  const handle = handles.find(({ name }) => name === moved.shown) ?? handles[0];
  const region = handle.kind === 'region';
  const figures = region
    ? found.figures()
    : (await answered(withoutCut(shown, handle), { ...moved, settings: [] }, call)).figures();
  const wanted = region ? ['discriminant.svg', 'plane.svg'] : [`${PICTURE}.svg`];
  const { figure } = figures.find(({ name }) => wanted.includes(name)) ?? figures[0];
  const { ses, background, limit, frozen, digest, events } = document;
  return {
    handles,
    numbers: [
      { title: 'Expected limit', value: limit?.expected[2] ?? null },
      { title: 'Single-event sensitivity', value: ses.value },
      { title: 'Background in the box', ...background },
    ],
    flow: {
      caption: 'Cut-flow of the signal; N − 1 is the efficiency of a cut when all others are applied',
      columns: [
        { title: 'signal left', percent: true },
        { title: 'N − 1', percent: true },
        { title: 'background left', percent: false },
      ],
      steps: stepsOf(document),
    },
    ...{ judged: frozen !== null, digest: digest.result, events, of: '' },
    picture: {
      ...drawnPicture(figure, moved.dress),
      of: handle.name,
      says: region ? 'The discriminant.' : 'Everything that passes all other cuts.',
    },
  };
}
