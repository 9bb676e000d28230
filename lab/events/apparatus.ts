import type { AnySearch } from 'spillway';
import { experiments } from 'spillway';

/** A detector as the display draws it: a plate or a tube across the beam, from the experiment's own numbers (metres). */
export interface Volume {
  readonly name: string;
  readonly title: string;
  readonly shape: 'ring' | 'square';
  readonly z: number;
  readonly depth: number;
  readonly inner: number;
  readonly outer: number;
  readonly x: number;
}

/** Everything of an experiment that events are drawn in. */
export interface Apparatus {
  readonly experiment: string;
  readonly title: string;
  readonly volumes: readonly Volume[];
  readonly magnetZ: number;
  readonly firstChamberZ: number;
  readonly calorimeterZ: number;
  readonly from: number;
  readonly to: number;
}

type Detector = (typeof experiments)['na62-kaon']['detector'];
interface Annulus {
  readonly z: { readonly value: number };
  readonly centreX: { readonly value: number };
  readonly innerRadius: { readonly value: number };
  readonly outerRadius: { readonly value: number };
}

/** Half the length of what has no length in the numbers of an experiment. */
const THIN = 0.15;

/** The detectors of the experiment of a search. Throws where the experiment has none that tracks are seen in. */
export function apparatusOf({ experiment: id }: AnySearch): Apparatus {
  const known: Readonly<Record<string, unknown>> = experiments;
  const experiment = known[id] as { readonly title: string; readonly detector?: Detector };
  const { title, detector } = experiment;
  if (detector === undefined || !('straw' in detector)) throw new Error(`${title} has no spectrometer to draw`);
  const { straw, magnet, rich, newChod, chod, calorimeter, muonDetector, vetoes } = detector;
  const ring = (name: string, said: string, one: Annulus, depth = THIN): Volume => ({
    ...{ name, title: said, shape: 'ring' as const, z: one.z.value, depth, x: one.centreX.value },
    ...{ inner: one.innerRadius.value, outer: one.outerRadius.value },
  });
  const volumes: readonly Volume[] = [
    ...vetoes.largeAngle.value.map(
      ({ z, innerRadius, outerRadius }, i): Volume => ({
        ...{ name: `large-angle veto ${i + 1}`, title: 'large-angle photon veto', shape: 'ring' as const },
        ...{ z, depth: 0.35, inner: innerRadius, outer: outerRadius, x: 0 },
      }),
    ),
    ...straw.z.value.map(
      (z, i): Volume => ({
        ...{ name: `straw chamber ${i + 1}`, title: 'straw chamber', shape: 'ring' as const, z, depth: THIN },
        ...{ inner: straw.holeHalfWidth.value, outer: straw.outerRadius.value, x: straw.holeCentreX.value[i] },
      }),
    ),
    {
      ...{ name: 'magnet', title: 'magnet', shape: 'square', z: magnet.z.value, depth: 1.3 },
      ...{ inner: 1.2, outer: 1.6, x: 0 },
    },
    ring('RICH', 'ring-imaging Cherenkov detector', rich),
    ring('new hodoscope', 'hodoscope', newChod),
    ring('hodoscope', 'hodoscope', chod),
    {
      ...{
        name: 'calorimeter',
        title: 'liquid-krypton calorimeter',
        shape: 'ring',
        z: calorimeter.z.value,
        depth: 0.6,
      },
      ...{ inner: calorimeter.innerRadius.value, outer: calorimeter.apothem.value, x: 0 },
    },
    ring('small-angle veto', 'small-angle photon veto', vetoes.smallAngle, 0.4),
    {
      ...{
        name: 'muon detector',
        title: 'muon detector behind iron',
        shape: 'square',
        z: muonDetector.z.value,
        depth: 0.3,
      },
      ...{ inner: muonDetector.innerRadius.value, outer: muonDetector.halfWidth.value, x: 0 },
    },
  ];
  return {
    ...{ experiment: id, title, volumes },
    ...{ magnetZ: magnet.z.value, firstChamberZ: straw.z.value[0], calorimeterZ: calorimeter.z.value },
    ...{ from: 100, to: muonDetector.z.value + 3 },
  };
}
