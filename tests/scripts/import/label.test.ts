import { describe, expect, it } from 'vitest';
import { publicationSample } from '../../brief-sample.ts';
import { fieldsOf, page, sections } from './fields-sample.ts';
import { importText } from './import-sample.ts';

describe('the label', () => {
  it('is never added to a text without one', async () => {
    const { report, draft } = await importText(sections, 'a.md');
    expect(draft.frontMatter?.values).not.toHaveProperty('ai');
    expect(report.toFill).toContain('ai');
    const publication = publicationSample({ ai: 'assisted' });
    const own = await importText(sections, 'a.md', { publication });
    expect(own.draft.frontMatter?.values).not.toHaveProperty('ai');
    expect(own.report.toFill).not.toContain('ai');
  });

  it('is found at the end of the text, and in the footer of a page', async () => {
    expect(await fieldsOf(`${sections}\n\nAI-assisted, reviewed by Jane Doe`)).toMatchObject({
      ai: 'assisted',
      reviewer: 'Jane Doe',
    });
    expect(
      await fieldsOf(page('') + '<footer><p>©</p><p>AI Generated Content</p></footer>', 'a.html'),
    ).toMatchObject({
      ai: 'generated',
    });
  });

  it('is no label in the middle of the text, nor is the question whether it was useful', async () => {
    for (const file of ['draft.md', 'draft.txt']) {
      const text = `What's Happening?\nA law is new.\n\nAI-generated text\nis what it covers.\n\nAI-generated text\n\nWas this helpful?\n\nNobody knows.\nWhat's Next?\nA vote.`;
      const { draft, report } = await importText(text, file);
      expect(draft.frontMatter?.values).not.toHaveProperty('ai');
      expect(report.dropped).toEqual([]);
    }
  });

  it('is found below the title, and before the sources', async () => {
    expect(await fieldsOf(`# A\n\nBy me\n\n*AI-assisted*\n\n${sections}`)).toMatchObject({ ai: 'assisted' });
    const after = 'AI-assisted\n\n© The Site\n\n## Sources\n\nA paper that nobody has read so far.';
    expect(await fieldsOf(`${sections}\n\n${after}`)).toMatchObject({ ai: 'assisted' });
    expect(await fieldsOf(`AI-generated text\nis new.\n\n${sections}`, 'a.txt')).not.toHaveProperty('ai');
  });

  it('is ignored in the title of a page or beside its text', async () => {
    const html = page('<title>AI-generated text</title>') + '<aside>AI-generated text</aside>';
    expect(await fieldsOf(html, 'a.html')).not.toHaveProperty('ai');
  });

  it('that contradicts the front matter changes nothing, and waits in a comment', async () => {
    const { markdown } = await importText(
      `---\nai: none\n---\n\n${sections}\n\nAI Generated Content`,
      'a.md',
    );
    expect(markdown).toContain('\nai: none\n');
    expect(markdown).toContain('<!-- imported: ai: generated -->');
  });
});
