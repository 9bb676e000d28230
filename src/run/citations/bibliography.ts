import { collectSources } from './collect-sources.ts';
import { readWorks, type Work } from './work.ts';

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

function bibtexEntry({ key, author, arxiv, journal, volume, year, pages, url, note }: Work): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    author,
    journal,
    volume,
    year,
    pages,
    eprint: arxiv,
    archivePrefix: arxiv === undefined ? undefined : 'arXiv',
    url,
    note,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${journal === undefined ? 'misc' : 'article'}{${key},\n${lines.join(',\n')}\n}`;
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
