import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where Spillway keeps what it can make again: `SPILLWAY_CACHE` names it; else it is `spillway` in the XDG cache folder.
 * Undefined when `SPILLWAY_CACHE` is `off`: then nothing is kept.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { SPILLWAY_CACHE: own, XDG_CACHE_HOME: xdg } = environment;
  if (own === 'off') return undefined;
  if (own !== undefined && own !== '') return resolve(own);
  return xdg !== undefined && xdg !== '' ? join(resolve(xdg), 'spillway') : join(homedir(), '.cache/spillway');
}
