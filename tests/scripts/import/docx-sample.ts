import { crc32, deflateRawSync } from 'node:zlib';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A Word document with this XML as its body, and other parts by kind; `header` is referenced like in Word. */
export function docxSample(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(parts);
  const links = names.map(
    (name, at) => `<Relationship Id="rId${at}" Type="${relations}/${name}" Target="${name}.xml"/>`,
  );
  const pages = names.flatMap((name, at) =>
    /header|footer/.test(name) ? [`<w:${name}Reference w:type="default" r:id="rId${at}"/>`] : [],
  );
  const root = (name: string, inside: string): string =>
    `<w:${name} xmlns:w="${main}" xmlns:m="${math}" xmlns:r="${relations}">${inside}</w:${name}>`;
  const rootOf: Readonly<Record<string, string>> = { header: 'hdr', footer: 'ftr' };
  return zipSample({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelations}">${links.join('')}</Relationships>`,
    'word/document.xml': root('document', `<w:body>${body}<w:sectPr>${pages.join('')}</w:sectPr></w:body>`),
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, root(rootOf[name] ?? name, parts[name] ?? '')]),
    ),
  });
}

/** A paragraph of a Word document. */
export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function zipSample(files: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(text), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(Buffer.byteLength(text), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(locals.length, 8);
  end.writeUInt16LE(locals.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
