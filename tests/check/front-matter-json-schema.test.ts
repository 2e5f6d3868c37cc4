import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { frontMatterJsonSchema } from '../../src/check/front-matter-json-schema.ts';
import { shippedSettings } from '../settings-file.ts';

const site = shippedSettings();

const root = fileURLToPath(new URL('../..', import.meta.url));
const schemaFile = `${root}.vscode/frontmatter.schema.json`;

describe('the schema of the front matter for editors', () => {
  const schema = frontMatterJsonSchema(site) as { properties: Record<string, { description?: string }> };
  const validate = new Ajv2020({ strict: false }).compile(schema);

  it('matches the file in the editor’s settings; UPDATE_FIXTURES=1 rewrites it', () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(schemaFile, text);
    expect(readFileSync(schemaFile, 'utf8')).toBe(text);
  });

  it('explains every field', () => {
    const silent = Object.entries(schema.properties).filter(
      ([, { description }]) => description === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('accepts every shipped brief as editors read it', () => {
    const briefs = readdirSync(`${root}briefs`).filter((file) => /\.mdx?$/.test(file));
    expect(briefs.length).toBeGreaterThanOrEqual(8);
    for (const file of briefs) {
      const text = readFileSync(`${root}briefs/${file}`, 'utf8');
      const fields: unknown = parseYaml(/^---\n([^]*?)\n---/.exec(text)?.[1] ?? '');
      expect(validate(fields), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  it.each([
    ['an unknown field', { sumary: 'x' }],
    ['a title that is too long', { title: 'x'.repeat(201) }],
    ['another use of AI', { ai: 'some' }],
    ['five figures', { figures: Array(5).fill({ value: '1', label: 'x' }) }],
    ['no topic', { topics: [] }],
  ])('refuses %s', (_name, wrong) => {
    const right = {
      title: 'A title',
      summary: 'x'.repeat(50),
      date: '2025-09-18',
      topics: ['ai'],
      ai: 'none',
    };
    expect(validate(right), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...right, ...wrong })).toBe(false);
  });
});
