import { type DecayEvents, decayPoints, type EventTree, treeMomenta } from '../../events/decay-events.ts';
import type { TableColumn, TableField, TableHead, TableRows } from '../../events/event-table.ts';
import { allocateMomenta } from '../../physics/vectors/momentum-columns.ts';
import { type AboutEvents, notesOf } from './about.ts';
import type { Encoder } from './encoder.ts';

const components = ['energy', 'px', 'py', 'pz'] as const;
const axes = ['x', 'y', 'z'] as const;

function headOf(tree: EventTree, weightNames: readonly string[], about: AboutEvents): TableHead {
  const real = (name: string, unit: string): TableField => ({ name, unit, integer: false });
  return {
    fields: [
      { name: 'event', unit: '', integer: true },
      real('weight', ''),
      ...weightNames.map((name) => real(`weight_${name}`, '')),
      ...tree.particles.flatMap(({ label, flies }) => [
        ...components.map((component) => real(`${label}_${component}`, 'GeV')),
        ...(flies ? axes.map((axis) => real(`${label}_decay_${axis}`, 'm')) : []),
      ]),
    ],
    notes: {
      ...notesOf(tree.decay, about),
      pdgIds: JSON.stringify(Object.fromEntries(tree.particles.map(({ label, pdgId }) => [label, pdgId]))),
    },
  };
}

/**
 * Generated decays as rows of a table: event number, weights, four-momenta (GeV) of all particles of the tree, decay
 * points (m) of the parent and of what flies. `make` is the encoder of the table's format.
 */
export function decayTableEncoder(
  make: (head: TableHead) => Encoder<TableRows>,
  tree: EventTree,
  weightNames: readonly string[],
  about: AboutEvents,
): Encoder<DecayEvents> {
  const encoder = make(headOf(tree, weightNames, about));
  let capacity = 0;
  let event = new Float64Array(0);
  let room = tree.particles.map(() => allocateMomenta(0));
  return {
    start: () => encoder.start(),
    add({ block, weights }) {
      if (block.capacity > capacity) {
        capacity = block.capacity;
        event = new Float64Array(capacity);
        room = tree.particles.map(() => allocateMomenta(capacity));
      }
      for (let i = 0; i < block.count; i++) event[i] = block.firstEvent + i;
      const momenta = treeMomenta(tree, block, room);
      const columns: TableColumn[] = [event, block.weight, ...weights.map(({ values }) => values)];
      tree.particles.forEach(({ flies }, k) => {
        for (const component of components) columns.push(momenta[k][component]);
        if (!flies) return;
        const points = decayPoints(tree, block, k);
        for (const axis of axes) columns.push(points[axis]);
      });
      return encoder.add({ rows: block.count, columns });
    },
    finish: () => encoder.finish(),
  };
}
