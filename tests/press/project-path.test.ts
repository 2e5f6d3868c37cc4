import { afterEach, expect, test, vi } from 'vitest';
import { refuseProjectPath } from '../../src/press/project-path.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['/srv/50%/site', '/srv/my%20news', '/srv/c#/site', '/srv/why?/site'])(
  'a project in %s is refused before anything is built',
  (root) => {
    expect(() => {
      refuseProjectPath(root);
    }).toThrow(`The path ${root} has "${/[%#?]/.exec(root)?.[0] ?? ''}" in it`);
  },
);

test('so is one whose briefs lie in such a folder', () => {
  vi.stubEnv('BRIEFS_DIR', '../texts #1');
  expect(() => {
    refuseProjectPath('/srv/site');
  }).toThrow('The path /srv/texts #1 has "#" in it');
});

// Each was built, and its site compared with that of a plain path.
test.each(['/srv/my news', '/srv/Ärger & Söhne (2), “quoted”', "/srv/it's+more~!@=;", '/srv/ニュース'])(
  'one in %s is not',
  (root) => {
    expect(() => {
      refuseProjectPath(root);
    }).not.toThrow();
  },
);
