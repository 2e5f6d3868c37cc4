import { writtenHeading } from '../../src/languages/languages.ts';
import type { Definition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

import { clean, type Cleaning } from './clean.ts';
import { askedOfPerson, importedComment, textOfComment } from './comment.ts';
import type { Piece } from './divide.ts';
import { nestHeadings } from './nest-headings.ts';
import type { Aside, Dropped } from './source.ts';
import { stringifyMarkdown } from './stringify.ts';

/** The body of a brief in its parts, before anything was made safe. */
export interface Body {
  readonly headings: readonly string[];
  /** The pieces of each section. */
  readonly sections: readonly (readonly Piece[])[];
  readonly definitions: readonly RootContent[];
  /** Texts without markup that are kept after the last section. */
  readonly asides: readonly Aside[];
}

export interface AssembledBody {
  readonly markdown: string;
  readonly dropped: Dropped[];
  readonly kept: Aside[];
}

/** Writes the four sections: each piece cleaned, and what has no place in a comment where it stood. */
export function assemble(
  body: Body,
  tree: Root,
  options: Pick<Cleaning, 'isPage' | 'file' | 'home'>,
): AssembledBody {
  const dropped: Dropped[] = [];
  const kept: Aside[] = [];
  const definitions = definitionsOf(tree);
  const cleanPieces = (pieces: readonly Piece[]): RootContent[] =>
    pieces.flatMap(({ nodes, why }) => {
      const asides: Aside[] = [];
      const cleaned = clean(nodes, { ...options, definitions, dropped, asides });
      if (why === undefined) {
        kept.push(...asides);
        return cleaned;
      }
      // A question is answered where it is seen, and not in a comment inside another.
      const questions = asides.filter((aside) => aside.why === askedOfPerson);
      const asked = questions.map((aside) => importedComment(aside.text));
      const others = cleaned.filter((node) => node.type !== 'html' || !asked.includes(node.value));
      const text = stringifyMarkdown(withoutRules(others).map(withoutComment));
      kept.push(...(text === '' ? [] : [{ why, text }]), ...questions);
      return [...(text === '' ? [] : [importedComment(text)]), ...asked].map((value) => ({
        type: 'html',
        value,
      }));
    });
  const sections = body.sections.map((pieces, at): RootContent[] => [
    {
      type: 'heading',
      depth: 2,
      children: [{ type: 'text', value: writtenHeading(body.headings[at] ?? '') }],
    },
    ...nestHeadings(withoutRules(cleanPieces(pieces))),
  ]);
  const notes = cleanPieces([{ nodes: [...body.definitions] }]);
  kept.push(...body.asides);
  const comments = body.asides.map(({ text }): RootContent => ({
    type: 'html',
    value: importedComment(text),
  }));
  return { markdown: stringifyMarkdown([...sections.flat(), ...notes, ...comments]), dropped, kept };
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    // The first of a name is the one that counts (CommonMark 0.31.2, section 4.7).
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}

/** Comments do not nest: what one keeps stands in the other as it is. */
function withoutComment(node: RootContent): RootContent {
  return node.type === 'html' ? { ...node, value: textOfComment(node.value) } : node;
}

/** A rule between two sections divides nothing any more. */
function withoutRules(nodes: readonly RootContent[]): RootContent[] {
  const isRule = (node: RootContent | undefined): boolean => node?.type === 'thematicBreak';
  const from = nodes.findIndex((node) => !isRule(node));
  const to = nodes.findLastIndex((node) => !isRule(node));
  return from < 0 ? [] : nodes.slice(from, to + 1);
}
