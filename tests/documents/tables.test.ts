import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import type * as z from 'zod';
import { frontMatterJsonSchema } from '../../src/check/front-matter-json-schema.ts';
import { cardFormats } from '../../src/brief/card-formats.ts';
import { fieldOutputs, type FieldOutputs } from '../../src/brief/front-matter.ts';
import { settingsJsonSchema } from '../../src/settings/settings-json-schema.ts';
import { publicationSchema } from '../../src/languages/schemas.ts';
import { publicationSample } from '../brief-sample.ts';
import { exampleOf, fields } from '../every-field.ts';
import { root, tableBelow } from './documents.ts';

const settings = Object.entries(publicationSchema.shape) as [string, z.ZodType][];

/** `title: …` on one line. */
function typedExample(name: string, schema: z.ZodType): string {
  const flow = stringify(exampleOf(schema), {
    lineWidth: 0,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    singleQuote: true,
  });
  return `\`${name}: ${flow.trim()}\``;
}

const required = [frontMatterJsonSchema(publicationSample()), settingsJsonSchema()].map(
  (schema) => new Set((schema as { required: string[] }).required),
);

function rowOf([name, schema]: [string, z.ZodType], isRequired: boolean | undefined): string[] {
  return [`\`${name}\``, isRequired ? 'yes' : '', schema.description ?? '', typedExample(name, schema)];
}

function outputsOf([name, schema]: [string, z.ZodType]): string[] {
  const { page, json, markdown, feed } = fieldOutputs.get(schema) as FieldOutputs;
  return [`\`${name}\``, ...[page, json, markdown, feed].map((output) => (output === true ? '✓' : output))];
}

test.each([
  ['writing.md', '## Fields', fields.map((field) => rowOf(field, required[0]?.has(field[0])))],
  ['settings.md', '## All settings', settings.map((setting) => rowOf(setting, required[1]?.has(setting[0])))],
  ['feeds-and-data.md', '## What each output contains', fields.map(outputsOf)],
] as const)(
  'the table of %s below "%s" matches the schema; UPDATE_FIXTURES=1 rewrites it',
  async (name, heading, rows) => {
    const file = join(root, '.github/docs', name);
    if (process.env['UPDATE_FIXTURES'] === '1') {
      const text = readFileSync(file, 'utf8');
      const start = text.indexOf('\n|', text.indexOf(`\n${heading}\n`)) + 1;
      const lines = text.slice(start).split('\n');
      const head = lines.slice(0, 2);
      const after = lines.slice(lines.findIndex((line) => !line.startsWith('|')));
      const body = rows.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
      const written = `${text.slice(0, start)}${[...head, ...body, ...after].join('\n')}`;
      writeFileSync(file, await format(written, { filepath: file, ...(await resolveConfig(file)) }));
    }
    expect(tableBelow(readFileSync(file, 'utf8'), heading)).toEqual(rows);
  },
);

test('the properties that a style sheet of one’s own may set are those of the site', () => {
  const tokens = readFileSync(join(root, 'src/site/styles/tokens.css'), 'utf8');
  const rows = tableBelow(
    readFileSync(join(root, '.github/docs/look.md'), 'utf8'),
    '## Your own style sheet',
  );
  const named = rows.flatMap(([names = '']) =>
    Array.from(names.matchAll(/`(--[\w-]+)`/g), ([, name]) => name),
  );
  const set = Array.from(tokens.matchAll(/^ {4}(--[\w-]+):/gm), ([, name]) => name);
  expect(named.sort()).toEqual([...new Set(set)].sort());
});

test('the formats of cards and their sizes are those of the table', () => {
  const { slide, ...formats } = cardFormats;
  const sizes = Object.entries({ ...formats, slides: slide }).map(([name, { width, height }]) => [
    `\`${name}\``,
    `${width}×${height}`,
  ]);
  const rows = tableBelow(readFileSync(join(root, '.github/docs/cards.md'), 'utf8'), '# Cards');
  expect(rows.map((row) => row.slice(0, 2))).toEqual(sizes);
});
