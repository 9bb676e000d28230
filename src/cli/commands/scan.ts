import type { FoundMassScan } from '../../modes/kaon/analyses/mass-scan/find.ts';
import type { RunDocument } from '../../modes/kaon/run-document.ts';
import {
  errorOrNull,
  eventsForPrecision,
  medianRelativeError,
  type ReachedPrecision,
} from '../../run/events-for-precision.ts';
import { planOf } from '../../run/run.ts';
import { InvalidInput, mostOf } from '../../schema/index.ts';
import type { AnySearch } from '../../search/any-search.ts';
import type { Asked } from '../../search/asking/asked.ts';
import { NOTHING_OBSERVED } from '../../search/asking/projection.ts';
import { defineCommand, type Session } from '../command.ts';
import { within } from '../options/budget.ts';
import { EXPOSURE_OPTIONS } from '../options/exposure.ts';
import { readCount } from '../options/numbers.ts';
import { option } from '../options/option.ts';
import { readRelative } from '../options/precision.ts';
import { quantityOf } from '../options/quantities.ts';
import { DATA_OPTION, RUN_FOLDER_OPTION, SET_OPTION } from '../options/settings.ts';
import { readText } from '../options/text.ts';
import { loadRegistries, searchCalled } from '../registries.ts';
import { optionsOfSession, stripOfRun } from '../run-progress.ts';
import { scanText } from '../saying/scan-text.ts';

const readMass = quantityOf('energy');

export const scanCommand = defineCommand({
  examples: [
    'scan kaon-pia-gg',
    'scan kaon-pia-gg --from 250MeV --to 300MeV --step 1MeV --events 1e5',
    'scan kaon-piaa --precision 0.05',
    "scan kaon-pis --set 'analyses.masses.masses.A.from=50MeV' --json",
  ],
  details:
    'Carries out a search whose hidden particles have unknown masses: limit, expected band and local p-value of every ' +
    'hypothesis, and the global p-value of the largest excess. In a closed box limits are expected ones, and those that ' +
    'the published count gives. --from, --to and --step are for the first mass; --set reaches the rest. --precision finds the size by smaller scans; ' +
    '--events is then the most.',
  arguments: [{ name: 'ID', brief: 'Search with a mass scan', kind: 'required' }],
  options: {
    from: option(readMass, 'First mass', 'as in the search'),
    to: option(readMass, 'Last mass', 'as in the search'),
    step: option(readMass, 'Step between masses', 'as in the search'),
    scan: option(readText, 'Which scan, in a search that has several', 'the first'),
    events: within('events', option(readCount, 'Decays per sample', '1e6')),
    precision: option(
      readRelative,
      'As many decays as bring the median relative error of the acceptance below this: 0.05',
    ),
    set: SET_OPTION,
    data: DATA_OPTION,
    exposure: EXPOSURE_OPTIONS.exposure,
    out: RUN_FOLDER_OPTION,
  },
  run: async ({ from, to, step, scan: wanted, events: sized, precision, set, data, exposure, out }, [id], session) => {
    const { runSearch } = await import('../../hosts/node/run-search.ts');
    const { findMassScan } = await import('../../modes/kaon/analyses/mass-scan/find.ts');
    const registries = await loadRegistries();
    const search = searchCalled(id, registries);
    const found = findMassScan(search, wanted);
    if (found === null) {
      const others = Object.keys(registries.searches).filter((other) => findMassScan(registries.searches[other]));
      throw new InvalidInput(
        id,
        search.kind === 'dump'
          ? `is scanned in mass and coupling: spillway exclude MODEL --searches ${id}`
          : `has no masses to scan; these have: ${others.join(', ')}`,
      );
    }
    const { name, firstMass } = found;
    const path = `analyses.${name}.masses.${firstMass}`;
    const ends = Object.entries({ from, to, step }).flatMap(([key, value]) =>
      value === undefined ? [] : [`${path}.${key}=${value}GeV`],
    );
    const settings = [...(set ?? []), ...ends];
    const size =
      precision === undefined
        ? null
        : await sizeFor(precision, search, { events: sized, settings, exposure }, found, session);
    const events = size?.events ?? sized;
    const {
      document,
      folder,
      reportFile: report,
    } = await runSearch(search, {
      ...optionsOfSession(session),
      events,
      settings,
      exposure,
      out,
      data,
    });
    const { hypotheses, global, ...scan } = found.resultOf(document);
    const reason =
      document.projection !== null
        ? NOTHING_OBSERVED
        : scan.blind
          ? 'the box is closed; `spillway unblind RUN` opens it, once and on record'
          : 'no background-only repetitions were asked for';
    return {
      projection: document.projection,
      search: document.search,
      title: document.title,
      channel: document.channel,
      seed: document.seed,
      events: document.events,
      digest: document.digest,
      data: document.data,
      kaonDecays: (document as RunDocument).kaonDecays,
      ...scan,
      kind: document.projection === null ? scan.kind : ('projection' as const),
      limit: { quantity: 'branchingRatio', cl: scan.level, method: 'cls' },
      unit: { masses: 'GeV' },
      hypotheses,
      global: global ?? { p: null, significance: null, reason },
      precision:
        size === null
          ? null
          : { ...size, reached: errorOrNull(medianRelativeError(hypotheses.map((one) => one.acceptance))) },
      folder,
      report,
    };
  },
  print: (document) => scanText(document),
});

/** Decays of the first look, and looks at most. */
const FIRST = 20_000;
const LOOKS = 4;

/** How many decays a precision needs: from smaller scans in memory, each of the size that the one before asked for. */
async function sizeFor(
  wanted: number,
  search: AnySearch,
  { events: most, ...asked }: Pick<Asked, 'events' | 'settings' | 'exposure'>,
  found: FoundMassScan,
  session: Session,
): Promise<ReachedPrecision> {
  const { run } = await import('../../run/run.ts');
  const { nodeHost } = await import('../../hosts/node/node-host.ts');
  const { onPlan, onProgress } = stripOfRun(session);
  const host = nodeHost({ workers: session.workers, signal: session.signal, onProgress });
  const tried: { events: number; reached: number | null }[] = [];
  let events = Math.min(FIRST, most ?? FIRST);
  for (let look = 0; look < LOOKS; look++) {
    const plan = { ...asked, events, seed: session.seed };
    onPlan?.(planOf(search, plan), '');
    const { document } = await run(search, plan, host);
    const reached = medianRelativeError(found.resultOf(document).hypotheses.map(({ acceptance }) => acceptance));
    tried.push({ events, reached: errorOrNull(reached) });
    const next = Math.min(eventsForPrecision(events, reached, wanted), most ?? mostOf('events'));
    if (next <= events) break;
    events = next;
    // The last size is carried out in the folder of the run.
    if (reached < Number.POSITIVE_INFINITY && look > 0) break;
  }
  return { asked: wanted, reached: tried[tried.length - 1].reached, events, tried };
}
