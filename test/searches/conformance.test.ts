import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { describeSearch } from '../../src/cli/describing/describe-search.ts';
import { experiments } from '../../src/experiments/index.ts';
import { csvOf } from '../../src/formats/tables/csv-of-table.ts';
import { dataTableOf } from '../../src/formats/tables/data-table.ts';
import { checkHepDataFile } from '../../src/formats/tables/hepdata-schema.ts';
import { hepDataSubmission } from '../../src/formats/tables/hepdata-submission.ts';
import { tableOfHepData } from '../../src/formats/tables/hepdata-table.ts';
import { readYaml } from '../../src/formats/tables/read-yaml.ts';
import { yamlOf } from '../../src/formats/tables/yaml.ts';
import { openEngine } from '../../src/modes/kaon/chain/engine.ts';

import { planRun } from '../../src/modes/kaon/plan.ts';
import { figuresOfRun, reportOfRun } from '../../src/modes/kaon/report/report-of-run.ts';
import { reproduceRows } from '../../src/modes/kaon/rows.ts';
import type { RunDocument } from '../../src/modes/kaon/run-document.ts';
import type { RunPlan } from '../../src/modes/kaon/run-plan.ts';
import { BLOCK_EVENTS } from '../../src/modes/kaon/run-plan.ts';
import { bibliography } from '../../src/run/citations/bibliography.ts';
import { run as carryOut, exportableOf, type Run } from '../../src/run/run.ts';
import type { AnySearch } from '../../src/search/any-search.ts';
import { isFrozen } from '../../src/search/frozen.ts';
import type { Box, SearchDocument } from '../../src/search/kaon-search.ts';
import { fileNameOf } from '../../src/search/results/table.ts';
import { signalRegionsOf } from '../../src/search/signal-regions.ts';
import { binsInBox } from '../../src/stages/blinding/binning.ts';
import { reportHtml } from '../../src/stages/report/index.ts';
import { buildModel, checkWorkspace } from '../../src/statistics/histfactory/index.ts';
import { root } from '../architecture/source-files.ts';
import { oddNumbers, taggedFaults } from './walk.ts';

/** One full block and the beginning of a second one. */
const EVENTS = BLOCK_EVENTS + 200;
/** Analyses throw at most this many pseudo-experiments here: what is tested is that all numbers are there. */
const TOYS = 20;

/** The search with few pseudo-experiments in its analyses. */
function lightened(search: SearchDocument): SearchDocument {
  if (search.analyses === undefined) return search;
  const few = (key: string, value: unknown) =>
    key === 'toys' && typeof value === 'number' ? Math.min(value, TOYS) : value;
  return { ...search, analyses: JSON.parse(JSON.stringify(search.analyses, few)) };
}

const all = Object.entries<AnySearch>(searches).filter(
  (entry): entry is [string, SearchDocument] => entry[1].kind === 'kaon',
);

describe.each(all)('%s', (id, search) => {
  it('is plain data under its own name: JSON gives it back, and the plan of the copy is the same', () => {
    const copy = JSON.parse(JSON.stringify(search)) as SearchDocument;
    expect(search.id).toBe(id);
    expect(copy).toEqual(search);
    expect(planRun(copy, { events: 10 }).digest).toBe(planRun(search, { events: 10 }).digest);
  });

  it('says of every number where it comes from, in the one vocabulary', () => {
    expect(taggedFaults(search)).toEqual([]);
    for (const { selection } of [search, ...Object.values(search.checks)])
      for (const [name, { source }] of Object.entries(selection.cuts)) expect(source, name).toMatch(/\S/);
  });

  it('names works that can be cited, and the record that froze its cuts', () => {
    const works = bibliography([search, experiments[search.experiment]]);
    expect(works.length).toBeGreaterThan(search.references.length - 1);
    expect(isFrozen(search), 'frozen: scripts/freeze-searches.mjs, when changed on purpose').toBe(true);
    expect(search.frozen?.date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    const record = join(root, search.frozen?.record ?? '');
    expect(existsSync(record)).toBe(true);
    expect(readFileSync(record, 'utf8')).toMatch(/frozen/i);
  });

  it('describes itself in words without holes', () => {
    const text = describeSearch(search);
    for (const words of [search.title, search.channel, ...search.references]) expect(text).toContain(words);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('counts its signal in a blind region', () => {
    for (const region of signalRegionsOf(search)) expect(search.blind).toContain(region);
    expect(signalRegionsOf(search).length).toBeGreaterThan(0);
  });

  it('has a digest of the search that a changed cut alters, and a seed does not', () => {
    const [cut, { ...bounds }] = Object.entries(search.selection.cuts)[0];
    const changed = {
      ...search,
      selection: { ...search.selection, cuts: { ...search.selection.cuts, [cut]: { ...bounds, source: 'another' } } },
    } as SearchDocument;
    const own = planRun(search, { events: 10 });
    expect(planRun(changed, { events: 10 }).searchDigest).not.toBe(own.searchDigest);
    const otherSeed = planRun(search, { events: 10, seed: 7 });
    expect(otherSeed.searchDigest).toBe(own.searchDigest);
    expect(otherSeed.digest).not.toBe(own.digest);
  });

  it('has samples with names of their own, in blocks that hold all events', () => {
    const { samples } = planRun(search, { events: 3 * BLOCK_EVENTS + 1 });
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
    for (const { events, blocks, name } of samples) expect(blocks, name).toBe(Math.ceil(events / BLOCK_EVENTS));
  });

  describe('in a small run', () => {
    let run: Run<RunPlan, RunDocument>;
    beforeAll(async () => {
      run = await carryOut(lightened(search), { events: EVENTS, seed: 11 });
    }, 60_000);

    it('gives finite numbers only', () => {
      expect(oddNumbers(run.document)).toEqual([]);
      expect(JSON.parse(JSON.stringify(run.document))).toEqual(run.document);
      const { acceptance, ses, kaonDecays, background } = run.document;
      expect(acceptance.signal.value).toBeGreaterThan(0);
      expect(acceptance.signal.value).toBeLessThan(1);
      expect(ses.value).toBeGreaterThan(0);
      expect(kaonDecays.value).toBeGreaterThan(0);
      expect(background.low).toBeLessThanOrEqual(background.value);
      expect(background.high).toBeGreaterThanOrEqual(background.value);
    });

    it('loses events from cut to cut and never finds one again', () => {
      for (const { steps, sample } of run.document.cutflow)
        steps.forEach(({ candidates, efficiency }, i) => {
          if (i === 0) return;
          expect(candidates, sample).toBeLessThanOrEqual(steps[i - 1].candidates);
          expect(efficiency.value, sample).toBeLessThanOrEqual(steps[i - 1].efficiency.value * (1 + 1e-12));
        });
    });

    it('keeps its blind regions closed', () => {
      const { document } = run;
      expect(document).toMatchObject({ blind: true, observed: null, opened: null });
      const data = document.spectra['discriminant'].data ?? [];
      const regions: Readonly<Record<string, Box>> = search.regions;
      for (const name of search.blind) {
        expect(document.regions[name].observed).toBeNull();
        for (const bin of binsInBox(search.discriminant, regions[name])) expect(data[bin]).toBeNull();
      }
      expect(data.some((count) => count !== null)).toBe(true);
      if (document.limit !== null) expect(document.limit.observed).toBeNull();
    });

    it('puts a row beside every published number, complete, with a reason where nothing is computed', () => {
      const rows = reproduceRows(run.plan.search, run.document);
      expect(oddNumbers(rows)).toEqual([]);
      for (const quantity of Object.keys(search.published.rows))
        expect(rows.filter((row) => row.quantity === quantity).length, quantity).toBeGreaterThan(0);
      for (const name of Object.keys(search.checks)) expect(rows.map(({ detail }) => detail)).toContain(name);
      for (const row of rows) {
        expect(row.search).toBe(id);
        expect(row.source).toMatch(/\S/);
        expect(['computed', 'input', 'closure', 'given by the count']).toContain(row.role);
        if (row.role === 'computed') expect(row.why).toMatch(/\S/);
        else if (row.role !== 'given by the count') expect(row.verdict).toBeNull();
        // A scan is made small by settings here, and a changed search is not judged.
        const judged = !row.why?.startsWith('not judged');
        if (judged && row.role === 'computed' && row.computed !== null && row.published !== 0)
          expect(['agree', 'disagree', 'cannot tell']).toContain(row.verdict);
        expect(row.agrees).toBe(row.verdict === null ? null : row.verdict === 'agree');
        if (row.agreeWithin !== null) expect(row.agreeWithin).toBeGreaterThan(1);
      }
      expect(rows.some(({ role, quantity }) => role === 'input' && ['count', 'kaonDecays'].includes(quantity))).toBe(
        true,
      );
    });

    it('reports itself in one page that asks for nothing from outside', () => {
      const figures = figuresOfRun(run.plan, run.document);
      expect(figures.length).toBeGreaterThan(3);
      expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
      const html = reportHtml(reportOfRun(run.plan, run.document, figures, false));
      expect(html.length).toBeGreaterThan(10_000);
      expect(/undefined|NaN|<script[^>]+src=|<link[^>]+href="http|url\(http/.exec(html)?.[0]).toBeUndefined();
    });

    it('exports its likelihood, a HEPData submission that keeps the schema, and tables without masked counts', () => {
      const content = exportableOf(run.plan, run.document);
      expect(buildModel(checkWorkspace(content.likelihood.workspace)).parameters.length).toBeGreaterThan(0);
      const { tables: entries, files } = hepDataSubmission(content);
      expect(entries.length).toBe(content.tables.length);
      expect(() => Object.values(files).map(yamlOf)).not.toThrow();
      expect(new Set(content.tables.map(({ name }) => fileNameOf(name))).size).toBe(content.tables.length);
      content.tables.forEach((table, k) => {
        const [document] = readYaml(yamlOf(files[entries[k].data_file]), table.name);
        const read = tableOfHepData(checkHepDataFile(document, table.name), {
          ...dataTableOf(table),
          name: table.name,
        });
        const written = dataTableOf(table);
        const numbers = (one: typeof read) => [...one.independent, ...one.dependent].map(({ values }) => values);
        const same = numbers(written).map((values) =>
          values.map((cell) => (cell === '-' || cell === '' ? null : cell)),
        );
        expect(numbers(read)).toEqual(same);
      });
      for (const table of content.tables) expect(csvOf(dataTableOf(table))).not.toMatch(/NaN|undefined|\[object/);
    });

    it('simulates any block by itself, to the same bits', () => {
      const { plan } = run;
      const fresh = openEngine(plan);
      const used = openEngine(plan);
      plan.samples.forEach(({ blocks, role }, sample) => {
        if (blocks < 2 || role === 'background' || role === 'hypothesis') return;
        const last = fresh.simulateBlock(sample, blocks - 1);
        for (const block of [0, blocks - 1]) used.simulateBlock(sample, block);
        const again = used.simulateBlock(sample, blocks - 1);
        expect(Buffer.from(last.buffer).equals(Buffer.from(again.buffer))).toBe(true);
      });
    });
  });
});
