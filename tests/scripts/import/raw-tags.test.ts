import { describe, expect, it } from 'vitest';
import { importText } from './import-sample.ts';

/** The first section of the brief made from a text. */
async function section(text: string, file = 'draft.md'): Promise<string> {
  const { markdown } = await importText(
    `## What's Happening?\n\n${text}\n\n## What's Next?\n\nA vote.`,
    file,
  );
  return /Happening\?\n\n([^]*?)\n\n## Why/.exec(markdown)?.[1] ?? '';
}

describe('what only looks like a tag', () => {
  it.each([
    ['Mail <john smith at bbc>.', 'Mail \\<john smith at bbc>.'],
    ['x<y>z', 'x\\<y>z'],
    ['Vec<String> and List<Object>', 'Vec\\<String> and List\\<Object>'],
    ['<Name of minister to be added>', '\\<Name of minister to be added>'],
    ['<title of the paper to come>\nmore', '\\<title of the paper to come>\nmore'],
    ['**<b of c>** </d>', '**\\<b of c>** \\</d>'],
    ['<p>\n<title of One', '\\<title of One'],
    ['<p>\n<Figure label="One', '\\<Figure label="One'],
    ['<p title="a > b">\n<it\'s> One', "\\<it's> One"],
    ['<b>One</b> of <cats>', '**One** of \\<cats>'],
  ])('in %j is text', async (text, expected) => {
    expect(await section(text)).toBe(expected);
    expect(await section(`- ${text}`)).toContain(expected.split('\n')[0]);
  });

  it.each(['<b>One</b>', '<p align="left">One', '<B>One</B>', '<details open><b>One</b></details>'])(
    'is not %s',
    async (text) => {
      expect((await section(text)).replaceAll('*', '')).toBe('One');
    },
  );
});

describe('a component', () => {
  it.each([
    '<Figure value="512" label="chips here" />',
    '<Chart\n  data="Alpha: -5; Beta: 10"\n/>',
    '<Note text="one two" />',
  ])('goes into a comment with its attributes: %j', async (tag) => {
    const commented = (await section(`One.\n\n${tag}`, 'draft.mdx')).replace(/\s+/g, ' ');
    expect(commented).toBe(`One. <!-- imported: ${tag.replace(/\s+/g, ' ')} -->`);
  });

  it('leaves its content in the text', async () => {
    const quote = '<Quote who="Ann Body" url="https://x.example/">';
    expect(await section(`${quote}\n\nOne.\n\n</Quote>`, 'draft.mdx')).toBe(
      `<!-- imported: ${quote} -->\n\nOne.`,
    );
    const commented = await section(
      '<Compare>\n<Side title="Before this">\nOne.\n</Side>\n</Compare>',
      'draft.mdx',
    );
    expect(commented).toBe(
      'One.\n\n<!-- imported: <Compare> -->\n\n<!-- imported: <Side title="Before this"> -->',
    );
    expect(await section('One <Figure value="2" /> two.', 'draft.mdx')).toBe(
      'One two.\n\n<!-- imported: <Figure value="2" /> -->',
    );
  });
});

describe('a comment of the writer', () => {
  const note = '<!-- Editor: the ministry denied this -->';
  const commented = '<!-- imported: Editor: the ministry denied this -->';

  it.each([
    [`Alpha ${note}beta.`, `Alpha beta.\n\n${commented}`],
    [`<b>Alpha</b> ${note}beta.`, `**Alpha** beta.\n\n${commented}`],
    [`${note} Alpha`, `Alpha\n\n${commented}`],
    ['Alpha\n<!-- unclosed words', 'Alpha\n\n<!-- imported:\n\nunclosed words'],
    [`<div>Alpha ${note}</div>`, `Alpha\n\n${commented}`],
  ])('follows its paragraph: %j', async (text, expected) => {
    expect(await section(text)).toContain(expected.split('\n\n## ')[0]);
  });

  it.each([
    '# A title NOTE story',
    '# NOTE',
    'AI-generated NOTE text',
    "## What's Happening? NOTE",
    "## What's Happening: NOTE the vote",
    '**What’s Next?** NOTE',
  ])('in a heading outlives it: %s', async (heading) => {
    const { markdown } = await importText(
      `${heading.replace('NOTE', note)}\n\nOne.\n\n## Beyond the Headlines\n\nTwo.`,
      'a.md',
    );
    expect(markdown).toMatch(/<!-- imported:\s+Editor: the ministry denied this\s/);
  });

  it('in the title stays although the front matter has the same title', async () => {
    const { markdown } = await importText(
      `---\ntitle: A title\n---\n\n# A title ${note}\n\n## What's Next?\n\nOne.`,
      'a.md',
    );
    expect(markdown).toContain(commented);
  });
});

it('the title of a link or image is reported with its address', async () => {
  const text = '![one](https://x.example/a.png "two words") [three](javascript:x "four words")';
  expect(await section(text)).toContain(
    '<!-- imported: image: one: two words: https://x.example/a.png: download it',
  );
  const { markdown } = await importText(`# [A title](https://x.example/ "five words")\n\n${text}`, 'a.md');
  expect(markdown).toContain('<!-- imported: five words -->');
  const sources =
    '## Beyond the Headlines\n\nOne.\n\n## Sources\n\n- [A paper](https://x.example/ "six words")';
  expect((await importText(sources, 'a.md')).markdown).toContain('"six words"');
  const { report } = await importText(text, 'a.md');
  expect(report.dropped).toEqual([{ what: 'address of a link', text: 'javascript:x (four words)' }]);
});
