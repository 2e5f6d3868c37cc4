import type { Addresses } from '../brief/addresses.ts';
import type { Body, Listing } from '../brief/brief.ts';
import { countWords } from '../brief/segment.ts';
import type { PreparedImage } from '../brief/image.ts';
import type { Draft } from './draft.ts';
import { readImageSource } from './links.ts';
import { render } from './render.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';
import { firstStatement } from './sentences.ts';

/** A brief that is valid on its own; cross-brief rules may still report errors. */
export interface Compiled {
  readonly listing: Omit<Listing, 'digest'>;
  readonly body: Body;
}

/** The inputs of rendering a checked draft: its fields, and its images by path. */
export interface RenderInputs {
  readonly fields: FrontMatterFields;
  readonly images: ReadonlyMap<string, PreparedImage>;
}

/** Renders a draft without errors. */
export function renderBrief(draft: Draft, { fields, images }: RenderInputs, addresses: Addresses): Compiled {
  const body = render(draft, addresses, images);
  return { listing: listingOf(draft, fields, body, images), body };
}

function listingOf(
  draft: Draft,
  fields: FrontMatterFields,
  body: Body,
  images: ReadonlyMap<string, PreparedImage>,
): Omit<Listing, 'digest'> {
  const { unit, perMinute } = draft.language.reading;
  const words = body.sections.reduce((sum, { text }) => sum + countWords(text, unit), 0);
  const { image, ...rest } = fields;
  const source = image && readImageSource(image.src, draft.file);
  const prepared = source?.kind === 'file' ? images.get(source.path) : undefined;
  return {
    ...rest,
    ...(image && prepared ? { image: { ...image, ...prepared } } : {}),
    slug: draft.slug,
    firstSlug: fields.aliases[0] ?? draft.slug,
    file: draft.file,
    next: firstStatement(body.sections[2].blocks, fields.lang),
    words,
    minutes: Math.max(1, Math.round(words / perMinute)),
  };
}
