import type { Nodes } from 'mdast';
import type { Draft } from '../../../src/markdown/draft.ts';
import type { FieldOptions } from '../../../scripts/import/choose-fields.ts';
import { importDocument, type Imported } from '../../../scripts/import/import-document.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { publicationSample } from '../../brief-sample.ts';

const usual = publicationSample();

/** Imports a text under a file name; throws if it cannot be imported. */
export async function importText(
  text: string,
  file: string,
  options: Partial<FieldOptions> = {},
): Promise<Imported & { readonly draft: Draft }> {
  const { publication = usual } = options;
  const result = await importDocument(new TextEncoder().encode(text), file, {
    topics: [],
    ...options,
    publication,
  });
  if (!('markdown' in result)) throw new Error('problem' in result ? result.problem : 'several briefs');
  return { ...result, draft: parse(`briefs/${result.slug}.md`, result.markdown, publication) };
}

/** Everything that a reader of the brief or the report can find, as words separated by spaces. */
export function wordsPreserved({ draft, report }: Imported & { readonly draft: Draft }): string {
  const said = report.sections.flatMap(({ found }) => found);
  const left = [...report.dropped, ...report.commented].map(({ text }) => text);
  return ` ${wordsOf([textOf(draft.tree), ...said, ...left].join('\n')).join(' ')} `;
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function textOf(node: Nodes): string {
  if ('children' in node) {
    const isFlow = ![
      'paragraph',
      'heading',
      'strong',
      'emphasis',
      'delete',
      'link',
      'linkReference',
      'tableCell',
    ].includes(node.type);
    return node.children.map(textOf).join(isFlow ? '\n' : '');
  }
  if (node.type === 'code') return [node.lang, node.meta, node.value].join(' ');
  if ('value' in node) return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'break' ? '\n' : '';
}
