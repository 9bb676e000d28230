import { writeNew } from '../../hosts/node/files/write-new.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { option } from '../options/option.ts';
import { readText } from '../options/text.ts';
import { loadRegistries, type Registries } from '../registries.ts';
import { searchGiven } from '../search-given.ts';
import { experimentTemplate, limitTemplate } from '../templates/file-templates.ts';
import { modelTemplate } from '../templates/model-template.ts';
import { dataTemplate, dumpSearchTemplate, kaonSearchTemplate } from '../templates/search-templates.ts';

/** What a template is made from. */
interface Asked {
  readonly name: string;
  readonly file: string;
  /** The search that data are for, or that a search starts from. */
  readonly search: string | undefined;
  readonly registries: Registries;
}

/** One kind of template: how its file ends, its text, and what can be done with it next. */
interface Template {
  readonly ending: 'json' | 'ts';
  readonly text: (asked: Asked) => string | Promise<string>;
  readonly next: (file: string, name: string) => string;
  /** Documents among which the name has to be new. */
  readonly names?: keyof Registries;
  /** It starts from a search. */
  readonly starts?: true;
}

const templates = {
  search: {
    names: 'searches',
    starts: true,
    ending: 'json',
    text: async ({ name, search = 'kaon-piminus-mumu' }) => {
      const base = await searchGiven(search);
      if (base.kind === 'dump')
        throw new InvalidInput('--search', `'${search}' is behind a dump; new dump-search ${name}`);
      return kaonSearchTemplate(base, name);
    },
    next: (file) => `run ${file} --events 1e5`,
  },
  'dump-search': {
    names: 'searches',
    starts: true,
    ending: 'json',
    text: async ({ name, search = 'dump-ee' }) => {
      const base = await searchGiven(search);
      if (base.kind !== 'dump')
        throw new InvalidInput('--search', `'${search}' is not behind a dump; new search ${name}`);
      return dumpSearchTemplate(base, name);
    },
    next: (file) => `run ${file} --events 2000`,
  },
  model: {
    names: 'models',
    ending: 'json',
    text: ({ name }) => modelTemplate(name),
    next: (file) => `exclude ${file} --searches dump-ee,dump-mumu --events 2000`,
  },
  data: {
    starts: true,
    ending: 'json',
    text: async ({ name, file, search, registries }) => {
      const id = search ?? name;
      if (search === undefined && !Object.hasOwn(registries.searches, name))
        throw new InvalidInput(
          '--search',
          'missing; name the search that the counts are for, e.g. --search kaon-munuee.',
        );
      return dataTemplate(await searchGiven(id), file);
    },
    next: (file, name) => `run ${name} --data ${file}`,
  },
  experiment: {
    names: 'experiments',
    ending: 'ts',
    text: ({ name }) => experimentTemplate(name),
    next: (_, name) => `describe ${name}`,
  },
  limit: { ending: 'ts', text: ({ name }) => limitTemplate(name), next: () => 'list' },
} as const satisfies Readonly<Record<string, Template>>;

const NAME = /^[a-z][a-z0-9-]{0,59}$/;

export const newCommand = defineCommand({
  examples: ['new search my-search', 'new data my-counts --search kaon-munuee', 'new model my-vector'],
  details:
    'Writes a template with notes in it, which runs as it stands: searches, models and data as JSON files that commands ' +
    'take; experiments and limits as files for a checkout of Spillway. Nothing is overwritten.',
  arguments: [
    { name: 'KIND', brief: Object.keys(templates).join(', '), kind: 'required' },
    { name: 'NAME', brief: 'What it is called; its file is named after it', kind: 'required' },
  ],
  options: {
    search: option(readText, 'Search that data are for, or that a search starts from'),
    out: option(readText, 'File to write', 'NAME.json, or NAME.ts'),
  },
  run: async ({ search, out }, [kind, name]) => {
    const known: Readonly<Record<string, Template>> = templates;
    if (!Object.hasOwn(known, kind)) throw unknownName('KIND', 'kind of template', kind, Object.keys(known));
    if (!NAME.test(name))
      throw new InvalidInput('NAME', `found '${name}', needs lower-case letters, digits and '-', the first a letter.`);
    const { ending, text, next, names, starts } = known[kind];
    if (starts !== true && search !== undefined)
      throw new InvalidInput('search', `is for templates that start from a search; a new ${kind} does not.`);
    const file = out ?? `${name}.${ending}`;
    const registries = await loadRegistries();
    if (names !== undefined && Object.hasOwn(registries[names], name))
      throw new InvalidInput('NAME', `'${name}' is there already (spillway describe ${name}); give another name.`);
    await writeNew(file, await text({ name, file, search, registries }));
    return { kind, file, next: `spillway ${next(file, search ?? name)}` };
  },
  print: ({ file, next }) => `${file}\n\n${next}`,
});
