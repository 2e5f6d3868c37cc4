import { editorSchema } from '../markdown/editor-schema.ts';
import { publicationSchema } from './settings-schema.ts';

export function settingsJsonSchema(): object {
  return editorSchema(publicationSchema, 'Settings of a publication');
}
