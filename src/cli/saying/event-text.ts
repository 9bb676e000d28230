import type { SimulatedEvent, Vector } from '../../search/results/simulated-event.ts';
import { numberText } from '../text/number.ts';
import { tableText } from '../text/table.ts';

const three = (values: readonly number[]): string[] => values.map((value) => numberText(value, 4));
const momentum = ([, ...p]: Vector): string[] => three(p);

/** One event for people: the decay, what is measured, and each reading with its fate under each cut. */
export function eventText({ event, weight, vertex, products, tracks, photons, readings }: SimulatedEvent): string {
  const truth = tableText(
    [['PRODUCED', 'px', 'py', 'pz (GeV)'], ...products.map((product) => [product.name, ...momentum(product.momentum)])],
    [1, 2, 3],
  );
  const measured = tableText([
    ['MEASURED', 'MOMENTUM OR ENERGY (GeV)', 'REACHES'],
    ...tracks.map(({ charge, momentum: p, reached }) => [
      charge > 0 ? 'track +' : 'track −',
      three(p).join(' '),
      reached.join(' '),
    ]),
    ...photons.map(({ cluster, energy, vetoSilent }) => [
      cluster ? 'cluster' : 'photon without a cluster',
      numberText(energy, 4),
      cluster ? '' : `vetoes silent with ${numberText(vetoSilent, 3)}`,
    ]),
  ]);
  const read = readings.map(
    ({ roles, trigger, weight: w, fate, selected }) =>
      `read as ${roles.map(({ role }) => role).join(' ')}: weight ${numberText(w, 3)}, trigger ${numberText(trigger, 3)}, ${selected ? 'SELECTED' : 'rejected'}\n${tableText(
        fate.map(({ cut, observable, value, passes }) => [
          `  ${passes ? '✓' : '✗'} ${cut}`,
          observable,
          value === null ? '–' : numberText(value, 5),
        ]),
        [2],
      )}`,
  );
  const place = three(vertex).join(' ');
  const head = `event ${event}: weight ${numberText(weight, 3)}, decay at ${place} m`;
  const none =
    tracks.length + photons.length === 0 ? ['nothing is left of it behind the detector acceptance'] : [measured];
  return [head, truth, ...none, ...(read.length === 0 ? ['no reading: it is no candidate'] : read)].join('\n\n');
}
