import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCache } from '../../src/store/cache.ts';
import { readBody } from '../../src/build/compiled-brief.ts';
import type { Snapshot } from '../../src/build/snapshot.ts';
import { formatReport } from '../../src/check/report.ts';
import { openTestProject } from '../build/test-project.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(join(here, 'briefs')).sort();

/** All together, so that no attack may affect the report of another. */
const testProject = openTestProject();
let snapshot: Snapshot;

beforeAll(async () => {
  cpSync(join(here, 'briefs'), join(testProject.root, 'briefs'), { recursive: true });
  mkdirSync(join(testProject.root, 'briefs/pictures'));
  cpSync(
    join(here, '../../briefs/pictures/dimorphos-orbit.png'),
    join(testProject.root, 'briefs/pictures/a.png'),
  );
  snapshot = await testProject.load();
});

afterAll(() => {
  testProject[Symbol.dispose]();
});

/** The report of an attack, or if it is harmless, the HTML of its page. */
async function outcomeOf(name: string): Promise<{ readonly text: string; readonly html: string }> {
  const file = `briefs/${name}`;
  const diagnostics = snapshot.diagnostics.filter((diagnostic) => diagnostic.file === file);
  const report = diagnostics.length > 0 ? `${await formatReport(testProject.root, { diagnostics })}\n` : '';
  const brief = snapshot.briefs.find(({ listing }) => listing.file === file);
  if (!brief) return { text: report, html: '' };
  const body = readBody(openCache(testProject.root), brief.key);
  const { title, summary } = brief.listing;
  const html = [body.sections[0].html.page, body.notes.page].filter((part) => part !== '').join('\n');
  return { text: `${report}harmless: ${JSON.stringify({ title, summary })}\n${html}\n`, html };
}

test('there are attacks of every kind', () => {
  const kinds = new Set(names.map((name) => name.split('-')[0]));
  expect([...kinds]).toEqual([
    ...['address', 'characters', 'field', 'fields', 'image', 'link', 'mdx', 'slug', 'tag', 'text', 'type'],
  ]);
});

describe('an attack', () => {
  // `UPDATE_FIXTURES=1` rewrites the outcomes: read each as an attacker would before you commit it.
  test.each(names)('%s is reported or harmless, as recorded', async (name) => {
    const { text, html } = await outcomeOf(name);
    const recorded = join(here, 'outcomes', `${name}.txt`);
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(recorded, text);
    expect(text).not.toBe('');
    expect(text).toBe(existsSync(recorded) ? readFileSync(recorded, 'utf8') : '');
    // Whatever the outcome, none of it is code.
    visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
      expect(tagName).not.toMatch(
        /^(?:script|iframe|object|embed|style|link|base|meta|form|template|noscript|math)$/,
      );
      for (const [attribute, value] of Object.entries(properties)) {
        expect(attribute).not.toMatch(/^(?:on|style|srcdoc|formaction)/i);
        if (/^(?:href|src|xlinkHref)$/.test(attribute))
          expect(String(value)).toMatch(/^(?:https?:|mailto:|tel:|#|\/(?!\/))/);
      }
    });
  });

  test('changes nothing of what all objects share', () => {
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect({}.constructor).toBe(Object);
  });
});
