/** Background colours of pages and cards. */
export const paper = { light: '#fbfaf6', dark: '#131519' } as const;

/** Colours of text and of quieter text on them: ink stands at 17:1 and 15:1, soft ink at 6:1 and 7:1. */
export const inks = {
  light: { ink: '#16181d', softInk: '#5b5e66' },
  dark: { ink: '#eceae3', softInk: '#a3a6ad' },
} as const;

/** Vermilion: the default accent of publications and topics. */
export const defaultAccent = { light: '#b3321b', dark: '#ff8a70' } as const;

/** Minimum contrast of text (WCAG 2.2, 1.4.3). */
export const minContrast = 4.5;

/** Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Derives an accent from a colour: darkened on light and lightened on dark background until text is readable. */
export function accentFrom(colour: string, ground: Record<Theme, string> = paper): Record<Theme, string> {
  return {
    light: readable(colour, [ground.light], 'darker'),
    dark: readable(colour, [ground.dark], 'lighter'),
  };
}

export type Theme = keyof typeof paper;

/**
 * Mixes the colour with black or white in steps of 1% until it is readable beside each of the others, or until it is black or
 * white.
 */
export function readable(colour: string, others: readonly string[], which: 'darker' | 'lighter'): string {
  const towards = which === 'darker' ? 0 : 255;
  for (let percent = 0; ; percent += 1) {
    const mixed = channelsOf(colour).map((channel) => Math.round(channel + ((towards - channel) * percent) / 100)); // prettier-ignore
    const hex = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (percent === 100 || others.every((other) => contrast(hex, other) >= minContrast)) return hex;
  }
}

/** Red, green and blue, 0 to 255, of `#rgb` or `#rrggbb`. Throws for other notations. */
export function channelsOf(colour: string): [number, number, number] {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) throw new Error(`Unexpected colour "${colour}", expected #rrggbb`);
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const at = (place: number): number => Number.parseInt(long.slice(place, place + 2), 16);
  return [at(0), at(2), at(4)];
}

/** The colour as 0xRRGGBB. */
export function colourNumber(colour: string): number {
  const [red, green, blue] = channelsOf(colour);
  return (red << 16) | (green << 8) | blue;
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
