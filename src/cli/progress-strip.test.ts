import { beforeEach, expect, it } from 'vitest';
import { STAGE_NAMES } from '../stages/names.ts';
import { ProgressStrip, stateText, stripLines } from './progress-strip.ts';

let time: number;
let written: string;
const clock = () => time;
/** Escapes made visible, so that they can be looked for. */
const visible = (bytes: string) => bytes.replaceAll('\x1b', '␛');
const stream = (isTTY: boolean) => ({
  isTTY,
  columns: 200,
  write: (text: string) => {
    written += text;
  },
});
beforeEach(() => {
  time = 0;
  written = '';
});

/** What a terminal shows after the bytes: only the strip's own two escapes are understood. */
function screen(bytes: string): string {
  let lines = [''];
  for (const [, erase, count, text] of visible(bytes).matchAll(/(␛\[(\d+)A␛\[0J)|([^␛]+)/g)) {
    if (erase !== undefined) lines = [...lines.slice(0, -1 - Number(count)), ''];
    else {
      const [first, ...rest] = text.split('\n');
      lines = [...lines.slice(0, -1), `${lines.at(-1)}${first}`, ...rest];
    }
  }
  return lines.join('\n');
}

it('prints nothing for work that is over in two seconds', () => {
  for (const isTTY of [true, false]) {
    time = 0;
    const strip = new ProgressStrip(stream(isTTY), clock);
    strip.begin('kaon-munuee');
    time = 1.9;
    strip.update({ done: 1, total: 2 });
    strip.end();
    expect(written).toBe('');
  }
});

it('shows all nine stages in order on a terminal, in place, and leaves nothing behind', () => {
  const strip = new ProgressStrip(stream(true), clock);
  strip.begin('kaon-munuee');
  time = 3;
  strip.enter('simulation');
  strip.update({ done: 1e6, total: 5e6, perSecond: 1e6, secondsLeft: 4, counts: { generation: 1e6 } });
  time = 4;
  strip.update({ done: 2e6, total: 5e6, perSecond: 1e6, secondsLeft: 3, counts: { generation: 2e6 } });
  const shown = screen(written);
  const places = STAGE_NAMES.map((name) => shown.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThanOrEqual(0);
  expect(shown).toContain('✓ generation 2.00 M  ▸ simulation');
  expect(shown).toContain('kaon-munuee: 2.00 M of 5.00 M events · 1.00 M/s · 3 s left');
  expect(shown).not.toContain('4 s left');
  strip.end();
  expect(screen(written)).toBe('');
});

it('does not redraw more than ten times a second', () => {
  const strip = new ProgressStrip(stream(true), clock);
  for (let i = 0; i < 1000; i++) {
    time = 3 + i / 1000;
    strip.update({ done: i, total: 1000 });
  }
  expect(visible(written).match(/␛\[0J/g)?.length).toBeLessThanOrEqual(11);
});

it('prints one line and one at the end where there is no terminal, and no escapes', () => {
  const strip = new ProgressStrip(stream(false), clock);
  strip.begin('kaon-munuee');
  for (time = 0; time < 10; time++) strip.update({ done: time, total: 10 });
  strip.end();
  expect(written).toBe('kaon-munuee: 2 of 10 events\nkaon-munuee: done in 10 s\n');
});

it('claims no end for work that was stopped', () => {
  const strip = new ProgressStrip(stream(false), clock);
  time = 5;
  strip.update({ done: 1, total: 2 });
  strip.abandon();
  strip.end();
  expect(written).toBe('spillway: 1 of 2 events\n');
});

it('fits into narrow terminals', () => {
  const lines = stripLines('kaon-munuee', 'limits', { done: 1, total: 2 }, 40);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(40);
  for (const name of STAGE_NAMES) expect(lines.join('\n')).toContain(name);
});

it('says what it counts, and neither rate nor time before it knows them', () => {
  expect(stateText({ done: 3, total: 287, unit: 'hypotheses' })).toBe('3 of 287 hypotheses');
  expect(stateText({ done: 0, total: 9, perSecond: 0, secondsLeft: undefined })).toBe('0 of 9 events');
});

it('shows a picture below the strip, made for the width, and leaves the last one behind', () => {
  const strip = new ProgressStrip(stream(true), clock);
  strip.begin('kaon-munuee');
  time = 3;
  let made = 0;
  const picture = (columns: number) => {
    made++;
    return [`a picture of ${columns}`];
  };
  strip.update({ done: 1, total: 2, picture });
  time = 3.01;
  strip.update({ done: 1, total: 2, picture });
  expect(made).toBe(1);
  expect(screen(written)).toContain('a picture of 200');
  strip.end();
  expect(screen(written)).toBe('a picture of 200\n');
});
