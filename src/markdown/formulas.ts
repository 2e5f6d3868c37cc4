import { scriptCharacters } from './script-characters.ts';

/** A formula between `\(` and `\)`, or `\[` and `\]`. */
export interface Formula {
  readonly text: string;
  readonly inside: string;
  readonly index: number;
}

/** The formulas in the source of a text; escaped brackets around words are none. */
export function formulasIn(source: string): Formula[] {
  return Array.from(source.matchAll(pattern)).flatMap(({ 0: text, 1: round = '', 2: square = '', index }) => {
    const inside = round || square;
    const isFormula = /(?<!\\)[_^=]|(?<=\w ?)\+|\\[a-z]{2}/i.test(inside) || /^\s*[a-z]\s*$/i.test(round);
    return isFormula ? [{ text, inside: inside.trim(), index }] : [];
  });
}

/** Not in an address, whose brackets are escaped. */
const pattern = /(?<![\\\w/%&=?.#-])(?:\\\(([^\n]{1,200}?)\\\)|\\\[([^\]]{1,200}?)\\\])/g;

/** The formula in plain characters, "E = mc²"; undefined if Unicode lacks some. */
export function plainFormula(inside: string): string | undefined {
  const written = inside
    .replace(/\\(times|cdot|pm|approx|leq?|geq?|neq?|to|circ|Delta|alpha|beta|pi|mu)(?![a-zA-Z])/g, (_, name: string) => commands[name] ?? '') // prettier-ignore
    .replace(/([_^])(?:\{([^{}\s]+)\}|([^{}\s_^]))/g, (found, mark: string, group?: string, single?: string) =>
      scriptCharacters(group ?? single ?? '', mark === '^' ? 'sup' : 'sub') ?? found); // prettier-ignore
  return /[\\^_{}]/.test(written) ? undefined : written;
}

const commands: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '·',
  pm: '±',
  approx: '≈',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  to: '→',
  circ: '°',
  Delta: 'Δ',
  alpha: 'α',
  beta: 'β',
  pi: 'π',
  mu: 'μ',
};
