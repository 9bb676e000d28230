import type { PointColumns } from '../../events/decay-block.ts';
import { type DecayEvents, decayPoints, type EventTree, treeMomenta } from '../../events/decay-events.ts';
import { allocateMomenta, type MomentumColumns } from '../../physics/vectors/momentum-columns.ts';
import { type AboutEvents, notesOf } from './about.ts';
import { checkEvents } from './checked-events.ts';
import type { Encoder } from './encoder.ts';

/** The version of the library whose text format this is; readers take any 3.x. */
const formatVersion = '3.02.05';

/** Status codes of the HepMC3 manual: 1 final state, 2 decayed, 4 the particle that came in. */
function statusOf(mother: number, daughters: readonly number[]): number {
  if (mother < 0) return 4;
  return daughters.length > 0 ? 2 : 1;
}

/** Backslashes and line ends as the format wants them. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\|');

function fileHead(tree: EventTree, weightNames: readonly string[], about: AboutEvents): string {
  const tool = [about.program, about.version, 'generated decays'].map((part) => part.replaceAll('\n', ' ')).join('\n');
  return [
    `HepMC::Version ${formatVersion}`,
    'HepMC::Asciiv3-START_EVENT_LISTING',
    `W ${escaped(['weight', ...weightNames].join('\n'))}`,
    `T ${escaped(tool)}`,
    ...Object.entries(notesOf(tree.decay, about)).map(([name, value]) => `A ${name} ${escaped(value)}`),
    '',
  ].join('\n');
}

/**
 * Generated decays as HepMC3 text (Asciiv3; A. Buckley et al., Comput. Phys. Commun. 260 (2021) 107310): GeV and
 * millimetres, named weights, status 4, 2 and 1. A decay point is written where it is not the origin; its time c·t is
 * 0 for the parent and counts from there for the others, at the speed of the particle that flew.
 */
export function hepmc3Encoder(
  tree: EventTree,
  weightNames: readonly string[],
  about: AboutEvents,
): Encoder<DecayEvents> {
  const { particles } = tree;
  /** Position among the decaying particles plus one, or 0. */
  let vertices = 0;
  const vertexOf = particles.map(({ daughters }) => (daughters.length > 0 ? ++vertices : 0));
  const tails = particles.map(({ mass, mother, daughters }) => ` ${mass} ${statusOf(mother, daughters)}\n`);
  let room = particles.map(() => allocateMomenta(0));

  return {
    start: () => [fileHead(tree, weightNames, about)],
    add(events) {
      const { block, weights } = events;
      if (room[0].energy.length < block.capacity) room = particles.map(() => allocateMomenta(block.capacity));
      const momenta = treeMomenta(tree, block, room);
      checkEvents(events, momenta);
      const points = particles.map(({ daughters }, k) =>
        daughters.length > 0 ? decayPoints(tree, block, k) : block.vertex,
      );
      const times = new Float64Array(particles.length);
      const written = new Uint8Array(particles.length);
      let text = '';
      for (let i = 0; i < block.count; i++) {
        text += `E ${block.firstEvent + i} ${vertices} ${particles.length}\nU GEV MM\nW ${block.weight[i]}`;
        for (const { values } of weights) text += ` ${values[i]}`;
        text += '\n';
        for (let k = 0; k < particles.length; k++) {
          const { pdgId, mother } = particles[k];
          const { energy, px, py, pz } = momenta[k];
          const start = mother < 0 ? 0 : written[mother] === 1 ? -vertexOf[mother] : mother + 1;
          text += `P ${k + 1} ${start} ${pdgId} ${px[i]} ${py[i]} ${pz[i]} ${energy[i]}${tails[k]}`;
          if (vertexOf[k] === 0) continue;
          const { x, y, z } = points[k];
          times[k] = mother < 0 ? 0 : times[mother] + timeOfFlight(points[mother], points[k], momenta[k], i);
          written[k] = x[i] === 0 && y[i] === 0 && z[i] === 0 ? 0 : 1;
          if (written[k] === 1)
            text += `V ${-vertexOf[k]} 0 [${k + 1}] @ ${x[i] * 1000} ${y[i] * 1000} ${z[i] * 1000} ${times[k] * 1000}\n`;
        }
      }
      return [text];
    },
    finish: () => ['HepMC::Asciiv3-END_EVENT_LISTING\n'],
  };
}

/** c·t (m) of a particle of that momentum from one point to another; 0 when they are the same columns. */
function timeOfFlight(from: PointColumns, to: PointColumns, momentum: MomentumColumns, i: number): number {
  if (from === to) return 0;
  const dx = to.x[i] - from.x[i];
  const dy = to.y[i] - from.y[i];
  const dz = to.z[i] - from.z[i];
  const { energy, px, py, pz } = momentum;
  const squared = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
  return squared > 0 ? energy[i] * Math.sqrt((dx * dx + dy * dy + dz * dz) / squared) : 0;
}
