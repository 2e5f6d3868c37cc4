import type { DocxFile } from './docx-file.ts';
import { isSet, markIn, type WordStyle } from './docx-styles.ts';

/** Removes hidden text, and marks runs raised by `w:position` as superscript. */
export function asReadersSee(
  file: DocxFile,
  styles: ReadonlyMap<string, WordStyle>,
): { file: DocxFile; hidden: string[] } {
  const hidden: string[] = [];
  const read = new Map<string, string>();
  for (const name of file.names.filter((each) =>
    /^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(each),
  )) {
    read.set(name, withoutHidden(file.textOf(name), styles, hidden));
  }
  return { file: { ...file, textOf: (name) => read.get(name) ?? file.textOf(name) }, hidden };
}

/** Goes run by run, each from its last start tag, because a text box may hold paragraphs inside a run. */
function withoutHidden(xml: string, styles: ReadonlyMap<string, WordStyle>, hidden: string[]): string {
  if (!/<w:(?:vanish|position)\b/.test(xml) && !Array.from(styles.values()).some(({ isHidden }) => isHidden))
    return xml;
  let paragraphStyle: string | undefined;
  let isBesideHidden = false;
  return xml
    .split('</w:r>')
    .map((piece, at, pieces) => {
      const start = at === pieces.length - 1 ? -1 : lastStart(piece, 'r');
      const before = start < 0 ? piece : piece.slice(0, start);
      const paragraph = lastStart(before, 'p');
      if (paragraph >= 0) {
        paragraphStyle = /<w:pStyle\s+w:val="([^"<]*)"/.exec(before.slice(paragraph))?.[1];
        isBesideHidden = false;
      }
      if (start < 0) return piece;
      const run = piece.slice(start);
      const properties = run.slice(0, Math.max(0, run.indexOf('</w:rPr>')));
      const style = /<w:rStyle\s+w:val="([^"<]*)"/.exec(properties)?.[1];
      const isHidden =
        isSet(properties, 'vanish') ??
        styles.get(style ?? '')?.isHidden ??
        styles.get(paragraphStyle ?? '')?.isHidden ??
        false;
      const text = Array.from(run.matchAll(texts), ([, said = '']) => said).join('');
      if (!isHidden) {
        isBesideHidden &&= text === '';
        return before + (fewLetters.test(text) ? withMark(run, properties) : run);
      }
      if (text !== '') hidden.push((isBesideHidden ? (hidden.pop() ?? '') : '') + text);
      isBesideHidden ||= text !== '';
      return before + run.replace(texts, '');
    })
    .join('</w:r>');
}

function lastStart(xml: string, name: string): number {
  return Math.max(xml.lastIndexOf(`<w:${name}>`), xml.lastIndexOf(`<w:${name} `));
}

/** Marks only a few letters; longer text is moved to adjust its line. */
function withMark(run: string, properties: string): string {
  const mark = /<w:vertAlign\b/.test(properties) ? undefined : markIn(properties);
  if (mark === undefined) return run;
  return run.replace(
    /<w:position\s[^<>]*>/,
    `<w:vertAlign w:val="${mark === 'sup' ? 'super' : 'sub'}script"/>`,
  );
}

const texts = /<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>/g;

const fewLetters = /^\s*(?:[([]?[−–+-]?\d{1,3}[)\]]?|\p{L}|[*†‡])\s*$/u;
