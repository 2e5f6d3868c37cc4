import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { bindSlides, type DocumentFacts } from './pdf.ts';
import { drawCard, type DrawnCard } from './draw.ts';
import type { FittedText } from './fit.ts';
import { CardError, type CardProblem } from './problem.ts';
import type { CardSpec } from './card-spec.ts';

/** A card to draw, or slides to bind as a document. */
export type CardInput = { readonly spec: CardSpec } | { readonly facts: DocumentFacts };

/** What became of it. */
export type CardOutcome =
  | {
      readonly bytes: number;
      readonly sha256: string;
      readonly texts: readonly FittedText[];
      /** What keeps texts off the card. */
      readonly problems: readonly CardProblem[];
    }
  | { readonly problems: readonly CardProblem[] };

/** Makes a card or a document in a thread of its own, and writes it to `path`, a draft that the pool moves to its place when it is whole. */
export default async function makeFile({
  root,
  path,
  parts,
  ...input
}: CardInput & {
  /** The project's, below which the image of a card lies. */
  readonly root: string;
  readonly path: string;
  /** Where the slides of a document lie. */
  readonly parts: readonly string[];
}): Promise<CardOutcome> {
  try {
    const { bytes, texts, problems } =
      'spec' in input ? await drawCard(input.spec, root) : await bindFrom(parts, input.facts);
    // At once, as nothing else is to be done meanwhile: a thread for it costs more than the writing.
    writeFileSync(path, bytes);
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), texts, problems };
  } catch (error) {
    if (error instanceof CardError) return { problems: error.problems };
    // What is wrong with the machine, as a full disk, is wrong with no brief.
    if (error instanceof Error && 'errno' in error) throw error;
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'card-text', part: 'card', message }] };
  }
}

async function bindFrom(slides: readonly string[], facts: DocumentFacts): Promise<DrawnCard> {
  const pages = await Promise.all(slides.map((path) => readFile(path)));
  return { bytes: await bindSlides(pages, facts), texts: [], problems: [] };
}
