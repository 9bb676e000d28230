import { describe, expect, it } from 'vitest';
import { spillway, temporaryFolder } from './spillway.ts';

const folder = temporaryFolder();
const scan = (...args: string[]) => spillway(folder(), 'scan', ...args);
const small = ['kaon-pia-gg', '--from', '250MeV', '--to', '254MeV', '--step', '2MeV', '--events', '5000'];

interface Scan {
  hypotheses: { masses: { a: number }; observed: number | null; expected: number[]; localP: number | null }[];
  global: { p: number | null; significance: number | null; reason?: string };
  folder: string;
}

describe('spillway scan', () => {
  it('gives limits and p-values, observed ones after the box is opened', async () => {
    const closed = JSON.parse((await scan(...small, '--json')).stdout) as Scan;
    expect(closed.hypotheses.map(({ masses }) => masses.a)).toEqual([0.25, 0.252, 0.254]);
    for (const { observed, expected, localP } of closed.hypotheses) {
      expect([observed, localP]).toEqual([null, null]);
      expect(expected).toHaveLength(5);
      expect([...expected].sort((a, b) => a - b)).toEqual(expected);
    }
    expect(closed.global).toMatchObject({ p: null, significance: null });
    expect(closed.global.reason).toMatch(/unblind/);

    expect((await spillway(folder(), 'unblind', closed.folder)).code).toBe(0);
    const open = JSON.parse((await scan(...small, '--json')).stdout) as Scan;
    for (const { observed, localP } of open.hypotheses) {
      expect(observed).toBeGreaterThan(0);
      expect(localP).toBeGreaterThan(0);
    }
    expect(open.global.p).toBeGreaterThan(0);
  }, 60_000);

  it('prints a table for people', async () => {
    const { code, stdout } = await scan(...small);
    expect(code).toBe(0);
    expect(stdout).toMatch(/LOCAL p/);
    expect(stdout).toMatch(/3 hypotheses/);
  }, 60_000);

  it.each([
    [['kaon-munuee'], /no masses to scan/],
    [['kaon-piaa', '--from', '10'], /10MeV/],
    [['kaon-piaa', '--to', '400MeV'], /discriminant/],
    [['kaon-pia'], /kaon-piaa/],
    [['kaon-piaa', '--step', '0MeV'], /step/],
  ])('refuses %s', async (args, message) => {
    const { code, stderr } = await scan(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
