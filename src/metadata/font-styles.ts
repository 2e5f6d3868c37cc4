import type { FontFiles, NamedStyles, OwnFont } from '../brief/publication.ts';
import { namedStyles } from './accent-styles.ts';

/** The file of a font as pages load it; its name changes with its content. */
export function fileOfFont({ source, version }: Pick<OwnFont, 'source' | 'version'>): string {
  const [, name = '', kind = ''] = /([^/]*)\.(\w+)$/.exec(source) ?? [];
  return `${name.replace(/[^\w-]+/g, '-')}.${version}.${kind}`;
}

/** Families of their own, before the shipped ones: for each character that they lack, a browser looks further. */
export function fontStylesOf({ headings, text, bold, italic, labels }: FontFiles): NamedStyles {
  const css = [
    // One file for all headings, whose weight browsers would otherwise imitate.
    faceRule('Own Headings', headings, every),
    faceRule('Own Text', text, bold ? [1, 499] : undefined),
    faceRule('Own Text', bold, [500, 1000]),
    faceRule('Own Text', italic, every, 'italic'),
    faceRule('Own Labels', labels),
    familyRule({
      display: headings && 'Own Headings',
      serif: text && 'Own Text',
      sans: labels && 'Own Labels',
    }),
    headings && headings.height > usualHeight
      ? `:root:not(:lang(ar), :lang(zh)) { --display-leading: ${(0.9 * headings.height).toFixed(2)}; }\n`
      : '',
  ].join('');
  return namedStyles('fonts', css);
}

/** All weights. */
const every: Weights = [1, 1000];

type Weights = readonly [min: number, max: number];

/** In ems: in a font that is not higher, the lines of headings do not touch. */
const usualHeight = 1.15;

/** A variable font has the weights of its axis, and a font of one weight those that it is given for, or the regular one. */
function faceRule(family: string, font: OwnFont | undefined, given?: Weights, style = 'normal'): string {
  if (!font) return '';
  const { wght } = font.axes;
  const weights =
    given && wght ? [Math.max(given[0], wght[0]), Math.min(given[1], wght[1])] : (wght ?? given);
  const file = fileOfFont(font);
  return `@font-face { font-family: '${family}'; font-style: ${style}; font-weight: ${weights?.join(' ') ?? 400}; font-display: swap; src: url('${file}') format('${file.endsWith('.ttf') ? 'truetype' : 'woff2'}'); }\n`;
}

/** Sets what stands before the shipped families in the tokens of pages. */
function familyRule(families: Readonly<Record<string, string | undefined>>): string {
  const rules = Object.entries(families).flatMap(([token, family]) =>
    family === undefined ? [] : [`--own-${token}: '${family}',;`],
  );
  return `:root { ${rules.join(' ')} }\n`;
}
