import { expect, it } from 'vitest';
import { validateHtml } from '../../../scripts/verify/html-rules.ts';

function page(content: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${content}</main></body></html>`;
}

const gaps = '<template><h2></h2></template>';

it.each([
  ['a template with gaps for a script to fill', gaps],
  ['a template in a template', `<template>${gaps}<h2></h2></template><p>x</p>`],
  ['a title that names a template before a real one', `<p><a title="<template>" href="/x">x</a></p>${gaps}`],
  ['a title that names the end of one', `<p><a title="</template>" href="/x">x</a></p>${gaps}`],
  ['a title that looks like a time', '<p><a title="<time></time>" href="/x">x</a></p>'],
  ['a time in words', '<p><time>2025-09-18</time> <time datetime="2025-09">September</time></p>'],
  ['a script that names one', '<script>"<template>"</script><p>x</p>'],
])('finds nothing wrong with %s', (_name, content) => {
  expect(validateHtml(page(content))).toEqual([]);
});

it('misses nothing between a title that names a template and a real one', () => {
  const faults = validateHtml(page(`<p><a title="<template>" href="/x">x</a></p><h2></h2>${gaps}`));
  expect(faults).toEqual([expect.stringContaining('empty-heading')]);
});

it('finds a time without a time, in a template as well', () => {
  expect(validateHtml(page('\n<template><p><time> </time></p></template>'))).toEqual([
    '3:14 <time> is empty (time-value)',
  ]);
});
