import type { Range } from '../diagnostics/diagnostic.ts';
import { oncePer } from '../brief/memoize.ts';
import type { Draft } from './draft.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { visibleSource } from './visible-source.ts';

/** The sign of a footnote, `[^port office]`, that Markdown takes for a link or for text, since its name holds a space. */
export interface SpacedLabel extends Range {
  readonly label: string;
  /** As it would be read. */
  readonly joined: string;
  readonly isDefinition: boolean;
  /** Whether a sign refers to exactly one note. */
  readonly isCertain: boolean;
}

/** All of them, in the order of the text. */
export const spacedLabels = oncePer((draft: Draft): readonly SpacedLabel[] => {
  if (!spaced.test(draft.source)) return [];
  const found = [...definitionsIn(draft), ...signsIn(draft)].sort((one, other) => one.start - other.start);
  const taken = new Set(
    nodesOf(draft.tree, 'footnoteDefinition').map(({ identifier }) => identifier.toLowerCase()),
  );
  const keyOf = ({ name, isDefinition }: Pick<Sign, 'name' | 'isDefinition'>): string =>
    `${isDefinition ? ':' : ''}${name}`;
  const counts = new Map<string, number>();
  for (const other of found) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  const count = (name: string, isDefinition: boolean): number =>
    counts.get(keyOf({ name, isDefinition })) ?? 0;
  return found.map(({ name, ...sign }) => {
    const notes = count(name, true) + (taken.has(name) ? 1 : 0);
    return { ...sign, joined: joinedOf(sign.label), isCertain: notes === 1 && count(name, false) > 0 };
  });
});

const sign = String.raw`\[\^([^\][\n\\]{1,200})\](:?)`;
const spaced = /\[\^[^\][\n\\]{0,200}[^\S\n]/;

type Sign = Omit<SpacedLabel, 'joined' | 'isCertain'> & { readonly name: string };

/** What is read as the address of a link: its name, and no more. */
function definitionsIn({ tree, source }: Draft): Sign[] {
  return nodesOf(tree, 'definition', 'linkReference').flatMap((node) => {
    const { start, end } = rangeOf(node);
    const [found, name = '', colon] = new RegExp(`^${sign}`, 'u').exec(source.slice(start, end)) ?? [];
    if (found === undefined || !isSpaced(name)) return [];
    return [signOf(start, found, name, node.type === 'definition' && colon === ':')];
  });
}

/** What is read as words. */
function signsIn({ tree, source }: Draft): Sign[] {
  return nodesOf(tree, 'paragraph', 'heading', 'tableCell').flatMap((node) => {
    const { start } = rangeOf(node);
    const text = visibleSource(node, source);
    return [...text.matchAll(new RegExp(sign, 'gu'))].flatMap(
      ({ 0: found, 1: name = '', 2: colon, index }) => {
        const isFirst = /(?:^|[\r\n])[> \t]*$/.test(text.slice(Math.max(0, index - 20), index));
        return isSpaced(name) ? [signOf(start + index, found, name, colon === ':' && isFirst)] : [];
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

function signOf(start: number, found: string, label: string, isDefinition: boolean): Sign {
  const written = isDefinition ? found : found.replace(/:$/, '');
  return { start, end: start + written.length, label, name: joinedOf(label).toLowerCase(), isDefinition };
}
