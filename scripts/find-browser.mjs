import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** How to start a browser: the system's own Chromium, or else the one in the package, which needs nothing installed. */
export async function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const known = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return {
    executablePath: known ?? (await sparticuz.executablePath()),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  };
}
