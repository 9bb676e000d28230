import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where Spillway keeps what belongs to a user and not to a run: the ledger of openings, the key of commitments, where
 * data lie. `SPILLWAY_STATE` names it; else it is `spillway` in the XDG state folder.
 */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { SPILLWAY_STATE: own, XDG_STATE_HOME: xdg } = environment;
  if (own !== undefined && own !== '') return resolve(own);
  return xdg !== undefined && xdg !== '' ? join(resolve(xdg), 'spillway') : join(homedir(), '.local/state/spillway');
}
