import { serveEngine } from 'spillway/browser';

serveEngine();
