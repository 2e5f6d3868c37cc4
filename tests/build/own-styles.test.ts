import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPublication, withLook } from '../../src/build/own-look.ts';
import { settingsFile, stylesFile } from '../../src/brief/briefs-folder.ts';
import { formatReport } from '../../src/check/report.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject, type TestProject } from './test-project.ts';

let project: TestProject;

beforeAll(() => {
  project = openTestProject();
  for (const file of ['banner.svg', 'fonts/Größe 1.woff2']) project.write(`public/${file}`, '');
});

afterAll(() => {
  project[Symbol.dispose]();
});

/** The style sheet as it is published, or what is wrong with it. */
async function published(css: string | Uint8Array): Promise<string> {
  project.write(stylesFile, css);
  const { publication, problems } = await withLook(project.root, publicationSample());
  return publication.look?.styles?.css ?? formatReport(project.root, { diagnostics: problems });
}

describe('a style sheet of one’s own', () => {
  test.each([
    [''],
    [
      '@charset "utf-8";\n/* “Größe” url(https://x.test/) @import */\n.a::after { content: "https://x.test/"; }',
    ],
    [':root { --measure: 40rem; --empty:; --json: {a:b}; --no: ; }'],
    ['.a { & .b { color: red } .x & { color: blue } &:hover { color: light-dark(red, blue) } }'],
    ['@layer a, b; @layer a { .z { color: rgb(from red r g b / 50%) } }'],
    [
      '@supports (display: grid) and (not (selector(:has(a)))) { .z { width: attr(data-x type(<length>), 3px) } }',
    ],
    ['@container (width > 3px) and style(--x: 1) { .k { height: if(media(print): 1px; else: 2px) } }'],
    [
      '@namespace svg url(http://www.w3.org/2000/svg);\n@function --f() { result: 1px }\n@view-transition { navigation: auto }',
    ],
    ['.a { filter: url(#blur); background: linear-gradient(red, blue) }'],
    ['.a { color: red'.concat(' }\r\n\r\n.b { color: blue }\r\n')],
  ])('is published as it is: %s', async (css) => {
    expect(await published(css)).toBe(css);
  });

  test('loads files in public/ by their address below the path of the site', async () => {
    const css = (base: string): string =>
      `.a { background: url(${base}banner.svg#x) url( "${base}banner.svg" ), image-set("${base}banner.svg" 1x type("image/svg+xml"), url('${base}banner.svg?2') 2x) }\n@font-face { font-family: X; src: url(${base}fonts/Gr%C3%B6%C3%9Fe%201.woff2) format("woff2"), local("Y") }`;
    expect(await published(css('/'))).toBe(css('/news/'));
  });

  const faults: readonly (readonly [css: string, place: string, said: string])[] = [
    ['.a { color red; }', '1:6', 'cannot read: unknown word color'],
    ['.a {\n  color: red\n  background: blue }', '2:12', 'write ";" behind the declaration before'],
    ['.a { color: red', '1:1', 'unclosed block'],
    ['.a { color: red } }', '1:19', 'remove it, or open its block'],
    ['.a { b: c } /* x', '1:13', 'end it with */'],
    ['.a { color: red; // why\n }', '1:18', 'write a comment between /* and */'],
    ['// why\n.a { color: red }', '1:1', 'Unexpected "//" before a rule'],
    ['$blue: #00f;\n.a { color: red }', '1:1', 'Unexpected "$blue" outside of a rule'],
    ['<style>.a { b: c }</style>', '1:19', 'unknown word </style>'],
    ['/* Größe 😀 */ @import "x.css";', '1:16', 'Unexpected @import, expected all rules in this file'],
    ['@IMPORT url(//fonts.test/css);', '1:1', 'Unexpected @import'],
    [
      '.a { background: url(https://x.test/a.png) }',
      '1:22',
      'Unexpected address "https://x.test/a.png" on another host',
    ],
    [
      '.a { background: url("//x.test/a.png") }',
      '1:23',
      'Unexpected address "//x.test/a.png" on another host',
    ],
    ['.a { background: image-set("http://x.test/a.png" 1x) }', '1:29', 'on another host'],
    [":root { --a: URL( 'https://x.test/banner.svg' ) }", '1:20', 'write url(/banner.svg)'],
    ['.a { background: url(data:image/png;base64,AA==) }', '1:22', 'Unexpected file within the style sheet'],
    ['.a { background: url(../public/banner.svg) }', '1:22', 'write url(/banner.svg)'],
    ['.a { background: url(/baner.svg) }', '1:22', 'did you mean "/banner.svg"?'],
    ['.a { background: url(/none.png) }', '1:22', 'expected that of a file in public/'],
    ['.a { background: u\\72l(https://x.test/a.png) }', '1:18', 'expected "url"'],
    ['.a { background: u\\72 l(https://x.test/a.png) }', '1:18', 'expected "url"'],
    ['.a { background: \\url(https://x.test/a.png) }', '1:18', 'expected "url"'],
    ['@i\\6dport "x.css";', '1:1', 'expected "@import"'],
    [
      '.a { background: url(\\68ttps://x.test/a.png) }',
      '1:22',
      'address "https://x.test/a.png" on another host',
    ],
    ['.a { background: url() }', '1:22', 'expected one of this site that begins with a slash'],
  ];

  test.each(faults)('is wrong where it has a fault: %s', async (css, place, said) => {
    const report = await published(css);
    expect(report).toMatch(new RegExp(`^${stylesFile}:${place}  error  look-file\n`));
    expect(report).toContain(said);
    expect(report).toContain('1 error');
  });

  test('is told of all files that it must not load at once', async () => {
    const report = await published('@import "a.css";\n.a { background: url(x.png), url(https://x.test/) }');
    expect(report).toContain('3 errors');
  });

  test('is UTF-8 of at most 100,000 bytes, in a file of its own', async () => {
    expect(await published(Buffer.from('.a { content: "\xe4" }', 'latin1'))).toContain(
      `${stylesFile}:1:16  error`,
    );
    expect(await published(Buffer.from('\ufeff.a { color: red }'))).toBe('.a { color: red }');
    expect(await published(`/*${' '.repeat(100_000)}*/`)).toContain('expected at most 100000');
  });

  test('that is wrong ends a build before it begins', async () => {
    project.write(stylesFile, '}');
    project.write(settingsFile, JSON.stringify(publicationSample()));
    await expect(readPublication(project.root)).rejects.toThrow(
      /beside the settings have errors[^]*_custom\.css:1:1/,
    );
  });
});

describe('a name in a style sheet', () => {
  test.each([
    ['.masthed { color: red }', ['1:2 ".masthed" did you mean ".masthead"?']],
    ['.a {}\n\n.foot .mastehad { color: red }', ['3:8 ".mastehad" did you mean ".masthead"?']],
    [':root { --mesure: 40rem }', ['1:9 "--mesure" did you mean "--measure"?']],
    ['.masthead, .foot, .prose { color: red } :root { --measure: 40rem; --page: 60rem }', []],
    ['.own-thing, .hero { color: red } :root { --brand: red }', []],
    [':root { --mesure: 40rem } .foot { width: var(--mesure) }', []],
    ['/* .masthed */ .foot { content: ".masthed"; background: url(/banner.svg) }', []],
    ['.mapp { color: red }', []],
  ])('is a warning where it is nearly one of the site’s: %s', async (css, expected) => {
    project.write('components/Map.astro', '<p class="mapp"><slot /></p>');
    project.write(stylesFile, css);
    const { problems } = await withLook(project.root, publicationSample());
    const lines = problems.map(({ severity, range, message, note }) => {
      const before = css.slice(0, range.start).split('\n');
      expect(severity).toBe('warning');
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${/".*?"/.exec(message)?.[0]} ${note?.text}`;
    });
    expect(lines).toEqual(expected);
  });
});
