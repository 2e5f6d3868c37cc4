import { contrast, defaultAccent, inks, minContrast, paper, readable, type Theme } from '../brief/colour.ts';
import { colourForm } from '../brief/setting-forms.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Path } from '../markdown/field-places.ts';
import type { SettingsSource } from './settings-source.ts';

/** Reports grounds on which text, and accents that on their ground, cannot be read (WCAG 2.2, 1.4.3). */
export function findingsOfColours({
  values,
  rangeOf,
}: Pick<SettingsSource, 'values' | 'rangeOf'>): Finding[] {
  const colourAt = (path: Path): string | undefined => {
    const value = valueAt(values, path);
    return typeof value === 'string' && colourForm.test(value) ? value : undefined;
  };
  const finding = (path: Path, message: string, advice: string): Finding => ({
    code: 'field-value',
    range: rangeOf(path),
    message: `Unexpected contrast of ${message}, expected ${minContrast}:1 or more`,
    note: { text: advice },
  });
  const topics = Object.keys(valueAt(values, ['topics']) ?? {});
  const accents: Path[] = [['accent'], ...topics.map((topic) => ['topics', topic, 'accent'])];
  return (['light', 'dark'] as const).flatMap((theme) => {
    const path = ['ground', theme];
    const given = colourAt(path) ?? paper[theme];
    const texts = [
      inks[theme].softInk,
      ...(valueAt(values, ['accent']) === undefined ? [defaultAccent[theme]] : []),
    ];
    const [faintest = ''] = texts.toSorted((one, other) => contrast(one, given) - contrast(other, given));
    const ofGround = theme === 'light' ? 'lighter' : 'darker';
    const isReadable = contrast(faintest, given) >= minContrast;
    // Accents are held against the ground that is suggested, so that whoever follows all suggestions is done.
    const ground = isReadable ? given : readable(given, texts, ofGround);
    const ofAccents = accents
      .map((accent) => [...accent, theme])
      .flatMap((at) => {
        const colour = colourAt(at);
        if (colour === undefined || contrast(colour, ground) >= minContrast) return [];
        const which = opposite[theme];
        return [
          finding(
            at,
            `${ratio(colour, ground)} of ${quote(colour)} with ${isReadable ? ground : `the suggested ground ${ground}`}`,
            `text in this colour must be readable: choose a ${which} one, such as '${readable(colour, [ground], which)}'`,
          ),
        ];
      });
    if (isReadable) return ofAccents;
    const message = `${ratio(faintest, given)} of the text in ${faintest} with the ground ${quote(given)}`;
    const advice = `text must be readable on it: choose a ${ofGround} one, such as '${ground}'`;
    return [finding(path, message, advice), ...ofAccents];
  });
}

/** Text is the opposite of its ground. */
const opposite: Readonly<Record<Theme, 'darker' | 'lighter'>> = { light: 'darker', dark: 'lighter' };

/** Rounded down, so that what is too little does not look like enough. */
function ratio(one: string, other: string): string {
  return `${(Math.floor(contrast(one, other) * 10) / 10).toFixed(1)}:1`;
}

function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    values,
  );
}
