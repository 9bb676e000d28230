import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { InvalidInput } from '../../../schema/index.ts';
import { systemCode } from '../files/disk-error.ts';
import { type LabFile, labFiles } from './lab-files.ts';

/** Where the lab is to be served. */
export interface LabAddress {
  /** The loopback address unless another is asked for. */
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

/** A lab that is being served. */
export interface ServedLab {
  readonly url: string;
  close(): Promise<void>;
}

/** What every answer carries: nothing foreign is loaded, nothing is guessed, nobody frames or shares the page. */
const GUARDS: Readonly<Record<string, string>> = {
  // A picture that the page makes is one of its own: to save it as a PNG it is loaded once as a blob.
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

/** Names with a hash of the content in them never change. */
const HASHED = /^\/assets\//;

const FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program; name another, or 0 for any that is free',
  EACCES: 'may not be used by you; name one above 1023',
  EADDRNOTAVAIL: 'is no address of this machine',
};

/**
 * Serves the built lab over HTTP: GET and HEAD, the files of the build and nothing else. Resolves when it listens. Throws
 * InvalidInput where the lab is not built, or where host or port cannot be had.
 */
export async function serveLab({ host, port }: LabAddress, folder?: string): Promise<ServedLab> {
  const files = await labFiles(folder);
  const server = createServer((request, response) => answer(files, request, response));
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => {
      const code = systemCode(error) ?? '';
      const [where, what] = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? ['--host', host] : ['--port', `${port}`];
      fail(new InvalidInput(where, `${what} ${FAULTS[code] ?? `cannot be served (${code})`}`));
    });
    server.listen(port, host, done);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${taken}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function answer(files: ReadonlyMap<string, LabFile>, request: IncomingMessage, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  const refuse = (code: number, more: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(code, { ...GUARDS, ...more }).end();
  };
  if (method !== 'GET' && method !== 'HEAD') {
    refuse(405, { allow: 'GET, HEAD' });
    return;
  }
  const [path] = url.split(/[?#]/);
  const file = files.get(path);
  if (file === undefined) {
    refuse(404);
    return;
  }
  response.writeHead(200, {
    ...GUARDS,
    'content-type': file.type,
    'content-length': file.content.length,
    'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(method === 'HEAD' ? undefined : file.content);
}
