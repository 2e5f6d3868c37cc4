import type { Names } from '../../src/languages/recognise-headings.ts';
import { meaningOf } from './field-names.ts';

/** Values in tags that are named like fields and sections: `<title>…</title>`, `<section name="What's Next?">…`. */
export function valuesInTags(text: string, names: Names): Record<string, unknown>[] | undefined {
  const start = text.replace(/^\s*<\?xml[^>]*\?>\s*/, '').replace(/^\s*<!--[^]*?-->\s*/, '');
  const whole = /^\s*<([\p{L}_][\p{L}\p{N}_.-]*)(?:\s[^<>]*)?>([^]*)<\/\1>\s*$/u.exec(start);
  if (whole && !/^(?:html|head|body|div|p|h[1-6])$/i.test(whole[1] ?? '')) {
    const meaning = meaningOf(whole[1] ?? '', names);
    const within =
      meaning?.kind === 'holder' || meaning === undefined ? valuesInTags(whole[2] ?? '', names) : undefined;
    if (within) return within;
  }
  const values: Record<string, unknown> = {};
  const sections: { heading: string; text: string }[] = [];
  let outside = start;
  const briefs: Record<string, unknown>[] = [];
  for (const { 0: all, 1: name = '', 2: attributes = '', 3: inside = '' } of start.matchAll(element)) {
    const meaning = meaningOf(name, names);
    const named = /\b(?:name|title|heading|id|type)\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    const heading = named?.[1] ?? named?.[2];
    outside = outside.replace(all, '');
    if (/^section$/i.test(name) && heading !== undefined) sections.push({ heading, text: inside.trim() });
    else if (/^(?:brief|article|item)$/i.test(name)) briefs.push(...(valuesInTags(inside, names) ?? []));
    else if (meaning?.kind === 'holder' || /^metadata$/i.test(name)) {
      const [within] = valuesInTags(inside, names) ?? [];
      if (within) Object.assign(values, within);
      else return undefined;
    } else {
      const isSource = meaning?.kind === 'field' && meaning.field === 'sources';
      const value = isSource ? linked(attributes, innerOf(inside)) : innerOf(inside);
      const isOneOfSeveral =
        isSource && (name in values || (typeof value === 'object' && !Array.isArray(value)));
      values[name] = isOneOfSeveral ? [values[name] ?? [], value].flat() : value;
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
        ? linked(attributes, entities(each.trim()))
        : Object.fromEntries(parts.map(([, name = '', , text = '']) => [name, entities(text.trim())]));
    });
  }
  return entities(inside.trim());
}

/** A text with the address in its tag: `<source url="https://…">Minutes</source>`. */
function linked(attributes: string, value: unknown): unknown {
  const [, double, url = double] =
    /\b(?:url|href|link)\s*=\s*(?:"([^"]+)"|'([^']+)')/i.exec(attributes) ?? [];
  return url === undefined || typeof value !== 'string' ? value : { title: value, url: entities(url) };
}

function entities(text: string): string {
  return text
    .replace(/^<!\[CDATA\[([^]*)\]\]>$/, '$1')
    .replace(
      /&(lt|gt|quot|apos|amp|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', '#39': "'" })[name] ?? '',
    );
}
