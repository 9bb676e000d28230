import { listFacts } from '../../units/index.ts';
import { tableText } from '../text/table.ts';
import { valueText } from '../text/value.ts';

/** No line of a table is longer. */
const WIDEST = 140;
const WIDEST_VALUE = 32;

const shortened = (text: string, width: number): string =>
  [...text].length <= width ? text : `${[...text].slice(0, Math.max(1, width - 1)).join('')}…`;

/**
 * Every number of a document with its tag and source, as a table of lines of at most 140 characters; what does not fit is
 * shortened, and whole with --json.
 */
export function factsText(document: unknown): string {
  const facts = listFacts(document);
  const widestName = Math.max(4, ...facts.map(({ path }) => [...path].length));
  const widestTag = Math.max(3, ...facts.map(({ fact }) => fact.tag.length));
  const left = Math.max(20, WIDEST - widestName - WIDEST_VALUE - widestTag - 6);
  const rows = facts.map(({ path, fact: { value, tag, source, note } }) => [
    path,
    shortened(valueText(value), WIDEST_VALUE),
    tag,
    shortened(note === undefined ? source : `${source}: ${note}`, left),
  ]);
  const head = 'Numbers, in GeV and metres (times are lengths, c = 1); whole with --json';
  return `${head}\n${tableText([['NAME', 'VALUE', 'TAG', 'SOURCE'], ...rows])}`;
}
