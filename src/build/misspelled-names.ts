import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSlip } from '../brief/nearest.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { home } from '../store/home.ts';
import { componentsFolder } from './own-components.ts';

/** A name in the style sheet at its place. */
interface Name {
  readonly name: string;
  readonly start: number;
}

/**
 * Classes and properties of a style sheet that differ in one letter from those of the site. Others are left alone: they may be for a
 * publication's own components, and no list has the classes that a browser, a later version or a brief of another kind brings.
 */
export async function misspelledNames(root: string, text: string): Promise<Finding[]> {
  const { classes, properties } = await namesIn(text);
  const own = readAll(join(root, componentsFolder), '.astro');
  const shipped = readAll(join(home, 'src/site/styles'), '.css');
  const knownClasses = namesBy(/\.(-?[a-z_][\w-]*)/gi, shipped);
  const knownProperties = namesBy(/(?<![\w-])(--[\w-]+)(?=\s*:)/g, shipped);
  const isRead = (property: string): boolean =>
    new RegExp(`var\\(\\s*${property}(?![\\w-])`).test(text + own);
  return [
    ...classes.flatMap((each) => findingOf(each, knownClasses, own, 'class', '.')),
    ...properties
      .filter(({ name }) => !isRead(name))
      .flatMap((each) => findingOf(each, knownProperties, own, 'property', '')),
  ];
}

const minLength = 5;

function findingOf(
  { name, start }: Name,
  known: ReadonlySet<string>,
  own: string,
  what: string,
  sign: string,
): Finding[] {
  // Of short names, many are one letter apart.
  if (name.length < minLength || known.has(name) || own.includes(name)) return [];
  const meant = [...known].find((each) => isSlip(name, each));
  if (meant === undefined) return [];
  return [
    {
      code: 'look-misspelled',
      range: { start, end: start + name.length },
      message: `Unexpected ${what} "${sign}${name}", which no page has`,
      note: { text: `did you mean "${sign}${meant}"?` },
    },
  ];
}

async function namesIn(text: string): Promise<{ readonly classes: Name[]; readonly properties: Name[] }> {
  // Few publications have a style sheet of their own.
  const { default: postcss } = await import('postcss');
  const sheet = postcss.parse(text);
  const classes: Name[] = [];
  const properties: Name[] = [];
  sheet.walkRules(({ selector, source }) => {
    const at = source?.start?.offset ?? 0;
    for (const { 1: name = '', index } of selector.matchAll(/\.(-?[a-z_][\w-]*)/gi))
      classes.push({ name, start: at + index + 1 });
  });
  sheet.walkDecls(/^--/, ({ prop, source }) => {
    properties.push({ name: prop, start: source?.start?.offset ?? 0 });
  });
  return { classes, properties };
}

function namesBy(pattern: RegExp, text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name));
}

/** The text of all files in a folder with this ending. */
function readAll(folder: string, ending: string): string {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}
