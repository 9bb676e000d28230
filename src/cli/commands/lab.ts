import { InvalidInput } from '../../schema/index.ts';
import { defineCommand } from '../command.ts';
import { readWhole } from '../options/numbers.ts';
import { flag, option } from '../options/option.ts';

const HOST = '127.0.0.1';
const PORT = 8062;
const LAST_PORT = 65535;

function readPort(text: string): number {
  const port = readWhole(text);
  if (port > LAST_PORT) throw new InvalidInput('', `found ${port}, the last port is ${LAST_PORT}`);
  return port;
}

export const labCommand = defineCommand({
  examples: ['lab', 'lab --port 0 --no-open'],
  details:
    'Serves the lab to your browser: searches that fill as you watch, cuts dragged on the picture, the box opened on ' +
    'record, events in three dimensions, exclusions under sliders, files dropped in, and a masterclass. Everything is ' +
    'computed in the browser; this command only hands out the files of the page. Ctrl-C ends it.',
  options: {
    port: option(readPort, 'Port, 0 for any that is free', String(PORT)),
    host: option(
      String,
      'Address to listen at; other machines reach the lab through one that is not the loopback',
      HOST,
    ),
    'no-open': flag('Do not open the browser'),
  },
  run: async ({ port = PORT, host = HOST, 'no-open': quiet }, _, session) => {
    const { serveLab } = await import('../../hosts/node/lab/serve-lab.ts');
    const served = await serveLab({ host, port });
    session.notice(`The lab is at ${served.url} until Ctrl-C.`);
    if (!quiet) (await import('../../hosts/node/lab/open-browser.ts')).openBrowser(served.url);
    await new Promise<void>((done) => session.signal.addEventListener('abort', () => done(), { once: true }));
    await served.close();
    return { url: served.url };
  },
  print: () => 'The lab is closed.',
});
