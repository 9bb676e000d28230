import type { SimulatedEvent } from '../../search/results/simulated-event.ts';
import { defineCommand } from '../command.ts';
import { eventText } from '../event-text.ts';
import { readCount, readWhole } from '../options/numbers.ts';
import { option } from '../options/option.ts';
import { readText } from '../options/text.ts';

/** What `events` gives. */
export interface EventsDocument {
  readonly search: string;
  readonly sample: string;
  readonly unit: { readonly energy: 'GeV'; readonly length: 'm' };
  readonly events: readonly SimulatedEvent[];
  readonly file: string | null;
}

export const eventsCommand = defineCommand({
  examples: [
    'events runs/kaon-munuee-0123456789ab --show 12',
    "events runs/kaon-munuee-0123456789ab --cut 'missing momentum' --count 5",
    'events runs/kaon-munuee-0123456789ab --sample normalisation --count 1000 --out events.json',
  ],
  details:
    'Single simulated events of a run: the decay, the tracks and photons that the detector measures, how they are read, ' +
    'and the fate under each cut. With --cut only events that pass all others and fail this one.',
  arguments: [{ name: 'RUN', brief: 'Folder of a run', kind: 'required' }],
  options: {
    sample: option(readText, 'Sample of the run', 'signal'),
    show: option(readWhole, 'One event, by its number'),
    from: option(readWhole, 'First event', '0'),
    count: option(readCount, 'How many events; with --cut, how many are looked through', '10; 10000 with --cut'),
    cut: option(readText, 'Only events that this cut alone rejects'),
    out: option(readText, 'JSON file to write them to'),
  },
  run: async ({ sample = 'signal', show, from, count, cut, out }, [folder]): Promise<EventsDocument> => {
    const { readPlan } = await import('../../hosts/node/run-search.ts');
    const { eventsOf, rejectedBy } = await import('../../run/events.ts');
    const plan = await readPlan(folder);
    const looked = count ?? (cut === undefined ? 10 : 10_000);
    const all = show === undefined ? eventsOf(plan, sample, from ?? 0, looked) : eventsOf(plan, sample, show, 1);
    const events = cut === undefined ? all : rejectedBy(all, cut);
    const document = { search: plan.search.id, sample, unit: { energy: 'GeV', length: 'm' } as const, events };
    if (out === undefined) return { ...document, file: null };
    const { makeFolderOf, writeWhole } = await import('../../hosts/node/write-file.ts');
    await makeFolderOf(out);
    await writeWhole(out, [`${JSON.stringify(document, undefined, 2)}\n`]);
    return { ...document, file: out };
  },
  print: ({ events, file }) =>
    file === null ? events.map(eventText).join('\n\n') || 'no such event' : `${events.length} events in ${file}`,
});
