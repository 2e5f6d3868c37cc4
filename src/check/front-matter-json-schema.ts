import type { Publication } from '../brief/publication.ts';
import { editorSchema } from '../markdown/editor-schema.ts';
import { frontMatterSchema } from '../markdown/schema.ts';

/** The front matter for editors: an unquoted number is a text, as the checker reads it. */
export function frontMatterJsonSchema(publication: Publication): object {
  return editorSchema(frontMatterSchema(publication), 'Front matter of a brief', ({ jsonSchema }) => {
    if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) {
      Object.assign(jsonSchema, { type: ['string', 'number'] });
    }
  });
}
