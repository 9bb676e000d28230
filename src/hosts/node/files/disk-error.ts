import { InvalidInput } from '../../../schema/index.ts';

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
  EMFILE: 'too many open files; raise the limit (ulimit -n), or give fewer --workers',
  ENFILE: 'the system has too many open files',
  ENOMEM: 'the system has no memory left; give fewer --workers',
  EAGAIN: 'the system has no room for one more thread; give fewer --workers',
  EPIPE: 'what reads it has gone',
  EIO: 'the disk reports a hardware error',
};

/** The system's error code (`ENOSPC`), or undefined for an error that did not come from the system. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A refusal of the system in one sentence, with the file where it names one; undefined for what it did not say. */
export function systemSentence(error: unknown): string | undefined {
  const code = systemCode(error);
  // Node's own errors have codes as well, in words of their own: they are not the system's.
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const { path, message } = error as Error & { readonly path?: unknown };
  const where = typeof path === 'string' ? `${path}: ` : '';
  return `${where}${SENTENCES[code] ?? message}.`;
}

const MEMORY = /out of memory|memory limit|Array buffer allocation failed|Invalid (string|array|typed array) length/i;

/** Whether an error says that there was not enough memory, here or in a worker. */
export const isOutOfMemory = (error: unknown): boolean => error instanceof Error && MEMORY.test(error.message);

/**
 * What to throw for a failure of the disk: an `InvalidInput` that says which file could not be `read` or `written` and
 * why. Errors that did not come from the system are given back unchanged.
 */
export function diskError(path: string, action: 'read' | 'written', error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined || error instanceof InvalidInput) return error;
  return new InvalidInput(path, `cannot be ${action}: ${SENTENCES[code] ?? `${(error as Error).message}`}.`);
}
