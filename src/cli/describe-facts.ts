import { listFacts } from '../units/index.ts';
import { tableText } from './text/table.ts';
import { valueText } from './text/value.ts';

/** Every number of a document with its tag and source, as a table. */
export function factsText(document: unknown): string {
  const rows = listFacts(document).map(({ path, fact }) => [
    path,
    valueText(fact.value),
    fact.tag,
    fact.source,
    fact.note ?? '',
  ]);
  return `Numbers, in GeV and metres (times are lengths, c = 1)\n${tableText([['NAME', 'VALUE', 'TAG', 'SOURCE', 'NOTE'], ...rows])}`;
}
