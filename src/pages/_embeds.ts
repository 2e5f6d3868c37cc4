import type { Listing } from '../brief/brief.ts';
import { countEmbeds } from '../meta/oembed.ts';
import { site } from '../site.ts';
import { listPublic } from './_feeds.ts';

/** The newest public briefs: those that other sites can embed. */
export async function listEmbedded(): Promise<Listing[]> {
  return (await listPublic()).slice(0, countEmbeds(site));
}
