import { cardFormats, type CardFormat, type Crop } from '../brief/card-formats.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import type { FittedText } from './fit.ts';
import { cardBytesLimit } from './limits.ts';

/** A card as the sheet shows it. */
export interface ShownCard {
  /** Address relative to the sheet. */
  readonly src: string;
  /** Shown beneath it: "link", "slide 2". */
  readonly name: string;
  readonly format: CardFormat | 'document';
  readonly alt: string;
  readonly bytes: number;
  readonly texts: readonly FittedText[];
}

/** All cards of one brief, in the order of their formats. */
export interface ShownBrief {
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly cards: readonly ShownCard[];
}

/**
 * One page, which opens from the disk, of every card as networks crop it, with its bytes, the size of its texts and what an
 * editor may want to fix. `live` is the address of a script that loads the page again.
 */
export function formatContactSheet(briefs: readonly ShownBrief[], live?: string): string {
  return page('Cards', [
    `<p>Each card whole and as networks crop it. Sizes are pixels of the card; on a phone a card is about a third as wide.</p>`,
    ...briefs.map(briefHtml),
    ...(live === undefined ? [] : [`<script type="module" src="${escapeAttribute(live)}"></script>`]),
  ]);
}

/** What an editor may want to fix; what the law forbids is never drawn at all. */
export function remarksOn({ bytes, texts }: Pick<ShownCard, 'bytes' | 'texts'>): string[] {
  const small = texts.filter(({ part, size }) => size < (smallest[part] ?? 0));
  const shortened = texts.filter(({ part, isShortened }) => isShortened && part === 'foot');
  return [
    ...small.map(({ part, size }) => `${part} is small: ${size} px; fewer words make it larger`),
    ...shortened.map(() => 'the foot has no room for all of its words'),
    ...(bytes > 0.9 * cardBytesLimit ? ['nearly as large as networks take'] : []),
  ];
}

/** Sizes below which a text is hard to read on a phone. */
const smallest: Readonly<Record<string, number>> = { title: 40, figure: 60 };

function briefHtml({ slug, title, lang, cards }: ShownBrief): string {
  return [
    `<section><h2 lang="${escapeAttribute(lang)}">${escapeText(title)}</h2><p><code>${escapeText(slug)}</code></p><div class="cards">`,
    ...cards.flatMap((card) => (card.format === 'document' ? [documentHtml(card)] : cardHtml(card))),
    '</div></section>',
  ].join('\n');
}

function cardHtml(card: ShownCard): string[] {
  const title = card.texts.find(({ part }) => part === 'title');
  const facts = [
    `<strong>${escapeText(card.name)}</strong> ${kilobytes(card.bytes)}`,
    ...(title ? [`title ${title.size} px`] : []),
    ...remarksOn(card).map((remark) => `<em>${escapeText(remark)}</em>`),
  ];
  const crops: readonly Crop[] = card.format === 'document' ? [] : cardFormats[card.format].crops;
  return crops.map(
    ({ where, ratio, class: name = '' }, at) =>
      `<figure class="${card.format} ${name}"><div style="aspect-ratio: ${ratio}"><img src="${escapeAttribute(card.src)}" alt="${escapeAttribute(card.alt)}" loading="lazy"></div>` +
      `<figcaption>${[...(at === 0 ? facts : []), escapeText(where)].join('<br>')}</figcaption></figure>`,
  );
}

function documentHtml({ src, name, bytes }: ShownCard): string {
  return `<figure><figcaption><a href="${escapeAttribute(src)}">${escapeText(name)}</a> ${kilobytes(bytes)}</figcaption></figure>`;
}

/** The page around it, with its own style: it has to open from the disk. */
export function page(title: string, parts: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>`,
    `<style>${style}</style>`,
    `<h1>${escapeText(title)}</h1>`,
    ...parts,
    '</html>',
    '',
  ].join('\n');
}

/** Bytes as people read them, 1 KB being 1,000. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`;
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem; }
section { border-block-start: 1px solid; margin-block-start: 2rem; padding-block-start: 1rem; }
.cards { align-items: end; display: flex; flex-wrap: wrap; gap: 1.5rem; }
figure { margin: 0; inline-size: 22rem; }
figure.link { inline-size: 37.5rem; }
figure.story { inline-size: 16rem; }
figure.phone { inline-size: 300px; }
figure.small { inline-size: 9rem; }
figure > div { overflow: hidden; position: relative; }
img { block-size: 100%; display: block; inline-size: 100%; object-fit: cover; }
.bars > div::before, .bars > div::after { background: rgb(0 0 0 / .35); content: ''; inset-inline: 0; position: absolute; }
.bars > div::before { block-size: 13.02%; inset-block-start: 0; }
.bars > div::after { block-size: 17.71%; inset-block-end: 0; }
figcaption { font-size: .85rem; margin-block-start: .4rem; }
em { color: light-dark(#b3321b, #ff8a70); font-style: normal; }
`;
