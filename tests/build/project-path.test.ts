import { afterEach, expect, test, vi } from 'vitest';
import { assertProjectPath } from '../../src/build/project-path.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(['/srv/50%/site', '/srv/my%20news', '/srv/c#/site', '/srv/why?/site', '/srv/a*b', '/srv/a "b"'])(
  'a project in %s is an error before anything is built',
  (root) => {
    expect(() => {
      assertProjectPath(root);
    }).toThrow(
      `No site can be built in ${root}, because of the ${/[%#?*"]/.exec(root)?.[0] ?? ''} in this path.`,
    );
  },
);

test('so is one whose briefs lie in such a folder', () => {
  vi.stubEnv('BRIEFS_DIR', '../texts #1');
  expect(() => {
    assertProjectPath('/srv/site');
  }).toThrow('No site can be built in /srv/texts #1, because of the # in this path.');
});

// Each of these signs was tried: the site was that of a plain path, byte for byte.
test.each(['/srv/my news', '/srv/Ärger & Söhne (2), “quoted”', "/srv/it's+more~!@=;", '/srv/ニュース'])(
  'one in %s is not',
  (root) => {
    expect(() => {
      assertProjectPath(root);
    }).not.toThrow();
  },
);
