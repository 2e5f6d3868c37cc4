import { writtenHeading } from '../../src/languages/languages.ts';
import type { Definition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

import { clean, type Cleaning } from './clean.ts';
import { askedOfPerson, importedComment, textOfComment } from './comment.ts';
import type { Piece } from './divide.ts';
import { nestHeadings } from './nest-headings.ts';
import type { Aside, Dropped } from './document-source.ts';
import { stringifyMarkdown } from './stringify.ts';

/** The parts of a brief's body before they are sanitized. */
export interface Body {
  readonly headings: readonly string[];
  readonly sections: readonly (readonly Piece[])[];
  readonly definitions: readonly RootContent[];
  /** Texts without markup, added as comments after the last section. */
  readonly asides: readonly Aside[];
}

export interface AssembledBody {
  readonly markdown: string;
  readonly dropped: Dropped[];
  readonly commented: Aside[];
}

/**
 * Writes the four sections. Cleans each piece and turns what does not belong in its section into a comment in its
 * place.
 */
export function assemble(
  body: Body,
  tree: Root,
  options: Pick<Cleaning, 'isPage' | 'file' | 'home'>,
): AssembledBody {
  const dropped: Dropped[] = [];
  const commented: Aside[] = [];
  const definitions = definitionsOf(tree);
  const cleanPieces = (pieces: readonly Piece[]): RootContent[] =>
    pieces.flatMap(({ nodes, why }) => {
      const asides: Aside[] = [];
      const cleaned = clean(nodes, { ...options, definitions, dropped, asides });
      if (why === undefined) {
        commented.push(...asides);
        return cleaned;
      }
      // Questions stay visible in their place instead of being nested in another comment.
      const questions = asides.filter((aside) => aside.why === askedOfPerson);
      const asked = questions.map((aside) => importedComment(aside.text));
      const others = cleaned.filter((node) => node.type !== 'html' || !asked.includes(node.value));
      const text = stringifyMarkdown(withoutRules(others).map(withoutComment));
      commented.push(...(text === '' ? [] : [{ why, text }]), ...questions);
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
  commented.push(...body.asides);
  const comments = body.asides.map(({ text }): RootContent => ({
    type: 'html',
    value: importedComment(text),
  }));
  return { markdown: stringifyMarkdown([...sections.flat(), ...notes, ...comments]), dropped, commented };
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    // The first definition of a name wins (CommonMark 0.31.2, section 4.7).
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}

/** HTML comments do not nest, so a comment inside another is replaced with its text. */
function withoutComment(node: RootContent): RootContent {
  return node.type === 'html' ? { ...node, value: textOfComment(node.value) } : node;
}

/** Drops thematic breaks at both ends of a section. */
function withoutRules(nodes: readonly RootContent[]): RootContent[] {
  const isRule = (node: RootContent | undefined): boolean => node?.type === 'thematicBreak';
  const from = nodes.findIndex((node) => !isRule(node));
  const to = nodes.findLastIndex((node) => !isRule(node));
  return from < 0 ? [] : nodes.slice(from, to + 1);
}
