import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const FOLDERS = ['dist', join('test', 'browser')];
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.json': 'application/json',
};

/** Serves the compiled code and the test pages on the loopback address until `close`; `missing` lists refused paths. */
export async function serveFiles(): Promise<{ origin: string; missing: string[]; close: () => Promise<void> }> {
  const missing: string[] = [];
  const server = createServer(async (request, response) => {
    const path = resolve(root, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)}`);
    const allowed = FOLDERS.some((folder) => path.startsWith(join(root, folder) + sep));
    const content = allowed ? await readFile(path).catch(() => undefined) : undefined;
    if (content === undefined) {
      if (!path.endsWith('favicon.ico')) missing.push(path.slice(root.length));
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(content);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    missing,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
