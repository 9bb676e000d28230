import { serveEngine } from '../../dist/src/hosts/browser/serve-engine.js';

serveEngine();
