import type { Root } from 'mdast';
import type { Document } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import type { Language } from '../languages/language.ts';

/** A brief as read: a tree with offsets and whatever could be made out. Nothing about it is certain yet. */
export interface Draft {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  /** The file's name without its ending. */
  readonly slug: string;
  readonly source: string;
  /** Absolute address of the publication: a link that begins with it stays on the site. */
  readonly home: string;
  readonly tree: Root;
  readonly frontMatter: FrontMatterSource | undefined;
  /** The language that the front matter names, else the publication's. */
  readonly language: Language;
  /** The four headings this brief is to use, in the order of the sections. */
  readonly headings: readonly [string, string, string, string];
  readonly outline: readonly OutlineEntry[];
  /** Names of the publication's own components. */
  readonly components: readonly string[];
  /** What went wrong while reading; `check` adds the rules' findings. */
  readonly findings: readonly Finding[];
}

export interface FrontMatterSource {
  readonly document: Document;
  /** Every scalar is a string: YAML's failsafe schema (YAML 1.2.2, section 10.1). Undefined if it can't be read. */
  readonly values: unknown;
  /** Where the YAML text begins in the file. */
  readonly offset: number;
  /** The whole block with its fences. */
  readonly range: Range;
}

/** A top-level heading that opens a section, or means to. */
export interface OutlineEntry {
  /** 0 to 3; undefined for a heading of level 1 or 2 that is no section's. */
  readonly section: number | undefined;
  /** Whether the heading is written as it has to be. */
  readonly exact: boolean;
  /** Whether it means that section beyond doubt, so that a program may write it right; what is exact is certain. */
  readonly certain: boolean;
  readonly text: string;
  readonly range: Range;
  /** Place among the tree's children. */
  readonly index: number;
}
