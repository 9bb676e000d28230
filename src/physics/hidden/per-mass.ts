/**
 * The same function of the mass, its last `most` answers kept: a scan asks for one mass once for each search, block and
 * figure. Answers are shared, so callers must not change them; the oldest goes first.
 */
export function perMass<T>(compute: (mass: number) => T, most = 512): (mass: number) => T {
  const kept = new Map<number, T>();
  return (mass) => {
    let found = kept.get(mass);
    if (found !== undefined) return found;
    found = compute(mass);
    if (kept.size >= most) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
    kept.set(mass, found);
    return found;
  };
}
