import { expect, test } from 'vitest';
import { withMarks } from '../../src/cards/bidi.ts';

/** Marks made visible: ‹L› and ‹R›. */
const seen = (text: string, direction: 'ltr' | 'rtl' = 'rtl'): string =>
  withMarks(text, direction).replaceAll('\u200e', '‹L›').replaceAll('\u200f', '‹R›');

test('text of one direction is left as it is', () => {
  expect(seen('DeepSeek (R1) 294,000', 'ltr')).toBe('DeepSeek (R1) 294,000');
  expect(seen('كلفة تدريب النموذج')).toBe('كلفة تدريب النموذج');
});

// Each of these lines was laid beside Chromium's: unmarked, satori shows all of them in another order.
test.each([
  ['كشفت (R1) 294,000 دولار', 'كشفت (R1‹R›) 294,000 دولار'],
  ['في 18/9/2025 كشفت', 'في 18‹L›/9/2025 كشفت'],
  ['עלה 50% היום', 'עלה 50‹L›%‹L› היום'],
  ['يوم ٢٠٢٥/٩/١٨ كشفت', 'يوم ٢٠٢٥‹L›/‹L›٩‹L›/‹L›١٨ كشفت'],
])('signs beside numbers and brackets get the marks that put them in order: %s', (text, marked) => {
  expect(seen(text)).toBe(marked);
});

test('marks and numbers that are in order already get none', () => {
  expect(seen('كلفة 294,000 دولار')).toBe('كلفة 294,000 دولار');
  expect(seen('نموذج R1 (كبير)')).toBe('نموذج R1 (كبير)');
});

test('embeddings have done their work and are not drawn', () => {
  expect(seen('كشفت \u2066R1\u2069 اليوم')).toBe('كشفت R1 اليوم');
});

test('an Arabic quotation in an English line keeps its order', () => {
  expect(seen('The word (كتاب) means book', 'ltr')).toBe('The word (كتاب) means book');
});

test('a line that marks cannot put in order is an error', () => {
  expect(() => withMarks('A \u202bالعربية \u202aone two\u202c نص\u202c', 'ltr')).toThrow('Unexpected mix of writing directions'); // prettier-ignore
});

test('a no-break space between directions may break: satori would move what it ties as one piece', () => {
  expect(withMarks('الكلفة (294,000\u00a0دولار)', 'rtl')).toBe(withMarks('الكلفة (294,000 دولار)', 'rtl'));
  expect(withMarks('1\u00a0000 km', 'ltr')).toBe('1\u00a0000 km');
});
