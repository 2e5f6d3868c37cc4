import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { briefText } from '../check/brief-text.ts';

/** A brief with the text in its first section. */
const saying = (text: string): string => briefText([text]);
const showing = (image: string): string => saying(`Words.\n\n![What it shows](./${image})`);

/** Files that no repository should contain, with their findings; each is written into the folder of briefs. */
export const hostileFiles: Readonly<
  Record<
    string,
    { readonly write: (folder: string) => void | Promise<void>; readonly codes: readonly string[] }
  >
> = {
  'front matter of more keys than anybody reads': {
    write: (folder) => { writeFileSync(join(folder, 'a.md'), briefText([], { x: `{${Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join(', ')}}` })); }, // prettier-ignore
    codes: ['front-matter-syntax'],
  },
  'bytes that are no UTF-8': {
    write: (folder) => { writeFileSync(join(folder, 'a.md'), Buffer.concat([Buffer.from(briefText()), Buffer.from([0xc0, 0xaf, 0xff])])); }, // prettier-ignore
    codes: ['file-encoding'],
  },
  'UTF-16': {
    write: (folder) => { writeFileSync(join(folder, 'a.md'), Buffer.from(briefText(), 'utf16le')); }, // prettier-ignore
    codes: ['control-character', 'front-matter-missing', 'section-missing', 'section-preamble'],
  },
  'more than a megabyte': {
    write: (folder) => { writeFileSync(join(folder, 'a.md'), saying('a '.repeat(600_000))); }, // prettier-ignore
    codes: ['file-size'],
  },
  'a link to a file of the machine': {
    write: (folder) => { symlinkSync('/etc/passwd', join(folder, 'a.md')); }, // prettier-ignore
    codes: ['file-link'],
  },
  'a link to itself': {
    write: (folder) => { symlinkSync('a.md', join(folder, 'a.md')); }, // prettier-ignore
    codes: ['file-link'],
  },
  'a folder that links to its parent': {
    write: (folder) => { symlinkSync('..', join(folder, 'loop')); }, // prettier-ignore
    codes: ['file-link'],
  },
  'a folder with the name of a brief': {
    write: (folder) => { mkdirSync(join(folder, 'a.md')); }, // prettier-ignore
    codes: [],
  },
  'an image that links to a file of the machine': {
    write: (folder) => {
      symlinkSync('/etc/passwd', join(folder, 'a.png'));
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'an image that links to a device without end': {
    write: (folder) => {
      symlinkSync('/dev/zero', join(folder, 'a.png'));
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'pipes that nobody writes to': {
    write: (folder) => {
      execFileSync('mkfifo', [join(folder, 'b.md'), join(folder, 'a.png')]);
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['file-kind', 'image-file'],
  },
  'an image of 2,500 megapixels in a few bytes': {
    write: async (folder) => {
      const bomb = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#000' } })
        .png()
        .toBuffer();
      bomb.writeUInt32BE(50_000, 16);
      bomb.writeUInt32BE(50_000, 20);
      writeFileSync(join(folder, 'a.png'), bomb);
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'an image that unpacks to more than the memory': {
    write: async (folder) => {
      const flat = sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } });
      writeFileSync(join(folder, 'a.png'), await flat.png({ compressionLevel: 9 }).toBuffer());
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'half an image': {
    write: async (folder) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
      const whole = await sharp({
        create: { width: 300, height: 300, channels: 3, background: '#000', noise },
      })
        .jpeg()
        .toBuffer();
      writeFileSync(join(folder, 'a.jpg'), whole.subarray(0, whole.length / 2));
      writeFileSync(join(folder, 'a.md'), showing('a.jpg'));
    },
    codes: ['image-file'],
  },
  'a drawing with a script, called an image': {
    write: (folder) => {
      writeFileSync(join(folder, 'a.png'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>attacked()</script></svg>'); // prettier-ignore
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'a page called an image': {
    write: (folder) => {
      writeFileSync(join(folder, 'a.jpg'), '<!DOCTYPE html><script>attacked()</script>');
      writeFileSync(join(folder, 'a.md'), showing('a.jpg'));
    },
    codes: ['image-file'],
  },
  'an image of no bytes': {
    write: (folder) => {
      writeFileSync(join(folder, 'a.png'), '');
      writeFileSync(join(folder, 'a.md'), showing('a.png'));
    },
    codes: ['image-file'],
  },
  'names that differ in case alone': {
    write: (folder) => {
      writeFileSync(join(folder, 'a.md'), briefText());
      writeFileSync(join(folder, 'A.md'), briefText());
    },
    codes: ['file-slug'],
  },
  'names that other systems reserve or that climb': {
    write: (folder) => {
      for (const name of [
        'index',
        'page',
        'con',
        'nul',
        'lpt1',
        '%2e%2e',
        'a..b',
        'a b',
        'ä',
        '-',
        'con.',
        'a\nb',
      ]) {
        writeFileSync(join(folder, `${name}.md`), briefText());
      }
    },
    codes: ['file-slug'],
  },
};
