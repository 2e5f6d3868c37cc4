import * as z from 'zod';
import type { Publication } from '../brief/publication.ts';
import { frontMatterSchema } from '../markdown/schema.ts';

/**
 * The front matter as a JSON Schema (2020-12), for editors. It is wider than the checker: lengths count code points
 * and not graphemes, and an unquoted number is a text, as the checker reads it.
 */
export function frontMatterJsonSchema(publication: Publication): object {
  const schema = z.toJSONSchema(frontMatterSchema(publication), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      // zod leaves them out of whatever is changed as it is read.
      if (Array.isArray(examples)) jsonSchema.examples = examples;
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) {
        Object.assign(jsonSchema, { type: ['string', 'number'] });
      }
    },
  });
  return { ...schema, title: 'Front matter of a brief' };
}
