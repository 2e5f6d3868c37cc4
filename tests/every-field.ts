import { stringify } from 'yaml';
import type * as z from 'zod';
import { headingsFor, languageFor } from '../src/languages/languages.ts';
import { frontMatterSchema } from '../src/languages/schemas.ts';
import { publicationSample } from './brief-sample.ts';

/** The fields of the front matter with their schemas. */
export const fields = Object.entries(frontMatterSchema(publicationSample()).shape) as [string, z.ZodType][];

/** The example of every field, except that of withdrawn briefs. */
export const examples: Readonly<Record<string, unknown>> = Object.fromEntries(
  fields.filter(([name]) => name !== 'withdrawn').map(([name, schema]) => [name, exampleOf(schema)]),
);

/** Settings that make the examples of all fields valid. */
export const settingsOfExamples = {
  authors: { 'ada-lovelace': { name: 'Ada Lovelace' } },
  threads: { 'cheap-models': { name: 'The race to cheaper models' } },
};

export function exampleOf(schema: z.ZodType): unknown {
  const [example] = (schema.meta()?.['examples'] ?? []) as unknown[];
  return example;
}

/** A brief with these fields and a short text in its language. */
export function briefOf(said: object): string {
  const { lang = 'en' } = said as { lang?: string };
  const sections = headingsFor(languageFor(lang), {}).map((heading) => `## ${heading}\n\nText.`);
  return `---\n${stringify(said)}---\n\n${sections.join('\n\n')}\n`;
}
