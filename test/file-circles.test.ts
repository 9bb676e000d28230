import { expect, it } from 'vitest';
import { circlesOf } from './architecture/circles.ts';
import { isTest, type SourceFile, sourceFiles } from './architecture/source-files.ts';

it('has no circle of files, type imports included', () => {
  const files = [...sourceFiles('src'), ...sourceFiles('searches'), ...sourceFiles('lab')];
  expect(circlesOf(files.filter((file) => !isTest(file)))).toEqual([]);
});

it('notices a circle of two, of three, and a file that imports itself', () => {
  const file = (path: string, ...imports: string[]): SourceFile => ({ path, imports, text: '', code: '' });
  const files = [
    file('a', 'b', 'f'),
    file('b', 'a'),
    file('c', 'd', 'a'),
    file('d', 'e'),
    file('e', 'c'),
    file('f', 'f'),
    file('g', 'a', 'node:fs'),
  ];
  expect(circlesOf(files)).toEqual([['f'], ['a', 'b'], ['c', 'd', 'e']]);
});
