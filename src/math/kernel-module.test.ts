import { expect, test } from 'vitest';
import { kernelMaker } from './kernel-module.ts';

test('a kernel that cannot be compiled is not there, and is tried once only', () => {
  for (const bad of ['', 'AGFzbQEAAAD/', 'not base64 at all!']) {
    const make = kernelMaker(bad);
    expect(make(1)).toBeUndefined();
    expect(make(1)).toBeUndefined();
  }
});

test('an instance has the memory that was asked for', () => {
  // The empty module: magic number and version.
  const make = kernelMaker<Record<string, never>>(btoa('\0asm\x01\0\0\0'));
  expect(make(1)?.memory.byteLength).toBe(65536);
  expect(make(65537)?.memory.byteLength).toBe(131072);
  expect(make(1)?.memory).not.toBe(make(1)?.memory);
});
