import { type AnySearch, type DumpExperiment, experiments } from 'spillway';

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

type KaonExperiment = (typeof experiments)['na62-kaon'];
type Detector = KaonExperiment['detector'];
interface Annulus {
  readonly z: { readonly value: number };
  readonly centreX: { readonly value: number };
  readonly innerRadius: { readonly value: number };
  readonly outerRadius: { readonly value: number };
}

/** Half the length of what has no length in the numbers of an experiment. */
const THIN = 0.15;

/** The detectors of the experiment of a search, of whichever kind. */
export function apparatusOf({ experiment: id }: AnySearch): Apparatus {
  const known: Readonly<Record<string, unknown>> = experiments;
  const experiment = known[id] as KaonExperiment | DumpExperiment;
  return 'planes' in experiment ? behindDump(experiment) : inFlight(experiment);
}

/** What stands behind a dump: the planes that particles must cross, and the walls around their flight. */
function behindDump({ id, title, planes, apertures = [], decayVolume, magnet }: DumpExperiment): Apparatus {
  const volumes = [...apertures, ...planes].map(({ value }, i): Volume => {
    const { name, z, within, holes } = value;
    const inner = Math.min(...holes.map(halfOf));
    return {
      ...{ name: titleOfPlane(name, i), title: name, z, depth: THIN, x: within.x ?? 0 },
      shape: within.radius === undefined ? 'square' : 'ring',
      ...{ inner: Number.isFinite(inner) ? inner : 0, outer: halfOf(within) },
    };
  });
  const [from] = decayVolume.value;
  const last = Math.max(...volumes.map(({ z }) => z));
  return {
    ...{ experiment: id, title, volumes: magnet === undefined ? volumes : [...volumes, magnetOf(magnet)] },
    ...{ magnetZ: magnet?.z.value ?? last, firstChamberZ: volumes[0].z, calorimeterZ: last },
    ...{ from: from - 5, to: last + 3 },
  };
}

interface Outline {
  readonly x?: number;
  readonly radius?: number;
  readonly slabs?: readonly { readonly half: number }[];
}

/** Half the width of an outline. */
const halfOf = ({ radius, slabs = [] }: Outline): number => radius ?? Math.min(...slabs.map(({ half }) => half));

/** Several planes of one name are told apart by their place in the list. */
const titleOfPlane = (name: string, i: number): string =>
  /^largeAngle/.test(name) ? `large-angle veto ${i + 1}` : (PLANES[name] ?? name);

const PLANES: Readonly<Record<string, string>> = {
  straw1: 'straw chamber 1',
  straw2: 'straw chamber 2',
  straw3: 'straw chamber 3',
  straw4: 'straw chamber 4',
  rich: 'RICH',
  newChod: 'new hodoscope',
  chod: 'hodoscope',
  muonDetector: 'muon detector',
};

const magnetOf = ({ z }: Detector['magnet']): Volume => ({
  ...{ name: 'magnet', title: 'magnet', shape: 'square', z: z.value, depth: 1.3 },
  ...{ inner: 1.2, outer: 1.6, x: 0 },
});

/** The spectrometer behind decays in flight. */
function inFlight({ id, title, detector }: KaonExperiment): Apparatus {
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
    magnetOf(magnet),
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
