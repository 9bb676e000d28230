import type { AnySearch } from '../../search/any-search.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { writtenAxesOf } from '../../search/user-data/check-data.ts';
import { sizeOfAxis, type WrittenAxis } from '../../search/user-data/data-document.ts';
import { withComments } from './with-comments.ts';

const MINE = 'a search of my own: say where its cuts come from';

/** A search with kaons in flight to start from: that of `base`, without its record and its publication. */
export function kaonSearchTemplate(base: SearchDocument, id: string): string {
  const { frozen: _, published: __, analyses: ___, checks: ____, ...rest } = base;
  const backgrounds = Object.fromEntries(
    Object.entries(base.backgrounds).map(([name, { published, ...background }]) => [name, background]),
  );
  const document = {
    ...rest,
    id,
    title: `${base.channel}, my own search`,
    summary: MINE,
    references: [MINE],
    backgrounds,
    checks: {},
    published: { rows: {} },
  };
  return withComments(document, {
    '': `Run it: spillway run ${id}.json --events 1e5. Numbers are in GeV and metres (times are lengths, c = 1), or texts with a unit: '72 GeV', '15 mm'. Keys and names: spillway schema search; spillway describe na62-kaon. Notes like this one are passed over.`,
    signal:
      'The decay that is looked for, such as \'K+ -> pi- mu+ mu+\'. A particle of your own: "hidden": {"a": {"mass": "17 MeV", "lifetime": "prompt"}}.',
    selection:
      'Tracks by the role they are given; every cut names an observable and one of above, below, between, outside.',
    regions: 'Boxes in the discriminant, on bin edges; those under "blind" stay closed until spillway unblind.',
    normalisation:
      'The decay that counts the kaons: its branching ratio and the candidates that were seen, both inputs.',
    backgrounds: 'Every decay that can be taken for the signal, with its branching ratio.',
    published:
      'What a publication found, if there is one: {"observed": a fact, "rows": {"limit": …}}. Nothing here is judged.',
  });
}

/** A search behind a dump to start from: that of `base`, without its record and its publication. */
export function dumpSearchTemplate(base: DumpSearchDocument, id: string): string {
  const { frozen: _, published, publishedResolution: __, modelIndependent: ___, ...rest } = base;
  const document = {
    ...rest,
    id,
    title: `${base.channel}, my own search`,
    summary: MINE,
    references: [MINE],
    observed: { value: 0, tag: 'proposal', source: 'nothing was seen yet: the count goes here', events: [] },
    published: { model: published.model ?? 'dark-photon', rows: {} },
  };
  return withComments(document, {
    '': `Run it: spillway run ${id}.json --events 2000. Numbers are in GeV and metres (times are lengths, c = 1), or texts with a unit: '10 GeV', '15 mm'. Keys and names: spillway schema dump-search; spillway describe ${base.experiment}. Notes like this one are passed over.`,
    selection:
      'Planes that both particles must reach, and the cuts on their vertex. Every number has a tag and a source.',
    regions: 'Where the momentum of the pair points back to: boxes or ellipses in z and distance from the axis.',
    backgrounds: 'Events expected in each region, all of them inputs.',
    published: 'The hidden particle that the contour is for, and what a publication found, if there is one.',
  });
}

const nestedZeros = (sizes: readonly number[]): unknown =>
  sizes.length === 0 ? 0 : Array.from({ length: sizes[0] }, () => nestedZeros(sizes.slice(1)));

const sizeOf = (axis: WrittenAxis): number =>
  'bins' in axis ? axis.bins : sizeOfAxis('regions' in axis ? axis : { ...axis, edges: axis.edges });

/** Counts to fill in for a search: its axes with their edges, and a zero for every bin or region. */
export function dataTemplate(search: AnySearch, file: string): string {
  const axis = writtenAxesOf(search);
  return withComments(
    {
      search: search.id,
      axis,
      counts: nestedZeros(axis.map(sizeOf)),
      source: 'my own counts: say where they come from',
    },
    {
      '': `Counts for ${search.id}, one for each bin of the axis, nested as deep as there are axes. Fill them in and run: spillway run ${search.id} --data ${file}. What lies in the blind regions appears nowhere before spillway unblind.`,
    },
  );
}
