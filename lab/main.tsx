import { render } from 'preact';
import { begin } from './now.ts';
import { Shell } from './shell.tsx';

await begin();
const place = document.getElementById('lab');
if (place !== null) render(<Shell />, place);
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('./sw.js');
