import { describe, expect, test } from 'vitest';
import { readSources } from '../../src/check/report.ts';
import { locate, sourceReader } from '../../src/diagnostics/locate.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject, type TestProject } from './test-project.ts';

const fields = '---\ntitle: Imprint\ndescription: Who makes this.\n---\n\n';

/** An image of one pixel. */
const face = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'); // prettier-ignore

/** Two briefs, one of them a draft, and files beside standing pages that are not pages. */
function openSite(pages: Readonly<Record<string, string>>): TestProject {
  const testProject = openTestProject();
  testProject.write('briefs/one.md', briefText(['A text.']));
  testProject.write('briefs/draft.md', briefText(['A text.'], { status: 'draft' }));
  testProject.write('briefs/_pages/about.mdx', `${fields}Text.\n`);
  testProject.write('briefs/_pages/face.png', face);
  testProject.write('briefs/_pages/_notes.md', 'x');
  testProject.write('components/Map.astro', '<slot />');
  testProject.write('public/logo.png', 'x');
  for (const [name, text] of Object.entries(pages)) testProject.write(`briefs/_pages/${name}`, text);
  return testProject;
}

/** Findings about standing pages: file, position, code, message and advice. */
async function reportOn(
  pages: Readonly<Record<string, string>>,
  address = 'https://news.test/',
): Promise<string[]> {
  using testProject = openSite(pages);
  const { diagnostics } = await testProject.load({ publication: publicationSample({ address }) });
  const read = sourceReader(await readSources(testProject.root, diagnostics));
  return diagnostics.map(({ file, range, code, message, note }) => {
    const { line, column } = locate(read, file, range).start;
    return `${file.replace('briefs/_pages/', '')}:${line}:${column} ${code}: ${message}${note ? `; ${note.text}` : ''}`;
  });
}

/** Each text as a separate page. */
function numbered(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, at) => [`page-${at}.mdx`, text]));
}

/** All cases of a table are loaded together, because each load reads all our code. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => (made ??= make());
}

const names: readonly (readonly [string, string, string])[] = [
  ['imprint.md', 'file-extension', 'rename it to "briefs/_pages/imprint.mdx"'],
  ['imprint.mdx.txt', 'file-extension', 'rename it to "briefs/_pages/imprint.mdx"'],
  ['Imprint.MDX', 'file-extension', 'rename it to "briefs/_pages/imprint.mdx"'],
  ['imprint.html', 'file-extension', 'rename it to "briefs/_pages/imprint.mdx"'],
  ['legal/imprint.mdx', 'file-slug', 'move it to "briefs/_pages/imprint.mdx"'],
  ['legal/imprint.md', 'file-slug', 'move it to "briefs/_pages/imprint.mdx"'],
  ['en/imprint.mdx', 'file-slug', 'move it to "briefs/_pages/imprint.mdx"'],
  ['ES/imprint.mdx', 'file-slug', 'move it to "briefs/_pages/imprint.mdx"'],
  ['es/Imprint.mdx', 'file-slug', 'rename it to "briefs/_pages/es/imprint.mdx"'],
  ['es/legal/imprint.mdx', 'file-slug', 'move it to "briefs/_pages/imprint.mdx"'],
  ['Über uns.mdx', 'file-slug', 'rename it to "briefs/_pages/uber-uns.mdx"'],
  ['archive.mdx', 'file-slug', 'rename it'],
  ['con.mdx', 'file-slug', 'rename it'],
];

const faults: readonly (readonly [string, string])[] = [
  ['---\ntitle: Imprint\n---\n', '1:1 field-missing: Expected the field "description"'],
  ['---\ndescription: Who makes this.\n---\n', '1:1 field-missing: Expected the field "title"'],
  ['# Imprint\n', '1:1 front-matter-missing'],
  ['', '1:1 front-matter-missing'],
  ['---\ntitle: a: b\ndescription: c\n---\n', '2:8 front-matter-syntax'],
  ['---\ntitle: a\ntitle: b\ndescription: c\n---\n', '3:1 front-matter-syntax'],
  [`${fields}<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> x\n`, '6:1 conflict-unresolved'],
  [`${fields}Text {oops\n`, '6:6 mdx-syntax'],
  [`${fields}A {1 +} b\n`, '6:3 mdx-code: Unexpected code'],
  [`${fields}{/* a remark */}\n`, '6:1 mdx-code: .*; delete the comment'],
  [`${fields}Text.\n\n<!-- note -->\n`, '8:1 mdx-syntax: .*; delete the comment'],
  [`${fields}<div>\n\nText.\n`, '6:1 mdx-syntax'],
  [`${fields}import X from './x.astro';\n`, '6:1 mdx-code: .*; components need no import'],
  [`${fields}export const a = 1;\n`, '6:1 mdx-code: Unexpected code'],
  [`${fields}<Quote who={a}>Text</Quote>\n`, '6:8 mdx-code: .*expected a value in quotation marks'],
  [`${fields}<div>Text</div>\n`, '6:1 mdx-component: Unexpected <div>, expected Markdown or one of .*<Map>'],
  [`${fields}Text <a href="/about/">x</a>.\n`, '6:6 mdx-component: Unexpected <a>'],
  [`${fields}<Mapp text="x" />\n`, '6:1 mdx-component: Unexpected <Mapp>.*; did you mean <Map>?'],
  [`${fields}<Qoute who="a">b</Qoute>\n`, '6:1 mdx-component: .*; did you mean <Quote>?'],
  [`${fields}Text with <Map text="x" /> in it.\n`, '6:11 mdx-component: Unexpected <Map> in running text'],
  [`${fields}<Quote>Text</Quote>\n`, '6:1 mdx-attribute: Unexpected <Quote> without "who"'],
  [`${fields}<Map place="x" />\n`, '6:1 mdx-content: Unexpected <Map> without words'],
  [`${fields}<Map text=" ">\n\n</Map>\n`, '6:1 mdx-content: Unexpected <Map> without words'],
  [`${fields}<Map text="x" client:load />\n`, '6:15 mdx-attribute: Unexpected attribute "client:load"'],
  [`${fields}<Map text="x" text="y" />\n`, '6:15 mdx-attribute: Unexpected second "text"'],
  [`${fields}<Map text="x" url="/briefs/draft/" />\n`, '6:15 brief-hidden'],
  ['---\ntitle: a\ndescription: b\ntitel: c\n---\n', '4:1 field-unknown: .*did you mean "title"'],
  [`${fields}[x](/briefs/nothere/)\n`, '6:1 brief-missing'],
  [`${fields}[x](/briefs/draft/)\n`, '6:1 brief-hidden'],
  [`${fields}[x](../draft.md)\n`, '6:1 brief-hidden'],
  [`${fields}[x][d]\n\n[d]: /briefs/draft/\n`, '8:1 brief-hidden'],
  [`${fields}[x](/abuot/)\n`, '6:1 page-missing'],
  [`${fields}[x](./abuot.mdx)\n`, '6:1 page-missing'],
  [`${fields}[x](../about/)\n`, '6:1 link-address: .*; write "/about/"'],
  [`${fields}[x](../rss.xml)\n`, '6:1 link-address: .*; write "/rss.xml"'],
  [`${fields}[x](https://news.test/abuot/)\n`, '6:1 page-missing'],
  [`${fields}[x](javascript:alert%281%29)\n`, '6:1 link-address'],
  [`${fields}![A face](./nothere.png)\n`, '6:1 image-file'],
  [`${fields}![A face](/logo.png)\n`, '6:1 image-file'],
  [`${fields}![A face](https://elsewhere.test/face.png)\n`, '6:1 image-file'],
  [`${fields}## Our team\n\n[x](#our-teams)\n`, '8:1 heading-missing: .*; did you mean "#our-team"'],
  [`${fields}[x](/about/#nothere)\n`, '6:1 page-missing'],
  [`${fields}[](https://elsewhere.test/)\n`, '6:1 link-empty'],
];

const right: readonly string[] = [
  'Text with a < b, 2 > 1, \\{braces} and \\<tags>.',
  '## Our team!\n\n## Our team!\n\n### Corrections\n\nA note.[^1]\n\n[^1]: Note.\n\n[a](#our-team) [b](#our-team-1) [c](#corrections) [d](#content) [e](#notes)',
  '[a](/about/#top) [b](/about/#content)',
  '[a](/about/) [b](./about.mdx) [c](/briefs/one/) [d](../one.md) [e](https://news.test/about/) [f](#top) [g](mailto:a@b.test) [h](/logo.png)',
  '![A face](face.png) ![A face](./face.png)',
  '<Quote who="Ann" source="Us" url="/about/">Words.</Quote>\n\n<Figure value="3" label="of us" />',
  '> [!NOTE]\n> A note.\n\n- [x] done\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  '<Map place="x" wide zoom="3" data-a_b="c" text="A map" />\n\n<Map>\nWords.\n\n<Map text="Another" />\n</Map>',
  '- An item\n\n  <Map text="In a list" />\n\n> <Map>A quotation</Map>',
];

describe('of a standing page', () => {
  const reportOnNames = once(() => reportOn(Object.fromEntries(names.map(([name]) => [name, fields]))));
  test.each(names)('the name %s is an error that says what to do', async (name, code, advice) => {
    expect((await reportOnNames()).filter((line) => line.startsWith(`${name}:`))).toEqual([
      expect.stringMatching(`:1:1 ${code}: .*; ${advice}; if it is not a page, start its name with "_"$`),
    ]);
  });

  const reportOnFaults = once(() => reportOn(numbered(faults.map(([text]) => text))));
  test.each(faults)('%j is one error with its place', async (text, expected) => {
    const file = `page-${faults.findIndex(([other]) => other === text)}.mdx`;
    expect((await reportOnFaults()).filter((line) => line.startsWith(`${file}:`))).toEqual([
      expect.stringMatching(`^${file}:${expected}`),
    ]);
  });

  test('reports all problems together', async () => {
    const text = '---\ntitle: Imprint\n---\n\nimport X from "./x.astro";\n\n<Y />\n\n{z} [a](/abuot/)\n';
    const found = await reportOn({ 'imprint.mdx': text, 'legal.md': '' });
    expect(found.map((line) => line.split(' ')[1])).toEqual([
      'field-missing:',
      'mdx-code:',
      'mdx-component:',
      'mdx-code:',
      'page-missing:',
      'file-extension:',
    ]);
  });

  const reportOnRight = once(() => reportOn(numbered(right.map((text) => `${fields}${text}\n`))));
  test.each(right)('%j is right', async (text) => {
    const file = `page-${right.indexOf(text)}.mdx`;
    expect((await reportOnRight()).filter((line) => line.startsWith(`${file}:`))).toEqual([]);
  });

  test('an unclosed code block is an error, but not one that shows a brief', async () => {
    const shown = "```md\n## What's Happening?\n```\n";
    const found = await reportOn({
      'imprint.mdx': `${fields}${shown}\n\`\`\`\nx\n`,
      'terms.mdx': `${fields}A.[^a b]\n`,
    });
    expect(found.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'imprint.mdx:10:1 fence-unclosed',
      'terms.mdx:6:3 footnote-label',
    ]);
  });

  test('an address starts at the site’s root, for a site below any path', async () => {
    const links = '[a](/about/) [b](/news/about/) [c](/briefs/draft/) [d](/abuot/)';
    expect(await reportOn({ 'imprint.mdx': `${fields}${links}\n` }, 'https://host.test/news/')).toEqual([
      expect.stringMatching('^imprint.mdx:6:14 page-missing: .*; write "/about/"'),
      expect.stringMatching('^imprint.mdx:6:32 brief-hidden:'),
      expect.stringMatching('^imprint.mdx:6:52 page-missing: .* "/abuot/".*; did you mean "/about/"'),
    ]);
  });

  test('only one without errors is published', async () => {
    using testProject = openSite({
      'imprint.mdx': `${fields}{oops\n`,
      'a/b.mdx': fields,
      'Legal.mdx': fields,
    });
    const { pages } = await testProject.load();
    expect(pages).toEqual([
      { slug: 'about', title: 'Imprint', description: 'Who makes this.', html: '<p>Text.</p>', notes: '' },
    ]);
  });

  test('the text becomes what that of a brief becomes', async () => {
    const text =
      '## Our *team*\n\n[a](/about/#x) [b](../one.md) [c](./imprint.mdx#our-team)[^1]\n\n![A face](face.png "Ann")\n\n> [!TIP]\n> Yes.\n\n[^1]: Note.\n';
    using testProject = openSite({ 'imprint.mdx': fields + text, 'about.mdx': `${fields}### X\n` });
    const { pages, images, diagnostics } = await testProject.load({
      publication: publicationSample({ address: 'https://host.test/news/' }),
    });
    expect(diagnostics).toEqual([]);
    const { html = '', notes = '' } = pages.find(({ slug }) => slug === 'imprint') ?? {};
    expect(html).toContain('<h2 id="our-team">Our <em>team</em></h2>');
    for (const address of ['about/#x', 'briefs/one/', 'imprint/#our-team'])
      expect(html).toContain(`<a href="/news/${address}">`);
    expect(html).toMatch(/<figure><picture>.*src="\/news\/pictures\/face-1-.*<figcaption>Ann</s);
    expect(html).toContain('class="callout callout-tip"');
    expect(html).toContain('href="#imprint-fn-1"');
    expect(notes).toContain('<li id="imprint-fn-1">');
    expect(images.map(({ input }) => input.source)).toContain('briefs/_pages/face.png');
  });

  test('nothing is compiled again that has not changed, but with another image', async () => {
    using testProject = openSite({ 'imprint.mdx': `${fields}![A face](face.png)\n` });
    const first = await testProject.load();
    expect((await testProject.load()).keys).toEqual(first.keys);
    testProject.write('briefs/_pages/face.png', Buffer.concat([face, Buffer.from('x')]));
    const second = await testProject.load();
    const imprint = ({ pages }: typeof first) => pages.find(({ slug }) => slug === 'imprint')?.html;
    expect(imprint(second)).not.toBe(imprint(first));
  });
});

test('a page in a folder of its language has an address there, and its links lead to pages beside it', async () => {
  const spanish = `${fields}[Contacto](./contact.mdx), [about](../about.mdx), [nada](./none.mdx)\n`;
  using testProject = openSite({ 'es/imprint.mdx': spanish, 'es/contact.mdx': `${fields}Texto.\n` });
  const { pages, diagnostics } = await testProject.load();
  expect(diagnostics.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'briefs/_pages/es/imprint.mdx Unexpected link to "/es/none/", expected a page or file that this site has',
  ]);
  expect(pages.map(({ slug }) => slug)).toEqual(['about', 'es/contact', 'es/imprint']);
  expect(pages[2]?.html).toMatch(/href="\/news\/es\/contact\/".*href="\/news\/about\/"/);
});
