import { expect, test } from 'vitest';
import { checkLeftBehind } from '../../../scripts/verify/check-left-behind.ts';
import { openSite } from '../../../scripts/verify/site-folder.ts';
import { openFolder } from '../../store/folders.ts';

test('files left by systems, editors or Git are found by name, and so are secrets', () => {
  using folder = openFolder();
  folder.write('index.html', '<link rel="canonical" href="https://x.example/news/">');
  const fine = [
    '.well-known/security.txt',
    '.nojekyll',
    '.htaccess',
    '_headers',
    'topics/env/index.html',
    'briefs/git.md',
  ];
  for (const path of [...fine, '.DS_Store', 'topics/.rss.xml.swp', 'about.html~', '.env', 'old/.git/config'])
    folder.write(path, 'x');
  expect(
    checkLeftBehind(openSite(folder.path)).map(({ address, kind, reason }) => `${address} ${kind} ${reason}`),
  ).toEqual([
    '/news/.DS_Store unlinked has the name of a file that systems, editors or Git leave behind',
    '/news/.env unlinked has the name of a secret: file of settings and passwords',
    '/news/about.html~ unlinked has the name of a file that systems, editors or Git leave behind',
    '/news/old/.git/config unlinked has the name of a secret: repository with its whole history',
    '/news/topics/.rss.xml.swp unlinked has the name of a file that systems, editors or Git leave behind',
  ]);
});
