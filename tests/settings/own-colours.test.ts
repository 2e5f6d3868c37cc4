import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inks, minContrast } from '../../src/brief/colour.ts';
import { findingsOfColours } from '../../src/settings/own-colours.ts';

const suggested = /such as '(#[0-9a-f]{6})'/;

/** What is wrong with the settings, and after each suggestion is followed. */
function findingsIn(values: object): readonly { readonly path: string; readonly advice: string }[] {
  const paths: string[] = [];
  const rangeOf = (path: readonly PropertyKey[]) => ({ start: paths.push(path.join('.')) - 1, end: 0 });
  return findingsOfColours({ values, rangeOf }).map(({ range, note }) => ({
    path: paths[range.start] ?? '',
    advice: note?.text ?? '',
  }));
}

const colour = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
const pair = fc.record({ light: colour, dark: colour });

test('whoever follows all suggestions once has colours that can be read, whatever they began with', () => {
  fc.assert(
    fc.property(pair, pair, pair, (ground, accent, ofTopic) => {
      const values = { ground, accent, topics: { sea: { accent: ofTopic } } };
      const colours: Record<string, { light: string; dark: string }> = { ground, accent, 'topics.sea.accent': ofTopic }; // prettier-ignore
      for (const { path, advice } of findingsIn(values)) {
        const [, theme = ''] = /\.(light|dark)$/.exec(path) ?? [];
        Object.assign(colours[path.slice(0, -theme.length - 1)] ?? {}, {
          [theme]: suggested.exec(advice)?.[1],
        });
      }
      expect(findingsIn(values)).toEqual([]);
      for (const theme of ['light', 'dark'] as const)
        for (const text of [inks[theme].softInk, accent[theme], ofTopic[theme]])
          expect(contrast(text, ground[theme])).toBeGreaterThanOrEqual(minContrast);
    }),
    {
      numRuns: 300,
      examples: [
        [
          { light: '#777777', dark: '#131519' },
          { light: '#cccccc', dark: '#ff8a70' },
          { light: '#cccccc', dark: '#333333' },
        ],
      ],
    },
  );
});

test('a ground is held against the default accent only where that is used', () => {
  const ground = { light: '#e4d6c8', dark: '#131519' };
  expect(findingsIn({ ground })).toMatchObject([{ path: 'ground.light' }]);
  expect(findingsIn({ ground, accent: { light: '#7a1f10', dark: '#ff8a70' } })).toEqual([]);
});

test('what is no colour is left to the form of the setting', () => {
  expect(findingsIn({ ground: { light: 'white', dark: 7 }, accent: 'red', topics: ['a'] })).toEqual([]);
});
