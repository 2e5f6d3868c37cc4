import { limits } from '../../src/brief/front-matter.ts';
import { slugFromTitle } from '../../src/brief/slug-from-title.ts';
import { isProgram } from '../../src/brief/program-name.ts';
import { downloadAdvice } from '../../src/markdown/download-advice.ts';
import { languageOf, languages } from '../../src/languages/languages.ts';
import { slugPattern } from '../../src/brief/slug.ts';
import { askedOfPerson } from './comment.ts';
import { otherStated } from './document-source.ts';
import { yamlOf } from './yaml-of.ts';
import { withoutTracking } from '../../src/brief/tracking.ts';
import { setStated, type Collected } from './collected.ts';
import { plainEscapes } from './escapes.ts';
import { localImage } from './own-images.ts';
import { isoMoment } from './other-generators.ts';
import { readWrittenDate } from './written-dates.ts';

/** Adds a value under the name of a brief's field, in the form that a brief has. The first one wins. */
export function collect(field: string, given: unknown, into: Collected, key = field): void {
  const value = typeof given === 'string' ? plain(given) : given;
  if (value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return;
  const { fields, asides, dropped } = into;
  const set = (name: string, found: unknown): void => {
    if ((name === 'title' || name === 'summary') && typeof found === 'string') {
      const other = setStated(name, found, key, into);
      if (other !== undefined) dropped.push({ what: otherStated, text: yamlOf({ [name]: other }) });
    } else if (name in fields) {
      if (yamlOf(fields[name]) !== yamlOf(found))
        asides.push({ why: 'second value of a field', text: yamlOf({ [name]: found }) });
    } else fields[name] = found;
  };
  const leave = (): void => {
    asides.push({ why: 'fields that a brief does not have', text: yamlOf({ [field]: value }) });
  };
  const setFirst = (found: readonly unknown[], most: number): void => {
    set(field, found.slice(0, most));
    if (found.length > most)
      dropped.push({ what: `more than a brief has, ${most}`, text: yamlOf({ [field]: found.slice(most) }) });
  };
  switch (field) {
    case 'slug':
      if (typeof value === 'string' && slugPattern.test(value)) into.slug = value;
      else dropped.push({ what: 'field', text: yamlOf({ slug: value }) });
      return;
    case 'date':
    case 'updated':
    case 'expires': {
      const read = typeof value === 'string' ? readDate(value, field) : undefined;
      if (read?.date !== undefined) set(field, read.date);
      else if (read?.question !== undefined)
        asides.push({ why: askedOfPerson, text: `${askedOfPerson}: ${read.question}`, field: field });
      else dropped.push({ what: 'field', text: yamlOf({ [field]: value }) });
      return;
    }
    case 'topics': {
      const topics = topicsOf(value);
      if (topics) setFirst(topics, limits.topics);
      else leave();
      return;
    }
    case 'ai': {
      const use = aiUseOf(value);
      if (use) set('ai', use);
      else leave();
      return;
    }
    case 'authors': {
      const names = listed(value).map((each) => nameOf(each));
      if (names.some(isProgram)) set('ai', 'generated');
      const people = names.filter((name) => name !== '' && !isProgram(name));
      if (people.length > 0) set('authors', people);
      return;
    }
    case 'lang': {
      const lang = typeof value === 'string' ? tagOf(value) : undefined;
      if (lang !== undefined) set('lang', lang);
      else leave();
      return;
    }
    case 'sources': {
      const found = sourcesOf(value);
      if (found) set(field, found);
      else leave();
      return;
    }
    case 'figures': {
      const figures = listOf(value).map((each) => pick(each, { value: figureKeys, label: labelKeys }));
      if (figures.length > 0 && figures.every((each) => 'value' in each && 'label' in each))
        setFirst(figures, limits.figures);
      else leave();
      return;
    }
    case 'watch': {
      const watch = listOf(value).map((each) => {
        const read = pick(each, {
          by: ['by', 'date', 'when', 'deadline', 'until'],
          expect: ['expect', 'expectation', 'event', 'what', 'text', 'description'],
          outcome: ['outcome'],
          note: ['note'],
          brief: ['brief'],
        });
        const by = read['by'] === undefined ? undefined : readDate(read['by'], 'by')?.date;
        return by === undefined ? {} : { ...read, by };
      });
      if (watch.length > 0 && watch.every((each) => 'by' in each && 'expect' in each)) set(field, watch);
      else leave();
      return;
    }
    case 'title':
    case 'summary':
    case 'cardTitle':
      if (typeof value === 'string') set(field, plainEscapes(value).replace(/^#+ /, ''));
      else if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
        set(field, plain(value.join(' ')).replace(/\s+/g, ' '));
      else leave();
      return;
    case 'thread': {
      const slug = nameOf(value, ['slug', 'id', 'name']);
      if (slugPattern.test(slug)) set(field, slug);
      else leave();
      return;
    }
    case 'corrections': {
      const all = listOf(value).map((each) => pick(each, { date: ['date'], note: ['note', 'text'] }));
      if (all.length > 0 && all.every((each) => 'date' in each && 'note' in each)) set(field, all);
      else leave();
      return;
    }
    case 'image': {
      const { src = '', alt, credit } = pick(value, { src: ['src', 'url', 'file', 'path'], alt: ['alt', 'alt_text', 'description'], credit: ['credit'] }); // prettier-ignore
      const file = localImage(src) ?? (/^\.\/pictures\/[^/]+$/.test(src) ? src : undefined);
      const valueWith = (path: string): object => ({
        src: path,
        alt,
        ...(credit !== undefined && { credit }),
      });
      const advice = downloadAdvice(
        src,
        (path) => `image: ${JSON.stringify(valueWith(path))} in the front matter`,
      );
      if (file !== undefined && alt !== undefined) set(field, valueWith(file));
      else if (advice !== undefined)
        asides.push({ why: 'image to add beside the brief', text: `image: ${src}: ${advice}` });
      else leave();
      return;
    }
    case 'translationOf':
      if (typeof value === 'string' && slugPattern.test(value)) set(field, value);
      else leave();
      return;
    case 'status':
      if (typeof value === 'string' && /^(?:draft|withdrawn)$/.test(value)) set(field, value);
      return;
    default:
      leave();
  }
}

/** A date of a document, or what to ask about it. */
export function readDate(value: string, field: string): { date?: string; question?: string } | undefined {
  const iso = isoMoment(value);
  if (iso !== undefined) return { date: iso };
  const read = readWrittenDate(value);
  if (read === undefined) return undefined;
  if ('date' in read) return read;
  return {
    question: `which day is "${value.trim()}", ${read.either.join(' or ')}? Write it as \`${field}: ${read.either[0]}\` or \`${field}: ${read.either[1]}\` in the front matter, then delete this comment`,
  };
}

/** Topics as slugs, from a list or a line: "#roads #city-budget", "Roads, City Budget". */
export function topicsOf(value: unknown): string[] | undefined {
  const line = typeof value === 'string' ? value.replace(/^\[|\]$/g, '') : undefined;
  const parts: unknown[] | undefined =
    line === undefined
      ? Array.isArray(value)
        ? value
        : undefined
      : /[,;、，;|·]/.test(line)
        ? line.split(/[,;、，|·]/)
        : line.includes('#')
          ? line.split(/\s+(?=#)/)
          : [line];
  const slugs = parts
    ?.map((each) => nameOf(each, ['slug', 'name', 'title', 'label']).replace(/^\s*["'#]+|["']+\s*$/g, ''))
    .filter((name) => name.trim() !== '')
    .map((name) => slugFromTitle(name, 'en'));
  if (!slugs || slugs.length === 0 || slugs.includes(undefined)) return undefined;
  return [...new Set(slugs as string[])];
}

function aiUseOf(value: unknown): string | undefined {
  const said = String(typeof value === 'object' && value !== null && 'use' in value ? value.use : value)
    .trim()
    .toLowerCase();
  if (/^(?:none|human|no|false)$/.test(said)) return 'none';
  if (/assist|partial|edited/.test(said)) return 'assisted';
  return /^(?:true|yes|ai|full(?:y)?)$|generat/.test(said) || isProgram(said) ? 'generated' : undefined;
}

function tagOf(value: string): string | undefined {
  if (languageOf(value)) return value;
  const name = value.toLowerCase();
  return languages.find(({ code }) =>
    [code, 'en'].some(
      (shown) => new Intl.DisplayNames(shown, { type: 'language' }).of(code)?.toLowerCase() === name,
    ),
  )?.code;
}

const titleKeys = ['title', 'name', 'headline', 'label', 'text', 'description', 'titel', 'titre', 'título', 'titulo', 'titolo', 'nombre', 'nome', 'nom', 'शीर्षक', 'العنوان', '标题', '名称', 'タイトル']; // prettier-ignore
const addressKeys = ['url', 'link', 'href', 'uri', 'address', 'source_url', 'adresse', 'lien', 'enlace', 'الرابط', '链接', '网址', 'リンク']; // prettier-ignore
const figureKeys = ['value', 'number', 'figure', 'stat', 'amount'];
const labelKeys = ['label', 'description', 'text', 'meaning', 'context', 'what', 'name'];

function sourcesOf(value: unknown): Record<string, string>[] | undefined {
  const found = listOf(
    typeof value === 'string'
      ? value.split(/\n|,\s*(?=https?:)/).filter((line) => line.trim() !== '')
      : value,
  ).map((each) => {
    if (typeof each === 'string') return sourceOfLine(each);
    const { url, title, ...others } = pick(each, {
      title: titleKeys,
      url: addressKeys,
      publisher: ['publisher', 'outlet', 'source', 'site', 'publication', 'site_name'],
      date: ['date', 'published', 'published_at'],
      accessed: ['accessed', 'accessed_at', 'retrieved'],
      archive: ['archive'],
    });
    if (url === undefined || !/^https?:\/\//.test(url)) return undefined;
    for (const name of ['date', 'accessed'] as const) {
      const date = others[name] === undefined ? undefined : readDate(others[name], name)?.date;
      if (date !== undefined) others[name] = date.slice(0, 10);
      else if (!/^\d{4}(?:-\d\d)?$/.test(others[name] ?? '')) others[name] = '';
    }
    const address = withoutTracking(url);
    const said = Object.entries(others).filter(([, each]) => each !== '');
    return { title: title ?? nameOfAddress(address), url: address, ...Object.fromEntries(said) };
  });
  return found.every((each) => each !== undefined) && found.length > 0 ? found : undefined;
}

function sourceOfLine(line: string): Record<string, string> | undefined {
  const [, linked, target] = /\[([^\]]+)\]\((https?:[^)\s]+)\)/.exec(line) ?? [];
  const url = withoutTracking(target ?? /https?:\/\/[^\s<>"')\]]+/.exec(line)?.[0] ?? '');
  if (url === '') return undefined;
  const title =
    linked ??
    line
      .replace(/https?:\/\/\S+/, '')
      .replace(/^[\s\d.[\]()*•-]+|[\s:,–—(<-]+$/g, '')
      .trim();
  return { title: title === '' ? nameOfAddress(url) : title, url };
}

/** The name of a source that has none: its address without the protocol. */
export function nameOfAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null
    ? Object.entries(value).map(([name, each]): unknown =>
        typeof each === 'string' ? { name, value: each, label: name, url: each, title: name } : each,
      )
    : [];
}

function nameOf(value: unknown, keys: readonly string[] = ['name', 'id', 'title']): string {
  if (typeof value === 'string') return plain(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? String(value) : '';
  const found = keys
    .map((key) => (value as Record<string, unknown>)[key])
    .find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : '';
}

function pick(value: unknown, keys: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const given = Object.fromEntries(
    Object.entries(value).map(([name, each]): [string, unknown] => [
      name.toLowerCase().replace(/[\s-]/g, '_'),
      each,
    ]),
  );
  return Object.fromEntries(
    Object.entries(keys).flatMap(([name, all]): [string, string][] => {
      const found = all
        .map((key) => given[key])
        .find((each) => typeof each === 'string' || typeof each === 'number');
      return found === undefined || found === '' ? [] : [[name, plain(String(found))]];
    }),
  );
}

/** Without Markdown around the whole value, and without the quotation marks of a label's value. */
function plain(value: string): string {
  return value
    .trim()
    .replace(/^(\*\*|__|\*|_|`)(.+)\1$/s, '$2')
    .replace(/^["“](.+)["”]$/s, (whole, inside: string) => (/["“”]/.test(inside) ? whole : inside))
    .trim();
}
