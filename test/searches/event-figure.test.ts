import { describe, expect, test } from 'vitest';
import dumpMumu from '../../searches/dump-mumu.ts';
import munuee from '../../searches/kaon-munuee.ts';
import pinunu from '../../searches/kaon-pinunu.ts';
import { drawFigure, type FigureOf } from '../../src/plots/index.ts';
import { eventFigureOf, eventsOf } from '../../src/run/events.ts';
import { planOf, run } from '../../src/run/run.ts';

describe('one event as a picture', () => {
  const plan = planOf(munuee, { events: 1000 });

  test('has its tracks from the vertex to the calorimeter, bent by the magnet against their charge', () => {
    const event = eventsOf(plan, 'signal', 0, 200).find(({ readings }) => readings.some(({ selected }) => selected));
    if (event === undefined) throw new Error('no event is selected');
    const figure = eventFigureOf(plan, event) as FigureOf<'curves'>;
    expect(figure.curves.filter(({ dashed }) => dashed !== true)).toHaveLength(event.tracks.length);
    figure.curves.slice(0, event.tracks.length).forEach(({ x, y }, i) => {
      const at = y.map((value) => value ?? 0);
      const slope = (k: number) => (at[k + 1] - at[k]) / (x[k + 1] - x[k]);
      // The field changes p_x by −kick × charge.
      expect(Math.sign(slope(2) - slope(1))).toBe(-event.tracks[i].charge);
      expect(at[3]).toBeCloseTo(1e3 * event.tracks[i].calorimeter[0], 2);
    });
    expect(drawFigure(figure)).toContain('μ');
  });

  test('is refused behind a dump, where there are no single events', () => {
    const dump = planOf(dumpMumu, { events: 100 });
    const [event] = eventsOf(plan, 'signal', 0, 1);
    expect(() => eventFigureOf(dump, event)).toThrow(/no single events/);
  });
});

test('a search in two observables has its plane with every region, and no counts', async () => {
  const { figures, document } = await run(pinunu, { events: 3000 });
  const plane = figures().find(({ name }) => name === 'plane.svg')?.figure as FigureOf<'map'>;
  expect(plane.regions?.map(({ name, role }) => [name, role])).toEqual([
    ['R1', 'signal'],
    ['R2', 'signal'],
    ['μ⁺ν', 'control'],
    ['below π⁺π⁰', 'control'],
    ['control π⁺π⁰', 'control'],
    ['above π⁺π⁰', 'control'],
    ['control π⁺π⁺π⁻', 'control'],
  ]);
  const backgrounds = Object.values(document.spectra.discriminant.backgrounds).flat();
  // Without a limit the signal is that of one event.
  const events = 1;
  const signal = document.spectra.discriminant.signal.map((count) => count * events);
  const all = [...backgrounds, ...signal].reduce((sum, count) => sum + count, 0);
  const drawn = plane.values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  expect(drawn / all).toBeCloseTo(1, 4);
}, 60_000);
