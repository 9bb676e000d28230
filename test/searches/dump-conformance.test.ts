import { beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { openDumpEngine } from '../../src/modes/dump/chain/engine.ts';
import { type DumpRunPlan, planDumpRun } from '../../src/modes/dump/plan.ts';
import type { DumpRunDocument } from '../../src/modes/dump/run-document.ts';
import type { Finished } from '../../src/modes/finished.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import { type DumpSearchDocument, defineDumpSearch } from '../../src/search/dump-search.ts';
import { reportHtml } from '../../src/stages/report/index.ts';
import { finishInMemory, userCounts } from '../chain/finish-in-memory.ts';
import { oddNumbers, taggedFaults } from './walk.ts';

const EVENTS = 400;
const AT = '2026-01-01T00:00:00.000Z';

/** A few masses: enough for every section of a document, and the published ones where there are some. */
const massesFor = ({ published: { contour } }: DumpSearchDocument): number[] =>
  contour === undefined ? [0.25, 0.4, 0.8] : contour.value.filter((_, i) => i % 2 === 0).map(([mass]) => mass);

const simulate = (plan: DumpRunPlan): Float64Array[] => {
  const { simulateBlock } = openDumpEngine(plan) as { simulateBlock(sample: number, block: number): Float64Array };
  return plan.samples.map((_, i) => simulateBlock(i, 0).slice());
};

const dumpSearches = Object.entries<AnySearch>(searches).filter(
  (entry): entry is [string, DumpSearchDocument] => entry[1].kind === 'dump',
);

describe.each(dumpSearches)('%s', (id, search) => {
  const small = { events: EVENTS, masses: massesFor(search) };
  let plan: DumpRunPlan;
  let sums: Float64Array[];
  let finished: Finished<DumpRunDocument>;
  beforeAll(async () => {
    plan = planDumpRun(search, small);
    sums = simulate(plan);
    finished = await finishInMemory<DumpRunDocument>(plan, sums);
  });

  it('is plain data under its own name, every number with tag and source; the plan of the copy is the same', () => {
    const copy = JSON.parse(JSON.stringify(search)) as DumpSearchDocument;
    expect(copy).toEqual(search);
    expect(search.id).toBe(id);
    expect(taggedFaults(search)).toEqual([]);
    expect(planDumpRun(copy, small).digest).toBe(plan.digest);
    expect(planDumpRun(copy, { ...small, seed: 2 }).digest).not.toBe(plan.digest);
  });

  it('gives a document without NaN, with the keys that callers rely on', () => {
    const document = JSON.parse(JSON.stringify(finished.document)) as DumpRunDocument;
    expect(oddNumbers(finished.document)).toEqual([]);
    expect(document).toMatchObject({
      search: id,
      seed: 1,
      events: EVENTS,
      digest: { search: plan.searchDigest, result: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      acceptance: { signal: { value: expect.any(Number) as number }, normalisation: null },
      kaonDecays: null,
      ses: null,
      limit: { observed: null },
    });
    expect(document.limit.expected).toHaveLength(5);
    for (const key of ['kaonDecays', 'ses']) expect(document.absent[key]).toMatch(/./);
  });

  it('marks what was put in as input, in the document and in the rows', () => {
    const { rows, background, protons } = finished.document;
    expect([background.role, protons.role]).toEqual(['input', 'input']);
    expect(rows.filter(({ role }) => role === 'input').length).toBeGreaterThan(2);
    for (const row of rows) if (row.role === 'input') expect(row.computed).toBeNull();
  });

  it('prints factors whose product is what it expects', () => {
    const { events } = finished.document.reference;
    const product = Object.values(events.factors).reduce((a, b) => a * b, 1);
    expect(Math.abs(product - events.total)).toBeLessThanOrEqual(1e-12 * events.total);
    expect(finished.document.cutflow[0].steps.at(-1)?.yield).toBeCloseTo(events.total, 6);
  });

  it('keeps the box closed for pseudo-data and for the user’s own counts, in document, figures and report', async () => {
    const names = Object.keys(search.regions);
    const dataOf = (offset: number) => userCounts(names.map((_, i) => offset + i));
    // Nothing that is printed may depend on masked counts.
    const pages = [];
    for (const offset of [3, 7]) {
      const result = await finishInMemory<DumpRunDocument>(plan, sums, { data: dataOf(offset) });
      const page = reportHtml(result.report(result.figures(), false));
      pages.push(JSON.stringify(result.document) + page);
    }
    expect(pages[0]).toBe(pages[1]);
    for (const { document } of [finished, await finishInMemory<DumpRunDocument>(plan, sums, { data: dataOf(3) })]) {
      expect([document.blind, document.observed, document.opened]).toEqual([true, null, null]);
      for (const name of search.blind) expect(document.regions[name].observed).toBeNull();
    }
    const opened = (await finishInMemory<DumpRunDocument>(plan, sums, { data: dataOf(3), openedAt: AT })).document;
    expect(opened.blind).toBe(false);
    expect(opened.observed).toBe(3 + names.indexOf(search.limit.region));
    expect(opened.opened?.at).toBe(AT);
  });

  it('refuses data that have not one count per region', async () => {
    await expect(finishInMemory(plan, sums, { data: userCounts([0, 0, 0, 0, 0, 0, 0]) })).rejects.toThrow(
      /counts.json.*7 counts/,
    );
  });
});

describe('plans of dump searches', () => {
  const mumu = searches['dump-mumu'] as DumpSearchDocument;
  const small = { events: 200, masses: [0.25, 0.3, 0.35, 0.4, 0.45, 0.5] };

  it('simulates any mass by itself, to the same bits', () => {
    const plan = planDumpRun(mumu, small);
    const all = openDumpEngine(plan) as { simulateBlock(sample: number, block: number): Float64Array };
    const first = [5, 3, 4].map((i) => all.simulateBlock(i, 0).slice());
    const alone = openDumpEngine(plan) as { simulateBlock(sample: number, block: number): Float64Array };
    expect(alone.simulateBlock(3, 0)).toEqual(first[1]);
    expect(alone.simulateBlock(5, 0)).toEqual(first[0]);
  });

  it('takes settings on the search and its experiment into the digest and the result', async () => {
    const plan = planDumpRun(mumu, small);
    const more = planDumpRun(mumu, { ...small, settings: ['experiment.beam.protons.value=1e18'] });
    expect(more.searchDigest).not.toBe(plan.searchDigest);
    const sums = simulate(plan);
    const { document: few } = await finishInMemory<DumpRunDocument>(plan, sums);
    const { document: many } = await finishInMemory<DumpRunDocument>(more, sums);
    expect(many.reference.events.total / few.reference.events.total).toBeCloseTo(1e18 / 1.4e17, 6);
    expect(many.exclusion?.protons).toBe(1e18);
  });

  it.each<[string, string, RegExp]>([
    [
      'a volume that ends before it starts',
      'experiment.decayVolume.value=180m:105m',
      /decayVolume.*(ends|range|ascend)/,
    ],
    ['a volume inside the dump', 'experiment.decayVolume.value=24m:180m', /inside or before the dump/],
    ['a veto above one', 'selection.vetoes.antiZero.value=1.2', /antiZero.*(0 to 1|probability)/],
    ['a level of 90', 'limit.level=90', /level between 0 and 1/],
    ['no mass window', 'massWindow.value=0', /above 0/],
    ['a key that is not there', 'selection.veto=1', /vetoes/],
  ])('refuses %s', (_, setting, message) => {
    expect(() => planDumpRun(mumu, { ...small, settings: [setting] })).toThrow(message);
  });

  it.each([0, -3, 2.5, Number.NaN])('refuses %s decays', (events) => {
    expect(() => planDumpRun(mumu, { events })).toThrow(/--events.*whole number of at least 100/);
  });

  it('refuses a plane that the experiment does not have, with the nearest name', () => {
    const odd = defineDumpSearch({ ...mumu, selection: { ...mumu.selection, reach: ['straw5'] } });
    expect(() => planDumpRun(odd, small)).toThrow(/straw5.*straw/);
  });
});
