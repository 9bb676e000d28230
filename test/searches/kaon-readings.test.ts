import { expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { kaonReading, kaonReadings } from '../../src/interpretation/kaon-readings/index.ts';
import { hiddenParticles } from '../../src/physics/hidden/index.ts';
import type { SearchDocument } from '../../src/search/kaon-search.ts';

it.each(kaonReadings.map((one) => [`${one.model} by ${one.search}`, one] as const))(
  '%s reads a mass scan that is there, of a model that is there, alone',
  (_, reading) => {
    const { model, search, scan } = reading;
    const documents = searches as unknown as Readonly<Record<string, SearchDocument>>;
    expect(documents[search]?.analyses?.[scan]?.kind).toBe('mass scan');
    expect(Object.keys(hiddenParticles)).toContain(model);
    expect(kaonReadings.filter((one) => one.search === search && one.model === model)).toEqual([reading]);
    expect(kaonReading(search, model)).toBe(reading);
    expect(reading.references.length).toBeGreaterThan(0);
  },
);
