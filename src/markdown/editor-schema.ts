import * as z from 'zod';

type Override = (context: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) => void;

/**
 * What an author may write as a JSON Schema (2020-12), for editors. It is wider than the checker: lengths count code points and
 * not graphemes. `override` changes one part after another.
 */
export function editorSchema(schema: z.ZodType, title: string, override?: Override): object {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: (context) => {
      const { examples } = z.globalRegistry.get(context.zodSchema) ?? {};
      // zod leaves them out of whatever is changed as it is read.
      if (Array.isArray(examples)) context.jsonSchema.examples = examples;
      override?.(context);
    },
  });
  return { ...written, title };
}
