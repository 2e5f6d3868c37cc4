import { describe, expect, test } from 'vitest';
import { findComponents } from '../../src/build/own-components.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject } from './test-project.ts';

describe('a publication’s own components', () => {
  test('are the .astro files directly in their folder', async () => {
    using testProject = openTestProject();
    expect(await findComponents(testProject.root)).toEqual({ names: [], problems: [] });
    for (const file of [
      'Map.astro',
      'Box2.astro',
      '_Part.astro',
      '.Hidden.astro',
      'map.ts',
      'parts/Any.astro',
    ])
      testProject.write(`components/${file}`, '<slot />');
    expect(await findComponents(testProject.root)).toEqual({ names: ['Box2', 'Map'], problems: [] });
  });

  test.each([
    ['map.astro', 'rename it to "Map.astro"; '],
    ['my-map.astro', 'rename it to "MyMap.astro"; '],
    ['Map.ASTRO', 'rename it to "Map.astro"; '],
    ['2maps.astro', 'rename it; '],
    ['Karte von Köln.astro', 'rename it to "KarteVonKLn.astro"; '],
    ['Chart.astro', 'rename it, for example to "OwnChart.astro"; '],
    ['chart.astro', 'rename it; '],
  ])('are no component as %s', async (file, advice) => {
    using testProject = openTestProject();
    testProject.write(`components/${file}`, '<slot />');
    const { diagnostics } = await testProject.load();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        file: `components/${file}`,
        code: 'mdx-component',
        severity: 'error',
        note: { text: expect.stringContaining(advice) as string },
      }),
    ]);
    expect((await findComponents(testProject.root)).names).toEqual([]);
  });

  test.each([
    ['---\nconst ä = ;\n---\n', 4 + 'const ä = '.length, 'Unexpected token'],
    ['<p>😀{[1].map((x) => <b>{x}</i>)}</p>\n', '<p>😀{[1].map((x) => <b>{x}</'.length, 'Closing tag'],
    ['<p><slot /></p>\n', 0, ''],
  ])('are reported where they cannot be compiled: %j', async (code, start, message) => {
    using testProject = openTestProject();
    testProject.write('components/Map.astro', code);
    testProject.write('briefs/one.mdx', briefText(['<Map text="A map" />']));
    const { diagnostics } = await testProject.load();
    const mistake = expect.objectContaining({
      file: 'components/Map.astro',
      code: 'mdx-component',
      range: expect.objectContaining({ start }) as unknown,
      message: expect.stringContaining(message) as string,
    }) as unknown;
    expect(diagnostics).toEqual(message === '' ? [] : [mistake]);
  });

  test('are seen in briefs as soon as they are there, and missed as soon as they are gone', async () => {
    using testProject = openTestProject();
    testProject.write('briefs/one.mdx', briefText(['<Map text="A map" />']));
    testProject.write('briefs/two.md', briefText(['A text.']));
    const before = await testProject.load();
    expect(before.diagnostics.map(({ file, code }) => [file, code])).toEqual([
      ['briefs/one.mdx', 'mdx-component'],
    ]);
    testProject.write('components/Map.astro', '<slot />');
    const after = await testProject.load();
    expect(after.diagnostics).toEqual([]);
    expect(after.counts.compiled).toBe(1);
    testProject.write('components/Map.astro', '<b><slot /></b>');
    expect((await testProject.load()).counts.compiled).toBe(0);
  });
});
