import alp from '../../physics/hidden/alp-e-mu.ts';
import { flavourViolationReading } from './flavour-violation.ts';

/** An axion-like particle between electron and muon, made in K⁺ → e⁺νa. */
export default flavourViolationReading(
  alp,
  'pseudoscalar',
  'axion-like particle',
  'The acceptance is that of an a radiated by the positron line.',
);
