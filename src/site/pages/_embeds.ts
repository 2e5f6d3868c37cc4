import type { Listing } from '../../brief/brief.ts';
import { countEmbeds } from '../../metadata/oembed.ts';
import { site } from 'virtual:fourfold';
import { listPublic } from './_snapshot.ts';

/** The newest public briefs, which other sites can embed. */
export function listEmbedded(): Listing[] {
  return listPublic().slice(0, countEmbeds(site));
}
