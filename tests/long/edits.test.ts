import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusBrief, corpusFile } from '../../scripts/bench/corpus.ts';
import { readBuiltFiles } from '../../src/build/last-build.ts';
import { differencesOf } from '../site/digests.ts';
import { build, buildClean, siteDigests, edit, makeSite, moment } from './test-site.ts';

/** Edits in a run; each step builds twice, once from nothing. `EDITS=15` takes a quarter of an hour. */
const steps = Number(process.env['EDITS'] ?? 200);

const root = makeSite(60);
/** The original code. */
const first = fileURLToPath(new URL('../..', import.meta.url));
let now = moment;
let added = 60;

beforeAll(async () => {
  expect(await build(root)).toMatchObject({ code: 0 });
}, 240_000);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** The generated briefs. */
function listBriefs(): string[] {
  const files = readdirSync(join(root, 'briefs'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /brief-\d{6}[a-z-]*\.md$/.test(file))
    .sort()
    .map((file) => join('briefs', file));
}

function briefAt(at: number): string {
  const briefs = listBriefs();
  return briefs[at % briefs.length] ?? '';
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** One without incoming links, which can be embargoed or deleted. */
function loneBriefAt(at: number): string {
  const briefs = listBriefs();
  const texts = briefs.map((file) => readFileSync(join(root, file), 'utf8'));
  const lone = briefs.filter((file) => !texts.some((text) => text.includes(`${basename(file, '.md')}.md)`)));
  return lone[at % lone.length] ?? '';
}

/** Replaces or adds a line of the front matter. */
function setField(file: string, name: string, value: string): void {
  edit(root, file, (text) => {
    const line = new RegExp(`^${name}: .*$`, 'm');
    return line.test(text)
      ? text.replace(line, `${name}: ${value}`)
      : text.replace(/^---\n/, `---\n${name}: ${value}\n`);
  });
}

function setSetting(name: string, value: string): void {
  edit(root, 'briefs/_site.yaml', (text) =>
    text.replace(new RegExp(`^${name}: .*$`, 'm'), `${name}: ${value}`),
  );
}

const edits: Readonly<Record<string, (at: number) => void>> = {
  text: (at) => {
    edit(root, briefAt(at), (text) => `${text.trimEnd()} Then ${at} more were counted.\n`);
  },
  title: (at) => {
    setField(briefAt(at), 'title', `"Another title with the number ${at}"`);
  },
  summary: (at) => {
    setField(briefAt(at), 'summary', `"What it says in short is ${at}. And it says a second thing."`);
  },
  topic: (at) => {
    setField(briefAt(at), 'topics', at % 2 ? '[space]' : '[energy-asia, a-new-topic]');
  },
  date: (at) => {
    setField(loneBriefAt(at), 'date', `202${at % 6}-0${(at % 9) + 1}-1${at % 9}T10:00:00+00:00`);
  },
  embargo: (at) => {
    setField(loneBriefAt(at), 'date', '2026-12-24T10:00:00+00:00');
  },
  expiry: (at) => {
    setField(briefAt(at), 'expires', '2026-12-01');
  },
  rename: (at) => {
    const file = loneBriefAt(at);
    renameSync(join(root, file), join(root, file.replace('.md', '-again.md')));
    // Other briefs may link to it, so a renamed brief keeps its old address.
    setField(file.replace('.md', '-again.md'), 'aliases', `[${/brief-[^.]*/.exec(file)?.[0] ?? ''}]`);
  },
  add: () => {
    writeFileSync(join(root, 'briefs', corpusFile(added)), corpusBrief(added));
    added += 1;
  },
  remove: (at) => {
    rmSync(join(root, loneBriefAt(at)));
  },
  thread: (at) => {
    setField(briefAt(at), 'thread', at % 3 ? 'a-long-story' : 'another-one');
  },
  author: (at) => {
    setField(briefAt(at), 'authors', `[author-${at % 24}]`);
  },
  draft: (at) => {
    setField(loneBriefAt(at), 'status', 'draft');
  },
  language: (at) => {
    setField(
      'briefs/ultima-central-de-carbon-britanica.md',
      'summary',
      `"Esto es lo que dice: ${at}. Y dice otra cosa más."`,
    );
  },
  image: () => {
    cpSync(join(root, 'public/favicon.svg'), join(root, 'public', `image-${added}.svg`));
  },
  'added headers': () => {
    // The publisher's lines are appended to ours until they are removed.
    const file = join(root, 'public/_headers');
    if (existsSync(file)) rmSync(file);
    else writeFileSync(file, '/*\n  X-Team: desk\n');
  },
  sameTime: (at) => {
    const file = join(root, 'public/note.txt');
    writeFileSync(file, String(1000 + (at % 9000)));
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  },
  setting: (at) => {
    setSetting('name', `'Long ${at}'`);
  },
  pages: (at) => {
    setSetting('pageSize', String(5 + (at % 10)));
  },
  feed: (at) => {
    setSetting('feedSize', String(10 + (at % 30)));
  },
  zone: (at) => {
    setSetting('timeZone', at % 2 ? `'Asia/Tokyo'` : `'America/New_York'`);
  },
  topicName: (at) => {
    setSetting('topics', `{ space: { name: 'Space ${at}', accent: { light: '#1f6b4a', dark: '#7fcfa6' } } }`);
  },
  description: (at) => {
    setSetting('description', `'What is made up, in ${at} words.'`);
  },
  label: (at) => {
    // Not ai-label.ts, nor a language that takes all its labels from another.
    const languages = listFiles('src/languages').filter((file) => /^ {4}\w+: '.*'/m.test(readFileSync(join(root, file), 'utf8'))); // prettier-ignore
    edit(root, languages[at % languages.length] ?? '', (text) => {
      const labels = [...text.matchAll(/^ {4}\w+: '.*'/gm)];
      const [line = '', start = 0] = [labels[at % labels.length]?.[0], labels[at % labels.length]?.index];
      return `${text.slice(0, start)}${line.slice(0, -1)}·'${text.slice(start + line.length)}`;
    });
  },
  message: (at) => {
    const rules = listFiles('src/check/rules').filter((file) => readFileSync(join(root, file), 'utf8').includes('`Unexpected ')); // prettier-ignore
    edit(root, rules[at % rules.length] ?? '', (text) => text.replace('`Unexpected ', '`Quite unexpected '));
  },
  design: (at) => {
    edit(root, `src/cards/designs/${at % 2 ? 'link' : 'tall'}.ts`, (text) =>
      text.replace(/^const inset = \d+/m, `const inset = ${56 + (at % 5)}`),
    );
  },
  harfbuzzjs: (at) => {
    edit(root, 'package-lock.json', (text) => {
      const { packages, ...rest } = JSON.parse(text) as { packages: Record<string, object> };
      packages['node_modules/harfbuzzjs'] = { ...packages['node_modules/harfbuzzjs'], version: `0.0.${at}` };
      return JSON.stringify({ ...rest, packages }, null, 2);
    });
  },
  component: (at) => {
    const components = listFiles('src/site/components');
    edit(root, components[at % components.length] ?? '', (text) => `${text}<!-- ${at} -->\n`);
  },
  source: (at) => {
    const sources = listFiles('src').filter((file) => file.endsWith('.ts'));
    edit(root, sources[at % sources.length] ?? '', (text) => `${text}\n// Comment ${at}.\n`);
  },
  'undone code': () => {
    rmSync(join(root, 'src'), { recursive: true });
    for (const part of ['src', 'package-lock.json'])
      cpSync(join(first, part), join(root, part), { recursive: true });
  },
  template: (at) => {
    edit(root, 'src/site/components/Kicker.astro', (text) => `${text}<i hidden data-edit="${at}"></i>\n`);
  },
  style: (at) => {
    edit(
      root,
      'src/site/styles/base.css',
      (text) => `${text}\n/* ${at} */ .made-up-${at} { color: inherit; }\n`,
    );
  },
  standing: (at) => {
    edit(root, 'briefs/_pages/ai.mdx', (text) => `${text}\n\nA line more, ${at}.\n`);
  },
  standingTitle: (at) => {
    edit(root, 'briefs/_pages/ai.mdx', (text) => text.replace(/^title: .*$/m, `title: How we use it ${at}`));
  },
  later: (at) => {
    now = at % 2 ? '2026-12-25T12:00:00Z' : '2026-11-27T12:00:00Z';
  },
  touched: () => {
    writeFileSync(join(root, 'dist/index.html'), 'Somebody wrote this.');
  },
  removed: () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
  },
};

describe('after each of a sequence of edits', () => {
  const drawn = fc.sample(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(997)), { numRuns: steps });

  test.each(drawn.map(([name, at], step) => ({ step, name, at })))(
    '$step: $name ($at), the site is the same as one made from nothing',
    async ({ name, at }) => {
      edits[name]?.(at);
      const environment = { BRIEFS_NOW: now };
      const incremental = await build(root, environment);
      const clean = await buildClean(root, environment);
      expect(incremental.code, `${incremental.output}\n${clean.output}`).toBe(clean.code);
      expect(clean.code, clean.output).toBe(0);
      expect(differencesOf(siteDigests(root), clean.site)).toEqual([]);
      expect(readBuiltFiles(root)).toEqual(clean.site);
    },
    240_000,
  );
});
