import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withLook } from '../../src/build/own-look.ts';
import { readOwnLogo } from '../../src/build/own-logo.ts';
import { logoFile } from '../../src/brief/briefs-folder.ts';
import { diagnosticOf } from '../../src/diagnostics/diagnostic.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject } from './test-project.ts';
import { formatHuman } from '../../src/diagnostics/print.ts';

const head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">';
const shape = '<path d="M0 0h40v10z"/>';

/** The logo as pages have it, or what is wrong with it. */
async function read(svg: string): Promise<string> {
  const found = await readOwnLogo(Buffer.from(svg));
  if ('part' in found) return found.part.svg;
  return formatHuman(
    found.findings.map((finding) => diagnosticOf(logoFile, finding)),
    () => svg,
  );
}

describe('a logo', () => {
  test.each([
    ['its shapes', `${head}${shape}</svg>`, `${head}${shape}</svg>`],
    [
      'no size of its own',
      `<svg width="40" height="10" ${head.slice(5)}${shape}</svg>`,
      `${head}${shape}</svg>`,
    ],
    [
      'styles as attributes',
      `${head}<style>.a{fill:#b3321b}</style><g class="a" style="stroke:red;-inkscape-stroke:none">${shape}</g></svg>`,
      `${head}<g fill="#b3321b" stroke="red">${shape}</g></svg>`,
    ],
    [
      'nothing that drawing programs add',
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd"><!-- v1 -->${head.replace('>', ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:x="https://x.test/" inkscape:version="1" data-name="a">')}<title>Logo of url(https://x.test/)</title><metadata><a href="https://x.test/"/></metadata><x:y href="https://x.test/"/>${shape}</svg>`,
      `${head}${shape}</svg>`,
    ],
    [
      'ids that no heading of a page has',
      `${head.replace('>', ' xmlns:xlink="http://www.w3.org/1999/xlink">')}<defs><linearGradient id="summary"><stop stop-color="red"/></linearGradient><path id="p" d="M0 0h9v9z"/></defs><use xlink:href="#p" fill="url(#summary)"/></svg>`,
      `${head}<defs><linearGradient id="logo-summary"><stop stop-color="red"/></linearGradient><path id="logo-p" d="M0 0h9v9z"/></defs><use fill="url(#logo-summary)" href="#logo-p"/></svg>`,
    ],
  ])('has %s', async (_what, svg, shown) => {
    expect(await read(svg)).toBe(shown);
  });

  test.each([
    ['', '1:1', 'document must contain a root element'],
    ['<html></html>', '1:1', 'Unexpected <html>'],
    [`<svg viewBox="0 0 40 10">${shape}</svg>`, '1:1', 'xmlns="http://www.w3.org/2000/svg"'],
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="10mm">${shape}</svg>`,
      '1:1',
      'write viewBox="0 0 30 10"',
    ],
    [
      `${head.replace('0 0 40 10', '0 0 40')}${shape}</svg>`,
      '1:1',
      'Unexpected "0 0 40" as the attribute viewBox',
    ],
    [`${head.replace('40 10', '90 10')}${shape}</svg>`, '1:1', 'Unexpected shape of 90 by 10'],
    [`${head.replace('40 10', '10 40')}${shape}</svg>`, '1:1', 'at most 3 times as high as wide'],
    [`${head}\n<g>${shape}</svg>`, '2:32', 'expected well-formed SVG'],
    [`${head}\n&logo;</svg>`, '2:6', 'expected well-formed SVG'],
    [`${head}\n  <script>alert(1)</script></svg>`, '2:3', 'a logo runs nothing'],
    [`${head}\n<path onclick="x()" d="M0 0"/></svg>`, '2:7', 'Unexpected "onclick"'],
    [`${head}\n<foreignObject><p>x</p></foreignObject></svg>`, '2:1', 'Unexpected <foreignObject>'],
    [`${head}\n<text>Größe</text></svg>`, '2:1', 'convert the text to paths'],
    [`${head}\n<image href="data:image/png;base64,AA"/></svg>`, '2:1', 'draw it as paths'],
    [`${head}\n<a href="#a">${shape}</a></svg>`, '2:1', 'keep what it holds'],
    [`${head}\n<g><animate attributeName="x"/></g></svg>`, '2:4', 'Unexpected <animate>'],
    [`${head}\n<use href="other.svg#a"/></svg>`, '2:6', 'Unexpected address "other.svg#a"'],
    [`${head}\n<path fill="url( https://x.test/a )" d=""/></svg>`, '2:7', 'Unexpected address in "fill"'],
    [`${head}\n<path style="fill:url('x.svg#a')" d=""/></svg>`, '2:7', 'Unexpected address in "style"'],
    [`${head}\n<style>\n@import "x.css";</style>${shape}</svg>`, '3:1', 'Unexpected "@import" in a style'],
    [
      `${head}\n<style><![CDATA[ .a { fill: url(x#a) } ]]></style>${shape}</svg>`,
      '2:29',
      'Unexpected "url(" in a style',
    ],
    [
      `${head}<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style>${shape}</svg>`,
      '1:61',
      'write fill="currentColor"',
    ],
    [`${head}<path d="M99 99h9v9z"/></svg>`, '1:1', 'nothing of it is within its viewBox'],
  ])('is wrong where it has a fault: %s', async (svg, place, said) => {
    const report = await read(svg);
    expect(report).toMatch(new RegExp(`^${logoFile}:${place}  error  look-file\n`));
    expect(report).toContain(said);
  });

  test('that is accepted holds nothing that runs or loads, whatever was in the file', async () => {
    const name = fc.constantFrom('g', 'path', 'use', 'style', 'title', 'metadata', 'script', 'x:script', 'a', 'image', 'switch', 'svg'); // prettier-ignore
    const attribute = fc.constantFrom('fill="red"', 'fill="url(#a)"', 'fill="url(x.svg#a)"', 'href="#a"', 'href="x.svg"', 'xlink:href="javascript:x()"', 'x:href="x.svg"', 'onload="x()"', 'x:onload="x()"', 'style="fill:url(x#a)"', 'style="fill:red;stroke:url(#a)"', 'class="a"', 'd="M0 0h9v9z"'); // prettier-ignore
    const elements = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
      fc
        .tuple(name, fc.uniqueArray(attribute, { maxLength: 2, selector: (each) => each.split('=')[0] }), inner)
        .map(([element, attributes, text]) => `<${[element, ...attributes].join(' ')}>${element === 'style' ? '.a { fill: url(#a) }' : text}</${element}>`); // prettier-ignore
    const tree = elements(elements(fc.constant('')));
    const root = head.replace('>', ' xmlns:x="https://x.test/" xmlns:xlink="http://www.w3.org/1999/xlink">');
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 2 }), async (trees) => {
        const found = await readOwnLogo(Buffer.from(`${root}${shape}${trees.join('')}</svg>`));
        if ('findings' in found) return;
        accepted += 1;
        const { svg } = found.part;
        expect(svg).not.toMatch(/<(?!\/?(?:svg|g|path|use)\b)|\bon\w+=|style=|href="(?!#)|url\((?!#)|x:/);
      }),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  test('is told of everything that it must not have at once', async () => {
    const report = await read(`${head}<text onclick="x()">a</text><image href="x.png"/></svg>`);
    expect(report).toContain('4 errors');
  });
});

describe('a logo that cannot be seen', () => {
  test.each([
    ['black, on a dark ground', shape, ['dark']],
    ['white', '<path fill="white" d="M0 0h40v10z"/>', ['light']],
    ['the ground itself', '<path fill="#fbfaf6" d="M0 0h40v10z"/>', ['light']],
    ['the colour of text', '<path fill="currentColor" d="M0 0h40v10z"/>', []],
    ['red', '<g stroke="#b3321b"><path fill="none" stroke-width="4" d="M0 0h40v10z"/></g>', []],
    ['black beside a part in the colour of text', `${shape}<path fill="currentColor" d="M0 0h9v9z"/>`, []],
    ['nearly transparent', '<path fill="currentColor" opacity="0.05" d="M0 0h40v10z"/>', ['dark', 'light']],
  ])('is a warning: %s', async (_what, shapes, modes) => {
    using project = openTestProject();
    project.write(logoFile, `${head}${shapes}</svg>`);
    const { problems, publication } = await withLook(project.root, publicationSample());
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      modes.map(() => 'look-unseen warning'),
    );
    expect(problems.flatMap(({ message }) => /in (light|dark) mode/.exec(message)?.[1] ?? [])).toEqual(modes);
    expect(publication.look?.logo).toBeDefined();
  });
});
