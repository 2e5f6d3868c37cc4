import type { APIRoute, GetStaticPaths } from 'astro';
import { draftJsonSchema } from '../../../check/draft-json-schema.ts';
import { frontMatterJsonSchema } from '../../../check/front-matter-json-schema.ts';
import { dataSchema } from '../../../metadata/brief-json.ts';
import { site } from 'virtual:fourfold';
import { pageOf } from '../_snapshot.ts';
import { respondJson } from '../_json.ts';

const schemas = {
  brief: () => dataSchema('brief'),
  draft: () => draftJsonSchema(site),
  frontmatter: () => frontMatterJsonSchema(site),
  index: () => dataSchema('index'),
} as const;

export const getStaticPaths = (() =>
  Object.keys(schemas).map((name) => pageOf({ name }, {}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params: { name } }) =>
  respondJson(schemas[name as keyof typeof schemas](), 'application/schema+json');
