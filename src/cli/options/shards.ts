import { InvalidInput } from '../../schema/index.ts';

/** '3/8': shard 3 of 8, counted from 0. */
export function readShard(text: string): { readonly index: number; readonly of: number } {
  const [, index, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || of < 1) throw new InvalidInput('', `found '${text}', needs a shard such as 0/8, from 0.`);
  if (index >= of)
    throw new InvalidInput('', `found ${text}, shards count from 0: the last of ${of} is ${of - 1}/${of}.`);
  return { index, of };
}

/** 'partition=long': a setting that a batch system is given as it is written. */
export function readJobSetting(text: string): readonly [key: string, value: string] {
  const [, key, value] = /^([A-Za-z][\w-]*)=([^\n\r]*)$/.exec(text) ?? [];
  if (key === undefined) throw new InvalidInput('', `found '${text}', needs a setting such as partition=long.`);
  return [key, value];
}
