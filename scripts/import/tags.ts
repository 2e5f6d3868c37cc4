import type { Names } from '../../src/languages/recognise-headings.ts';
import { isHeadingKey, partOf } from './data-sections.ts';
import { meaningOf } from './field-names.ts';

/** Values in tags that are named like fields and sections: `<title>…</title>`, `<section name="What's Next?">…`. */
export function valuesInTags(text: string, names: Names): Record<string, unknown>[] | undefined {
  const start = text
    .replace(/^\s*<\?xml[^>]*\?>\s*/, '')
    .replace(/^\s*<!--[^]*?-->\s*/, '')
    .replace(/<([\p{L}_][\p{L}\p{N}_.-]*)(\s[^<>]*?)\s*\/>/gu, '<$1$2></$1>');
  const whole = /^\s*<([\p{L}_][\p{L}\p{N}_.-]*)(\s[^<>]*)?>([^]*)<\/\1>\s*$/u.exec(start);
  if (whole && !/^(?:html|head|body|div|p|h[1-6])$/i.test(whole[1] ?? '')) {
    const meaning = meaningOf(whole[1] ?? '', names);
    const within =
      meaning?.kind === 'holder' || meaning === undefined ? valuesInTags(whole[3] ?? '', names) : undefined;
    if (within) return within.map((values) => ({ ...attributesOf(whole[2] ?? '', names), ...values }));
  }
  const values: Record<string, unknown> = {};
  const sections: { heading: string; text: string }[] = [];
  let outside = start;
  const briefs: Record<string, unknown>[] = [];
  for (const { 0: all, 1: name = '', 2: attributes = '', 3: inside = '' } of start.matchAll(element)) {
    const given = attributesIn(attributes);
    const labels = Object.entries(given).flatMap(([attribute, value]) =>
      isHeadingKey(attribute) ? [value] : [],
    );
    const named = labels.find((label) => partOf(label, names) !== undefined) ?? labels[0];
    // `<meta name="title" content="…"/>` and `<field name="title">…</field>`
    const isNamed = /^(?:meta|field|property|item|param)$/i.test(name) && given['name'] !== undefined;
    const key = isNamed ? (given['name'] ?? name) : name;
    const meaning = meaningOf(key, names);
    outside = outside.replace(all, '');
    if (isSectionTag.test(name) && named !== undefined)
      sections.push({ heading: named, text: entities(inside.trim()) });
    else if (/^(?:brief|article|item)$/i.test(name) && !isNamed)
      briefs.push(...(valuesInTags(inside, names) ?? []));
    else if ((meaning?.kind === 'holder' || /^metadata$/i.test(name)) && !isNamed) {
      const [within] = valuesInTags(inside, names) ?? [];
      if (within) Object.assign(values, within);
      else return undefined;
    } else {
      const field = meaning?.kind === 'field' ? meaning.field : undefined;
      const isSource = field === 'sources' || (/^link$/i.test(name) && given['href'] !== undefined);
      const stated =
        given['content'] ??
        given['value'] ??
        (field === undefined || isSource ? undefined : (given['name'] ?? given['text']));
      const value = isSource
        ? linked(given, innerOf(inside))
        : inside.trim() === '' && stated !== undefined
          ? stated
          : innerOf(inside);
      const place = isSource ? 'sources' : key;
      const isOneOfSeveral =
        place in values
          ? isSource || field === 'topics'
          : isSource && typeof value === 'object' && !Array.isArray(value);
      values[place] = isOneOfSeveral ? [values[place] ?? [], value].flat() : value;
    }
  }
  if (briefs.length > 0) return briefs;
  if (Object.keys(values).length + sections.length === 0 || /[\p{L}\p{N}]/u.test(outside)) return undefined;
  const isKnown =
    Object.keys(values).every((name) => meaningOf(name, names) !== undefined) || sections.length > 1;
  if (!isKnown && !Object.keys(values).some((name) => meaningOf(name, names)?.kind === 'part'))
    return undefined;
  return [{ ...values, ...(sections.length > 0 ? { sections } : {}) }];
}

const isSectionTag =
  /^(?:section|abschnitt|sezione|secci[oó]n|se[cç][cç]?[aã]o|rubrique|खंड|قسم|章节|セクション)$/iu;

const element = /<([\p{L}_][\p{L}\p{N}_.-]*)(\s[^<>]*)?>([^]*?)<\/\1\s*>/gu;

/** Items of a list of tags, or the text with its entities read. */
function innerOf(inside: string): unknown {
  const items = [...inside.matchAll(element)];
  const rest = items.reduce((left, [all]) => left.replace(all, ''), inside);
  if (
    items.length > 0 &&
    rest.trim() === '' &&
    !items.some(([, name]) => /^(?:p|ul|ol|li|h[1-6]|b|i|em|strong|a|br)$/i.test(name ?? ''))
  ) {
    return items.map(([, , attributes = '', each = '']) => {
      const parts = [...each.matchAll(element)];
      return parts.length === 0
        ? linked(attributesIn(attributes), entities(each.trim()))
        : Object.fromEntries(parts.map(([, name = '', , text = '']) => [name, entities(text.trim())]));
    });
  }
  return entities(inside.trim());
}

/** A text with the address in its tag: `<source url="https://…">Minutes</source>`. */
function linked(
  { url, href = url, link = href, title, name = title }: Readonly<Record<string, string>>,
  value: unknown,
): unknown {
  // prettier-ignore
  if (link === undefined || typeof value !== 'string') return value;
  const text = value === '' ? name : value;
  return { ...(text !== undefined && { title: text }), url: link };
}

function attributesIn(text: string): Record<string, string> {
  const found = text.matchAll(/([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu);
  return Object.fromEntries(
    Array.from(found, ([, name = '', double, single = '']) => [
      name.toLowerCase(),
      entities(double ?? single),
    ]),
  );
}

/** The attributes of the whole that are named like fields. */
function attributesOf(text: string, names: Names): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributesIn(text)).filter(([name]) => meaningOf(name, names)?.kind === 'field'),
  );
}

function entities(text: string): string {
  return text
    .replace(/^<!\[CDATA\[([^]*)\]\]>$/, '$1')
    .replace(
      /&(lt|gt|quot|apos|amp|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#39': "'" })[name] ?? '',
    );
}
