import { expect, test } from 'vitest';
import { briefText, codesOf } from '../brief-text.ts';

test.each([
  ['two figures with the same value', { figures: '[{ value: "2", label: years }, { value: "2", label: boats }]' }],
  ['an expectation and its outcome later', { watch: '[{ by: 2026-01-01, expect: A vote }, { by: 2026-02-01, expect: A vote }]' }],
  ['a shorter title for cards', { cardTitle: 'A bill' }],
])('%s is no repetition', (_, fields: Record<string, string>) => {
  expect(codesOf(briefText([], fields))).not.toContain('content-repeated');
}); // prettier-ignore

test('sections of a word or two may be the same', () => {
  expect(codesOf(briefText(['Nothing yet.', 'Much.', 'Nothing yet.']))).not.toContain('content-repeated');
});

test.each([
  ['authors', '[ada, ada]', ['field-value']],
  ['topics', '[ai, ai]', ['field-value']],
  ['expires', '2025-09-18', ['date-order']],
  ['expires', '2025-09-18T09:00:00+08:00', ['date-order']],
  ['expires', '2025-09-18T10:00:00+08:00', []],
])('of %s: %s, the report is %j', (name, value, codes) => {
  const found = codesOf(briefText([], { [name]: value }));
  expect(found.filter((code) => code === 'field-value' || code === 'date-order')).toEqual(codes);
});
