import { expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { run } from '../../../run/run.ts';
import type { SearchDocument } from '../../../search/kaon-search.ts';
import { analysesOfRun } from './analyses-of-run.ts';

const search = searches['kaon-munuee-onshell'] as unknown as SearchDocument;
const names = Object.keys(search.analyses ?? {});

it('several scans of one search have headings, anchors and files of their own', async () => {
  const { plan, document } = await run(search, { events: 60_000 });
  const parts = analysesOfRun(plan, document);
  expect(parts.map(({ part }) => part.heading)).toEqual(names.map((name) => `Mass scan: ${name}`));
  expect(new Set(parts.map(({ part }) => part.id)).size).toBe(names.length);
  const files = parts.flatMap(({ figures }) => figures.map(({ name }) => name));
  expect(files.length).toBeGreaterThanOrEqual(names.length);
  expect(new Set(files).size).toBe(files.length);
  for (const { part } of parts) expect(part.paragraphs?.join(' ')).toContain('not sufficient to constrain');
});

it('one analysis of a kind keeps its plain names', async () => {
  const one = { ...search, analyses: Object.fromEntries(Object.entries(search.analyses ?? {}).slice(0, 1)) };
  const { plan, document } = await run(one, { events: 20_000 });
  const [{ part, figures }] = analysesOfRun(plan, document);
  expect([part.id, part.heading]).toEqual(['mass-scan', 'Mass scan']);
  for (const { name } of figures) expect(name).toMatch(/^mass-scan-[a-z]+\.svg$/);
});
