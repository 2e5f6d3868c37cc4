import { describe, expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const headings = [
  "## What's Happening?",
  "## Why It's Important?",
  "## What's Next?",
  '## Beyond the Headlines',
];

/** The first section of the brief, and what the report lists as dropped. */
async function read(text: string, file = 'a.md') {
  const [first = '', ...others] = file.endsWith('.md') ? headings : headings.map((each) => each.slice(3));
  const source = `${first}\n\n${text}\n\n${others.join('\n\nText.\n\n')}\n\nText.`;
  const { markdown, report } = await importText(source, file);
  const section = /## What's Happening\?\n\n([^]*?)\n*## Why/.exec(markdown)?.[1] ?? '';
  return { section, told: report.dropped.map(({ what, text: said }) => `${what}: ${said}`) };
}

describe('what editors write to each other in a document', () => {
  test.each([
    [
      'a comment of CriticMarkup',
      'Ferries go. {>>who *says*?<<}',
      'Ferries go.\n\n<!-- imported: comment on the document: who says? -->',
    ],
    [
      'a comment of Obsidian',
      'Ferries %%ask **Jo**%% go.',
      'Ferries go.\n\n<!-- imported: comment on the document: ask Jo -->',
    ],
    [
      'a comment of several paragraphs',
      'Ferries go.\n\n%%\n\nNot yet.\n\nAsk Jo.\n\n%%\n\nSoon.',
      'Ferries go.\n\n<!-- imported:\n\ncomment on the document: Not yet.\n\nAsk Jo.\n\n-->\n\nSoon.',
    ],
    [
      'a comment of CriticMarkup over paragraphs',
      'Ferries go. {>>who\n\nsays\n\nso?<<} Soon.',
      'Ferries go.\n\n<!-- imported:\n\ncomment on the document: who\n\nsays\n\nso?\n\n-->\n\nSoon.',
    ],
    [
      'a comment that Markdown takes for an address',
      'One.\n\n[//]: # (hold this name)\n\nTwo.',
      'One.\n\n<!-- imported: hold this name -->\n\nTwo.',
    ],
    [
      'the same in other signs',
      'One.\n\n[comment]: <> (hold it)\n\nTwo.',
      'One.\n\n<!-- imported: hold it -->\n\nTwo.',
    ],
  ])('becomes a comment in its place: %s', async (_what, text, section) => {
    expect(await read(text)).toEqual({ section, told: [] });
  });

  test.each([
    [
      'an addition',
      'Ferries {++*still* ++}go.',
      'Ferries *still* go.',
      'marks of an addition that was applied: still',
    ],
    [
      'an addition over paragraphs',
      'Ferries {++still\n\nor not++} go.',
      'Ferries still\n\nor not go.',
      'marks of an addition that was applied: still\n\nor not',
    ],
    [
      'a deletion over paragraphs',
      'Ferries {--still\n\nor not--}go.',
      'Ferries\n\ngo.',
      'deletion that was applied: still\n\nor not',
    ],
    [
      'a replacement over paragraphs',
      'Ferries {~~do not\n\nnow~>go~~}.',
      'Ferries\n\ngo\n\n.',
      'replacement that was applied: do not\n\nnow → go',
    ],
    [
      'a highlight over paragraphs',
      'Ferries {==still\n\n*do*==} go.',
      'Ferries still\n\n*do* go.',
      'marks of a highlight: still\n\ndo',
    ],
    ['a deletion', 'Ferries go{-- in vain--}.', 'Ferries go.', 'deletion that was applied: in vain'],
    [
      'a replacement',
      '{~~Boats~>Ferries~~} go.',
      'Ferries go.',
      'replacement that was applied: Boats → Ferries',
    ],
    ['a highlight', '{==Ferries==} go.', 'Ferries go.', 'marks of a highlight: Ferries'],
    [
      'an unused address',
      'Ferries go.\n\n[memo]: https://a.example/x "no"',
      'Ferries go.',
      'unused address: [memo]: https://a.example/x (no)',
    ],
  ])('is applied and reported: %s', async (_what, text, section, told) => {
    expect(await read(text)).toEqual({ section, told: [told] });
  });

  test('is the same in a text without markup', async () => {
    expect(await read('Ferries {++still ++}go. {>>who says?<<}', 'a.txt')).toMatchObject({
      section: 'Ferries still go.\n\n<!-- imported: comment on the document: who says? -->',
    });
  });

  test('is ignored in code', async () => {
    const code = '`{++a++}`\n\n```\n%%b%%\n```';
    expect(await read(code)).toEqual({ section: code, told: [] });
  });
});

describe('an image that Markdown does not read', () => {
  test.each([
    ['![x](./pictures/Pasted image 1.png)', '![x](<./pictures/Pasted image 1.png>)'],
    ['![[Pasted image 2.png|200]]', '![](<Pasted image 2.png>)'],
    ['![[crane.jpg|A crane]]', '![A crane](crane.jpg)'],
  ])('%s is rewritten in Markdown and reported', async (text, image) => {
    expect(await read(`See ${text} here.`)).toEqual({
      section: `See ${image} here.`,
      told: [`image rewritten in Markdown syntax: ${text}`],
    });
  });
});

describe('a draft in a block of code', () => {
  const draft = `# Ferries go again\n\n${headings.map((heading) => `${heading}\n\nText.`).join('\n\n')}\n`;
  test.each([
    ['alone', `\`\`\`markdown\n${draft}\`\`\``, []],
    ['of no language', `\`\`\`\n${draft}\`\`\``, []],
    ['of four signs', `\`\`\`\`md\n${draft}\`\`\`\``, []],
    ['of tildes', `~~~\n${draft}~~~`, []],
    ['that nobody closed', `\`\`\`markdown\n${draft}`, []],
    ['after a courtesy', `Here is the brief:\n\n\`\`\`markdown\n${draft}\`\`\``, ['Here is the brief:']],
    [
      'of which there are two versions',
      `\`\`\`md\n${draft.replace('again', 'not')}\`\`\`\n\nShorter:\n\n\`\`\`md\n${draft}\`\`\``,
      ['Shorter:'],
    ],
  ])('is the document: %s', async (_how, text, around) => {
    const { markdown, report } = await importText(text, 'a.md');
    expect(markdown).toMatch(/^---\ntitle: Ferries go again\n/);
    expect(report.sections.every(({ found }) => found.length === 1)).toBe(true);
    expect(report.dropped.map(({ text: said }) => said)).toEqual(expect.arrayContaining([...around]));
  });

  test('is not a draft if the sections are outside it', async () => {
    const { markdown } = await importText(`${draft}\n\`\`\`md\n${draft}\`\`\``, 'a.md');
    expect(markdown).toContain('```md\n# Ferries go again');
  });
});
