import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { failureOfPage, noteExpressions } from '../../src/build/page-failure.ts';
import { isReport } from '../../src/check/report.ts';
import { parse } from '../../src/markdown/parse.ts';
import { publicationSample } from '../brief-sample.ts';
import { openNewsroom } from './newsroom.ts';

const file = 'briefs/_pages/imprint.mdx';
const head = '---\ntitle: Imprint\ndescription: Who makes this.\n---\n\n';
const publication = publicationSample();

function noted(text: string): string {
  return noteExpressions(parse(file, text, publication));
}

/** What is told of a page, if the code of some module, bundled with others, is run in its stead. */
async function told(text: string, module: string, code: string, slug?: string): Promise<string> {
  using newsroom = openNewsroom();
  newsroom.write(file, `${head}${text}\n`);
  newsroom.write(
    'bundle.mjs',
    `// src/other.ts\nexport const a = 1;\n// ${module}\n${code}\n// src/last.ts\n`,
  );
  const cause: unknown = await import(pathToFileURL(join(newsroom.root, 'bundle.mjs')).href).catch(
    (error: unknown) => error,
  );
  const failure = await failureOfPage(newsroom.root, publication, cause, slug);
  return failure instanceof Error && isReport(failure) ? failure.message : 'no report';
}

test('every expression of a page notes its place, and keeps what it says', () => {
  const source = `${head}export const a = 1, b = [2];\n\n{a} {/* a remark */} <i {...b} title={(a)}>x</i> {\n  // one\n  a\n}\n`;
  const places = [...noted(source).matchAll(/#(\d+)", \(/g)].map(([, at]) => Number(at));
  expect(places.map((at) => source.slice(at).match(/^(?:1|\[2\]|a|b)/)?.[0])).toEqual([
    '1',
    '[2]',
    'a',
    'b',
    'a',
    'a',
  ]);
  expect(noted(source).replaceAll(/\(globalThis\.fourfoldExpression = "[^"]+", \((.*?)\)\)/g, '$1')).toBe(
    source,
  );
});

describe('an error of a page is told with its place, which is that', () => {
  test('of the expression', async () => {
    const text = 'Text {[].x.y} {1}.';
    const code = `globalThis.fourfoldExpression = "${file}#${head.length + 6}"; [].x.y;`;
    expect(await told(text, file, code)).toMatch(
      /imprint\.mdx:6:7 {2}error {2}mdx-code\n {2}This code fails when the page is made: TypeError: Cannot read/,
    );
  });

  test('of the tag whose component throws it', async () => {
    const text = "import Card from './_parts/Card.astro';\n\nText {1}.\n\n<Card />";
    const code = `globalThis.fourfoldExpression = "${file}#${text.indexOf('1}') + head.length}"; throw new Error('needs x');`;
    const message = await told(text, 'briefs/_pages/_parts/Card.astro', code);
    expect(message).toMatch(/imprint\.mdx:10:1 {2}.*\n {2}The component "<Card>" fails .*: Error: needs x\n/);
    expect(message).toContain('note: the error comes from "briefs/_pages/_parts/Card.astro"');
  });

  test('of the import', async () => {
    const text = "import { a } from './_parts/a.ts';\n\nText.";
    expect(await told(text, 'briefs/_pages/_parts/a.ts', "throw new Error('at once');")).toMatch(
      /imprint\.mdx:6:19 {2}.*\n {2}What is imported from ".\/_parts\/a\.ts" fails/,
    );
    expect(
      await told(
        "import { a } from 'node:fs';",
        file,
        `throw new SyntaxError("The requested module 'node:fs' does not provide an export named 'a'");`,
      ),
    ).toMatch(
      /imprint\.mdx:6:19 {2}.*\n {2}What is imported from "node:fs" fails .* does not provide an export named/,
    );
  });

  test('of the page, where what it throws is no error', async () => {
    expect(await told('Text.', file, "throw 'a word';", 'imprint')).toMatch(
      /imprint\.mdx:1:1 .*\n.*: 'a word'\n/,
    );
  });

  test('and none of a page is left as it is', async () => {
    expect(await told('Text.', 'src/site/pages/index.astro', "throw new Error('ours');")).toBe('no report');
  });
});
