import { DocxProblem, openDocx, type DocxFile } from './docx-file.ts';
import { asReadersSee } from './docx-runs.ts';
import { rulesOfStyles, stylesIn } from './docx-styles.ts';
import { decode, wordsLeftOut } from './docx-words.ts';
import { readHtml } from './html.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import type { Source } from './source.ts';

/** Reads a Word document: its styles give headings, lists, tables and emphasis; its pictures are only told of. */
export async function readDocx(bytes: Uint8Array, names: Names): Promise<Source> {
  const whole = openDocx(bytes);
  checkAmounts(whole);
  const styles = stylesIn(whole.exists('word/styles.xml') ? whole.textOf('word/styles.xml') : '');
  const { file, hidden } = asReadersSee(whole, styles);
  // 60 ms to load, a seventh of what an import takes to start; most need none of it.
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    // It takes an opened archive as well, which its types do not say.
    { file: asMammothReads(file) } as unknown as Parameters<typeof mammoth.convertToHtml>[0],
    {
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        ...rulesOfStyles(styles),
      ],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const source = readHtml(value, names);
  const { asides, dropped } = wordsLeftOut(file, value);
  const unseen = hidden.map((text) => ({ what: 'hidden text', text: decode(text).trim() }));
  return {
    ...source,
    asides: [...source.asides, ...asides],
    dropped: [...source.dropped, ...dropped, ...unseen.filter(({ text }) => text !== '')],
  };
}

/** What mammoth asks of an archive. */
function asMammothReads(file: DocxFile) {
  return {
    exists: file.exists,
    read: (name: string, encoding?: string): Promise<Uint8Array | string> =>
      Promise.resolve(
        encoding === undefined
          ? file.bytesOf(name)
          : encoding === 'base64'
            ? Buffer.from(file.bytesOf(name)).toString('base64')
            : // It reads one line of two, although Word writes both.
              file.textOf(name).replace(/<w:dstrike(?=[\s/>])/g, '<w:strike'),
      ),
  };
}

/** What is counted before anything is read: all that follows takes time for each of them. */
const most: readonly (readonly [name: string, what: string, part: RegExp, count: number])[] = [
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
    for (const [name, what, parts, limit] of most) {
      if (!parts.test(part)) continue;
      const count = (counts.get(what) ?? 0) + countOf(`<${name}`, text, name !== '');
      if (count > limit)
        throw new DocxProblem(`there are more than ${limit.toLocaleString('en')} ${what} in it; divide it`);
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
