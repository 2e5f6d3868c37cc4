import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import type * as z from 'zod';
import { es } from '../../src/languages/es.ts';
import { fieldOutputs } from '../../src/brief/front-matter.ts';
import { briefOf, exampleOf, examples, fields, settingsOfExamples } from '../every-field.ts';
import { changeSettings } from '../settings-file.ts';
import { copyProject } from './project.ts';
import { complaintsOf, problemsOfSite, writeValidBriefs } from './valid-site.ts';

const withdrawn = exampleOf(new Map(fields).get('withdrawn') as z.ZodType) as {
  date: string;
  reason: string;
};

/** What a reader sees of each field's example, in the language of the brief. */
const onPage: Readonly<Record<string, readonly string[]>> = {
  title: ['DeepSeek puts R1’s training bill at $294,000</h1>'],
  summary: ['It is far below what U.S. rivals have reported.'],
  date: ['18 de septiembre de 2025'],
  updated: ['20 de septiembre de 2025'],
  topics: ['href="/es/topics/ai/"'],
  authors: ['Ada Lovelace'],
  ai: [es.labels.aiGenerated.slice(0, 10)],
  reviewer: ['Standards desk'],
  sources: [
    'DeepSeek-R1 incentivizes reasoning in LLMs',
    'https://www.nature.com/articles/s41586-025-09422-z',
    'Nature',
    'https://web.archive.org/',
  ],
  figures: ['$294,000', 'reported cost of training R1'],
  watch: ['A U.S. lab publishes a comparable training cost'],
  thread: ['href="/es/threads/cheap-models/"'],
  corrections: ['An earlier version gave the number of chips as 2,048.'],
  image: ['alt="Racks of servers behind a glass door"', 'Grace Hopper</bdi>'],
  lang: ['<html lang="es"'],
  translationOf: ['href="/briefs/deepseek-r1-training-cost/"'],
  withdrawn: [withdrawn.reason],
  expires: ['31 de diciembre de 2025'],
};

// More of them, and others, in `npm run test:long`.
describe('valid briefs of all constructs, in every language that ships', () => {
  let root = '';
  let browser: Browser;

  beforeAll(async () => {
    root = copyProject({ briefs: false, cacheOf: inject('shippedSite').root });
    await writeValidBriefs(root, 20, 20_250_918);
    changeSettings(root, settingsOfExamples);
    const write = (name: string, said: object): void => {
      writeFileSync(join(root, 'briefs', `${name}.md`), briefOf(said));
    };
    const { translationOf, ...original } = examples;
    cpSync(join(root, 'briefs/pictures/sea.png'), join(root, 'briefs/pictures/lab.jpg'));
    write('every-field', examples);
    write(translationOf as string, { ...original, title: 'An original', lang: 'en', aliases: [] });
    write('gone', { ...original, title: 'Gone', aliases: [], status: 'withdrawn', withdrawn });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  });

  test('pass check, are built, and pass verify', async () => {
    expect((await problemsOfSite(root)).join('\n')).toBe('');
  });

  test.each(fields)('show the field %s on the page, if it says so', (name, schema) => {
    const shown = onPage[name];
    const page = readFileSync(
      join(root, 'dist/briefs', name === 'withdrawn' ? 'gone' : 'every-field', 'index.html'),
      'utf8',
    );
    const isShown = fieldOutputs.get(schema)?.page === true;
    expect([name, shown !== undefined]).toEqual([name, isShown]);
    for (const words of shown ?? []) expect(page).toContain(words);
    // Text that every page has does not show a field, and the text of a card is told to who cannot see it.
    if (!isShown && name !== 'status' && name !== 'cardTitle')
      for (const word of [examples[name]].flat()) expect(page).not.toContain(word);
  });

  test('are pages of which neither a browser nor axe complains', async () => {
    expect(await complaintsOf(root, browser, (file) => /^briefs\/made-\d\//.test(file))).toEqual([]);
  });
});
