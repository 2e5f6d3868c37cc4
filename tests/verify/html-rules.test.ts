import { expect, it } from 'vitest';
import { validateHtml } from '../../src/verify/html-rules.ts';

function page(content: string): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${content}</main></body></html>`;
}

const gaps = '<template><h2></h2></template>';

it.each([
  ['a template with gaps for a script to fill', gaps],
  ['a template in a template', `<template>${gaps}<h2></h2></template><p>x</p>`],
  ['a title that names a template before a real one', `<p><a title="<template>" href="/x">x</a></p>${gaps}`],
  ['a title that names the end of one', `<p><a title="</template>" href="/x">x</a></p>${gaps}`],
  ['a script that names one', '<script>"<template>"</script><p>x</p>'],
])('finds nothing wrong with %s', (_name, content) => {
  expect(validateHtml(page(content))).toEqual([]);
});

it('misses nothing between a title that names a template and a real one', () => {
  const faults = validateHtml(page(`<p><a title="<template>" href="/x">x</a></p><h2></h2>${gaps}`));
  expect(faults).toEqual([expect.stringContaining('empty-heading')]);
});
