import { InvalidInput } from '../../schema/index.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run the same command again',
  EDQUOT: 'the disk quota is used up; free some space and run the same command again',
  EFBIG: 'the file would be larger than the system allows',
  EROFS: 'the disk is read-only; name a folder elsewhere with --out',
  EACCES: 'no permission; name a folder of your own with --out, or change its permissions',
  EPERM: 'the system does not permit it; name a folder of your own with --out',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  EEXIST: 'a file of that name is in the way',
  EMFILE: 'too many open files',
  EIO: 'the disk reports a hardware error',
};

/** The system's error code (`ENOSPC`), or undefined for an error that did not come from the system. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * What to throw for a failure of the disk: an `InvalidInput` that says which file could not be `read` or `written` and
 * why. Errors that did not come from the system are given back unchanged.
 */
export function diskError(path: string, action: 'read' | 'written', error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined || error instanceof InvalidInput) return error;
  return new InvalidInput(path, `cannot be ${action}: ${SENTENCES[code] ?? `${(error as Error).message}`}.`);
}
