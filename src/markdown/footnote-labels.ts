import type { Range } from '../diagnostics/diagnostic.ts';
import { memoize } from '../brief/memoize.ts';
import type { Draft } from './draft.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { visibleSource } from './visible-source.ts';

/** A footnote mark such as `[^port office]`, which Markdown reads as a link or text because of the space in its name. */
export interface SpacedLabel extends Range {
  readonly label: string;
  /** The label in valid form. */
  readonly joined: string;
  readonly isDefinition: boolean;
  /** Whether a mark refers to exactly one note. */
  readonly isCertain: boolean;
}

/** All such marks, in order. */
export const spacedLabels = memoize((draft: Draft): readonly SpacedLabel[] => {
  if (!spaced.test(draft.source)) return [];
  const found = [...inDefinitions(draft), ...inText(draft)].sort((one, other) => one.start - other.start);
  const usedLabels = new Set(
    nodesOf(draft.tree, 'footnoteDefinition').map(({ identifier }) => identifier.toLowerCase()),
  );
  const keyOf = ({ name, isDefinition }: Pick<LabelUse, 'name' | 'isDefinition'>): string =>
    `${isDefinition ? ':' : ''}${name}`;
  const counts = new Map<string, number>();
  for (const other of found) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  const count = (name: string, isDefinition: boolean): number =>
    counts.get(keyOf({ name, isDefinition })) ?? 0;
  return found.map(({ name, ...labelPattern }) => {
    const notes = count(name, true) + (usedLabels.has(name) ? 1 : 0);
    return {
      ...labelPattern,
      joined: joinedOf(labelPattern.label),
      isCertain: notes === 1 && count(name, false) > 0,
    };
  });
});

const labelPattern = String.raw`\[\^([^\][\n\\]{1,200})\](:?)`;
const spaced = /\[\^[^\][\n\\]{0,200}[^\S\n]/;

type LabelUse = Omit<SpacedLabel, 'joined' | 'isCertain'> & { readonly name: string };

/** Marks that are parsed as link definitions or references. */
function inDefinitions({ tree, source }: Draft): LabelUse[] {
  return nodesOf(tree, 'definition', 'linkReference').flatMap((node) => {
    const { start, end } = rangeOf(node);
    const [found, name = '', colon] =
      new RegExp(`^${labelPattern}`, 'u').exec(source.slice(start, end)) ?? [];
    if (found === undefined || !isSpaced(name)) return [];
    return [labelUse(start, found, name, node.type === 'definition' && colon === ':')];
  });
}

/** Marks that are parsed as text. */
function inText({ tree, source }: Draft): LabelUse[] {
  return nodesOf(tree, 'paragraph', 'heading', 'tableCell').flatMap((node) => {
    const { start } = rangeOf(node);
    const text = visibleSource(node, source);
    return [...text.matchAll(new RegExp(labelPattern, 'gu'))].flatMap(
      ({ 0: found, 1: name = '', 2: colon, index }) => {
        const isFirst = /(?:^|[\r\n])[> \t]*$/.test(text.slice(Math.max(0, index - 20), index));
        return isSpaced(name) ? [labelUse(start + index, found, name, colon === ':' && isFirst)] : [];
      },
    );
  });
}

function isSpaced(label: string): boolean {
  return /\s/.test(label) && /\S/.test(label);
}

function joinedOf(label: string): string {
  return label.trim().replace(/\s+/g, '-');
}

function labelUse(start: number, found: string, label: string, isDefinition: boolean): LabelUse {
  const written = isDefinition ? found : found.replace(/:$/, '');
  return { start, end: start + written.length, label, name: joinedOf(label).toLowerCase(), isDefinition };
}
