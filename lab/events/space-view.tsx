import { useEffect, useRef } from 'preact/hooks';
import { dark } from '../parts/theme.tsx';
import type { Apparatus } from './apparatus.ts';
import type { SeenEvent, Truth } from './measured-event.ts';
import type { EventScene } from './scene.ts';

/** The event in space. `failed` is called where the browser cannot draw it. */
export const SpaceView = ({
  apparatus,
  event,
  truth,
  failed,
}: {
  readonly apparatus: Apparatus;
  readonly event: SeenEvent | undefined;
  readonly truth: Truth | undefined;
  readonly failed: () => void;
}) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<EventScene | undefined>(undefined);
  const latest = useRef({ event, truth });
  latest.current = { event, truth };
  useEffect(() => {
    let gone = false;
    void import('./scene.ts').then(({ eventScene }) => {
      if (gone || canvas.current === null) return;
      try {
        scene.current = eventScene(canvas.current, apparatus);
        canvas.current.dataset['detectors'] = scene.current.detectors.join('|');
        scene.current.turn(dark.value);
        scene.current.show(latest.current.event, latest.current.truth);
      } catch {
        failed();
      }
    }, failed);
    return () => {
      gone = true;
      scene.current?.end();
      scene.current = undefined;
    };
  }, [apparatus]);
  const isDark = dark.value;
  useEffect(() => scene.current?.turn(isDark), [isDark]);
  useEffect(() => scene.current?.show(event, truth), [event, truth]);
  return <canvas ref={canvas} class="space" aria-label="The event in space; drag to turn it" role="img" tabIndex={0} />;
};
