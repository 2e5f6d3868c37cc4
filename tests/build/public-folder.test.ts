import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPublicFolder, listPublicFolder } from '../../src/build/public-folder.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>';

function openProject(...paths: readonly string[]): OwnFolder {
  const folder = openFolder();
  folder.write('public/favicon.svg', icon);
  for (const path of paths) folder.write(`public/${path}`, '');
  return folder;
}

function problemsIn(folder: OwnFolder): (readonly [file: string, code: string, message: string])[] {
  return listPublicFolder(folder.path).problems.map(({ file, code, message }) => [file, code, message]);
}

describe('of the files in public/', () => {
  test('all are published that a publisher puts there, those that begin with a dot too', () => {
    const own = [
      '.htaccess',
      '.well-known/acme',
      'CNAME',
      'a b%20#.txt',
      'ads.txt',
      'cv.pdf',
      'Über uns.pdf',
      'swp',
      'x.env.js',
    ];
    using folder = openProject(...own, 'fonts/id_card.woff2', 'key.html');
    folder.write('public/key.html', '<pre>\n-----BEGIN PRIVATE KEY-----</pre>');
    folder.write('public/keys/editor.asc', '-----BEGIN PGP PUBLIC KEY BLOCK-----');
    const { files, problems } = listPublicFolder(folder.path);
    expect(problems).toEqual([]);
    expect([...files].sort()).toEqual(
      [...own, 'favicon.svg', 'fonts/id_card.woff2', 'key.html', 'keys/editor.asc'].sort(),
    );
  });

  // Files left by macOS, Windows, KDE, vim, Emacs, LibreOffice, Obsidian, Git and Syncthing.
  test.each([
    '.DS_Store',
    '._favicon.svg',
    '__MACOSX/a',
    'Thumbs.db',
    'THUMBS.DB',
    'desktop.ini',
    '.directory',
    '.Trash-1000/files/a',
    'a.svg~',
    '.a.svg.swp',
    '#a.svg#',
    '.#a.svg',
    '.~lock.a.odt#',
    '~$a.docx',
    '.obsidian/app.json',
    '.idea/a.xml',
    '.gitkeep',
    '.gitignore',
    'a.svg.orig',
    '.stfolder/a',
    'sub/.DS_Store',
  ])('one that a program has left there is left out: %s', (path) => {
    using folder = openProject(path);
    expect(listPublicFolder(folder.path)).toEqual({ files: ['favicon.svg'], problems: [] });
  });

  test.each([
    ['.env', '.env', 'file of settings and passwords'],
    ['app/.env.production', 'app/.env.production', 'file of settings and passwords'],
    ['.git/config', '.git', 'repository with its whole history'],
    ['a/.svn/entries', 'a/.svn', 'repository with its whole history'],
    ['.htpasswd', '.htpasswd', 'file of passwords'],
    ['.ssh/known_hosts', '.ssh', 'folder of keys'],
    ['id_ed25519', 'id_ed25519', 'private key'],
    ['site.p12', 'site.p12', 'store of keys'],
  ])('one that is a secret stops the build: %s', (path, named, what) => {
    using folder = openProject(path);
    expect(problemsIn(folder)).toEqual([
      [`public/${named}`, 'public-secret', `Unexpected ${what} in public/, where every file is published`],
    ]);
  });

  test.each([
    ['server.pem', 'Bag Attributes\n-----BEGIN RSA PRIVATE KEY-----\nMII'],
    ['server', '-----BEGIN OPENSSH PRIVATE KEY-----\n'],
    ['backup.asc', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n'],
    ['account.json', '{ "type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n" }'],
  ])('one that contains a private key stops the build under any name: %s', (path, text) => {
    using folder = openProject();
    folder.write(`public/${path}`, text);
    expect(problemsIn(folder)).toEqual([
      [`public/${path}`, 'public-secret', expect.stringContaining('private key')],
    ]);
  });
});

/** Things in a folder other than files, and their problems; `what` is the name in the report. */
const kinds: readonly (readonly [what: string, make: (path: string) => void, message: string])[] = [
  ['pipe', (path) => { execFileSync('mkfifo', [path]); }, 'Unexpected named pipe, expected a file or a folder'],
  ['link to a device', (path) => { symlinkSync('/dev/zero', path); }, 'Unexpected device, expected a file or a folder'],
  ['link to a pipe', (path) => { execFileSync('mkfifo', [`${path}~`]); symlinkSync(`${path}~`, path); }, 'Unexpected named pipe, expected a file or a folder'],
  ['link to nothing', (path) => { symlinkSync('gone', path); }, 'Unexpected broken link, expected a file or a folder'],
  ['link to itself', (path) => { symlinkSync('link to itself', path); }, 'Unexpected broken link, expected a file or a folder'],
  ['link out of the project', (path) => { symlinkSync('/etc/passwd', path); }, 'Unexpected link that leads out of the project, to "/etc/passwd"'],
  ['link to a folder elsewhere', (path) => { symlinkSync('/etc', path); }, 'Unexpected link that leads out of the project, to "/etc"'],
  ['link around', (path) => { symlinkSync('.', path); }, 'Unexpected link to a folder that contains it, which is endless'],
]; // prettier-ignore

describe('what cannot be published is named', () => {
  test.each(kinds)('as a %s', (what, make, message) => {
    using folder = openProject();
    make(join(folder.path, 'public', what));
    expect(listPublicFolder(folder.path).files).toEqual(['favicon.svg']);
    expect(problemsIn(folder)).toEqual([[`public/${what}`, 'file-kind', message]]);
  });

  test('as a socket', async () => {
    using folder = openProject();
    const server = createServer().listen(join(folder.path, 'public/s'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(problemsIn(folder)).toEqual([
      ['public/s', 'file-kind', 'Unexpected socket, expected a file or a folder'],
    ]);
    server.close();
  });

  test('as two folders that lead to each other', () => {
    using folder = openProject('a/a.txt', 'b/b.txt');
    symlinkSync('../b', join(folder.path, 'public/a/to-b'));
    symlinkSync('../a', join(folder.path, 'public/b/to-a'));
    const problems = problemsIn(folder).map(([file]) => file);
    expect(problems).toEqual(['public/a/to-b/to-a', 'public/b/to-a/to-b']);
  });

  test('as a name that is not UTF-8, or that no address can have', () => {
    using folder = openProject();
    const name = Buffer.concat([
      Buffer.from(join(folder.path, 'public/caf')),
      Buffer.from([0xe9]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(name, '');
    for (const other of ['a\\b.txt', 'a\nb.txt']) folder.write(`public/${other}`, '');
    expect(problemsIn(folder)).toEqual([
      [
        'public/a\nb.txt',
        'file-kind',
        'Unexpected name "a b.txt", expected no backslash and no control character',
      ],
      [
        'public/a\\b.txt',
        'file-kind',
        'Unexpected name "a\\b.txt", expected no backslash and no control character',
      ],
      ['public/caf\ufffd.txt', 'file-kind', 'Unexpected name "caf\ufffd.txt", expected UTF-8'],
    ]);
  });

  // Root can read every file.
  test.skipIf(process.getuid?.() === 0)('as a file and a folder that may not be read', () => {
    using folder = openProject('secret.txt', 'closed/a.txt');
    chmodSync(join(folder.path, 'public/secret.txt'), 0);
    chmodSync(join(folder.path, 'public/closed'), 0);
    expect(problemsIn(folder)).toEqual([
      ['public/closed', 'file-kind', 'Unexpected folder that may not be read'],
      ['public/secret.txt', 'file-kind', 'Unexpected file that may not be read'],
    ]);
    chmodSync(join(folder.path, 'public/closed'), 0o700);
  });

  test('as a file in the place of the folder; a folder that is not there holds nothing', () => {
    using folder = openProject();
    rmSync(join(folder.path, 'public'), { recursive: true });
    expect(listPublicFolder(folder.path)).toEqual({ files: [], problems: [] });
    folder.write('public', '');
    expect(problemsIn(folder)).toEqual([['public', 'file-kind', 'Unexpected file, expected a folder']]);
  });
});

describe('the image that icons are made of', () => {
  const check = async (content: string | undefined) => {
    using folder = openProject();
    if (content === undefined) rmSync(join(folder.path, 'public/favicon.svg'));
    else folder.write('public/favicon.svg', content);
    return (await checkPublicFolder(folder.path)).map(({ code, file, message, range }) => [
      code,
      file,
      range.start,
      message,
    ]);
  };

  test.each([
    ['is an SVG', icon],
    [
      'has entities of its own, as Illustrator writes them',
      `<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`,
    ],
    ['begins with a byte order mark', `\ufeff<?xml version="1.0"?>${icon}`],
  ])('is right if it %s', async (_, content) => {
    expect(await check(content)).toEqual([]);
  });

  test.each([
    ['is not there', undefined, 0, 'There is no public/favicon.svg, expected an SVG'],
    ['is empty', '', 0, 'expected an SVG that can be drawn: it does not begin with "<"'],
    ['is a PNG with another name', '\u0089PNG\r\n', 0, 'it does not begin with "<"'],
    [
      'has an open element',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n<g>\n</svg>',
      68,
      'unexpected close tag',
    ],
    ['is a page', '<!doctype html><title>Not found</title>', 8, 'incorrect syntax'],
    [
      'has no size',
      '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
      0,
      'expected an SVG that can be drawn',
    ],
  ])('is named with its place if it %s', async (_, content, start, message) => {
    expect(await check(content)).toEqual([
      ['public-icon', 'public/favicon.svg', start, expect.stringContaining(message)],
    ]);
  });

  test('is reported once if it is not a file', async () => {
    using folder = openProject();
    rmSync(join(folder.path, 'public/favicon.svg'));
    mkdirSync(join(folder.path, 'public/favicon.svg'));
    expect((await checkPublicFolder(folder.path)).map(({ code }) => code)).toEqual(['public-icon']);
    rmSync(join(folder.path, 'public/favicon.svg'), { recursive: true });
    symlinkSync('gone', join(folder.path, 'public/favicon.svg'));
    expect((await checkPublicFolder(folder.path)).map(({ code }) => code)).toEqual(['file-kind']);
  });
});
