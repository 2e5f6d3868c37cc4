import { createHash } from 'node:crypto';
import writeFileAtomic from 'write-file-atomic';
import type { CardSheet } from './card.ts';
import { drawCard } from './draw.ts';

/** Draws a card in a thread of its own and lays it at `path`, whole or not at all. */
export default async function drawToFile({
  sheet,
  path,
}: {
  readonly sheet: CardSheet;
  readonly path: string;
}): Promise<{ bytes: number; sha256: string }> {
  const card = await drawCard(sheet);
  // A card lost with the power is drawn again, so the disk need not be waited for.
  await writeFileAtomic(path, Buffer.from(card.buffer, card.byteOffset, card.length), { fsync: false });
  return { bytes: card.length, sha256: createHash('sha256').update(card).digest('hex') };
}
