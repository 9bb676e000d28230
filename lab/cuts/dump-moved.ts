import { type DumpRunDocument, type DumpSearchDocument, planOf, type Run, run } from 'spillway';
import type { FigureDescription, PlaneRegion } from 'spillway/plots';
import type { Call } from '../desk/serve.ts';
import { drawnPicture } from '../parts/drawn-picture.ts';
import { startAny } from '../workers/lanes.ts';
import type { CutAnswer, Moved } from './cut-answer.ts';
import { dumpHandlesOf } from './dump-handles.ts';
import type { Edge, Handle } from './handles.ts';
import { settingText } from './setting-text.ts';

/** Decays of this room, at one mass: a moved cut is simulated again. */
const EVENTS = 2000;

/** Places of an edge at which the events are worked out for its picture. */
const PLACES = 7;

interface Asked {
  readonly settings: readonly string[];
  readonly seed: number;
  readonly events: number;
  readonly masses: readonly number[];
}

const answered = async (search: DumpSearchDocument, asked: Asked, { signal }: Call): Promise<Run> =>
  (await run(search, asked, { workers: 1, startWorker: startAny, signal })) as unknown as Run;

const documentOf = ({ document }: Run): DumpRunDocument => document as unknown as DumpRunDocument;
const eventsOf = (found: Run): number => documentOf(found).reference.events.total;

/** Curves of cuts that were drawn, by what they depend on: moving an edge does not change its own curve. */
const curves = new Map<string, readonly (readonly [number, number | null])[]>();
const MOST_CURVES = 40;

/** The events at the reference point against one edge, the others as they are; null where the search refuses the edge. */
async function curveOf(search: DumpSearchDocument, handle: Handle, edge: Edge, asked: Asked, call: Call) {
  const others = asked.settings.filter((setting) => !setting.startsWith(`${edge.path}=`));
  const key = JSON.stringify([search, others, asked.seed, asked.events, asked.masses, edge.path]);
  const known = curves.get(key);
  if (known !== undefined) return known;
  const { from, to } = handle.x;
  const places = Array.from({ length: PLACES }, (_, i) => from + ((to - from) * (i + 0.5)) / PLACES);
  const found = await Promise.all(
    places.map(async (place): Promise<readonly [number, number | null]> => {
      const settings = [...others, settingText(edge, handle.x, place)];
      const events = await answered(search, { ...asked, settings }, call).then(eventsOf, () => null);
      return [place, events];
    }),
  );
  call.signal.throwIfAborted();
  if (curves.size >= MOST_CURVES) curves.clear();
  curves.set(key, found);
  return found;
}

/** The picture of a cut: the events at the reference point against each of its edges. */
async function cutFigure(search: DumpSearchDocument, handle: Handle, asked: Asked, call: Call) {
  const drawn = await Promise.all(
    handle.edges.map(async (edge) => ({ edge, points: await curveOf(search, handle, edge, asked, call) })),
  );
  const { symbol, unit, from, to } = handle.x;
  return {
    kind: 'curves',
    title: `Events expected against ${handle.name}`,
    description: 'Events expected at the reference point against the edge of one cut, all others as they are.',
    x: { label: symbol, unit: unit === '1' ? '' : unit, range: [from, to] },
    y: { label: 'events expected' },
    curves: drawn.map(({ edge, points }) => ({
      name: `${handle.name}, ${edge.says}`,
      x: points.map(([place]) => place),
      y: points.map(([, events]) => events),
    })),
  } satisfies FigureDescription;
}

/** The plane of where pairs point, with the regions of the search and, where there are any, pairs of halo tracks. */
function planeFigure({ regions, limit }: DumpSearchDocument, { x, y }: Handle, found: Run): FigureDescription {
  const pointing = found.figures().find(({ name }) => name === 'pointing.svg')?.figure;
  const drawn = Object.entries(regions).flatMap(([name, { value: region }]): PlaneRegion[] => {
    const role = name === limit.region ? 'signal' : 'control';
    if (region.shape === 'anywhere') return [];
    if (region.shape === 'box') {
      const [low, high] = region.distance;
      return [{ name, role, shape: 'box', x: region.z, y: [1e3 * low, 1e3 * high] }];
    }
    const { z, semiZ, semiDistance } = region;
    return [{ name, role, shape: 'ellipse', centre: [z, 0], semiAxes: [semiZ, 1e3 * semiDistance] }];
  });
  return {
    kind: 'plane',
    title: 'Where pairs point',
    description: 'z of the point on the beam axis that a pair points back to, and the distance there.',
    x: { label: 'z of the origin', unit: 'm', range: [x.from, x.to] },
    y: { label: 'distance from the beam axis', unit: 'mm', range: [y?.from ?? 0, y?.to ?? 1] },
    samples: pointing?.kind === 'plane' ? pointing.samples : [],
    regions: drawn,
  };
}

/** A search behind a dump with its cuts moved: one mass is simulated again. */
export async function dumpMoved(
  usual: DumpSearchDocument,
  moved: Moved,
  call: Call,
): Promise<Omit<CutAnswer, 'milliseconds'>> {
  const { settings, seed, dress } = moved;
  const { masses } = planOf(usual, { events: EVENTS });
  const asked = { settings, seed, events: EVENTS, masses: [masses[masses.length >> 1]] };
  const found = await answered(usual, asked, call);
  const document = documentOf(found);
  const shown = found.plan.search as DumpSearchDocument;
  const handles = dumpHandlesOf(shown, usual);
  const handle = handles.find(({ name }) => name === moved.shown) ?? handles[0];
  const region = handle.kind === 'region';
  const figure = region ? planeFigure(shown, handle, found) : await cutFigure(usual, handle, asked, call);
  const { reference, background, limit, frozen, digest, events, cutflow } = document;
  const { mass, coupling, ctau } = reference;
  return {
    handles,
    numbers: [
      { title: 'Events expected', value: reference.events.total },
      { title: 'Background in the box (cited)', ...background },
      { title: 'Expected limit on the events', value: limit.expected[2] },
    ],
    flow: {
      caption: 'Events expected at the reference point, factor by factor',
      columns: [
        { title: 'factor', percent: false },
        { title: 'events', percent: false },
      ],
      steps: (cutflow[0]?.steps ?? []).map(({ name, factor, yield: left }) => ({
        name: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        cells: [factor, left],
      })),
    },
    ...{ judged: frozen !== null, digest: digest.result, events },
    of: `at ${Number(mass.toPrecision(3))} GeV${coupling === null ? '' : ` and a coupling of ${coupling.toExponential(2)}`}, cτ ${ctau.toPrecision(3)} m`,
    picture: {
      ...drawnPicture(figure, dress),
      of: handle.name,
      says: region ? 'Where pairs point.' : 'Events expected, all other cuts as they are.',
    },
  };
}
