import { expect, test } from 'vitest';
import { Ajv2020 as Ajv } from 'ajv/dist/2020.js';
import { draftJsonSchema } from '../../src/check/draft-json-schema.ts';
import { publicationSample } from '../brief-sample.ts';

const schema = draftJsonSchema(publicationSample());

/** What the strict modes of structured output accept (OpenAI's and Anthropic's documentation). */
const accepted = ['type', 'description', 'properties', 'required', 'additionalProperties', 'items', 'enum'];

function schemasIn(part: unknown): Record<string, unknown>[] {
  const { properties = {}, items } = part as { properties?: object; items?: object };
  const inner: unknown[] = [...(Object.values(properties) as unknown[]), ...(items ? [items] : [])];
  return [part as Record<string, unknown>, ...inner.flatMap(schemasIn)];
}

test('the schema of a draft has every property required, no other, and no keyword that strict modes refuse', () => {
  const parts = schemasIn(schema);
  expect(parts.length).toBeGreaterThan(20);
  for (const part of parts) {
    expect(Object.keys(part).filter((key) => !accepted.includes(key))).toEqual([]);
    if (part['type'] !== 'object') continue;
    expect(part['additionalProperties']).toBe(false);
    expect(part['required']).toEqual(Object.keys(part['properties'] as object));
  }
});

test('the schema is valid, and refuses a draft without one of its sections', () => {
  const isDraft = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  const sections = { whats_happening: 'A', why_its_important: 'B', whats_next: 'C' };
  const draft = {
    title: 'T',
    summary: 'S',
    date: null,
    lang: null,
    topics: ['ai'],
    ai: 'generated',
    sources: [],
    figures: [],
    watch: [],
  };
  expect(isDraft({ ...draft, sections: { ...sections, beyond_the_headlines: 'D' } })).toBe(true);
  expect(isDraft({ ...draft, sections })).toBe(false);
});
