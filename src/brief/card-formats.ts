/** Layout of a card that is taller than wide, in pixels from its top. */
export interface CardFrame {
  /** Start of the first text; apps cover the area above. */
  readonly begin: number;
  /** End of the last text. */
  readonly end: number;
  /** The image, figure or expectation, at full width. */
  readonly panel: { readonly top: number; readonly height: number };
  /** Maximum font size of the figure. */
  readonly figure: number;
  readonly titleSize: number;
}

/** Where a card is shown, and the aspect ratio to which it is cropped there, as in CSS. */
export interface Crop {
  readonly where: string;
  readonly ratio: string;
  readonly class?: 'small' | 'phone' | 'bars';
}

/** Pixels, as of 2026. */
interface Format {
  readonly width: number;
  readonly height: number;
  readonly crops: readonly Crop[];
}

/** All of them share one design. */
export interface TallFormat extends Format {
  readonly frame: CardFrame;
}

const slideFrame: CardFrame = {
  begin: 64,
  end: 1286,
  panel: { top: 600, height: 490 },
  figure: 248,
  titleSize: 120,
};

/**
 * The formats that settings can select besides the link card. To add one, add an entry here: settings, designs, the
 * contact sheet and the tests read this list.
 */
export const tallFormats = {
  /** As shown by Instagram and LinkedIn. */
  square: {
    width: 1080,
    height: 1080,
    crops: [{ where: 'post: Instagram, LinkedIn, Facebook', ratio: '1' }],
    frame: { begin: 64, end: 1016, panel: { top: 460, height: 360 }, figure: 176, titleSize: 93 },
  },
  portrait: {
    width: 1080,
    height: 1350,
    crops: [
      { where: 'post: Instagram', ratio: '4 / 5' },
      { where: 'profile grid', ratio: '3 / 4', class: 'small' },
      { where: 'older grid', ratio: '1', class: 'small' },
    ],
    frame: slideFrame,
  },
  /** The app covers the first 250 and the last 340 pixels (Instagram and TikTok, 2026). */
  story: {
    width: 1080,
    height: 1920,
    crops: [
      {
        where: 'story: Instagram, TikTok, WhatsApp, with the app’s own bars',
        ratio: '9 / 16',
        class: 'bars',
      },
    ],
    frame: { begin: 260, end: 1572, panel: { top: 880, height: 500 }, figure: 248, titleSize: 132 },
  },
} as const satisfies Readonly<Record<string, TallFormat>>;

/**
 * Every card format. Facebook, LinkedIn, X, Slack and WhatsApp show the link card uncropped; a slide is a page of a
 * carousel.
 */
export const cardFormats = {
  link: {
    width: 1200,
    height: 630,
    crops: [
      { where: 'link preview: Facebook, LinkedIn, X, Slack, Mastodon', ratio: '1200 / 630' },
      { where: 'link preview, middle square: WhatsApp, Signal, iMessage', ratio: '1', class: 'small' },
      { where: 'on a phone, 300 px', ratio: '1200 / 630', class: 'phone' },
    ],
  },
  ...tallFormats,
  slide: {
    width: 1080,
    height: 1350,
    crops: [{ where: 'carousel: Instagram, LinkedIn (as a PDF)', ratio: '4 / 5' }],
    frame: slideFrame,
  },
} as const satisfies Readonly<Record<string, Format | TallFormat>>;

export type CardFormat = keyof typeof cardFormats;
export type TallCardFormat = keyof typeof tallFormats;

/** Values for settings: the tall formats, and a carousel of slides. */
export const optionalFormats = [...(Object.keys(tallFormats) as TallCardFormat[]), 'slides'] as const;
