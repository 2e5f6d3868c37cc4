import type { Addresses } from '../brief/addresses.ts';
import type { CardReference, Listing } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { escapeAttribute } from '../brief/escape.ts';
import type { Publication } from '../brief/publication.ts';
import type { HeadTag } from './head.ts';

/** How many of the newest briefs can be embedded. */
export function countEmbeds({ embeds }: Pick<Publication, 'embeds'>): number {
  return embeds?.newest ?? 50;
}

/** By this a consumer of oEmbed finds the answer for a brief (oembed.com, section 4, "Discovery"). */
export function oembedLink(addresses: Addresses, brief: Pick<Listing, 'slug' | 'title'>): HeadTag {
  const href = addresses.absolute(addresses.oembed(brief.slug));
  return {
    tag: 'link',
    attributes: { rel: 'alternate', type: 'application/json+oembed', title: brief.title, href },
  };
}

/** The answer of oEmbed 1.0 for a brief: its embeddable page in a frame, and its link card. */
export function oembedOf(
  publication: Publication,
  addresses: Addresses,
  brief: Listing,
  card: CardReference,
): OEmbed {
  const byline = bylineOf(publication, addresses, brief);
  const [author] = byline.length === 1 ? byline : [];
  return {
    version: '1.0',
    type: 'rich',
    title: brief.title,
    author_name: new Intl.ListFormat(brief.lang).format(byline.map(({ name }) => name)),
    ...(author?.url !== undefined && { author_url: author.url }),
    provider_name: publication.name,
    provider_url: addresses.absolute(addresses.home),
    cache_age: secondsToKeep,
    thumbnail_url: addresses.absolute(card.src),
    thumbnail_width: card.width,
    thumbnail_height: card.height,
    html: frameOf(addresses.absolute(addresses.embed(brief.slug)), brief.title),
    ...frameSize,
  };
}

/** CSS pixels; a file cannot answer `maxwidth`, so this is a width that the columns of most sites hold. */
export const frameSize = { width: 560, height: 400 } as const;

/** oembed.com, sections 2.3.4 and 2.3.4.4. */
export interface OEmbed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name: string;
  readonly author_url?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** An hour: a correction should not have to wait for a day. */
const secondsToKeep = 3600;

/** No script, no forms, no storage; but its link opens, in a page that is free again. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

function frameOf(address: string, title: string): string {
  const { width, height } = frameSize;
  const attributes = {
    src: address,
    title,
    width: String(width),
    height: String(height),
    sandbox,
    loading: 'lazy',
    style: 'border:0;max-width:100%',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}
