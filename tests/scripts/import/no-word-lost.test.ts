import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { isImportedComment } from '../../../scripts/import/comment.ts';
import { plainText } from '../../../scripts/import/lines.ts';
import { noText } from '../../../scripts/import/read-document.ts';
import { languageFor, languages } from '../../../src/languages/languages.ts';
import type { Draft } from '../../../src/markdown/draft.ts';
import { readLink } from '../../../src/markdown/links.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { anyText } from '../../any-text.ts';
import { publicationSample } from '../../brief-sample.ts';
import { cleanBriefs } from '../../clean-texts.ts';
import { importText, wordsPreserved } from './import-sample.ts';

/** Part of a document in each kind of file, with its own words. */
type Piece = (words: () => string) => { text: string; markdown: string; html: string };

const prose = (make: Piece): fc.Arbitrary<Piece> => fc.constant(make);

const sectionHeading: fc.Arbitrary<Piece> = fc
  .record({
    language: fc.constantFrom(...languages.map(({ code }) => code)),
    section: fc.integer({ min: 0, max: 3 }),
    variant: fc.nat({ max: 6 }),
    style: fc.constantFrom('atx', 'bold', 'setext', 'plain', 'numbered', 'caps', 'deep', 'run-in', 'colon'),
  })
  .map(({ language, section, variant, style }) => {
    const { headings, headingAliases } = languageFor(language);
    const own = headings[section] ?? '';
    const name = [own, ...(headingAliases.sections[section] ?? [])].at(variant) ?? own;
    return (words) => {
      const rest = words();
      switch (style) {
        case 'bold':
          return { text: name, markdown: `**${name}**`, html: `<p><strong>${name}</strong></p>` };
        case 'setext':
          return { text: `${name}:`, markdown: `${name}\n===`, html: `<h1>${name}</h1>` };
        case 'plain':
          return { text: name, markdown: `${name}\n${rest}`, html: `<div>${name}</div>` };
        case 'numbered':
          return {
            text: `2. ${name}`,
            markdown: `2. ${name}`,
            html: `<ol><li><h3>${name}</h3><p>${rest}</p></li></ol>`,
          };
        case 'caps':
          return {
            text: name.toUpperCase(),
            markdown: `# ${name.toUpperCase()}`,
            html: `<p>${name.toUpperCase()}</p>`,
          };
        case 'deep':
          return {
            text: `🔎 ${name}`,
            markdown: `#### 🔎 ${name}`,
            html: `<h4>🔎 <a href="#x">${name}</a></h4>`,
          };
        case 'run-in':
          return {
            text: `${name}: ${rest}`,
            markdown: `**${name}:** ${rest}`,
            html: `<p><b>${name}:</b> ${rest}</p>`,
          };
        case 'colon':
          return {
            text: `${name}: ${rest}`,
            markdown: `## ${name}: ${rest}`,
            html: `<h2>${name}: ${rest}</h2>`,
          };
        default:
          return { text: name, markdown: `## ${name}`, html: `<h2>${name}</h2>` };
      }
    };
  });

const same = (text: string): ReturnType<Piece> => ({ text, markdown: text, html: `<p>${text}</p>` });

const pieces: fc.Arbitrary<Piece>[] = [
  sectionHeading,
  prose((words) => same(`${words()}.`)),
  prose((words) => ({ ...same(words()), markdown: `# ${words()}`, html: `<h1>${words()}</h1>` })),
  prose((words) => ({ ...same(words()), markdown: `### ${words()}`, html: `<h3>${words()}</h3>` })),
  prose((words) => ({
    text: `- ${words()}\n- ${words()}`,
    markdown: `- ${words()}\n  - ${words()}\n- **${words()}**`,
    html: `<ul><li>${words()}<ol><li>${words()}</li></ol></li></ul>`,
  })),
  prose((words) => ({
    text: `1. ${words()}\n2. ${words()}`,
    markdown: `1. ${words()}\n2. ${words()}`,
    html: `<dl><dt>${words()}</dt><dd>${words()}</dd></dl>`,
  })),
  prose((words) => ({
    text: `${words()} https://example.org/${words().replaceAll(' ', '-')}/ ${words()}.`,
    markdown: `[${words()}](https://example.org) *${words()}* [${words()}](javascript:x) \`${words()}\``,
    html: `<p><b>${words()} </b><i>${words()}</i> <a href="/x">${words()}</a> <a href="data:x">${words()}</a></p>`,
  })),
  prose((words) => ({
    text: `${words()}\n${words()}`,
    markdown: `${words()}  \n${words()}\n${words()}`,
    html: `<p>${words()}<br>${words()}</p>`,
  })),
  prose((words) => ({
    text: words(),
    markdown: `![${words()}](https://example.org/x.png) ${words()}`,
    html: `<figure><img src="x.png" alt="${words()}"><figcaption>${words()}</figcaption></figure>`,
  })),
  prose((words) => ({
    text: `* ${words()}`,
    markdown: `| ${words()} | ${words()} |\n| --- | --- |\n| ${words()} | ${words()} |`,
    html: `<table><caption>${words()}</caption><tr><td>${words()}</td><td>${words()}</td></tr></table>`,
  })),
  prose((words) => ({
    text: `> ${words()}`,
    markdown: `> ${words()}\n>\n> - ${words()}`,
    html: `<blockquote>${words()}<table><tr><td><h4>${words()}</h4><p>${words()}</p></td></tr></table></blockquote>`,
  })),
  prose((words) => ({
    text: `# ${words()}`,
    markdown: `<div>${words()}<p>${words()}</p></div>`,
    html: `<details><summary>${words()}</summary>${words()}</details>`,
  })),
  prose((words) => ({
    text: `<b>${words()}</b>`,
    markdown: `<b>${words()}</b> ${words()} <script>${words()}</script> <!-- ${words()} -->`,
    html: `<p>${words()}<script>${words()}</script><!-- ${words()} --></p><noscript>${words()}</noscript>`,
  })),
  prose((words) => ({
    text: `[^1]: ${words()}`,
    markdown: `${words()}[^a]\n\n[^a]: ${words()}`,
    html: `<nav>${words()}</nav><aside>${words()}</aside><div class="share">${words()}</div>`,
  })),
  prose((words) => ({
    text: '---',
    markdown: `---\n\n<!-- ${words()} -->`,
    html: `<hr><form>${words()}<button>${words()}</button></form><footer>${words()}</footer>`,
  })),
  prose((words) => ({
    text: 'AI Generated Content',
    markdown: '*AI Generated Content*\n\nDo you find this article useful?\n\nYes',
    html: `<p>AI-generated</p><p hidden>${words()}</p><menu><li>${words()}</li></menu>`,
  })),
  prose((words) => ({
    text: `Summary\n${words()}`,
    markdown: `**Summary:** ${words()}`,
    html: `<h2>Summary</h2><p>${words()} <a href="https://example.org">${words()}</a></p>`,
  })),
  prose((words) => ({
    text: `Sources:\n- ${words()}`,
    markdown: `## Sources\n\n- [${words()}](https://example.org/1)\n- ${words()}\n- https://example.org/2 ${words()}`,
    html: `<h3>Sources</h3><ul><li><a href="https://example.org/3">${words()}</a> ${words()}</li><li>${words()}</li></ul>`,
  })),
  prose((words) => ({
    text: `\`\`\` ${words()}`,
    markdown: `\`\`\`js\n${words()}\n\`\`\``,
    html: `<pre><code>${words()}\n${words()}</code></pre>`,
  })),
];

/** A document in three kinds of files, and for each the runs of adjacent words. */
const documents = fc
  .array(fc.oneof(...pieces), { minLength: 1, maxLength: 14 })
  .chain((made) => fc.record({ made: fc.constant(made), length: fc.integer({ min: 1, max: 30 }) }))
  .map(({ made, length }) => {
    let count = 0;
    const words = (): string =>
      Array.from({ length: 1 + (count % length) }, () => `q${(count += 1)}`).join(' ');
    const parts = made.map((piece) => piece(words));
    return {
      text: parts.map(({ text }) => text).join('\n'),
      markdown: parts.map(({ markdown }) => markdown).join('\n\n'),
      html: parts.map(({ html }) => html).join('\n'),
    };
  });

const files = { text: 'pasted.txt', markdown: 'draft.md', html: 'page.html' };

describe('any text in a document', () => {
  test.each(['text', 'markdown', 'html'] as const)(
    'of %s, no word is lost: each run of words is in the brief or in the report',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(documents, async (made) => {
          const source = made[kind];
          const imported = await importUnlessEmpty(source, files[kind]);
          if (!imported) return;
          const commented = wordsPreserved(imported);
          const missing = runsIn(source).filter((run) => !commented.includes(` ${run} `));
          expect(missing, `${source}\n=====\n${imported.markdown}`).toEqual([]);
          expectFourSections(imported.draft);
        }),
        { numRuns: 60 },
      );
    },
    30_000,
  );

  test.each(['any.txt', 'any.md', 'any.html'])(
    'in %s, the result is a brief of four sections without HTML or wrong addresses',
    async (file) => {
      const marks = fc.constantFrom(
        ...'*_`~#>-+=[]()!|\\<>&:;\n"\'. 1aÄ日'.split(''),
        ...[
          '\n\n',
          '\n---\n',
          '<!--',
          '-->',
          '<b>',
          '</b>',
          '<p>',
          '[^a]',
          '](javascript:a)',
          '[b](data:a)',
          '[c](./d.md)',
          '<a href="file:a">',
          '<https://a.example/>',
          '\n[e]: vbscript:a\n',
          '[e]',
          '[f](e.html)',
          "What's Next?",
          '**',
          '\t',
          '<br>',
        ],
      );
      const texts = fc.oneof(
        anyText,
        fc.array(marks, { maxLength: 60 }).map((each) => each.join('')),
      );
      await fc.assert(
        fc.asyncProperty(texts, async (text) => {
          const source = `Some text.\n\n${text.replaceAll('\0', '')}`;
          const { draft } = await importText(source, file);
          expectFourSections(draft);
        }),
        { numRuns: 100 },
      );
    },
    30_000,
  );
});

/** A page of only menus is an error, which loses nothing. */
async function importUnlessEmpty(text: string, file: string) {
  try {
    return await importText(text, file);
  } catch (error) {
    if (error instanceof Error && error.message === noText) return undefined;
    throw error;
  }
}

/** "q1 q2 q3": words separated only by spaces. */
function runsIn(source: string): string[] {
  return source.match(/\bq\d+(?: q\d+)*\b/g) ?? [];
}

function expectFourSections(draft: Draft): void {
  expect(draft.findings, draft.source).toEqual([]);
  expect(
    draft.outline.map(({ section, exact }) => [section, exact]),
    draft.source,
  ).toEqual([0, 1, 2, 3].map((section) => [section, true]));
  visit(draft.tree, ['link', 'definition'], (node) => {
    const address = 'url' in node ? node.url : '';
    expect(readLink(address, draft).kind, draft.source).not.toBe('invalid');
  });
  const html = draft.tree.children.flatMap((node) => (node.type === 'html' ? [node.value] : []));
  expect(
    html.filter((value) => !isImportedComment(value)),
    draft.source,
  ).toEqual([]);
}

test('clean texts in every language come out as they went in', async () => {
  const lost: string[] = [];
  for (const { file, text } of cleanBriefs.filter((_, at) => at % 3 === 0)) {
    const { draft, report } = await importText(text, 'a.md');
    const linesOf = (parsed: Draft): string[] => parsed.tree.children.slice(1).map(plainText);
    const written = new Set(linesOf(draft));
    lost.push(...linesOf(parse(file, text, publicationSample())).filter((line) => !written.has(line)));
    lost.push(...[...report.dropped, ...report.commented].map((each) => each.text));
  }
  expect(lost).toEqual([]);
});
