import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { BoxKeeper } from '../../run/host.ts';
import { Recorder } from '../../stages/blinding/recorder.ts';
import { type BrowserStore, browserStore } from './browser-store.ts';

const LEDGER = 'openings';
const KEY = 'data key';
const KEY_BYTES = 32;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The key of commitments; made when it is first needed, and kept. */
async function dataKey(store: BrowserStore): Promise<Uint8Array> {
  await store.update(KEY, (known) => known ?? bytesToHex(crypto.getRandomValues(new Uint8Array(KEY_BYTES))));
  return hexToBytes(textOf(await store.read(KEY)));
}

/** The keeper of the boxes of a page: one ledger for all runs, in the browser's own store. `run` names the run. */
export function browserKeeper(run: string): BoxKeeper {
  const store = browserStore();
  return {
    run,
    recorder: new Recorder([
      {
        place: 'the record of openings in this browser',
        read: async () => textOf(await store.read(LEDGER)),
        append: (line) => store.update(LEDGER, (known) => textOf(known) + line),
      },
    ]),
    commitment: async (text) => bytesToHex(hmac(sha256, await dataKey(store), utf8ToBytes(text))),
  };
}
