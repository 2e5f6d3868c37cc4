import type { Finding } from '../diagnostics/diagnostic.ts';
import { conflictsIn } from '../markdown/conflicts.ts';
import { parseSettings, type SettingsSource } from './settings-source.ts';

/** Settings as far as they can be read. */
interface ReadableSettings {
  /** Without the settings in `broken`; its places are those of the whole file. */
  readonly source: SettingsSource;
  /** The settings whose YAML cannot be read. */
  readonly broken: ReadonlySet<string>;
  /** Why not. */
  readonly findings: readonly Finding[];
}

/** A setting with its value: the lines up to the next setting. */
interface Block {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Reads settings one by one if the whole cannot be read, so that one mistake does not hide those in other settings. */
export function readableSettings(text: string): ReadableSettings {
  const source = parseSettings(text);
  const whole = { source, broken: new Set<string>(), findings: source.findings };
  // Both sides of a conflict have most settings.
  if (source.values !== undefined || conflictsIn(text).length > 0) return whole;
  const blocks = blocksOf(text);
  // Each takes as long as all before it; a file of so many is something else.
  if (blocks.length > 200) return whole;
  const faults = blocks.flatMap((block) => {
    const findings = findingsIn(text, block);
    return findings.length > 0 ? [{ block, findings }] : [];
  });
  // Some cannot be read only beside others, such as one that is there twice.
  const clashing = blocks.filter(({ start, end }) =>
    source.findings.some(({ range }) => start <= range.start && range.start < end),
  );
  const broken = faults.length > 0 ? faults.map(({ block }) => block) : clashing;
  if (broken.length === 0) return whole;
  const rest = parseSettings(without(text, broken));
  const own = faults.length > 0 ? [...faults.flatMap(({ findings }) => findings), ...rest.findings] : source.findings; // prettier-ignore
  return { source: rest, broken: new Set(broken.flatMap((block) => namesIn(text, block))), findings: own };
}

/** The setting, and those that an indent may have put below it. */
function namesIn(text: string, { name, start, end }: Block): string[] {
  const inner = text.slice(start, end).matchAll(/^[ \t]+([\w-]+)[ \t]*:/gm);
  return [name, ...Array.from(inner, ([, below = '']) => below)];
}

function blocksOf(text: string): Block[] {
  const starts = [...text.matchAll(/^[\w-]+(?=[ \t]*:(?:[ \t\r\n]|$))/gm)];
  return starts.map(({ 0: name, index }, at) => ({
    name,
    start: index,
    end: starts[at + 1]?.index ?? text.length,
  }));
}

/** Why a setting cannot be read by itself. */
function findingsIn(text: string, { start, end }: Block): Finding[] {
  const before = { name: '', start: 0, end: start };
  const { findings } = parseSettings(without(text, [before]).slice(0, end));
  const last = text.slice(0, end).trimEnd().length - 1;
  return findings.map((finding) => {
    if (finding.range.start < start) return { ...finding, range: { start, end: start + 1 } };
    return finding.range.start > last ? { ...finding, range: { start: last, end: last + 1 } } : finding;
  });
}

/** The text with spaces in place of some settings, so that the others keep their places. */
function without(text: string, blocks: readonly Block[]): string {
  return blocks.reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + rest.slice(start, end).replace(/[^\r\n]/g, ' ') + rest.slice(end),
    text,
  );
}
