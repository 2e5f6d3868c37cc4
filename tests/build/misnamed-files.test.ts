import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMisnamed } from '../../src/build/misnamed-files.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { openTestProject } from './test-project.ts';

const page = '---\ntitle: About\ndescription: Who we are.\n---\n';

/** What is said of a publication with these files. */
function said(files: Record<string, string>, shown: readonly string[] = []): string[] {
  using project = openTestProject();
  for (const [file, text] of Object.entries(files)) project.write(file, text);
  return findMisnamed(project.root, new Set(shown)).map(
    ({ message, note }) => `${message} ${note?.text ?? ''}`,
  );
}

describe('a file that nothing reads', () => {
  it.each([
    ['briefs/logo.svg', '"briefs/_logo.svg"'],
    ['briefs/_Logo.svg', '"briefs/_logo.svg"'],
    ['briefs/_logo.SVG', '"briefs/_logo.svg"'],
    ['briefs/_logo.png', '"briefs/_logo.svg"'],
    ['briefs/_logos.svg', '"briefs/_logo.svg"'],
    ['briefs/pictures/_logo.svg', '"briefs/_logo.svg"'],
    ['_logo.svg', '"briefs/_logo.svg"'],
    ['public/_logo.svg', '"briefs/_logo.svg"'],
    ['briefs/custom.css', '"briefs/_custom.css"'],
    ['briefs/_costum.css', '"briefs/_custom.css"'],
    ['briefs/main.css', '"briefs/_custom.css"'],
    ['briefs/_custom.scss', '"briefs/_custom.css"'],
    ['public/_custom.css', '"briefs/_custom.css"'],
    ['briefs/_site.yml', '"briefs/_site.yaml"'],
    ['briefs/site.yaml', '"briefs/_site.yaml"'],
    ['_site.yaml', '"briefs/_site.yaml"'],
    ['briefs/_Fonts/inter.woff2', '"briefs/_fonts/"'],
    ['briefs/_font/inter.woff2', '"briefs/_fonts/"'],
    ['briefs/fonts/inter.woff2', '"briefs/_fonts/"'],
    ['_fonts/inter.woff2', '"briefs/_fonts/"'],
    ['briefs/_page/about.mdx', '"briefs/_pages/"'],
    ['briefs/pages/about.mdx', '"briefs/_pages/"'],
    ['briefs/_Pages/about.mdx', '"briefs/_pages/"'],
    ['Components/Map.astro', '"components/"'],
    ['component/Map.astro', '"components/"'],
    ['briefs/components/Map.astro', '"components/"'],
    ['briefs/_components/Map.astro', '"components/"'],
  ])('%s is probably %s', (file, meant) => {
    const [first = '', ...more] = said({ [file]: page });
    expect(more).toEqual([]);
    expect(first).toContain(`did you mean ${meant}?`);
    expect(first).toMatch(/rename it to|save it as/);
  });

  it.each([
    ['briefs/_site.yaml'],
    ['briefs/_logo.svg'],
    ['briefs/_custom.css'],
    ['briefs/_fonts/inter.woff2'],
    ['briefs/_pages/about.mdx'],
    ['components/Map.astro'],
    ['components/_part.css'],
    ['briefs/_notes.md'],
    ['briefs/_images/a.png'],
    ['briefs/_templates/brief.md'],
    ['briefs/logo.png'],
    ['briefs/pages/a.md', '---\ntitle: A\nsummary: B\n---\n'],
    ['briefs/pictures/fonts/a.png'],
    ['public/logo.svg'],
    ['public/custom.css'],
    ['public/fonts/inter.woff2'],
    ['public/site.yaml'],
    ['src-of-ours/components/a.astro'],
    ['docs/pages/about.mdx'],
    ['config.yaml'],
    ['logo.svg'],
    ['fonts/a.woff2'],
    ['pages/about.mdx'],
  ])('%s has its place or is none of the site’s', (file, text = page) => {
    expect(said({ [file]: text })).toEqual([]);
  });

  it('is an image of a brief, where a brief shows it', () => {
    expect(said({ 'briefs/_logo.png': '' }, ['briefs/_logo.png'])).toEqual([]);
  });

  it('is one of two, where the right one is there', () => {
    const [first = ''] = said({ 'briefs/_logo.svg': '', 'briefs/logo.svg': '' });
    expect(first).toContain('is there as well: delete one of the two');
  });

  it('is named where the settings are missing', () => {
    using project = openTestProject();
    project.write('briefs/_site.yml', 'name: A\n');
    expect(checkSettings(project.root)).toMatchObject({
      diagnostics: [{ note: { text: 'did you mean "briefs/_site.yml"? Rename it to "briefs/_site.yaml"' } }],
    });
  });
});

it('asks nothing of a folder, or of a link to nothing, that is called like a page', () => {
  expect(said({ 'briefs/pages/x.md/a.txt': page })).toEqual([]);
  using project = openTestProject();
  project.write('briefs/pages/other.txt', page);
  symlinkSync('nowhere.md', join(project.root, 'briefs/pages/x.md'));
  expect(findMisnamed(project.root, new Set())).toEqual([]);
});
