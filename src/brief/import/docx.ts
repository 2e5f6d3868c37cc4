import { wordsLeftOut } from './docx-words.ts';
import { readHtml } from './html.ts';
import type { Names } from './recognise.ts';
import type { Source } from './source.ts';

/** Reads a Word document: its styles give headings, lists, tables and emphasis; its pictures are only told of. */
export async function readDocx(bytes: Uint8Array, names: Names): Promise<Source> {
  // 60 ms to load, a seventh of what an import takes to start; most need none of it.
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  );
  const source = readHtml(value, names);
  const { asides, dropped } = wordsLeftOut(bytes, value);
  return { ...source, asides: [...source.asides, ...asides], dropped: [...source.dropped, ...dropped] };
}
