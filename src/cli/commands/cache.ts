import { unknownName } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';

export const cacheCommand = defineCommand({
  examples: ['cache', 'cache clear'],
  details:
    'Sums of simulated samples and yields behind a dump are kept in your cache folder, so that a later command that asks ' +
    'for the same sample, in whatever search and of whatever size, need not simulate it again. They are found by a digest ' +
    'of all they were made of and of the program; at most 2 GB stay, the longest unused go first. --no-cache, with any ' +
    'command, neither reads nor keeps any; SPILLWAY_CACHE names another folder, or is off.',
  arguments: [
    { name: 'ACTION', brief: 'clear: remove what is kept; the next commands simulate anew', kind: 'optional' },
  ],
  options: {},
  run: async (_, [action]) => {
    if (action !== undefined && action !== 'clear') throw unknownName('ACTION', 'action', action, ['clear']);
    const { cacheStanding, clearCache } = await import('../../hosts/node/blocks/numbers-of-user.ts');
    const before = await cacheStanding();
    const cleared = action === 'clear' ? await clearCache() : 0;
    const { files: entries, bytes: size, ...rest } = before;
    return { ...rest, entries, size, unit: { size: 'bytes' }, cleared };
  },
  print: ({ folder, entries, size: bytes, most, cleared }) => {
    if (folder === null) return 'nothing is kept: SPILLWAY_CACHE is off';
    const size = `${entries.toLocaleString('en-GB')} files, ${megabytes(bytes)} of at most ${megabytes(most)}`;
    return cleared > 0 ? `${folder}: removed ${size}` : `${folder}: ${size}`;
  },
});

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
