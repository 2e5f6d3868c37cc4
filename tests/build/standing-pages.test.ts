import { describe, expect, test } from 'vitest';
import { readStandingPages } from '../../src/build/standing-pages.ts';
import { readSources } from '../../src/check/report.ts';
import { locate, sourceReader } from '../../src/diagnostics/locate.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { openNewsroom, type Newsroom } from './newsroom.ts';

const fields = '---\ntitle: Imprint\ndescription: Who makes this.\n---\n\n';

/** Two briefs, one of them a draft, and what lies beside standing pages without being one. */
function openSite(pages: Readonly<Record<string, string>>): Newsroom {
  const newsroom = openNewsroom();
  newsroom.write('briefs/one.md', briefText(['A text.']));
  newsroom.write('briefs/draft.md', briefText(['A text.'], { status: 'draft' }));
  newsroom.write('briefs/_pages/about.mdx', `${fields}Text.\n`);
  newsroom.write('briefs/_pages/face.png', 'x');
  newsroom.write('briefs/_pages/_notes.md', 'x');
  newsroom.write(
    'briefs/_pages/_parts/code.ts',
    'export const name: string = "a";\nclass Hidden {}\nexport { Hidden as Shown };\n',
  );
  newsroom.write('briefs/_pages/_parts/all.ts', "export * from './code.ts';\n");
  newsroom.write('briefs/_pages/_parts/data.json', '{ "name": "a" }');
  newsroom.write('briefs/_pages/_parts/Card.astro', '---\nexport const size = 1;\n---\n<b>Card</b>\n');
  newsroom.write('public/logo.png', 'x');
  for (const [name, text] of Object.entries(pages)) newsroom.write(`briefs/_pages/${name}`, text);
  return newsroom;
}

/** What is said of the standing pages: file, place, code, message and advice. */
async function reportOn(
  pages: Readonly<Record<string, string>>,
  address = 'https://news.test/',
): Promise<string[]> {
  using newsroom = openSite(pages);
  const { diagnostics } = await newsroom.load({ publication: publicationSample({ address }) });
  const read = sourceReader(await readSources(newsroom.root, diagnostics));
  return diagnostics.map(({ file, range, code, message, note }) => {
    const { line, column } = locate(read, file, range).start;
    return `${file.replace('briefs/_pages/', '')}:${line}:${column} ${code}: ${message}${note ? `; ${note.text}` : ''}`;
  });
}

/** Each text as a page of its own. */
function numbered(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, at) => [`page-${at}.mdx`, text]));
}

/** All cases of a table are loaded together: each load reads all of our code. */
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
  [`${fields}A {1 +} b\n`, '6:7 mdx-syntax'],
  [`${fields}Text.\n\n<!-- note -->\n`, '8:1 mdx-syntax'],
  [`${fields}<div>\n\nText.\n`, '6:1 mdx-syntax'],
  [`${fields}import duties rose.\n`, '6:15 mdx-syntax'],
  [`${fields}export const a = 1\nText goes on.\n`, '7:6 mdx-syntax'],
  [`${fields}import X from './x.astro';\n\n<X />\n`, '6:15 mdx-code: Unexpected import of "./x.astro"'],
  [`${fields}import { x } from '/src/x.ts';\n`, '6:19 mdx-code: Unexpected import of "/src/x.ts"'],
  [`${fields}import x from 'nowhere';\n`, '6:15 mdx-code: Unexpected import of "nowhere"'],
  [
    `${fields}import { nome } from './_parts/code.ts';\n`,
    '6:10 mdx-code: Unexpected import of "nome" .*; did you mean "name"',
  ],
  [`${fields}import code from './_parts/code.ts';\n`, '6:8 mdx-code: Unexpected import of a default'],
  [`${fields}import { nowhere as x } from 'node:fs';\n`, '6:10 mdx-code: Unexpected import of "nowhere"'],
  [`${fields}import { nome } from './_parts/data.json';\n`, '6:10 mdx-code: Unexpected import of "nome"'],
  [`${fields}import { nome } from './_parts/Card.astro';\n`, '6:10 mdx-code: Unexpected import of "nome"'],
  [`${fields}export { nome } from './_parts/code.ts';\n`, '6:10 mdx-code: Unexpected import of "nome"'],
  [`${fields}{nothere.x}\n`, '6:2 mdx-code: Unexpected name "nothere"'],
  [`${fields}{JSON.stringify({ nothere })}\n`, '6:19 mdx-code: Unexpected name "nothere"'],
  [`${fields}<a href={nothere('x')}>x</a>\n`, '6:10 mdx-code: Unexpected name "nothere"'],
  [`${fields}{[1].map((n) => n + nothere)}\n`, '6:21 mdx-code: Unexpected name "nothere"'],
  [`${fields}{<Card />}\n`, '6:3 mdx-component: Unexpected component "<Card>"'],
  [`${fields}<Card>Text</Card>\n`, '6:1 mdx-component: Unexpected component "<Card>"'],
  [`${fields}[x](/briefs/nothere/)\n`, '6:1 brief-missing'],
  [`${fields}[x](/briefs/draft/)\n`, '6:1 brief-hidden'],
  [`${fields}<a href="/briefs/draft/">x</a>\n`, '6:4 brief-hidden'],
  [`${fields}[x][d]\n\n[d]: /briefs/draft/\n`, '8:1 brief-hidden'],
  [`${fields}[x](/abuot/)\n`, '6:1 page-missing'],
  [`${fields}[x](../abuot/)\n`, '6:1 page-missing'],
  [`${fields}[x](https://news.test/abuot/)\n`, '6:1 page-missing'],
  [`${fields}[x](../one.md)\n`, '6:1 link-address: .*; write "/briefs/one/"'],
  [`${fields}[x](javascript:alert%281%29)\n`, '6:1 link-address'],
  [`${fields}![A face](./nothere.png)\n`, '6:1 image-file'],
  [`${fields}![A face](/nothere.png)\n`, '6:1 page-missing'],
  [`${fields}![A face](https://elsewhere.test/face.png)\n`, '6:1 image-file'],
  [`${fields}## Our team\n\n[x](#our-teams)\n`, '8:1 heading-missing: .*; did you mean "#our-team"'],
  [`${fields}[x](/about/#nothere)\n`, '6:1 page-missing'],
  [`${fields}[](https://elsewhere.test/)\n`, '6:1 link-empty'],
];

const right: readonly string[] = [
  'Text with a < b, 2 > 1, \\{braces} and \\<tags>.',
  "{'{'} {`a ${1 + 1}`} {/* a remark */} {Math.max(1, 2)} {frontmatter.title} {props.x ?? ''}",
  'export const items = [1, 2].map((n) => n * 2);\n\n<ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>',
  'export const { a, b: [c, ...d], ...e } = { a: 1, b: [2] };\n\n{a} {c} {d.length} {Object.keys(e).length}',
  'export function F({ x = 1 }) { try { return <b>{x}</b>; } catch (error) { return String(error); } }\n\n<F x={2} />',
  "import { formatDay } from '/src/brief/dates.ts';\nimport fs from 'node:fs';\nimport * as all from '../../src/brief/slug';\n\n{formatDay.name} {typeof fs} {all.longestSlug}",
  "import Part from './parts/part.mdx';\n\n<Part />",
  'export const components = { Box: (props) => props.children };\n\n<Box>Text</Box>',
  '<Fragment>Text</Fragment>',
  "import data, { name } from './_parts/data.json';\nimport { name as b, Shown } from './_parts/code';\nimport { size } from './_parts/Card.astro';\nimport { any } from './_parts/all.ts';\n\n{name} {data.name} {b} {Shown} {size} {any}",
  '## Our team!\n\n## Our team!\n\n<h2 id="x">X</h2>\n\nA note.[^1]\n\n[^1]: Note.\n\n[a](#our-team) [b](#our-team-1) [c](#x) [d](#content) [e](#user-content-fn-1)',
  '<Fragment>Text</Fragment> [a](#what-code-makes)',
  '[a](/about/#top) [b](/about/#content)',
  '[a](/about/) [b](../about/) [c](/briefs/one/) [d](https://news.test/about/) [e](#top) [f](mailto:a@b.test) <a href="/logo.png">g</a>',
  '![A face](face.png) ![A face](./face.png) ![Our logo](/logo.png)',
];

describe('of a standing page', () => {
  const reportOnNames = once(() => reportOn(Object.fromEntries(names.map(([name]) => [name, fields]))));
  test.each(names)('the name %s is an error that says what to do', async (name, code, advice) => {
    expect((await reportOnNames()).filter((line) => line.startsWith(`${name}:`))).toEqual([
      expect.stringMatching(`:1:1 ${code}: .*; ${advice}; if it is no page, let its name begin with "_"$`),
    ]);
  });

  const reportOnFaults = once(() => reportOn(numbered(faults.map(([text]) => text))));
  test.each(faults)('%j is one error with its place', async (text, expected) => {
    const file = `page-${faults.findIndex(([other]) => other === text)}.mdx`;
    expect((await reportOnFaults()).filter((line) => line.startsWith(`${file}:`))).toEqual([
      expect.stringMatching(`^${file}:${expected}`),
    ]);
  });

  test('all that is wrong is said at once', async () => {
    const text = '---\ntitle: Imprint\n---\n\nimport X from "./x.astro";\n\n<Y /> {z} [a](/abuot/)\n';
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

  const reportOnRight = once(() =>
    reportOn({ ...numbered(right.map((text) => `${fields}${text}\n`)), 'parts/part.mdx': 'Text.' }),
  );
  test.each(right)('%j is right', async (text) => {
    const file = `page-${right.indexOf(text)}.mdx`;
    expect((await reportOnRight()).filter((line) => line.startsWith(`${file}:`))).toEqual([]);
  });

  test('a code block without an end is an error, and one that shows a brief is none', async () => {
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

  test('what a page imports needs no front matter and no place among the pages', async () => {
    expect(await reportOnRight()).toEqual([]);
  });

  test('an address begins with that of the site', async () => {
    const links = '[a](/news/about/) [b](../about/) [c](/about/) [d](/news/briefs/draft/) [e](/news/abuot/)';
    expect(await reportOn({ 'imprint.mdx': `${fields}${links}\n` }, 'https://host.test/news/')).toEqual([
      expect.stringMatching('^imprint.mdx:6:34 link-address: .*; write "/news/about/"$'),
      expect.stringMatching('^imprint.mdx:6:47 brief-hidden:'),
      expect.stringMatching(
        '^imprint.mdx:6:72 page-missing: .* "/news/abuot/".*; did you mean "/news/about/"',
      ),
    ]);
  });

  test('only one without errors is published', async () => {
    using newsroom = openSite({ 'imprint.mdx': `${fields}{oops\n`, 'a/b.mdx': fields, 'Legal.mdx': fields });
    const pages = await readStandingPages(newsroom.root, publicationSample());
    expect(pages).toEqual([{ slug: 'about', title: 'Imprint', description: 'Who makes this.' }]);
  });
});
