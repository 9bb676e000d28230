import { generateEvents } from '../../hosts/node/event-files.ts';
import { DEFAULT_MOMENTUM } from '../../run/generate-events.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { flag, option, required } from '../options/option.ts';
import { quantityOf } from '../options/quantities.ts';
import { readText } from '../options/text.ts';

export const generateCommand = defineCommand({
  examples: [
    "generate 'K+ -> pi+ (pi0 -> e+ e- gamma)' --events 1e5 --out dalitz.hepmc3",
    "generate 'K+ -> pi+ pi+ pi-' --events 1e6 --out k3pi.parquet --momentum 0GeV",
    "generate 'K+ -> pi+ pi0 pi0' --events 1e5 --unweighted --out k3pi0.lhe",
  ],
  details:
    'Events alone, each with its weight (mean 1; --unweighted: all 1), the parent flying along z. The ending of the file names the format: ' +
    '.hepmc3, .lhe, .parquet or .csv.',
  arguments: [{ name: 'DECAY', brief: "Such as 'K+ -> mu- nu e+ e+'", kind: 'required' }],
  options: {
    events: within('events', required(readCount, 'Number of events')),
    out: required(readText, 'File to write'),
    unweighted: flag('Events that all count alike, by accept and reject'),
    momentum: option(quantityOf('energy'), 'Momentum of the parent; 0GeV: at rest', `${DEFAULT_MOMENTUM}GeV`),
  },
  run: async ({ events, out, momentum, unweighted }, [decay], { seed, signal, progress }) => {
    progress.begin('generate');
    progress.enter('generation');
    const startedAt = performance.now();
    const onProgress = (done: number): void => {
      const perSecond = (1000 * done) / (performance.now() - startedAt);
      progress.update({ done, total: events, perSecond, secondsLeft: (events - done) / perSecond });
    };
    const chosen = momentum === undefined ? {} : { momentum };
    return {
      decay,
      ...(await generateEvents({ decay, events, seed, out, signal, onProgress, unweighted, ...chosen })),
    };
  },
  print: ({ decay, events, file }) => `${events} events of ${decay} in ${file}`,
});
