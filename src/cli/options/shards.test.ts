import { expect, it } from 'vitest';
import { readJobSetting, readShard } from './shards.ts';

it('reads shards, which count from 0', () => {
  expect(readShard('0/1')).toEqual({ index: 0, of: 1 });
  expect(readShard('3/8')).toEqual({ index: 3, of: 8 });
});

it.each(['8/8', '1/0', '-1/3', '1', '1/2/3', 'a/b', '1.5/3', '', '0/99999999'])("refuses '%s' as a shard", (text) => {
  expect(() => readShard(text)).toThrow(/found/);
});

it('reads settings of a batch system as they are written', () => {
  expect(readJobSetting('partition=long')).toEqual(['partition', 'long']);
  expect(readJobSetting('requirements=Memory > 1 && a=b')).toEqual(['requirements', 'Memory > 1 && a=b']);
});

it.each(['partition', '=long', 'a b=c', 'a=b\nrm', ''])("refuses '%s' as a setting", (text) => {
  expect(() => readJobSetting(text)).toThrow(/found/);
});
