import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedLab, serveLab } from '../../src/hosts/node/lab/serve-lab.ts';

const HOST = '127.0.0.1';
let folder = '';
let lab: ServedLab;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spillway-served-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>lab</title>');
  writeFileSync(join(folder, 'page.js'), 'export {};');
  lab = await serveLab({ host: HOST, port: 0 }, folder);
});

afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for a path exactly as it is written, without a client that tidies it. */
function ask(path: string, method = 'GET'): Promise<{ code: number; headers: Record<string, unknown>; text: string }> {
  const { port } = new URL(lab.url);
  return new Promise((resolve, reject) => {
    const asked = request({ host: HOST, port, path, method }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ code: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the lab over HTTP', () => {
  it('gives the files of the build, each with its type and the guards of the page', async () => {
    const front = await ask('/');
    expect(front.code).toBe(200);
    expect(front.text).toContain('<title>lab</title>');
    expect(front.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(front.headers['content-security-policy']).toMatch(/^default-src 'self'/);
    expect(front.headers['x-content-type-options']).toBe('nosniff');
    expect(front.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(front.headers['cross-origin-embedder-policy']).toBe('require-corp');
    expect((await ask('/page.js?x=1')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    const head = await ask('/page.js', 'HEAD');
    expect([head.code, head.text]).toEqual([200, '']);
  });

  it('gives nothing else, however it is asked', async () => {
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '//etc/passwd',
      '/assets',
      '/page.js/',
      '/%00',
      '/PAGE.js',
    ])
      expect((await ask(path)).code, path).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const { code, headers } = await ask('/', method);
      expect([method, code, headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
    }
  });

  it('listens at the loopback address and says what is wrong with another', async () => {
    expect(lab.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const { port } = new URL(lab.url);
    await expect(serveLab({ host: HOST, port: Number(port) }, folder)).rejects.toThrow(/in use/);
    await expect(serveLab({ host: '192.0.2.1', port: 0 }, folder)).rejects.toThrow(/no address of this machine/);
    await expect(serveLab({ host: HOST, port: 0 }, join(folder, 'none'))).rejects.toThrow(/npm run build/);
  });
});
