import { describe, expect, it } from 'vitest';
import { hasSentence } from '../../../scripts/import/has-sentence.ts';
import { formatReport } from '../../../scripts/import/report.ts';
import { importText } from './import-sample.ts';

describe('a sentence', () => {
  it.each([
    'The ministry denied this.',
    'Did anyone deny it?”',
    'Menu\nThe ministry denied this. More',
    'The share price of the company fell by a tenth',
    '部门否认了这一消息。',
    'وزارة الطاقة نفت ذلك.',
  ])('is %j', (text) => {
    expect(hasSentence(text)).toBe(true);
  });

  it.each(['', 'Share this', 'Cookies. Accept', 'By Jane Doe, 18 September', 'Home\nWorld\nMore', '分享'])(
    'is not %j',
    (text) => {
      expect(hasSentence(text)).toBe(false);
    },
  );
});

describe('text removed from a page', () => {
  const body = "<h2>What's Happening?</h2><p>One of many things has come to pass today.</p>";
  const pull = 'The ministry has never said so in public, and nobody else has said so in public either.';

  it('goes into a comment if it is a sentence, and otherwise into the report', async () => {
    const labels = Array.from({ length: 40 }, (_, at) => `<li>Label${at}`).join('');
    const page = `<article>${body}<aside class="pullquote">${pull}</aside></article><nav><ul>${labels}</ul></nav>`;
    const { markdown, report } = await importText(page, 'a.html');
    expect(markdown).toContain(`<!-- imported: side note: ${pull} -->`);
    expect(markdown).not.toContain('Label');
    expect(report.commented).toEqual([{ why: 'side note', text: `side note: ${pull}` }]);
    expect(formatReport(report, 'a', 'b')).toContain('Label39"');
  });

  it('is fully reported, like a heading that was renamed', async () => {
    const heading = `${'?'.repeat(50)} What’s going on? ${'!'.repeat(9)}`;
    const { report } = await importText(`## ${heading}\n\nOne.`, 'a.md');
    expect(formatReport(report, 'a', 'b')).toContain(`"${heading}" is now "What's Happening?"`);
  });

  it('is reported by length if it is a script', async () => {
    const { markdown, report } = await importText(
      `<script>${'say(1); '.repeat(200)}</script>${body}`,
      'a.html',
    );
    expect(formatReport(report, 'a', 'b')).toContain('script: 1,599 characters\n');
    expect(markdown).not.toContain('say');
  });

  it('is neither in a comment nor reported if it became a field', async () => {
    const meta = `<title>Mine</title><meta name="description" content="${pull}">`;
    const imported = await importText(`<head>${meta}</head>${body}`, 'a.html');
    expect(imported.report).toMatchObject({ dropped: [], commented: [] });
    const beside = await importText(
      `<head>${meta}</head><h2>Summary</h2><p>${pull} So.</p>${body}`,
      'a.html',
    );
    expect(beside.markdown).toContain(`<!-- imported: page description: ${pull} -->`);
  });
});
