import { DocxProblem, openDocx, type DocxFile } from './docx-file.ts';
import { readListNumbers, withListNumbers } from './docx-lists.ts';
import { asReadersSee } from './docx-runs.ts';
import { rulesOfStyles, stylesIn } from './docx-styles.ts';
import { decode, wordsLeftOut } from './docx-words.ts';
import { readHtml } from './html.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import type { DocumentSource } from './document-source.ts';

/** Reads a Word document: headings, lists, tables and emphasis. Images are only reported. */
export async function readDocx(bytes: Uint8Array, names: Names): Promise<DocumentSource> {
  const whole = openDocx(bytes);
  checkAmounts(whole);
  const styles = stylesIn(whole.exists('word/styles.xml') ? whole.textOf('word/styles.xml') : '');
  const { file, hidden } = asReadersSee(whole, styles);
  // Takes 60 ms to load, a seventh of the start-up time; most imports do not need it.
  const { default: mammoth } = await import('mammoth');
  const converted = await mammoth.convertToHtml(
    // Also accepts an opened archive, which its types do not declare.
    { file: asMammothReads(withListNumbers(file)) } as unknown as Parameters<typeof mammoth.convertToHtml>[0],
    {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        ...rulesOfStyles(styles),
      ],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const value = readListNumbers(converted.value);
  const source = readHtml(value, names);
  const { asides, dropped } = wordsLeftOut(file, value);
  const unseen = hidden.map((text) => ({ what: 'hidden text', text: decode(text).trim() }));
  return {
    ...source,
    asides: [...source.asides, ...asides],
    dropped: [...source.dropped, ...dropped, ...unseen.filter(({ text }) => text !== '')],
  };
}

/** The archive interface that mammoth expects. */
function asMammothReads(file: DocxFile) {
  return {
    exists: file.exists,
    read: (name: string, encoding?: string): Promise<Uint8Array | string> =>
      Promise.resolve(
        encoding === undefined
          ? file.bytesOf(name)
          : encoding === 'base64'
            ? Buffer.from(file.bytesOf(name)).toString('base64')
            : // mammoth reads only `w:strike`, but Word also writes `w:dstrike`.
              file.textOf(name).replace(/<w:dstrike(?=[\s/>])/g, '<w:strike'),
      ),
  };
}

/** Limits checked before parsing, whose time grows with each of them. */
const limits: readonly (readonly [name: string, what: string, part: RegExp, count: number])[] = [
  ['w:comment', 'comments', /^word\/comments\.xml$/, 1000],
  ['w:p', 'paragraphs', /^word\/.+\.xml$/, 10_000],
  ['w:tc', 'table cells', /^word\/.+\.xml$/, 10_000],
  ['w:footnote', 'footnotes', /^word\/footnotes\.xml$/, 2000],
  ['w:endnote', 'endnotes', /^word\/endnotes\.xml$/, 2000],
  ['', 'elements', /^word\/(?!theme|media|embeddings).+\.xml$/, 400_000],
];

function checkAmounts(file: DocxFile): void {
  const counts = new Map<string, number>();
  for (const part of file.names.filter((name) => /^word\/.+\.xml$/.test(name))) {
    const text = file.textOf(part);
    for (const [name, what, parts, limit] of limits) {
      if (!parts.test(part)) continue;
      const count = (counts.get(what) ?? 0) + countOf(`<${name}`, text, name !== '');
      if (count > limit)
        throw new DocxProblem(`it has more than ${limit.toLocaleString('en')} ${what}; split it`);
      counts.set(what, count);
    }
  }
}

function countOf(tag: string, text: string, isWhole: boolean): number {
  let count = 0;
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + tag.length)) {
    if (!isWhole || /[\s/>]/.test(text[at + tag.length] ?? '')) count += 1;
  }
  return count;
}
