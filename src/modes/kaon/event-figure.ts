import type { CurvesFigure } from '../../plots/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { SimulatedEvent } from '../../search/results/simulated-event.ts';
import type { RunPlan } from './run-plan.ts';

const NAMES: Readonly<Record<string, string>> = { e: 'e', mu: 'μ', pi: 'π' };
const inMm = (value: number): number => Number((1e3 * value).toPrecision(6));

/**
 * One event seen from above: x against z, from the vertex through the first chamber and the magnet to the calorimeter;
 * photons dashed. The vertex is that of the reading that was selected, else the true one. Names are what arrives at the
 * calorimeter, a number behind the second of a kind.
 */
export function eventFigure({ search, experiment, seed }: RunPlan, event: SimulatedEvent): CurvesFigure {
  const { detector } = experiment;
  const reading = event.readings.find(({ selected }) => selected);
  const [vx, , vz] = reading?.vertex ?? event.vertex;
  const [chamber] = detector.straw.z.value;
  const magnet: number = detector.magnet.z.value;
  const calorimeter: number = detector.calorimeter.z.value;
  const names: string[] = [];
  const named = (name: string): string => {
    const same = names.filter((other) => other === name).length;
    names.push(name);
    return same === 0 ? name : `${name} (${same + 1})`;
  };
  const tracks = event.tracks.map(({ species, charge, firstChamber: [x1], calorimeter: [x2] }) => {
    const atMagnet = x1 + ((x1 - vx) / (chamber - vz)) * (magnet - chamber);
    return {
      name: named(`${NAMES[species] ?? species}^{${charge > 0 ? '+' : '−'}}`),
      x: [vz, chamber, magnet, calorimeter],
      y: [vx, x1, atMagnet, x2].map(inMm),
    };
  });
  const photons = event.photons
    .filter(({ cluster }) => cluster)
    .map(({ calorimeter: [x] }) => ({
      name: named('γ'),
      x: [vz, calorimeter],
      y: [vx, x].map(inMm),
      dashed: true,
    }));
  if (tracks.length + photons.length === 0)
    throw new InvalidInput('--show', `event ${event.event} leaves no track and no photon to draw; name another.`);
  const fails = event.readings.flatMap(({ fate }) => fate.filter(({ passes }) => !passes).map(({ cut }) => cut));
  return {
    kind: 'curves',
    title: `${search.channel}: event ${event.event}`,
    description: `Tracks and photons of one simulated event from above, ${reading === undefined ? `not selected: ${[...new Set(fails)].slice(0, 3).join(', ') || 'no reading'}` : 'selected'}.`,
    label: `Spillway  ${search.channel}`,
    sublabel: `event ${event.event}, seed ${seed}, ${reading === undefined ? 'not selected' : 'selected'}`,
    x: { label: 'z', unit: 'm' },
    y: { label: 'x', unit: 'mm' },
    curves: [...tracks, ...photons],
  };
}
