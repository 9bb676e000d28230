import { InvalidInput } from '../../schema/index.ts';

/** Any text that is not blank. */
export function readText(text: string): string {
  if (text.trim() === '') throw new InvalidInput('', 'found nothing but blanks.');
  return text;
}
