import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCache } from '../../src/store/cache.ts';
import { readBody } from '../../src/build/compiled-brief.ts';
import type { Edition } from '../../src/build/snapshot.ts';
import { formatReport } from '../../src/check/report.ts';
import { openNewsroom } from '../build/newsroom.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(join(here, 'briefs')).sort();

/** All together, so that no attack may affect the report of another. */
const newsroom = openNewsroom();
let edition: Edition;

beforeAll(async () => {
  cpSync(join(here, 'briefs'), join(newsroom.root, 'briefs'), { recursive: true });
  mkdirSync(join(newsroom.root, 'briefs/pictures'));
  cpSync(
    join(here, '../../briefs/pictures/dimorphos-orbit.png'),
    join(newsroom.root, 'briefs/pictures/a.png'),
  );
  edition = await newsroom.load();
});

afterAll(() => {
  newsroom[Symbol.dispose]();
});

/** The report of an attack, or if it is harmless, the HTML of its page. */
async function outcomeOf(name: string): Promise<{ readonly text: string; readonly html: string }> {
  const file = `briefs/${name}`;
  const diagnostics = edition.diagnostics.filter((diagnostic) => diagnostic.file === file);
  const report = diagnostics.length > 0 ? `${await formatReport(newsroom.root, { diagnostics })}\n` : '';
  const brief = edition.briefs.find(({ listing }) => listing.file === file);
  if (!brief) return { text: report, html: '' };
  const body = readBody(openCache(newsroom.root), brief.key);
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
