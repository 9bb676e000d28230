import {
  AmbientLight,
  BoxGeometry,
  BufferGeometry,
  CatmullRomCurve3,
  Color,
  CylinderGeometry,
  DirectionalLight,
  DoubleSide,
  EdgesGeometry,
  Group,
  Line,
  LineBasicMaterial,
  LineDashedMaterial,
  LineSegments,
  Mesh,
  MeshLambertMaterial,
  PerspectiveCamera,
  RingGeometry,
  Scene,
  TubeGeometry,
  Vector3,
  WebGLRenderer,
} from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';
import type { Apparatus, Volume } from './apparatus.ts';
import { COLOURS, colourOfTrack, colourOfVolume } from './colours.ts';
import type { Point, SeenEvent, Truth } from './measured-event.ts';

/** Sizes across the beam are drawn so many times larger than lengths along it: two metres across, 140 along. */
const STRETCH = 12;

/** A drawn apparatus. */
export interface EventScene {
  /** Names of the detectors that stand in the scene. */
  readonly detectors: readonly string[];
  show(event: SeenEvent | undefined, truth: Truth | undefined): void;
  turn(dark: boolean): void;
  end(): void;
}

/** Draws an apparatus into a canvas, to be turned with pointer or keyboard. Throws where there is no WebGL. */
export function eventScene(canvas: HTMLCanvasElement, apparatus: Apparatus): EventScene {
  const middle = (apparatus.from + apparatus.to) / 2 + 12;
  const place = ([x, y, z]: Point): Vector3 => new Vector3(z - middle, y * STRETCH, -x * STRETCH);
  const renderer = new WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
  const scene = new Scene();
  const sun = new DirectionalLight(0xffffff, 1.6);
  sun.position.set(-1, 2, 1);
  scene.add(new AmbientLight(0xffffff, 1.7), sun);
  const camera = new PerspectiveCamera(26, 2, 1, 3000);
  camera.position.set(-80, 55, 150);
  const controls = new OrbitControls(camera, canvas);
  controls.target.set(-8, -1, 0);
  controls.enableDamping = false;

  const edges = (geometry: BoxGeometry, colour: string): LineSegments =>
    new LineSegments(new EdgesGeometry(geometry), new LineBasicMaterial({ color: colour }));
  const plate = ({ name, shape, z, depth, inner, outer, x }: Volume): Group => {
    const colour = colourOfVolume(name);
    const group = new Group();
    group.name = name;
    if (shape === 'square')
      group.add(edges(new BoxGeometry(2 * depth, 2 * outer * STRETCH, 2 * outer * STRETCH), colour));
    else {
      const face = new Mesh(
        new RingGeometry(inner * STRETCH, outer * STRETCH, 72),
        new MeshLambertMaterial({
          color: colour,
          transparent: true,
          opacity: 0.22,
          side: DoubleSide,
          depthWrite: false,
        }),
      );
      face.rotation.y = Math.PI / 2;
      const rim = new Mesh(
        new CylinderGeometry(outer * STRETCH, outer * STRETCH, 2 * depth, 72, 1, true),
        new MeshLambertMaterial({
          color: colour,
          transparent: true,
          opacity: 0.4,
          side: DoubleSide,
          depthWrite: false,
        }),
      );
      rim.rotation.z = Math.PI / 2;
      group.add(face, rim);
    }
    group.position.copy(place([x, 0, z]));
    return group;
  };
  const detectors = apparatus.volumes.map((volume) => plate(volume));
  scene.add(...detectors);
  const beam = new BufferGeometry().setFromPoints([place([0, 0, apparatus.from]), place([0, 0, apparatus.to])]);
  scene.add(new Line(beam, new LineBasicMaterial({ color: COLOURS.iron, transparent: true, opacity: 0.5 })));

  let shown = new Group();
  const tube = (points: readonly Point[], colour: string, width: number): Mesh => {
    const curve = new CatmullRomCurve3(points.map(place), false, 'catmullrom', 0);
    return new Mesh(new TubeGeometry(curve, 40, width, 8), new MeshLambertMaterial({ color: colour }));
  };
  const dashed = (points: readonly Point[], colour: string): Line => {
    const line = new Line(
      new BufferGeometry().setFromPoints(points.map(place)),
      new LineDashedMaterial({ color: colour, dashSize: 2.2, gapSize: 1.4 }),
    );
    line.computeLineDistances();
    return line;
  };
  const tower = (point: Point, energy: number, colour: string): Mesh => {
    const length = Math.max(0.6, energy / 3);
    const mesh = new Mesh(new CylinderGeometry(0.9, 0.9, length, 16), new MeshLambertMaterial({ color: colour }));
    mesh.rotation.z = Math.PI / 2;
    mesh.position.copy(place(point)).add(new Vector3(length / 2, 0, 0));
    return mesh;
  };
  const draw = (): void => renderer.render(scene, camera);
  const resize = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    renderer.setPixelRatio(Math.min(2, devicePixelRatio));
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    // A narrow canvas is looked at from farther away, so that the whole length stays in view.
    camera.fov = camera.aspect > 1.6 ? 26 : Math.min(70, 42 / camera.aspect);
    camera.updateProjectionMatrix();
    draw();
  };
  const watch = new ResizeObserver(resize);
  watch.observe(canvas);
  controls.addEventListener('change', draw);
  controls.update();
  resize();
  const forget = (group: Group): void => {
    group.traverse((one) => {
      if (one instanceof Mesh || one instanceof Line) one.geometry.dispose();
    });
    scene.remove(group);
  };
  return {
    detectors: detectors.map(({ name }) => name),
    show: (event, truth) => {
      forget(shown);
      shown = new Group();
      for (const { points } of truth?.products ?? []) shown.add(dashed(points, COLOURS.truth));
      for (const { points, energy } of event?.clusters ?? []) {
        shown.add(dashed(points, COLOURS.cluster), tower(points[points.length - 1], energy, COLOURS.cluster));
      }
      for (const { points, charge, deposit } of event?.tracks ?? []) {
        const colour = colourOfTrack(charge);
        shown.add(tube(points, colour, 0.28), tower(points[points.length - 1], deposit, colour));
      }
      scene.add(shown);
      draw();
    },
    turn: (dark) => {
      scene.background = new Color(dark ? 0x14181d : 0xffffff);
      draw();
    },
    end: () => {
      watch.disconnect();
      controls.dispose();
      forget(shown);
      renderer.dispose();
    },
  };
}
