import { visit } from 'unist-util-visit';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { FrontMatter } from './brief.ts';
import type { Draft } from './draft.ts';
import { rangeOfField } from './field-findings.ts';
import { readLink } from './links.ts';
import { rangeOf } from './parse.ts';
import type { FrontMatterFields } from './schema.ts';

/** What a brief says that only the other briefs can confirm. Plain data, kept beside the compiled brief. */
export interface Facts {
  readonly file: string;
  readonly slug: string;
  readonly status: FrontMatter['status'];
  readonly date: FrontMatter['date'];
  readonly references: readonly Reference[];
  readonly aliases: readonly Mention[];
  readonly topics: readonly Mention[];
}

/** A name and where the brief says it. */
export interface Mention {
  readonly name: string;
  readonly range: Range;
}

/** Another brief that this one names, by slug. */
export interface Reference extends Mention {
  readonly how: 'link' | 'translation' | 'outcome';
}

/** Collects the facts of a brief that is valid by itself. */
export function factsOf(draft: Draft, fields: FrontMatterFields): Facts {
  return {
    file: draft.file,
    slug: draft.slug,
    status: fields.status,
    date: fields.date,
    references: [...linksOf(draft), ...fieldReferences(draft, fields)],
    aliases: fields.aliases.map((name, at) => ({ name, range: fieldRange(draft, ['aliases', at]) })),
    topics: fields.topics.map((name, at) => ({ name, range: fieldRange(draft, ['topics', at]) })),
  };
}

function linksOf(draft: Draft): Reference[] {
  const references: Reference[] = [];
  visit(draft.tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const link = readLink(node.url, draft);
    if (link.kind === 'brief') references.push({ name: link.slug, range: rangeOf(node), how: 'link' });
  });
  return references;
}

function fieldReferences(draft: Draft, fields: FrontMatterFields): Reference[] {
  const references: Reference[] = fields.watch.flatMap(({ brief }, at) =>
    brief === undefined
      ? []
      : [{ name: brief, range: fieldRange(draft, ['watch', at, 'brief']), how: 'outcome' as const }],
  );
  if (fields.translationOf !== undefined) {
    const range = fieldRange(draft, ['translationOf']);
    references.push({ name: fields.translationOf, range, how: 'translation' });
  }
  return references;
}

function fieldRange(draft: Draft, path: readonly PropertyKey[]): Range {
  return draft.frontMatter ? rangeOfField(draft.frontMatter, path) : { start: 0, end: 1 };
}
