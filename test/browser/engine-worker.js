import { serveEngine } from '../../src/browser.ts';

serveEngine();
