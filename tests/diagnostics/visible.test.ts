import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../any-text.ts';
import { visible, visibleJson, visibleLines } from '../../src/diagnostics/visible.ts';

/**
 * Characters that control a terminal: C0 except tab, DEL and C1, Unicode line and paragraph separators, bidirectional
 * controls, tags.
 */
const obeyed = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;
const controls = ['\u001b[31m', '\u001b]0;x\u0007', '\r', '\n', '\u009b2J', '\u202e', '\u2066', '\u2028', '\u{e0041}', '\u007f', '\ud800']; // prettier-ignore
const text = fc.array(fc.oneof(fc.constantFrom(...controls), fc.string({ unit: anyCharacter }))).map((parts) => parts.join('')); // prettier-ignore

describe('what is printed of a text', () => {
  test('holds nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(visible(any)).not.toMatch(obeyed);
        expect(visibleLines(any).replaceAll('\n', '')).not.toMatch(obeyed);
        expect(visibleJson([any], 2).replaceAll('\n', '')).not.toMatch(obeyed);
      }),
    );
  });

  test('says the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), text, (value, any) => {
        expect(JSON.parse(visibleJson({ [any]: [any, value] }))).toEqual(JSON.parse(JSON.stringify({ [any]: [any, value] }))); // prettier-ignore
      }),
    );
  });

  test.each([
    ['a\u001b[31mb', 'a␛[31mb'],
    ['tab\tstays, الشرق and 日本 as well', 'tab\tstays, الشرق and 日本 as well'],
    ['one\r\ntwo\nthree\rfour', 'one\ntwo\nthree␍four'],
    ['moc.\u202egnp', 'moc.\ufffdgnp'],
  ])('of lines: %j', (any, shown) => {
    expect(visibleLines(any)).toBe(shown);
  });
});
