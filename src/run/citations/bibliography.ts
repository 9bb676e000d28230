import { collectSources } from './collect-sources.ts';
import { knownWorks } from './known-works.ts';
import { readWorks, type Work } from './work.ts';
import { worksOfLimits } from './works-of-limits.ts';

/** A work of a bibliography, with the places that lean on it. */
export interface Citation extends Work {
  readonly usedBy: readonly string[];
}

/**
 * Every work that the documents name as a source or a reference, once each, in order of appearance. Sources that say
 * in words how a number was found and name no work are left out.
 */
export function bibliography(documents: readonly unknown[]): Citation[] {
  const works = new Map<string, { work: Work; usedBy: string[] }>();
  for (const document of documents) {
    for (const { text, usedBy, reference } of collectSources(document)) {
      const named = readWorks(text);
      for (const work of named.length === 0 && reference ? [{ key: slug(text), note: text }] : named) {
        const known = works.get(work.key);
        if (known === undefined) works.set(work.key, { work, usedBy: [...usedBy] });
        else {
          known.work = { ...work, ...known.work };
          known.usedBy.push(...usedBy);
        }
      }
    }
  }
  return [...works.values()].map(({ work, usedBy }) => ({ ...work, usedBy }));
}

/** The works as BibTeX, one entry after the other. */
export function bibtex(works: readonly Work[]): string {
  return works.map(bibtexEntry).join('\n\n');
}

/** Spillway itself, as a work. */
export const spillwayWork = (version: string): Citation => ({
  key: 'Spillway',
  author: '{The Spillway developers}',
  title: 'Spillway: searches for rare decays and hidden particles, from the spill to the limit',
  note: `version ${version}`,
  usedBy: ['everything'],
});

const allWorks = { ...knownWorks, ...worksOfLimits };

/** What TeX takes for commands, in text that is none. */
const texText = (text: string): string => text.replace(/[&%#_]/g, '\\$&').replaceAll('→', '$\\to$');

/**
 * An entry with author and title: those of the source's text, of the list of known works, or, where neither names them,
 * the text itself as title. Works on arXiv carry the identifier (DOI) that arXiv registers for each of them.
 */
function bibtexEntry(work: Work): string {
  const place = work.arxiv ?? work.key;
  const known = Object.hasOwn(allWorks, place) ? allWorks[place] : undefined;
  const { key, arxiv, url } = work;
  const { author, title, journal, volume, year, pages } = { ...known, ...work, ...(known && { author: known.author }) };
  const fields: Readonly<Record<string, string | undefined>> = {
    author,
    title: title ?? texText(work.note ?? (arxiv === undefined ? key : `arXiv:${arxiv}`)),
    journal,
    volume,
    year,
    pages,
    eprint: arxiv,
    archivePrefix: arxiv === undefined ? undefined : 'arXiv',
    doi: arxiv === undefined ? undefined : `10.48550/arXiv.${arxiv}`,
    url,
    note: title === undefined ? undefined : work.note,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${journal === undefined ? 'misc' : 'article'}{${key.replace(/[^\w:.-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
