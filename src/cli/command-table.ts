import type { Command } from './command.ts';

/** A command that is loaded only when it is called, so that start-up stays short whatever the others import. */
export interface CommandEntry {
  /** One line for help pages. */
  readonly brief: string;
  readonly load: () => Promise<Command>;
}

/** All commands, in the order of the help page. The key is the name that is typed. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  list: {
    brief: 'What there is: searches, models, experiments',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  describe: {
    brief: 'A search, a model or an experiment in words and numbers',
    load: async () => (await import('./commands/describe.ts')).describeCommand,
  },
  run: {
    brief: 'Carry out one search, from the beam to the limit',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  follow: {
    brief: 'Where a run on a cluster stands; finishes it when all is there',
    load: async () => (await import('./commands/follow.ts')).followCommand,
  },
  reproduce: {
    brief: 'Every number of the talk, published beside computed',
    load: async () => (await import('./commands/reproduce.ts')).reproduceCommand,
  },
  unblind: {
    brief: 'Open the box of a run, once, on record',
    load: async () => (await import('./commands/unblind.ts')).unblindCommand,
  },
  limit: {
    brief: 'Upper limit from counts, or of a pyhf workspace',
    load: async () => (await import('./commands/limit.ts')).limitCommand,
  },
  significance: {
    brief: 'p-value and significance of a count, one- and two-sided',
    load: async () => (await import('./commands/significance.ts')).significanceCommand,
  },
  cls: {
    brief: 'CLs of a pyhf workspace at one signal strength',
    load: async () => (await import('./commands/cls.ts')).clsCommand,
  },
  fit: {
    brief: 'Maximum-likelihood fit of a pyhf workspace, or of a form factor',
    load: async () => (await import('./commands/fit.ts')).fitCommand,
  },
  diagnose: {
    brief: 'A fit looked at: pulls, impacts, goodness, yields, scans, with a page',
    load: async () => (await import('./commands/diagnose.ts')).diagnoseCommand,
  },
  workspace: {
    brief: 'Inspect, combine, prune, rename, sort, patch pyhf workspaces',
    load: async () => (await import('./commands/workspace.ts')).workspaceCommand,
  },
  scan: {
    brief: 'Limits and p-values over hypothesised masses, and the global p-value',
    load: async () => (await import('./commands/scan.ts')).scanCommand,
  },
  exclude: {
    brief: 'Contours in mass and coupling that searches behind a dump exclude',
    load: async () => (await import('./commands/exclude.ts')).excludeCommand,
  },
  lab: {
    brief: 'The lab: all of this in a browser tab, and a masterclass',
    load: async () => (await import('./commands/lab.ts')).labCommand,
  },
  compare: {
    brief: 'What differs between finished runs, in question and answer',
    load: async () => (await import('./commands/compare.ts')).compareCommand,
  },
  combine: {
    brief: 'One limit from several runs and likelihoods on the same number',
    load: async () => (await import('./commands/combine.ts')).combineCommand,
  },
  events: {
    brief: 'Single events of a run, with their fate under each cut',
    load: async () => (await import('./commands/events.ts')).eventsCommand,
  },
  generate: {
    brief: 'Events of a decay to a file: HepMC3, LHE, Parquet or CSV',
    load: async () => (await import('./commands/generate.ts')).generateCommand,
  },
  read: {
    brief: 'Says what a file is, and what is in it',
    load: async () => (await import('./commands/read.ts')).readCommand,
  },
  limits: {
    brief: 'Published limits as data',
    load: async () => (await import('./commands/limits.ts')).limitsCommand,
  },
  redo: {
    brief: 'Limits worked out again from published counts',
    load: async () => (await import('./commands/redo.ts')).redoCommand,
  },
  recast: {
    brief: 'A published limit for another model',
    load: async () => (await import('./commands/recast.ts')).recastCommand,
  },
  export: {
    brief: 'A run as pyhf workspace, HEPData submission or CSV tables',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  plot: {
    brief: 'A saved figure drawn again: another width, range, scale or style',
    load: async () => (await import('./commands/plot.ts')).plotCommand,
  },
  cite: {
    brief: 'BibTeX of everything a search uses',
    load: async () => (await import('./commands/cite.ts')).citeCommand,
  },
  new: {
    brief: 'A template with notes for a search, a model, data, an experiment or a limit',
    load: async () => (await import('./commands/new.ts')).newCommand,
  },
  cache: {
    brief: 'What earlier commands keep for later ones; clear it',
    load: async () => (await import('./commands/cache.ts')).cacheCommand,
  },
  schema: {
    brief: 'JSON Schema of a document that you may write, for editors',
    load: async () => (await import('./commands/schema.ts')).schemaCommand,
  },
};
