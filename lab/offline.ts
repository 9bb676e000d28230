import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Files that are copied as they are. */
const PUBLIC = ['icon.svg', 'lab.webmanifest'];
const PREFIX = 'spillway-lab-';

/**
 * A Vite plugin that writes `sw.js`, a service worker that keeps every file of the build: after one visit the page needs
 * no network. Each build has a cache of its own, named after its content, and clears those of others when it takes over.
 */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).sort();
      const content = createHash('sha256');
      for (const file of files) {
        const part = bundle[file];
        content.update(file).update(part.type === 'chunk' ? part.code : part.source);
      }
      for (const file of PUBLIC) content.update(file).update(readFileSync(join(import.meta.dirname, 'public', file)));
      const cache = `${PREFIX}${content.digest('hex').slice(0, 12)}`;
      const kept = ['./', ...PUBLIC, ...files.filter((file) => !/^(index\.html|files\.json)$/.test(file))];
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: script(cache, kept) });
    },
  };
}

const script = (cache: string, files: readonly string[]): string => `const CACHE = ${JSON.stringify(cache)};
const FILES = ${JSON.stringify(files)};
const fresh = (file) => new Request(file, { cache: 'reload' });
const fill = async () => (await caches.open(CACHE)).addAll(FILES.map(fresh));
const clear = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(${JSON.stringify(PREFIX)}) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
};
const answer = async (request) => {
  const asked = /\\/index\\.html$/.test(new URL(request.url).pathname) ? './' : request;
  const kept = await (await caches.open(CACHE)).match(asked, { ignoreSearch: true });
  return kept ?? fetch(request);
};
addEventListener('install', (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clear().then(() => clients.claim())));
addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === location.origin)
    event.respondWith(answer(event.request));
});
`;
