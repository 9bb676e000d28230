import { beforeAll, describe, expect, it } from 'vitest';
import pinunu from '../../searches/kaon-pinunu.ts';
import { run } from '../../src/index.ts';
import { reproduceRows } from '../../src/modes/kaon/rows.ts';
import type { RunDocument } from '../../src/modes/kaon/run-document.ts';

describe('K⁺ → π⁺νν̄', () => {
  let document: RunDocument;
  beforeAll(async () => {
    ({ document } = (await run(pinunu, { events: 30_000 })) as unknown as { document: RunDocument });
  }, 120_000);

  it('has each source beside the published one, and only what is simulated in the sum that is judged', () => {
    const rows = reproduceRows(pinunu, document).filter(({ quantity }) => quantity === 'background');
    expect(rows.map(({ detail, published }) => [detail, published])).toEqual([
      ['sources that are simulated', 1.55],
      ['K⁺ → π⁺π⁰', 0.52],
      ['K⁺ → μ⁺ν', 0.45],
      ['K⁺ → π⁺π⁻e⁺ν', 0.41],
      ['K⁺ → π⁺π⁺π⁻', 0.17],
    ]);
    const computed = document.background.sources.filter(({ role }) => role === 'computed');
    const sum = computed.reduce((total, { value }) => total + value, 0);
    expect(rows[0].computed).toBeCloseTo(sum, 12);
    expect(document.background.value).toBeCloseTo(sum + 2.76, 12);
  });

  it('says what each source gives in each region, R1 and R2 adding up; their total is not known apart', () => {
    const { regions, background } = document;
    expect(regions.R1).toMatchObject({ expected: null, blind: true });
    for (const [i, source] of (regions.R1.simulated ?? []).entries()) {
      const other = regions.R2.simulated?.[i];
      const both = background.sources.find(({ name }) => name === source.name);
      expect((source.value + (other?.value ?? 0)) / (both?.value || 1)).toBeCloseTo(both?.value ? 1 : 0, 9);
    }
    for (const name of ['μ⁺ν', 'control π⁺π⁰', 'below π⁺π⁰', 'above π⁺π⁰'])
      expect(regions[name].expected?.value).toBeGreaterThan(0);
    const largest = (name: string) =>
      (regions[name].simulated ?? []).reduce((a, b) => (b.value > a.value ? b : a)).name;
    expect([largest('μ⁺ν'), largest('control π⁺π⁰')]).toEqual(['K⁺ → μ⁺ν', 'K⁺ → π⁺π⁰']);
  });
});
