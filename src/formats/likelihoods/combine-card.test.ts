import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildModel, workspaceLimit } from '../../statistics/histfactory/index.ts';
import { readLikelihood } from './read-likelihood.ts';

const fixture = JSON.parse(readFileSync(new URL('datacards.fixture.json', import.meta.url), 'utf8')) as readonly {
  readonly name: string;
  readonly card: string;
  readonly limit: number;
}[];

describe('limits of counting cards (scripts/fixtures/datacards.py)', () => {
  it('there are ten', () => {
    expect(fixture.length).toBe(10);
  });

  it.each(fixture)('$name', async ({ card, limit }) => {
    const { workspace, normsys } = await readLikelihood(new TextEncoder().encode(card), 'card.txt');
    const found = workspaceLimit(buildModel(workspace, normsys === undefined ? {} : { normsys }), { level: 0.95 });
    expect(Math.abs((found.observed ?? 0) / limit - 1)).toBeLessThan(1e-4);
  });
});
