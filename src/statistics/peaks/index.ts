export type { Candidates } from './candidates.ts';
export { type CountingScan, type CountingScanInput, countingScan, type ScanHypothesis } from './counting-scan.ts';
export { type EulerLevel, eulerCharacteristic, vitellsGross } from './euler-characteristic.ts';
export type { GlobalExcess } from './global-excess.ts';
export { type GlobalSignificance, globalByToys, grossVitells, trialsEstimate, upCrossings } from './look-elsewhere.ts';
export { gridStepInSigma, type MassPairs, massGrid, massPairs } from './mass-hypotheses.ts';
export { constantResolution, type MassResolution, tabulatedResolution } from './mass-resolution.ts';
export {
  type PeakScanInput,
  peakScan,
  peakScanToys,
  type SidebandBackground,
  type SimulatedBackground,
} from './peak-scan.ts';
export type { LookElsewhere, PeakScan, ToyPart } from './prepared-scan.ts';
export { joinScanToys, type ScanToys } from './scan-toys.ts';
export { optimalWindow, windowEfficiency } from './signal-window.ts';
export { type WindowCoordinate, type WindowScanInput, windowScan, windowScanToys } from './window-scan.ts';
