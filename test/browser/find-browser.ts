import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** How to start a browser: the system's own Chromium, or else the one in the package, which needs nothing installed. */
export async function findBrowser(): Promise<{ executablePath: string; args: string[] }> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const known = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (known !== undefined) return { executablePath: known, args: ['--no-sandbox'] };
  return { executablePath: await sparticuz.executablePath(), args: sparticuz.args };
}
