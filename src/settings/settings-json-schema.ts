import { editorSchema } from '../markdown/editor-schema.ts';
import { publicationSchema } from '../languages/schemas.ts';

export function settingsJsonSchema(): object {
  return editorSchema(publicationSchema, 'Settings of a publication');
}
