import { describe, expect, test } from 'vitest';
import { cpuTime } from '../cpu-time.ts';
import { editorMarksIn } from '../../src/markdown/editor-marks.ts';

describe('the marks of editors', () => {
  test.each([
    ['%%ask legal%%', 'comment', 'ask legal'],
    ['Ferries go. %% two\nlines %% More.', 'comment', 'two\nlines'],
    [
      '%% a comment that goes on in the next paragraph',
      'comment',
      'a comment that goes on in the next paragraph',
    ],
    ['{>>who says?<<}', 'comment', 'who says?'],
    ['a{++ b++}', 'addition', 'b'],
    ['a{-- b--}', 'deletion', 'b'],
    ['{~~a~>b~~}', 'replacement', 'a~>b'],
    ['{a~>b}', 'replacement', 'a~>b'],
    ['{==a==}', 'highlight', 'a'],
  ])('%s is one', (text, kind, said) => {
    expect(editorMarksIn(text).map((mark) => [mark.kind, mark.text])).toEqual([[kind, said]]);
  });

  test.each([
    'It grew by 100%% and then by 50%%.',
    'Growth of 5 %, not 6 %.',
    'Growth of 5 %% in May, and 6 %% in June.',
    'Growth of 5\u00a0%%, and 6\u00a0%%.',
    'The sign %% means a percent sign.',
    'He said — well, {nothing} — “{a, b}”.',
    'A -- B -- C, i++ and --verbose {--flag}.',
    'x ~> y, and a >> b << c.',
    'नई दर 5%% नहीं, 6% है।',
    'ارتفع بنسبة 5٪ {تقريبا}.',
    '增长了100%%，不是50%%。',
    '10%~20%，{见上文}。',
    'a == b, {a = b}',
  ])('%s has none', (text) => {
    expect(editorMarksIn(text)).toEqual([]);
  });

  test('are read in linear time', () => {
    const start = cpuTime();
    for (const mark of ['{>>', '{++', '{--', '{~~', '{==', '%% ', '{a~>', '%%'])
      editorMarksIn(mark.repeat(20_000));
    expect(cpuTime() - start).toBeLessThan(5000);
  });
});
