import type { Root } from 'mdast';
import type { Document } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import type { TextLanguage } from '../languages/language.ts';

/** A brief as parsed: a tree with offsets, not validated yet. */
export interface Draft {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  /** The file name without its extension. */
  readonly slug: string;
  readonly source: string;
  /** Absolute address of the publication; links that start with it are internal. */
  readonly home: string;
  readonly tree: Root;
  readonly frontMatter: FrontMatterSource | undefined;
  /** The language in the front matter, or else the publication's. */
  readonly language: TextLanguage;
  /** The four headings that this brief must use, in order. */
  readonly headings: readonly [string, string, string, string];
  readonly outline: readonly OutlineEntry[];
  readonly components: readonly string[];
  /** Problems found while parsing; `check` adds those of the rules. */
  readonly findings: readonly Finding[];
}

export interface FrontMatterSource {
  readonly document: Document;
  /** Every scalar is a string: YAML's failsafe schema (YAML 1.2.2, section 10.1). Undefined if the YAML is unreadable. */
  readonly values: unknown;
  /** Offset of the YAML text in the file. */
  readonly offset: number;
  /** The whole block with its fences. */
  readonly range: Range;
}

/** A heading that opens a section or is meant to. */
export interface OutlineEntry {
  /** 0 to 3; undefined for a heading of level 1 or 2 that belongs to no section. */
  readonly section: number | undefined;
  /** Whether the heading is spelled exactly as required. */
  readonly exact: boolean;
  /** Whether the section is certain, so that a fix may correct the heading. Exact headings are certain. */
  readonly certain: boolean;
  readonly text: string;
  readonly range: Range;
  /** Index among the tree's children. */
  readonly index: number;
}
