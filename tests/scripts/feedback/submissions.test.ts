import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetOfJsonError } from '../../../scripts/feedback/json-error.ts';
import { readSubmissions } from '../../../scripts/feedback/submissions.ts';

const said = { brief: 'last-coal', answer: 'yes' };

describe('an export is read', () => {
  test.each([
    ['a table', 'brief,answer\nlast-coal,yes\n'],
    ['a table in another order, with more columns', 'id,answer,ip,brief\n7,yes,"1,2",last-coal\n'],
    ['a table with names as people read them', '"Brief ","Answer"\r\n"last-coal","yes"\r\n'],
    ['a table of a spreadsheet', 'brief;answer\r\nlast-coal;yes\r\n'],
    ['a table with tabs', 'brief\tanswer\nlast-coal\tyes'],
    ['a list', JSON.stringify([said])],
    ['a list under "submissions"', JSON.stringify({ submissions: [{ _date: '2026', ...said }] })],
    ['a list of entries with data of their own', JSON.stringify([{ id: '7', number: 1, data: said }])],
    ['a list two steps down', JSON.stringify({ success: true, data: { submissions: [said] } })],
  ])('from %s', (_name, text) => {
    const submissions = readSubmissions(text);
    if ('message' in submissions) expect.fail(submissions.message);
    expect(submissions.map((one) => [one.get('brief'), one.get('answer')])).toEqual([['last-coal', 'yes']]);
  });

  test("with any variant of the hidden field's name", () => {
    for (const name of ['_gotcha', 'Gotcha', 'gotcha']) {
      expect(readSubmissions(`brief,${name}\na,b`)).toEqual([new Map([['brief', 'a'], ['gotcha', 'b']])]); // prettier-ignore
    }
  });

  test('without answers, if there were none', () => {
    expect(readSubmissions('[]')).toEqual([]);
    expect(readSubmissions('brief,answer\n')).toEqual([]);
  });
});

describe('an invalid export is reported with its position:', () => {
  test.each([
    ['an empty file', '', 0],
    ['a page', '<html><title>Log in</title>', 0],
    ['a table of something else', 'name,message\nAda,Hello', 0],
    ['a line that is too long', 'brief,answer\na,yes\nb,yes,no\n', 19],
    ['a line that is cut off', 'brief,answer\na,yes\nb', 19],
    ['JSON of something else', '{"error":"not found"}', 0],
    ['a list of something else', '[{"name":"Ada"},7]', 0],
    ['JSON that is cut off', '[{"brief":"a"},', 15],
    ['JSON with a comma too many', '[{"brief":"a"},]', 15],
  ])('%s', (_name, text, offset) => {
    expect(readSubmissions(text)).toMatchObject({
      offset,
      message: expect.stringMatching(/^Unexpected .*, expected /) as string,
      advice: expect.stringMatching(/\.$/) as string,
    });
  });

  test('an unexpected character anywhere in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, seed) => {
        // Between two values or names, where only punctuation is valid.
        const places = [...text.matchAll(/[[{,:]/g)].map(({ index }) => index + 1);
        const at = places[seed % Math.max(1, places.length)];
        if (at === undefined || isInText(text, at)) return;
        expect(offsetOfJsonError(`${text.slice(0, at)}@${text.slice(at)}`)).toBe(at);
      }),
    );
  });
});

/** Whether a position in JSON is inside quotation marks. */
function isInText(text: string, at: number): boolean {
  return (text.slice(0, at).replace(/\\./g, '').split('"').length - 1) % 2 === 1;
}
