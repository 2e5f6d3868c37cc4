import type { Range } from '../diagnostics/diagnostic.ts';
import { spoiltFence } from './front-matter-mistakes.ts';
import { firstSectionIn } from './outline.ts';

/** The intended end of front matter without a closing fence. */
export interface SpoiltEnd extends Range {
  /** Whether a line was meant as the fence; otherwise the range is that of the opening fence. */
  readonly isFence: boolean;
  /** Offset of the first section. */
  readonly section: number;
}

/**
 * Finds the end of fields that run on into the sections because their closing fence is missing or misspelled. Undefined
 * if they end before the first section, or no section follows.
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

/** Lines that writers and programs use instead of three hyphens; shorter lines do not count. */
const fence = /^(?:[ \t]{0,8}---|-{4,}|- ?- ?-|[—–-]{3,}|\+{3,}|\*{3,}|={3,}|_{3,}|\.{3}|~{3,})[ \t]*$/m;
