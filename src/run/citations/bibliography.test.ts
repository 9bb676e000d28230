import { describe, expect, it } from 'vitest';
import { publishedLimits } from '../../../limits/index.ts';
import { searches } from '../../../searches/index.ts';
import { experiments } from '../../experiments/index.ts';
import { hiddenParticles } from '../../physics/hidden/index.ts';
import { bibliography, bibtex, spillwayWork } from './bibliography.ts';
import { readWorks } from './work.ts';

describe('readWorks', () => {
  it('takes a journal and the arXiv number beside it for one work', () => {
    expect(readWorks('PLB 838 (2023) 137679, arXiv:2211.04818')).toEqual([
      {
        key: 'arXiv:2211.04818',
        journal: 'Phys. Lett. B',
        volume: '838',
        year: '2023',
        pages: '137679',
        arxiv: '2211.04818',
      },
    ]);
  });

  it('keeps works apart that one text names', () => {
    const works = readWorks(
      'split as in arXiv:1905.07770 and arXiv:2105.06759 (code: github danecross/PyNA62Analysis)',
    );
    expect(works.map(({ key }) => key)).toEqual([
      'arXiv:1905.07770',
      'arXiv:2105.06759',
      'github-danecross-PyNA62Analysis',
    ]);
  });

  it('takes authors only where they stand before the journal', () => {
    expect(readWorks('A. L. Read, J. Phys. G 28 (2002) 2693')[0].author).toBe('A. L. Read');
    expect(readWorks('fit to 60 µrad, JINST 12 (2017) P05025')[0].author).toBeUndefined();
    expect(readWorks('Barlow, physics/0406120')).toEqual([]);
  });

  it('finds nothing in words', () => {
    expect(readWorks('as for the signal')).toEqual([]);
  });
});

describe('bibliography', () => {
  const document = {
    references: ['arXiv:1703.08501', 'A talk, Dubna, April 2024'],
    beam: { momentum: { value: 75, tag: 'published', source: 'arXiv:1703.08501, table 2' } },
    cut: { below: 3, source: 'chosen by eye' },
  };

  it('lists each work once with the places that lean on it, and every reference', () => {
    expect(bibliography([document])).toEqual([
      { key: 'arXiv:1703.08501', arxiv: '1703.08501', usedBy: ['references', 'beam.momentum'] },
      { key: 'A-talk-Dubna-April-2024', note: 'A talk, Dubna, April 2024', usedBy: ['references'] },
    ]);
  });

  it('prints BibTeX', () => {
    expect(bibtex(readWorks('PLB 838 (2023) 137679, arXiv:2211.04818'))).toBe(
      [
        '@article{arXiv:2211.04818,',
        '  author = {{NA62 Collaboration}},',
        '  title = {A search for the $K^+\\to\\mu^-\\nu e^+e^+$ decay},',
        '  journal = {Phys. Lett. B},',
        '  volume = {838},',
        '  year = {2023},',
        '  pages = {137679},',
        '  eprint = {2211.04818},',
        '  archivePrefix = {arXiv},',
        '  doi = {10.48550/arXiv.2211.04818}',
        '}',
      ].join('\n'),
    );
  });

  it('every entry has a title, balanced braces and a key that BibTeX takes, Spillway first', () => {
    const works = [spillwayWork('1.2.3'), ...bibliography([document]), ...readWorks('PDG 2024; github someone/a_b')];
    const entries = bibtex(works).split('\n\n');
    expect(entries[0]).toContain('version 1.2.3');
    expect(entries.length).toBe(works.length);
    for (const entry of entries) {
      expect(entry).toMatch(/^@(article|misc)\{[\w:.-]+,\n {2}/);
      expect(entry).toMatch(/\n {2}title = \{.+\}/);
      expect(entry.split('{').length).toBe(entry.split('}').length);
    }
  });
});

describe('what every search, model and limit leans on', () => {
  const documents = [...Object.values(searches), ...Object.values(publishedLimits), ...Object.values(experiments)];
  const models = Object.values(hiddenParticles).map(({ references }) => ({ references }));

  it('has author and title for each paper', () => {
    const entries = bibtex(bibliography([...documents, ...models])).split('\n\n');
    expect(entries.length).toBeGreaterThan(30);
    // Talks, programs and notes have no more than their own words.
    const papers = entries.filter((entry) => /(eprint|journal) = /.test(entry));
    const bare = papers.filter(
      (entry) => !entry.includes('author = ') || /title = \{(arXiv:|[A-Z][\w-]*-\d)/.test(entry),
    );
    expect(bare.map((entry) => entry.split('\n')[0])).toEqual([]);
  });
});
