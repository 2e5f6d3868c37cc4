import { describe, expect, it, test } from 'vitest';
import { importDocument, type Imported } from '../../../scripts/import/import-document.ts';
import { formatReport } from '../../../scripts/import/report.ts';
import { publicationSample } from '../../brief-sample.ts';
import { importText } from './import-sample.ts';

const sections =
  "## What's Happening?\n\nThe lab disclosed the figure in a paper of last week. More.\n\n## What's Next?\n\nA vote.";

describe('the name of the file', () => {
  it.each([
    ['the title', '# Ägypten & Öl: 1,000 Fässer', 'draft.md', 'agypten-ol-1000-fasser'],
    [
      'the title, where a power is no digit',
      '# It took 10²⁵ steps and 4 m² of CO₂',
      'a.md',
      'it-took-10-25-steps-and-4-m2-of-co2',
    ],
    ['the title in German', '# Ägypten\n\n## Was ist passiert?\n\nA.', 'draft.md', 'aegypten'],
    ['the file’s own, if it has front matter', '---\ntitle: A\n---\n\nText.', 'my-post.md', 'my-post'],
    ['the slug of the front matter', '---\ntitle: A\nslug: given\n---\n\nText.', 'my-post.md', 'given'],
    ['the title, if the file’s own is no slug', '---\ntitle: A\n---\n\nText.', 'My Post.md', 'a'],
    ['the title, if the file’s own is reserved', '---\ntitle: A\n---\n\nText.', 'index.md', 'a'],
    ['a plain one, if the title has no letter', '# ???', 'draft.md', 'brief'],
  ])('is made of %s', async (_of, text, file, slug) => {
    expect((await importText(text, file)).slug).toBe(slug);
  });
});

describe('a question for a person', () => {
  it.each([
    ['in the title', '# It rose to 25<sup>3</sup>'],
    ['in a first line that becomes the title', 'It rose to 25<sup>3</sup>'],
    [
      'in a summary',
      '# Tolls\n\nThe toll of the harbour in the north rose to 25<sup>3</sup> dollars, and ships pay it from Monday on.',
    ],
    ['before the first section', '# Tolls\n\nBy Ann, 25<sup>3</sup>'],
    ['in the block about the story', '# Tolls\n\n## What is the story about?\n\nIt rose to 25<sup>3</sup>.'],
    [
      'among the sources',
      `# Tolls\n\n${sections}\n\n## Sources\n\n- [Paper of 25<sup>3</sup> pages](https://example.org/)`,
    ],
    [
      'text below a heading other than the four',
      `# Tolls\n\n${sections}\n\n## Details\n\nIt rose to 25<sup>3</sup>.`,
    ],
  ])('that arises %s is reported with its place, and the brief stays a draft', async (_where, text) => {
    const { markdown, report } = await importText(
      text.includes('Happening') ? text : `${text}\n\n${sections}`,
      'a.md',
    );
    expect(report.questions).toHaveLength(1);
    const [question] = report.questions;
    expect(markdown.split('\n')[(question?.line ?? 0) - 1]).toBe(`<!-- imported: ${question?.text} -->`);
    expect(markdown).toMatch(/^status: draft$/m);
  });
});

test('the front matter contains the text as its writer sees it: words after YAML indicators stay, and empty fields are empty', async () => {
  const { markdown } = await importText(
    "---\ntitle: &Sons shipyard stops work\nreviewer: null\nthread: ~\nsummary: '~'\n---\n\n## What's Happening?\n\nText.",
    'a.md',
  );
  expect(markdown).toMatch(/^---\ntitle: ["']?&Sons shipyard stops work["']?\nsummary: ["']~["']\n---\n/);
});

test('what is struck out is in no field', async () => {
  const { markdown } = await importText(
    "# The ~~old~~ new toll\n\n## What's Happening?\n\nShips ~~do not~~ pay more since Monday in the harbour of the north.",
    'a.md',
  );
  expect(markdown).toContain(
    'title: The new toll\nsummary: Ships pay more since Monday in the harbour of the north.\n',
  );
});

describe('a section', () => {
  it('that occurs twice becomes one, in the order of the brief', async () => {
    const text = "## What's Next?\n\nOne.\n\n## What's Happening?\n\nTwo.\n\n## What comes next?\n\nThree.";
    const { markdown, report } = await importText(text, 'a.md');
    expect(markdown.slice(markdown.indexOf('## What'))).toBe(
      "## What's Happening?\n\nTwo.\n\n## Why It's Important?\n\n## What's Next?\n\nOne.\n\nThree.\n\n## Beyond the Headlines\n",
    );
    expect(report.inOrder).toBe(false);
    expect(report.sections.map(({ found }) => found.length)).toEqual([1, 0, 2, 0]);
    expect(report.toFill).toContain('"Why It\'s Important?"');
  });

  it('is not opened by a question in the text', async () => {
    const text = "What's Next?\nA vote.\nWhat's next?\nNobody knows.\nNext steps: none.";
    const { markdown } = await importText(text, 'a.txt');
    expect(markdown).toContain(
      "## What's Next?\n\nA vote.\n\nWhat's next?\n\nNobody knows.\n\nNext steps: none.\n",
    );
  });

  it('begins right below a quotation, which stays one', async () => {
    const { markdown } = await importText("## What's Happening?\n\n> One.\n**What's Next?**\nTwo.", 'a.md');
    expect(markdown).toContain('> One.\n\n## Why');
  });

  it('is opened by a question before its answer, if the document is written so', async () => {
    const text = "What's Happening? The council voted on Monday.\nMore.\nWhy is it important? It costs.";
    const { markdown } = await importText(text, 'a.txt');
    expect(markdown).toContain("## What's Happening?\n\nThe council voted on Monday.\n\nMore.\n\n## Why");
    expect(markdown).toContain("## Why It's Important?\n\nIt costs.\n");
    expect(markdown).toContain('title: The council voted on Monday\n');
    const alone = await importText("One.\n\nWhat's next? Nobody knows.\n\nTwo.", 'a.txt');
    expect(alone.report.sections.flatMap(({ found }) => found)).toEqual([]);
    const beside = await importText(
      "What's Happening?\nWhat's next? Nobody knows.\nWhat's Next?\nA vote.",
      'a.txt',
    );
    expect(beside.markdown).toContain("## What's Happening?\n\nWhat's next? Nobody knows.\n");
  });

  it('is not opened by an entry of a table of contents', async () => {
    const links = "- [What's Happening?](#a)\n- [What's Next?](#b)\n  - [More](#c)";
    const linked = await importText(`${links}\n\nIntro of one line\n\n${sections}`, 'a.md');
    expect(linked.report.dropped).toEqual([
      { what: 'table of contents', text: "What's Happening? · What's Next? More" },
    ]);
    const plain = await importText(
      "What's Happening?\nWhat's Next?\nWhat's Happening?\nOne.\nWhat's Next?\nTwo.",
      'a.txt',
    );
    expect(plain.markdown).toContain("## What's Happening?\n\nOne.\n\n## Why");
    expect(plain.markdown).toContain("## What's Next?\n\nTwo.\n\n## Beyond");
  });

  it('keeps its inner headings, from level 3 and without gaps', async () => {
    const text =
      '# What happened\n\n### A\n\n##### B\n\n#### C\n\n### Next steps\n\nD\n\n# What comes next\n\n## E';
    const { markdown } = await importText(text, 'a.md');
    expect(markdown).toContain('### A\n\n#### B\n\n#### C\n\n**Next steps**\n\nD');
    expect(markdown).toContain('### E');
  });

  it('is opened by a heading that begins with its name, if no other does', async () => {
    const alone = await importText("## What happened\n\nOne.\n\n## What's Next for Europe?\n\nTwo.", 'a.md');
    expect(alone.markdown).toContain("## What's Next?\n\nTwo.\n");
    const beside = await importText("## What's Next?\n\nOne.\n\n## What's Next for Europe?\n\nTwo.", 'a.md');
    expect(beside.markdown).toContain("One.\n\n<!-- imported:\n\n## What's Next for Europe?\n\nTwo.\n\n-->");
  });

  it('keeps the comments of its writer, and those of an import before', async () => {
    const text =
      "## What's Next?\n\nOne.\n\n<!-- more -->\n\n<!-- imported: By me -->\n\n- two <!-- imported: three -->";
    const { markdown, report } = await importText(text, 'a.md');
    expect(markdown).toContain(
      'One.\n\n<!-- imported: more -->\n\n<!-- imported: By me -->\n\n- two\n\n<!-- imported: three -->',
    );
    expect(report.commented.map(({ why }) => why)).toEqual(Array(3).fill('comment in the document'));
  });

  it('begins and ends without the rules that divided it from others', async () => {
    const text = "## What's Happening?\n\n---\n\nOne.\n\n---\n\nTwo.\n\n---\n\n## What's Next?\n\n---";
    const { markdown } = await importText(text, 'a.md');
    expect(markdown).toContain("## What's Happening?\n\nOne.\n\n---\n\nTwo.\n\n## Why");
    expect(markdown).toContain("## What's Next?\n\n## Beyond");
  });

  it('has a paragraph where there were two breaks in a row', async () => {
    const { markdown } = await importText("<p>What's Next?<br>One.<br><br>Two.<br>Three.<br></p>", 'a.html');
    expect(markdown).toContain("## What's Next?\n\nOne.\n\nTwo.\\\nThree.\n\n## Beyond");
  });

  it('puts text below another heading into a comment', async () => {
    const { markdown, report } = await importText(
      `${sections}\n\n## Background\n\nOld.\n\n### More\n\nOlder.`,
      'a.md',
    );
    expect(markdown).toContain(
      'A vote.\n\n<!-- imported:\n\n## Background\n\nOld.\n\n### More\n\nOlder.\n\n-->',
    );
    expect(report.commented.map(({ why }) => why)).toEqual(['text below a heading other than the four']);
  });

  it('has links and images only that lead somewhere from a brief', async () => {
    const text =
      "## What's Happening?\n\n[a](javascript:x) [b](./b.md) [c](/about) [d](#d) ![e](./p/e.png) ![f](https://x.example/f.png) ![g](./g.svg)";
    const { markdown, report } = await importText(text, 'a.md');
    expect(markdown).toContain('\na [b](./b.md) [c](/about) [d](#d) ![e](./p/e.png)\n');
    expect(markdown).toContain(
      '<!-- imported: image: f: https://x.example/f.png: download it to briefs/pictures/ and write ![f](./pictures/f.png), if you have the right to use it -->\n\n<!-- imported: image: g: ./g.svg -->',
    );
    expect(report.dropped).toEqual([{ what: 'address of a link', text: 'javascript:x' }]);
    const links =
      '<a href="/x">h</a> <a href="#d">i</a> <a href="mailto:a@b.example">j</a> <img src="k.png">';
    const html = `<h2>What's Happening?</h2><p>${links}</p>`;
    expect((await importText(html, 'a.html')).markdown).toContain(
      'h i [j](mailto:a@b.example)\n\n<!-- imported: image: k.png -->',
    );
  });
});

describe('a document that cannot be imported', () => {
  it.each([
    ['is empty', ' \n', 'a.txt', 'it contains no text'],
    ['has nothing but a script', '<script>say("One of many.")</script>', 'a.html', 'it contains no text'],
    ['has nothing but a menu', '<title>A</title><nav>One</nav>', 'a.html', 'it contains no text'],
    ['is no text', 'a\0b', 'a.txt', 'this is not a text file'],
    ['is of another kind', 'x', 'a.pdf', 'a .pdf file cannot be read; save it as .docx, .html or .txt'],
    ['is no Word document', 'x', 'a.docx', 'this is not a Word document (.docx)'],
    [
      'nests too deeply',
      `${'> '.repeat(200)}a`,
      'a.md',
      'lists, quotations or elements are nested more than 100 levels deep',
    ],
    [
      'nests too deeply in HTML',
      `${'<div>'.repeat(20_000)}a`,
      'a.html',
      'lists, quotations or elements are nested more than 100 levels deep',
    ],
    ['has no end', 'word '.repeat(11_000), 'a.txt', 'a paragraph is longer than 50,000 characters; split it'],
    [
      'is all markup',
      '> a\n\n'.repeat(5000),
      'a.md',
      'it has more than 30000 lines, or 4000 items, quotations and headings, or thousands of special characters in one paragraph; split it',
    ],
    ['is too long', `${'word '.repeat(1000)}\n\n`.repeat(250), 'a.txt', 'the text is longer than 1 MB'],
  ])('because it %s says so', async (_why, text, file, problem) => {
    const options = { publication: publicationSample(), topics: [] };
    expect(await importDocument(new TextEncoder().encode(text), file, options)).toEqual({ problem });
  });
});

describe('a document without sections', () => {
  const none = (document: Imported): string =>
    /sections +(.*)/.exec(formatReport(document.report, 'a', 'b'))?.[1] ?? '';

  it('has its text in a comment, and the report says so', async () => {
    expect(none(await importText('A title\n\nOne.', 'a.txt'))).toBe('none found: the text is in a comment');
  });

  it('of one line has no other text, and the report says nothing of one', async () => {
    expect(none(await importText('A title', 'a.txt'))).toBe('none found');
  });

  it('is made of a page whose text is hidden until its program runs', async () => {
    const { markdown } = await importText('<body><noscript>The ministry denied this.</noscript>', 'a.html');
    expect(markdown).toContain('The ministry denied this. -->');
  });
});

test('importing a brief does not change its text', async () => {
  const brief = `---\ntitle: A small bill\nsummary: The lab disclosed the figure in Nature.\ndate: 2025-09-18\ntopics: [ai]\nai: generated\nsources:\n  - title: Paper\n    url: https://example.org/\n---\n\n## What's Happening?\n\nOne[^1] *two* **three** [four](https://example.org/).\n\n| Stage | Cost |\n| ----- | ---- |\n| R1    | $82  |\n\n## Why It's Important?\n\n- one\n  - two\n\n## What's Next?\n\n### Three\n\n> four\n\n## Beyond the Headlines\n\n\`\`\`js\nlet a = 1;\n\`\`\`\n\n[^1]: A note.\n`;
  expect((await importText(brief, 'small-bill.md')).markdown).toBe(brief);
});

test('callouts and formulas of a draft are those of the brief', async () => {
  const text = String.raw`# A bridge

## What's Happening?

> [!NOTE]
> A note.

It is \(x^2\) or \[E = mc^2\], or \(\frac{a}{b}\), as \(said\).`;
  const { markdown, report } = await importText(text, 'a.md');
  expect(markdown).toContain('> [!NOTE]\n> A note.\n\nIt is x² or E = mc², or `\\frac{a}{b}`, as (said).');
  const formulas = report.dropped.filter(({ what }) => what === 'formula rewritten in plain characters');
  expect(formulas.map((each) => each.text)).toContain(String.raw`\(x^2\)`);
});
