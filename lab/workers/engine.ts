import { serveEngineByKind } from 'spillway/browser';

serveEngineByKind();
