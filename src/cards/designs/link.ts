import { paletteOf, type Palette } from '../colours.ts';
import type { Layout, Row, Slot } from '../layout.ts';
import { cardFormats } from '../../brief/card-formats.ts';
import type {
  CardSpec,
  Figure,
  FigureSpec,
  HeadlineSpec,
  ImageSpec,
  PublicationSpec,
  StorySpec,
} from '../card-spec.ts';
import {
  beginningsOf,
  creditOf,
  figureSlots,
  labelSteps,
  leftToRight,
  line,
  linesIn,
  narrowFootSlot,
  numeral,
  onOneLine,
  paragraph,
  sectionIcon,
  signOf,
  stepsOf,
  teaserSlot,
  titleSizes,
  titleSlot,
  topicSlot,
} from './parts.ts';

const { width, height } = cardFormats.link;
const size = { width, height };
const top = 56;
const end = 574;
const labelSize = 26;
/** Whose card it is. Swashes, as of an Arabic kaf, hang out of a column by up to an eighth of an em. */
const margin = { left: 64, width: 221 };
/** What the middle square shows, which is all that WhatsApp, Signal and iMessage leave of a card: x 285 to 915, and a gap. */
const inMiddle = { sideMargin: 309 };
/** Within it, swashes hang out of their lines by up to ten pixels. */
const centre = { left: 319, width: 562 };
const panel = { left: 915, width: 285 };
const inPanel = { left: panel.left + 28, width: panel.width - 28 - 48 };
const iconSide = 72;
const iconTop = top + 8;
const belowIcon = iconTop + iconSide + 24;

/** The card that a link brings along: whose it is, the story in the middle, and beside it what the brief has to show. */
export function linkCard(card: StorySpec): Layout {
  switch (card.template) {
    case 'headline':
      return withPanel(card, (palette) => [
        { ...titleSlot(card, palette, { ...centre, top, height: end - top }, 132), ...inMiddle },
        ...inAccent(card, palette),
      ]);
    case 'figure':
      return figureCard(card);
    case 'image':
      return imageCard(card);
  }
}

/** What the publication is, and where it is read. */
export function publicationCard(card: PublicationSpec): Layout {
  const address = { ...centre, top: end - 68, height: 68, edge: 'bottom', breakWordsAt: labelSize } as const;
  const description = { ...centre, top: 290, height: address.top - 20 - 290, edge: 'bottom' } as const;
  return withPanel(card, ({ ground, ink, softInk, accent }) => {
    const whole = card.description.map((_, at) => card.description.slice(0, card.description.length - at).join('').trim()); // prettier-ignore
    // All of its sentences, or as much as there is room for.
    const wordings = [...whole, ...beginningsOf(whole.at(-1) ?? '')].map((text): Row[] => [
      [{ text, face: 'text', colour: softInk }],
    ]);
    return [
      paragraph(
        { name: 'title', ...centre, top, height: description.top - 20 - top, edge: 'top', sizes: stepsOf(titleSizes, 132), breakWordsAt: 62, wholeWordsTo: 42 },
        { text: card.title, face: 'display', colour: ink },
      ),
      ...(wordings.length === 0
        ? []
        : [
            {
              name: 'description',
              ...description,
              breakWordsAt: 24,
              wordings: wordings.slice(0, 1),
              sizes: stepsOf(titleSizes, 53),
              fallbacks: [{ wordings: wordings.slice(1), sizes: [24] }],
            },
          ]),
      paragraph(
        { name: 'address', ...address, sizes: labelSteps(labelSize) },
        { text: leftToRight(card.address), face: 'strong', colour: accent },
      ),
      ...card.headings.map((text, at) =>
        paragraph(
          { name: `heading ${at + 1}`, ...inPanel, top: top + at * 130, height: 128, edge: 'top', sizes: labelSteps(30), breakWordsAt: 24 },
          { text, face: 'label', colour: ground },
        ),
      ),
    ]; // prettier-ignore
  });
}

function withPanel(card: CardSpec, story: (palette: Palette) => readonly Slot[]): Layout {
  const palette = paletteOf(card);
  const sign = signOf(card, palette, { ...margin, top: iconTop, side: iconSide });
  return {
    size,
    ground: [
      { left: 0, top: 0, ...size, colour: palette.ground },
      { ...panel, top: 0, height, colour: palette.accent },
      ...sign.icon,
      // The third section's, above its words.
      ...(saysWhatIsNext(card)
        ? sectionIcon({ left: inPanel.left, top: iconTop, side: iconSide }, [2], palette.ground)
        : []),
    ],
    ...(sign.logo && { logo: sign.logo }),
    slots: [...story(palette), ...inMargin(card, palette, iconTop + sign.height + 24)],
  };
}

function inMargin(card: CardSpec, palette: Palette, from: number): Slot[] {
  return [
    ...(card.topic === ''
      ? []
      : [topicSlot(card, palette, { ...margin, top: from, height: 106 }, labelSize)]),
    ...(card.template === 'publication'
      ? []
      : [narrowFootSlot(card, palette, { ...margin, top: from + 114, height: end - from - 114 }, labelSize)]),
  ];
}

function saysWhatIsNext(card: CardSpec): boolean {
  const hasTeaser = card.template === 'headline' || (card.template === 'figure' && card.more.length === 0);
  return hasTeaser && card.teaser.heading !== undefined;
}

function inAccent(card: HeadlineSpec | FigureSpec, { ground }: Palette): Slot[] {
  const from = saysWhatIsNext(card) ? belowIcon : top;
  const place = { ...inPanel, top: from, height: end - from };
  return [teaserSlot(card.teaser, ground, place, { largest: 31, smallest: 24 })];
}

/** The title above the first figure, the others beside them. */
function figureCard(card: FigureSpec): Layout {
  const parting = 312;
  const layout = withPanel(card, (palette) => {
    const { ground, ink, accent } = palette;
    return [
      { ...titleSlot(card, palette, { ...centre, top, height: parting - 20 - top }, 73), ...inMiddle },
      ...figureSlots(card.figure, { value: accent, label: ink }, { ...centre, top: parting + 8, middle: 446, end, largest: 132, labelSize: 30 }).map((slot) => ({ ...slot, ...inMiddle })),
      ...(card.more.length === 0 ? inAccent(card, palette) : [otherFigures(card.more.slice(0, 2), ground)]),
    ]; // prettier-ignore
  });
  const { ink } = paletteOf(card);
  return { ...layout, ground: [...layout.ground, { ...centre, top: parting, height: line, colour: ink }] };
}

/** One or two figures beside the first: as many as there is room for, which is one at least. */
function otherFigures(figures: readonly Figure[], colour: string): Slot {
  const rowsOf = ({ value, label }: Figure, at: number): Row[] => [
    ...(at === 0 ? [] : [[{ text: '\u00a0', face: 'label', colour, scale: 1.1 } as const]]),
    [{ text: numeral(onOneLine(value)), face: 'display', colour, scale: 1.6 }],
    [{ text: label, face: 'label', colour }],
  ];
  const wordings = figures.map((_, at) => figures.slice(0, figures.length - at).flatMap(rowsOf));
  return {
    name: 'other figures',
    ...inPanel,
    top,
    height: end - top,
    edge: 'top',
    breakWordsAt: 24,
    sizes: labelSteps(30),
    wordings: wordings.slice(0, 1),
    fallbacks: [{ wordings: wordings.slice(1), sizes: [24] }],
  };
}

/** The image from edge to edge, as high as the words below it leave it. */
function imageCard(card: ImageSpec): Layout {
  const palette = paletteOf(card);
  const bottom = height - 48;
  const credit = card.image.credit === undefined ? 0 : 44 * linesIn(card.image.credit, 80);
  const words = { height: heightBelowImage(card), top: bottom - credit - heightBelowImage(card) };
  const image = { left: 0, top: 0, width, height: words.top - 24 };
  const side = { left: panel.left, width: width - panel.left - 64 };
  const sign = signOf(card, palette, { ...margin, top: words.top + 8, side: iconSide });
  const topic = { top: words.top + sign.height + 24, height: words.height - sign.height - 24 };
  return {
    size,
    ground: [
      { left: 0, top: 0, ...size, colour: palette.ground },
      ...sign.icon,
    ],
    image,
    ...(sign.logo && { logo: sign.logo }),
    slots: [
      topicSlot(card, palette, { ...margin, ...topic }, labelSize),
      { ...titleSlot(card, palette, { ...centre, ...words }, 67), ...inMiddle },
      { ...narrowFootSlot(card, palette, { ...side, ...words }, 24), edge: 'top' },
      ...creditOf(card, palette, { left: margin.left, width: width - 2 * margin.left, top: bottom - credit, height: credit }, 24),
    ],
  }; // prettier-ignore
}

/** By how long its texts are, as no text is measured before it has its place: the title at its largest, the topic below the icon, and the foot. */
function heightBelowImage({ title, topic, publication, date, aiLabels }: ImageSpec): number {
  const atTitle = linesIn(title, 17) * 88;
  const atTopic = iconSide + 24 + linesIn(topic, 14) * 34;
  const rows = [publication, date, aiLabels.at(-1) ?? ''];
  const atFoot = rows.reduce((sum, text) => sum + linesIn(text, 15) * 31 + 4, 0);
  return Math.min(256, Math.max(atTitle > 180 ? 208 : atTitle, atTopic, atFoot));
}
