import * as browser from '../../src/browser.ts';
import * as spillway from '../../src/index.ts';

globalThis.spillway = { ...spillway, ...browser };
