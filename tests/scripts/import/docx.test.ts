import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { importDocument, type Imported } from '../../../scripts/import/import-document.ts';
import { publicationSample } from '../../brief-sample.ts';
import { docxSample, wordParagraph } from './docx-sample.ts';

async function read(bytes: Uint8Array): Promise<Imported> {
  const result = await importDocument(bytes, 'a.docx', { publication: publicationSample(), topics: [] });
  if (!('markdown' in result)) throw new Error('problem' in result ? result.problem : 'several briefs');
  return result;
}

const body =
  wordParagraph("What's Happening?") + wordParagraph('The lab &amp; its rivals disclosed the figure.');

describe('of a Word document', () => {
  it('a formula goes into a comment with its paragraph', async () => {
    const fraction =
      '<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r></m:den></m:f>';
    const formula = `<w:p><w:r><w:t xml:space="preserve">It costs </w:t></w:r><m:oMath>${fraction}</m:oMath><w:r><w:t xml:space="preserve"> a day.</w:t></w:r></w:p>`;
    const { markdown } = await read(docxSample(body + formula));
    expect(markdown).toContain('It costs a day.');
    expect(markdown).toContain('<!-- imported: formula or box in the text: It costs (a+b)/(c) a day. -->');
    const alone = '<w:p><m:oMathPara><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></m:oMathPara></w:p>';
    expect((await read(docxSample(body + alone))).markdown).toContain('in the text: E=mc -->');
  });

  it('a box that only newer versions of Word can draw goes into a comment', async () => {
    const box = `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${wordParagraph('Words in a box.')}</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
    expect((await read(docxSample(body + box))).markdown).toContain('in the text: Words in a box. -->');
  });

  it("an editor's comment goes into a comment, even if the text has the same word", async () => {
    const comment = `<w:comment w:id="0" w:author="Ann">${wordParagraph('figure')}</w:comment>`;
    const { markdown } = await read(docxSample(body, { comments: comment }));
    expect(markdown).toContain('<!-- imported: comment on the document: figure -->');
  });

  it('a header goes into a comment if it is a sentence, and otherwise into the report', async () => {
    const { markdown, report } = await read(
      docxSample(body, {
        header: wordParagraph('Not to be published before Monday.'),
        footer: wordParagraph('Draft 3'),
      }),
    );
    expect(markdown).toContain(
      '<!-- imported: header or footer of the pages: Not to be published before Monday. -->',
    );
    expect(report.dropped).toContainEqual({ what: 'header or footer of the pages', text: 'Draft 3' });
  });

  it('nothing is duplicated', async () => {
    const deleted = '<w:p><w:del><w:r><w:delText>Gone for good.</w:delText></w:r></w:del></w:p>';
    expect((await read(docxSample(body + deleted))).report.commented).toEqual([]);
    const word = readFileSync(
      fileURLToPath(new URL('../../fixtures/import/word/input.docx', import.meta.url)),
    );
    expect((await read(word)).markdown).not.toContain('formula');
  });
});

test('a Word document without text is an error', async () => {
  const options = { publication: publicationSample(), topics: [] };
  expect(await importDocument(docxSample(''), 'a.docx', options)).toEqual({
    problem: 'it contains no text',
  });
});

test('a Word document with damaged XML is an error', async () => {
  const options = { publication: publicationSample(), topics: [] };
  expect(await importDocument(docxSample('<w:p><w:r>&x;</w:p>'), 'a.docx', options)).toEqual({
    problem: 'the Word document cannot be read: it is damaged',
  });
});
