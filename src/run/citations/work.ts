/** A published work as far as a source's text tells: nothing is made up that the text does not say. */
export interface Work {
  /** The same for texts that name the same work. */
  readonly key: string;
  readonly arxiv?: string;
  readonly journal?: string;
  readonly volume?: string;
  readonly year?: string;
  readonly pages?: string;
  readonly url?: string;
  readonly author?: string;
  readonly title?: string;
  /** The text itself, for a work that it names in no known form. */
  readonly note?: string;
}

/** Journals by the abbreviations that sources use. */
const JOURNALS: Readonly<Record<string, string>> = {
  JHEP: 'JHEP',
  JINST: 'JINST',
  PLB: 'Phys. Lett. B',
  'Phys. Lett. B': 'Phys. Lett. B',
  PRL: 'Phys. Rev. Lett.',
  'Phys. Rev. Lett.': 'Phys. Rev. Lett.',
  PRD: 'Phys. Rev. D',
  'Phys. Rev. D': 'Phys. Rev. D',
  EPJC: 'Eur. Phys. J. C',
  'Eur. Phys. J. C': 'Eur. Phys. J. C',
  'J. Phys. G': 'J. Phys. G',
  'Nucl. Phys. B': 'Nucl. Phys. B',
  'Nucl. Instrum. Meth. A': 'Nucl. Instrum. Meth. A',
  'NIM A': 'Nucl. Instrum. Meth. A',
};

const names = Object.keys(JOURNALS)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('.', '\\.'));
/** A journal and an arXiv number side by side are one work; so is each of them alone. */
const WORK = new RegExp(
  [
    `(?<journal>${names.join('|')}) ?(?<volume>\\d+) \\((?<year>\\d{4})\\) (?<pages>[A-Z]?\\d+)(?:[, (]+(?<also>arXiv:\\s*(?:\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7})))?`,
    '(?<arxiv>arXiv:\\s*(?:\\d{4}\\.\\d{4,5}|[a-z-]+/\\d{7}))',
    '\\bPDG (?<pdg>\\d{4})\\b',
    'github(?:\\.com/| )(?<repository>[\\w.-]+/[\\w.-]*\\w)',
  ].join('|'),
  'g',
);
/** 'A. L. Read' or 'R. D. Cousins and V. L. Highland', up to the journal. */
const AUTHOR = /^((?:[A-Z]\.[ -]?)+[^\d,;:]+?),\s*$/;

/** The works that a text names in a form that can be looked up; none when it only says in words what was done. */
export function readWorks(text: string): Work[] {
  return [...text.matchAll(WORK)].map((match) => readWork(match, AUTHOR.exec(text.slice(0, match.index))?.[1]));
}

function readWork({ 0: whole, groups = {} }: RegExpMatchArray, author: string | undefined): Work {
  const { journal, volume, year, pages, pdg, repository } = groups;
  const arxiv = (groups['also'] ?? groups['arxiv'])?.replace(/^arXiv:\s*/, '');
  if (pdg !== undefined) return { key: `PDG-${pdg}`, note: `Particle Data Group, Review of Particle Physics, ${pdg}` };
  if (repository !== undefined) {
    return { key: `github-${repository.replace('/', '-')}`, url: `https://github.com/${repository}` };
  }
  return {
    key: arxiv === undefined ? whole.replace(/[^A-Za-z0-9]+/g, '-') : `arXiv:${arxiv}`,
    ...(author !== undefined && { author }),
    ...(journal !== undefined && { journal: JOURNALS[journal], volume, year, pages }),
    ...(arxiv !== undefined && { arxiv }),
  };
}
