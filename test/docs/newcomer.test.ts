import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../architecture/source-files.ts';

interface Followed {
  readonly pages: readonly string[];
  readonly links: number;
  readonly wrong: readonly string[];
}

let folder = '';
let followed: (front: string) => Followed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spillway-newcomer-'));
  ({ followed } = await import(pathToFileURL(join(root, 'scripts/newcomer/pages.mjs')).href));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the robot follows what can be reached, and names dead links, dead anchors and requests to elsewhere', () => {
  writeFileSync(
    join(folder, 'front.html'),
    '<a href="next.html#here">a</a><a href="next.html#gone">b</a><a href="none.html">c</a>' +
      '<img src="https://elsewhere.example/x.png"><a href="https://elsewhere.example">a link may lead away</a>',
  );
  writeFileSync(join(folder, 'next.html'), '<h2 id="here">x</h2><a href="front.html">back</a><a href="#here">up</a>');
  const { pages, links, wrong } = followed(join(folder, 'front.html'));
  expect(pages).toHaveLength(2);
  expect(links).toBe(5);
  expect(wrong.map((text) => text.replaceAll(`${folder}/`, ''))).toEqual([
    'front.html asks https://elsewhere.example/x.png for something',
    'front.html: there is no next.html#gone',
    'front.html: none.html leads nowhere',
  ]);
});
