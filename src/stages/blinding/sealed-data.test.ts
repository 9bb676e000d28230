import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { memoryRecord } from '../../../test/chain/finish-in-memory.ts';
import { BoxClosed } from './box-closed.ts';
import type { BoxIdentity } from './box-identity.ts';
import { Opening } from './opening.ts';
import { Recorder } from './recorder.ts';
import { SealedData } from './sealed-data.ts';

const SECRET = 918273645;
const identity: BoxIdentity = { search: 'a', digest: 'd', data: 'commitment', run: 'r', regions: ['signal'] };
const content = {
  ...{ kind: 'user' as const, source: 'a test', bins: 4, masked: [1, 2] },
  count: (bin: number) => [5, SECRET, SECRET, 7][bin],
};
const sealed = new SealedData(identity, content);
const AT = '2026-01-01T00:00:00Z';
const openingOf = (box: BoxIdentity) => Opening.put(box, new Recorder([memoryRecord()]), AT);

describe('sealed data', () => {
  it('give open counts only', () => {
    expect(sealed.visible()).toEqual({ bins: [5, null, null, 7], kind: 'user', source: 'a test', opened: null });
  });

  it('do not show masked counts to printing, cloning, JSON or reflection', () => {
    const shown = [
      JSON.stringify(sealed),
      inspect(sealed, { showHidden: true, depth: null, getters: true }),
      JSON.stringify(structuredClone({ ...sealed })),
      Reflect.ownKeys(sealed).join(),
      Object.values(sealed).join(),
    ];
    for (const text of shown) expect(text).not.toContain(String(SECRET));
  });

  it('open for an opening of this very box', async () => {
    const { bins, opened } = sealed.open(await openingOf(identity));
    expect(bins).toEqual([5, SECRET, SECRET, 7]);
    expect(opened).toMatchObject({ ...identity, at: AT, previous: '' });
  });

  it.each(['search', 'digest', 'data', 'run'] as const)('stay closed for an opening with another %s', async (key) => {
    const other = await openingOf({ ...identity, [key]: 'another' });
    expect(() => sealed.open(other)).toThrow(BoxClosed);
  });

  it('stay closed for anything that is made by hand', async () => {
    const genuine = await openingOf(identity);
    const forged = [
      { act: genuine.act },
      { digest: 'd', at: AT },
      Object.create(Opening.prototype),
      Object.setPrototypeOf({ act: genuine.act }, Opening.prototype),
      structuredClone({ ...genuine }),
      undefined,
    ];
    for (const one of forged) expect(() => sealed.open(one as never)).toThrow(BoxClosed);
    const recorder = {
      history: async () => [genuine.act],
      actFor: async () => genuine.act,
      append: async () => genuine.act,
    };
    await expect(Opening.put(identity, recorder as never, AT)).rejects.toThrow(BoxClosed);
    await expect(Opening.onRecord(identity, recorder as never)).rejects.toThrow(BoxClosed);
  });

  it('of a user are refused when no bin is masked', () => {
    expect(() => new SealedData(identity, { ...content, masked: [] })).toThrow(BoxClosed);
    expect(() => new SealedData(identity, { ...content, kind: 'pseudo-data', masked: [] })).not.toThrow();
  });
});

describe('an opening', () => {
  it('is on record before it is there, and is not there when it cannot be written', async () => {
    const record = memoryRecord();
    const full = { ...record, append: () => Promise.reject(new Error('the disk is full')) };
    await expect(Opening.put(identity, new Recorder([full]), AT)).rejects.toThrow('the disk is full');
    expect(await Opening.onRecord(identity, new Recorder([record]))).toBeUndefined();
    await Opening.put(identity, new Recorder([record]), AT);
    expect((await Opening.onRecord(identity, new Recorder([record])))?.act.at).toBe(AT);
  });

  it('keeps its first act, and is found in any of the stores', async () => {
    const [own, ledger] = [memoryRecord(), memoryRecord()];
    const first = await Opening.put(identity, new Recorder([own, ledger]), AT);
    const again = await Opening.put(identity, new Recorder([own, ledger]), '2027-01-01T00:00:00Z');
    expect(again.act).toEqual(first.act);
    const copy = await Opening.onRecord(identity, new Recorder([memoryRecord(), ledger]));
    expect(copy?.act.at).toBe(AT);
    expect((await new Recorder([own, ledger]).history()).length).toBe(1);
  });
});
