import type { Range } from '../diagnostics/diagnostic.ts';
import { spoiltFence } from './front-matter-slips.ts';
import { firstSectionIn } from './outline.ts';

/** Where front matter that no line ends was meant to end. */
export interface SpoiltEnd extends Range {
  /** A line that was meant as the fence is there; else the place is that of the first one. */
  readonly isFence: boolean;
  /** Where the first section begins. */
  readonly section: number;
}

/**
 * The end of fields that run on into the sections, since their second fence is missing or written otherwise. Undefined
 * where they end before the first section, or no section follows.
 */
export function spoiltEndOf(source: string): SpoiltEnd | undefined {
  if (!/^---[ \t]*[\r\n]/.test(source)) return undefined;
  const section = firstSectionIn(source);
  if (section === undefined || /^---[ \t]*$/m.test(source.slice(3, section))) return undefined;
  const found = spoiltFence.exec(source.slice(3, section)) ?? fence.exec(source.slice(3, section));
  return found
    ? { start: found.index + 3, end: found.index + 3 + found[0].length, isFence: true, section }
    : { start: 0, end: 3, isFence: false, section };
}

/** What writers and programs take for three hyphens; not a shorter line, since another cannot stand in its place. */
const fence = /^(?:[ \t]{0,8}---|-{4,}|- ?- ?-|[—–-]{3,}|\+{3,}|\*{3,}|={3,}|_{3,}|\.{3}|~{3,})[ \t]*$/m;
