import type { AnyPlan } from '../../modes/any-plan.ts';
import { InvalidInput } from '../../schema/index.ts';
import type { SimulatedEvent } from '../../search/results/simulated-event.ts';
import { defineCommand } from '../command.ts';
import { refuseGiven } from '../options/given.ts';
import { readCount, readWhole } from '../options/numbers.ts';
import { choice, option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { eventText } from '../saying/event-text.ts';

const formats = ['json', 'hepmc3', 'parquet', 'lhe', 'csv'] as const;

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
    'events runs/kaon-munuee-0123456789ab --show 12 --out event.svg',
    "events runs/kaon-munuee-0123456789ab --cut 'missing momentum' --count 5",
    'events runs/kaon-munuee-0123456789ab --sample normalisation --count 1000 --out decays.hepmc3',
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
    format: choice(formats, 'Format of --out: decays alone, or all in JSON', 'json'),
    out: option(readText, 'File to write them to: .json, .hepmc3, .parquet, .lhe or .csv; with --show a picture: .svg'),
  },
  run: async ({ sample = 'signal', show, from, count, cut, format, out }, [folder]): Promise<EventsDocument> => {
    const { readPlan } = await import('../../hosts/node/run-search.ts');
    const { eventsOf, rejectedBy } = await import('../../run/events.ts');
    if (show !== undefined)
      refuseGiven(
        { from, count, cut },
        ['from', 'count', 'cut'],
        'has no meaning beside --show, which names one event.',
      );
    if (out === undefined) refuseGiven({ format }, ['format'], 'is the format of --out, which is missing.');
    else if (format !== undefined) refuseOtherEnding(out, format);
    const plan = await readPlan(folder);
    requireEvents(plan, sample, { show, from, count });
    if (out !== undefined && /\.svg$/i.test(out)) {
      if (show === undefined) throw new InvalidInput('--out', 'a picture is of one event; name it with --show.');
      const { eventFigureOf } = await import('../../run/events.ts');
      const { makeFolderOf } = await import('../../hosts/node/files/write-file.ts');
      const { writeFigure } = await import('../../hosts/node/files/write-figure.ts');
      const events = eventsOf(plan, sample, show, 1);
      await makeFolderOf(out);
      await writeFigure(out, eventFigureOf(plan, events[0]));
      return { search: plan.search.id, sample, unit: { energy: 'GeV', length: 'm' }, events, file: out };
    }
    if (out !== undefined && (format ?? (/\.json$/i.test(out) ? 'json' : 'decays')) !== 'json') {
      if (cut !== undefined)
        throw new InvalidInput('--cut', 'chooses among readings; files of decays hold whole ranges');
      const { decayFile } = await import('../../run/events.ts');
      const { packageVersion } = await import('../../hosts/node/package-version.ts');
      const { makeFolderOf, writeWhole } = await import('../../hosts/node/files/write-file.ts');
      const file = format === undefined || out.toLowerCase().endsWith(`.${format}`) ? out : `${out}.${format}`;
      const range = { sample, from: show ?? from ?? 0, count: show === undefined ? (count ?? 10) : 1 };
      await makeFolderOf(file);
      await writeWhole(file, decayFile(plan, file, { ...range, version: await packageVersion() }));
      return { search: plan.search.id, sample, unit: { energy: 'GeV', length: 'm' }, events: [], file };
    }
    const looked = count ?? (cut === undefined ? 10 : 10_000);
    const all = show === undefined ? eventsOf(plan, sample, from ?? 0, looked) : eventsOf(plan, sample, show, 1);
    const events = cut === undefined ? all : rejectedBy(all, cut);
    const document = { search: plan.search.id, sample, unit: { energy: 'GeV', length: 'm' } as const, events };
    if (out === undefined) return { ...document, file: null };
    const { makeFolderOf, writeWhole } = await import('../../hosts/node/files/write-file.ts');
    await makeFolderOf(out);
    await writeWhole(out, [`${JSON.stringify(document, undefined, 2)}\n`]);
    return { ...document, file: out };
  },
  print: ({ events, file }) =>
    file === null ? events.map(eventText).join('\n\n') || 'no such event' : `written: ${file}`,
});

/** Throws InvalidInput for a file whose ending names another format than the one that was asked for. */
function refuseOtherEnding(out: string, format: string): void {
  const ending = /\.([a-z0-9]+)(\.gz)?$/i.exec(out)?.[1].toLowerCase() ?? '';
  const other = ['svg', ...formats].find((known) => known === ending && known !== format);
  if (other !== undefined)
    throw new InvalidInput('format', `'${format}' and the ending of '${out}' differ; leave one out.`);
}

/** Throws InvalidInput for events beyond those that the run has of a sample. */
function requireEvents(
  { samples }: AnyPlan,
  sample: string,
  {
    show,
    from,
    count,
  }: { readonly show?: number | undefined; readonly from?: number | undefined; readonly count?: number | undefined },
): void {
  const events = samples.find(({ name }) => name === sample)?.events;
  if (events === undefined) return;
  for (const [name, number] of Object.entries({ show, from }))
    if (number !== undefined && number >= events)
      throw new InvalidInput(name, `found ${number}; '${sample}' has events 0 to ${events - 1}.`);
  const first = from ?? 0;
  if (count !== undefined && first + count > events)
    throw new InvalidInput('count', `found ${count}; '${sample}' has ${events - first} events from ${first} on.`);
}
