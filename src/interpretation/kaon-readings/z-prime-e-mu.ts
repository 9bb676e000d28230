import zPrime from '../../physics/hidden/z-prime-e-mu.ts';
import { flavourViolationReading } from './flavour-violation.ts';

/** A Z′ between electron and muon, made in K⁺ → e⁺νZ′. */
export default flavourViolationReading(zPrime, 'vector', 'Z′', 'The acceptance is that of a uniform phase space.');
