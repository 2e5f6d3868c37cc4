import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';

/** What readers of a draft see of each section. */
function sectionsOf(...lines: readonly string[]): string[] {
  const publication = publicationSample();
  const text = `---\ntitle: A\nstatus: draft\n---\n\n${lines.join('\n\n')}\n`;
  const body = render(parse('briefs/a.md', text, publication), addressesOf(publication), new Map());
  return body.sections.map(({ html }) => html.page);
}

const [first, second, third] = ["## What's Happening?", "## Why It's Important?", "## What's Next?"];
const fourth = '## Beyond the Headlines';

describe('a draft', () => {
  it('has its sections in order, whatever their order is yet', () => {
    expect(sectionsOf(fourth, 'Four.', third, 'Three.', first, 'One.')).toEqual([
      '<p>One.</p>',
      '',
      '<p>Three.</p>',
      '<p>Four.</p>',
    ]);
  });

  it('keeps text before its first section, and all text without one', () => {
    expect(sectionsOf('Early.', second, 'Two.')).toEqual(['<p>Early.</p>', '<p>Two.</p>', '', '']);
    expect(sectionsOf('Early.', '# Background', 'Late.')).toEqual([
      '<p>Early.</p>\n<h3 id="background">Background</h3>\n<p>Late.</p>',
      '',
      '',
      '',
    ]);
  });

  it('joins sections that are repeated, and keeps those that it should not have inside the one before', () => {
    expect(sectionsOf(first, 'One.', '## Background', 'More.', second, 'Two.', first, 'Again.')).toEqual([
      '<p>One.</p>\n<h3 id="background">Background</h3>\n<p>More.</p>\n<p>Again.</p>',
      '<p>Two.</p>',
      '',
      '',
    ]);
  });

  it('reads headings of the wrong level as those of sections', () => {
    expect(sectionsOf("# What's Happening?", 'One.', "### What's Next?", 'Three.')).toEqual([
      '<p>One.</p>',
      '',
      '<p>Three.</p>',
      '',
    ]);
  });

  it('shows where an image is missing', () => {
    const [html = ''] = sectionsOf(
      first,
      '![A rack](./pictures/rack.jpg)',
      'With ![](https://a.test/x.png).',
    );
    expect(html).toContain('<p>[✎ ./pictures/rack.jpg · A rack]</p>');
    expect(html).toContain('<p>With [✎ https://a.test/x.png].</p>');
  });
});
