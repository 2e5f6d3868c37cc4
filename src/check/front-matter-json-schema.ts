import type { Publication } from '../brief/publication.ts';
import { editorSchema } from '../markdown/editor-schema.ts';
import { frontMatterSchema } from '../languages/schemas.ts';

/** The front matter schema for editors. Unquoted numbers are text, as for `check`. */
export function frontMatterJsonSchema(publication: Publication): object {
  return editorSchema(frontMatterSchema(publication), 'Front matter of a brief', ({ jsonSchema }) => {
    if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) {
      Object.assign(jsonSchema, { type: ['string', 'number'] });
    }
  });
}
