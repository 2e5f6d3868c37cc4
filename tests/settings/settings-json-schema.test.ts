import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsJsonSchema } from '../../src/settings/settings-json-schema.ts';
import { publicationSchema } from '../../src/languages/schemas.ts';

const schemaFile = new URL('../../.vscode/settings.schema.json', import.meta.url);
const shipped = readFileSync(new URL('../../briefs/_site.yaml', import.meta.url), 'utf8');

test('the schema for editors matches the settings; UPDATE_FIXTURES=1 rewrites it', () => {
  const text = `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(schemaFile, text);
  expect(readFileSync(schemaFile, 'utf8')).toBe(text);
  expect(shipped).toContain('# yaml-language-server: $schema=../.vscode/settings.schema.json\n');
});

test('accepts the shipped settings, and no unknown field', () => {
  const validate = new Ajv2020({ strict: false }).compile(settingsJsonSchema());
  const settings = parse(shipped) as object;
  expect([validate(settings), validate.errors]).toEqual([true, null]);
  expect(validate({ ...settings, colour: '#1f6b4a' })).toBe(false);
});

test('says of every setting what it is, with an example that passes', () => {
  const { properties } = settingsJsonSchema() as {
    properties: Record<string, { description?: string; examples?: unknown[] }>;
  };
  expect(Object.keys(properties)).toEqual(Object.keys(publicationSchema.shape));
  for (const [name, { description, examples = [] }] of Object.entries(properties)) {
    expect(description).toMatch(/\.$/);
    expect(examples).toHaveLength(1);
    const schema = publicationSchema.shape[name as keyof typeof publicationSchema.shape];
    expect([name, schema.safeParse(examples[0]).success]).toEqual([name, true]);
  }
});
