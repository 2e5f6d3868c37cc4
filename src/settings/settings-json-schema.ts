import * as z from 'zod';
import { publicationSchema } from './settings-schema.ts';

/** The settings as a JSON Schema (2020-12), for editors. It is wider than the checker: lengths count code points, not graphemes. */
export function settingsJsonSchema(): object {
  const schema = z.toJSONSchema(publicationSchema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      // zod leaves them out of whatever is changed as it is read.
      if (Array.isArray(examples)) jsonSchema.examples = examples;
    },
  });
  return { ...schema, title: 'Settings of a publication' };
}
