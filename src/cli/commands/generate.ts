import { generateEvents } from '../../hosts/node/files/event-files.ts';
import { DEFAULT_MOMENTUM } from '../../run/generate-events.ts';
import { InvalidInput } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { within } from '../options/budget.ts';
import { readCount } from '../options/numbers.ts';
import { flag, many, option, required } from '../options/option.ts';
import { readOwnParticle } from '../options/own-particle.ts';
import { quantityOf } from '../options/quantities.ts';
import { readText } from '../options/text.ts';

export const generateCommand = defineCommand({
  examples: [
    "generate 'K+ -> pi+ (pi0 -> e+ e- gamma)' --events 1e5 --out dalitz.hepmc3",
    "generate 'K+ -> pi+ pi+ pi-' --events 1e6 --out k3pi.parquet --momentum 0GeV",
    "generate 'K+ -> pi+ (A -> e+ e-)' --particle 'A: mass 20MeV, lifetime 1ns' --events 1e4 --out a.hepmc3.gz",
    "generate 'K+ -> pi+ pi0 pi0' --events 1e5 --unweighted --out k3pi0.lhe",
  ],
  details:
    'Events alone, each with its weight (mean 1; --unweighted: all 1), the parent flying along z. The ending of the file names the format: ' +
    '.hepmc3, .lhe, .parquet or .csv, packed when .gz follows.',
  arguments: [{ name: 'DECAY', brief: "Such as 'K+ -> mu+ nu gamma', or as printed: 'K⁺ → π⁺π⁰'", kind: 'required' }],
  options: {
    events: within('events', required(readCount, 'Number of events')),
    out: required(readText, 'File to write'),
    particle: many(readOwnParticle, "A particle of your own: 'A: mass 20MeV, lifetime 1ns'", ({ name }) => name),
    unweighted: flag('Events that all count alike, by accept and reject'),
    momentum: option(quantityOf('energy'), 'Momentum of the parent; 0GeV: at rest', `${DEFAULT_MOMENTUM}GeV`),
  },
  run: async ({ events, out, momentum, unweighted, particle = [] }, [decay], { seed, signal, progress }) => {
    progress.begin('generate');
    progress.enter('generation');
    const startedAt = performance.now();
    const onProgress = (done: number): void => {
      const perSecond = (1000 * done) / (performance.now() - startedAt);
      progress.update({ done, total: events, perSecond, secondsLeft: (events - done) / perSecond });
    };
    const chosen = momentum === undefined ? {} : { momentum };
    const hidden = Object.fromEntries(particle.map(({ name, ...one }) => [name, one]));
    try {
      const options = { decay, hidden, events, seed, out, signal, onProgress, unweighted, ...chosen };
      return { decay, ...(await generateEvents(options)) };
    } catch (error) {
      if (!(error instanceof InvalidInput) || !error.message.includes('unknown particle')) throw error;
      const hint = "A particle of your own is described by --particle 'A: mass 20MeV, lifetime 1ns'.";
      throw new InvalidInput('', `${error.message} ${hint}`);
    }
  },
  print: ({ decay, events, file }) => `${events} events of ${decay} in ${file}`,
});
