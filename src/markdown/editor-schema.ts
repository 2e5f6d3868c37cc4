import * as z from 'zod';

type Override = (context: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) => void;

/**
 * The JSON Schema (2020-12) of what an author may write, for editors. It allows more than `check`, since its lengths
 * count code points instead of graphemes. `override` adjusts each part.
 */
export function editorSchema(schema: z.ZodType, title: string, override?: Override): object {
  const written = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: (context) => {
      const { examples } = z.globalRegistry.get(context.zodSchema) ?? {};
      // zod omits examples of transformed schemas.
      if (Array.isArray(examples)) context.jsonSchema.examples = examples;
      override?.(context);
    },
  });
  return { ...written, title };
}
