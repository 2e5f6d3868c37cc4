import type { DocxFile } from './docx-file.ts';

/** The start and number format of a list level. */
interface Level {
  readonly start: number;
  /** Undefined for bullets. */
  readonly format: 'decimal' | 'a' | 'A' | 'i' | 'I' | undefined;
}

interface Numbering {
  /** The list of each paragraph number; several numbers may share a list and its count. */
  readonly listOf: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<string, ReadonlyMap<string, Level>>;
  /** Restarted levels, by `number level`. */
  readonly restarts: ReadonlyMap<string, number>;
  /** List and level of paragraphs with a style, by style identifier. */
  readonly byStyle: ReadonlyMap<string, { readonly list: string; readonly level: string }>;
}

/**
 * Writes the number that Word shows before each list item, between two private-use characters, because mammoth does not
 * return numbers (ECMA-376, 17.9).
 */
export function withListNumbers(file: DocxFile): DocxFile {
  if (!file.exists('word/numbering.xml')) return file;
  const numbering = numberingIn(file.textOf('word/numbering.xml'));
  const body = numbered(file.textOf('word/document.xml'), numbering);
  return { ...file, textOf: (name) => (name === 'word/document.xml' ? body : file.textOf(name)) };
}

/** Turns these numbers into HTML. */
export function readListNumbers(html: string): string {
  return html
    .replace(/<ol><li>(?=\ue000\d+([aAiI])\ue001)/g, '<ol type="$1"><li>')
    .replace(/<li>\ue000(\d+)[aAiI]?\ue001/g, '<li value="$1">')
    .replace(/\ue000\d+[aAiI]?\ue001/g, '');
}

function numbered(xml: string, numbering: Numbering): string {
  const { listOf, levels, restarts, byStyle } = numbering;
  const counts = new Map<string, Map<string, number>>();
  const begun = new Set<string>();
  const pieces = withoutRevisions(xml.replace(/[\ue000\ue001]/g, '')).split('</w:pPr>');
  const marks = pieces.slice(0, -1).map((piece, at) => {
    const properties = piece.slice(piece.lastIndexOf('<w:pPr>'));
    const style = byStyle.get(valueOf('pStyle', properties) ?? '');
    const number = valueOf('numId', properties);
    const list = number === undefined ? style?.list : listOf.get(number);
    const level = valueOf('ilvl', properties) ?? style?.level ?? '0';
    const defined = levels.get(list ?? '')?.get(level);
    const next = pieces[at + 1] ?? '';
    // An empty paragraph is not an item in HTML.
    if (list === undefined || !defined || !/<w:t[ >]/.test(next.slice(0, next.indexOf('</w:p>')))) return '';
    const counted = counts.get(list) ?? new Map<string, number>();
    counts.set(list, counted);
    const key = `${number ?? ''} ${level}`;
    const restart = begun.has(key) ? undefined : restarts.get(key);
    begun.add(key);
    const last = counted.get(level);
    const count = restart ?? (last === undefined ? defined.start : last + 1);
    counted.set(level, count);
    for (const deeper of counted.keys()) if (Number(deeper) > Number(level)) counted.delete(deeper);
    if (defined.format === undefined) return '';
    return `<w:r><w:t>\ue000${count}${defined.format === 'decimal' ? '' : defined.format}\ue001</w:t></w:r>`;
  });
  return pieces
    .map((piece, at) => (at < marks.length ? `${piece}</w:pPr>${marks[at] ?? ''}` : piece))
    .join('');
}

/** Removes properties from before a tracked change. */
function withoutRevisions(xml: string): string {
  const [first = '', ...others] = xml.split('<w:pPrChange ');
  const end = '</w:pPrChange>';
  return (
    first +
    others
      .map((piece) => (piece.includes(end) ? piece.slice(piece.indexOf(end) + end.length) : piece))
      .join('')
  );
}

function numberingIn(xml: string): Numbering {
  const levels = new Map<string, Map<string, Level>>();
  const byStyle = new Map<string, { list: string; level: string }>();
  /** By list style: the list that defines it, and those that refer to it instead of having levels (17.9.21, 17.9.27). */
  const defining = new Map<string, string>();
  const referring = new Map<string, string>();
  for (const [list, text] of partsOf('abstractNum', 'abstractNumId', xml)) {
    const ofList = new Map<string, Level>();
    for (const [level, said] of partsOf('lvl', 'ilvl', text)) {
      ofList.set(level, {
        start: Number(valueOf('start', said) ?? 1),
        format: formats[valueOf('numFmt', said) ?? 'decimal'],
      });
      const style = valueOf('pStyle', said);
      if (style !== undefined) byStyle.set(style, { list, level });
    }
    levels.set(list, ofList);
    const [defined, referred] = [valueOf('styleLink', text), valueOf('numStyleLink', text)];
    if (defined !== undefined) defining.set(defined, list);
    if (referred !== undefined) referring.set(list, referred);
  }
  const listOf = new Map<string, string>();
  const restarts = new Map<string, number>();
  for (const [number, text] of partsOf('num', 'numId', xml)) {
    const list = valueOf('abstractNumId', text) ?? '';
    listOf.set(number, defining.get(referring.get(list) ?? '') ?? list);
    for (const [level, said] of partsOf('lvlOverride', 'ilvl', text)) {
      const restart = valueOf('startOverride', said);
      if (restart !== undefined) restarts.set(`${number} ${level}`, Number(restart));
    }
  }
  return { levels, byStyle, listOf, restarts };
}

const formats: Readonly<Record<string, Level['format']>> = {
  decimal: 'decimal',
  decimalZero: 'decimal',
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** Elements of a name, by their identifying attribute. */
function partsOf(name: string, id: string, xml: string): [id: string, text: string][] {
  return xml
    .split(`<w:${name} `)
    .slice(1)
    .flatMap((piece) => {
      const found = new RegExp(`^[^<>]*w:${id}="([^"<]*)"`).exec(piece)?.[1];
      const end = piece.indexOf(`</w:${name}>`);
      return found === undefined ? [] : [[found, end < 0 ? piece : piece.slice(0, end)]];
    });
}

function valueOf(name: string, xml: string): string | undefined {
  return new RegExp(`<w:${name}\\s+w:val="([^"<]*)"`).exec(xml)?.[1];
}
