import { type DecayEvents, decayPoints, type EventTree, treeMomenta } from '../../events/decay-events.ts';
import { allocateMomenta } from '../../physics/vectors/momentum-columns.ts';
import { type AboutEvents, notesOf } from './about.ts';
import { checkEvents } from './checked-events.ts';
import type { Encoder } from './encoder.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (text: string): string => escaped(text).replaceAll("'", '&apos;');

/** Status codes of the accord: −1 incoming, 2 decayed, 1 outgoing. */
function statusOf(mother: number, daughters: readonly number[]): number {
  if (mother < 0) return -1;
  return daughters.length > 0 ? 2 : 1;
}

function fileHead(tree: EventTree, weightNames: readonly string[], about: AboutEvents, energy: number): string {
  const notes = Object.entries(notesOf(tree.decay, about)).map(([name, value]) => `${name}: ${value}`);
  const weights = weightNames.map((name) => `<weight id='${attribute(name)}'>${escaped(name)}</weight>`);
  return [
    '<LesHouchesEvents version="3.0">',
    '<header>',
    ...notes.map(escaped),
    'units: GeV; VTIMUP in millimetres',
    'normalisation: the cross section below stands for one decay; event weights have mean 1',
    '</header>',
    '<init>',
    ` ${tree.particles[0].pdgId} 0 ${energy} 0 0 0 0 0 4 1`,
    ' 1 0 1 1',
    `<generator name='${attribute(about.program)}' version='${attribute(about.version)}'>${escaped(tree.decay)}</generator>`,
    ...(weights.length === 0
      ? []
      : ['<initrwgt>', "<weightgroup name='weights'>", ...weights, '</weightgroup>', '</initrwgt>']),
    '</init>',
    '',
  ].join('\n');
}

/**
 * Generated decays as Les Houches events, version 3 (J. Alwall et al., Comput. Phys. Commun. 176 (2007) 300;
 * J. Butterworth et al., arXiv:1003.1643 and arXiv:1405.1067): one incoming particle, GeV, weighting strategy 4,
 * further weights under <rwgt>. The format has no decay points; VTIMUP holds the proper flight c·τ (mm) of particles
 * that fly. `energy` is the parent's, for the head.
 */
export function lheEncoder(
  tree: EventTree,
  weightNames: readonly string[],
  about: AboutEvents,
  energy: number,
): Encoder<DecayEvents> {
  const { particles } = tree;
  const heads = particles.map(({ pdgId, mother, daughters }) => {
    return ` ${pdgId} ${statusOf(mother, daughters)} ${mother + 1} ${mother + 1} 0 0`;
  });
  const ids = weightNames.map(attribute);
  let room = particles.map(() => allocateMomenta(0));
  return {
    start: () => [fileHead(tree, weightNames, about, energy)],
    add(events) {
      const { block, weights } = events;
      if (room[0].energy.length < block.capacity) room = particles.map(() => allocateMomenta(block.capacity));
      const momenta = treeMomenta(tree, block, room);
      checkEvents(events, momenta);
      const points = particles.map(({ daughters }, k) =>
        daughters.length > 0 ? decayPoints(tree, block, k) : block.vertex,
      );
      let text = '';
      for (let i = 0; i < block.count; i++) {
        text += `<event>\n ${particles.length} 1 ${block.weight[i]} -1 -1 -1\n`;
        for (let k = 0; k < particles.length; k++) {
          const { mass, mother } = particles[k];
          const { energy, px, py, pz } = momenta[k];
          let flight = 0;
          if (mother >= 0 && points[k] !== points[mother] && particles[k].daughters.length > 0) {
            const dx = points[k].x[i] - points[mother].x[i];
            const dy = points[k].y[i] - points[mother].y[i];
            const dz = points[k].z[i] - points[mother].z[i];
            const p2 = px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i];
            if (p2 > 0) flight = 1000 * mass * Math.sqrt((dx * dx + dy * dy + dz * dz) / p2);
          }
          text += `${heads[k]} ${px[i]} ${py[i]} ${pz[i]} ${energy[i]} ${mass} ${flight} 9\n`;
        }
        if (weights.length > 0) {
          text += '<rwgt>\n';
          for (let w = 0; w < weights.length; w++) text += `<wgt id='${ids[w]}'>${weights[w].values[i]}</wgt>\n`;
          text += '</rwgt>\n';
        }
        text += '</event>\n';
      }
      return [text];
    },
    finish: () => ['</LesHouchesEvents>\n'],
  };
}
