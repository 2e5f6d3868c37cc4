import type { CustomPlugin } from 'svgo';
import type { Logo } from '../brief/publication.ts';
import { problemOfLogo } from '../cards/logo-raster.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { digestOf } from '../store/cache.ts';
import { findingAt, textOf, type LookPart } from './look-file.ts';

/** Where a part of the file stands in its text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Of the whole file. */
interface Found {
  readonly findings: Finding[];
  readonly viewBox: readonly number[];
}

/**
 * The publication's logo: an SVG of shapes alone, since pages hold it itself and cards draw it. What could run, load something or
 * look otherwise on another machine is an error at its place. What editors write for themselves is left out.
 */
export async function readOwnLogo(bytes: Buffer): Promise<LookPart<Logo>> {
  const text = textOf(bytes);
  if (typeof text !== 'string') return { findings: [text] };
  const { findings, viewBox } = await checkLogo(text);
  const [, , width = 1, height = 1] = viewBox;
  if (findings.length > 0) return { findings };
  const svg = await shapesOf(text);
  const style = /<style[\s>]/.exec(text);
  if (svg.includes('<style') && style)
    return {
      findings: [
        findingAt(
          { start: style.index, end: style.index + '<style'.length },
          'Unexpected rules that depend on the reader’s screen, expected attributes such as fill="#b3321b"',
          'write fill="currentColor" for a colour that is that of text in light and in dark mode',
        ),
      ],
    };
  const problem = await problemOfLogo(svg);
  if (problem !== undefined) return { findings: [findingAt({ start: 0, end: 0 }, `Unexpected image, expected one that can be drawn: ${problem}`, 'open it in a browser to see what is wrong')] }; // prettier-ignore
  return { part: { svg, version: digestOf(svg).slice(0, 12), ratio: width / height } };
}

/** Elements that draw the same shapes everywhere. */
const drawn = new Set('svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask pattern'.split(' ')); // prettier-ignore
/** Elements that are left out, or turned into attributes. */
const dropped = new Set(['title', 'desc', 'metadata', 'style']);

const advices: Readonly<Record<string, string>> = {
  text: 'convert the text to paths in your drawing program: not every machine has its font',
  tspan: 'convert the text to paths in your drawing program: not every machine has its font',
  image: 'draw it as paths: a picture in it would be blurred, and may not load',
  script: 'delete it: a logo runs nothing',
  foreignObject: 'draw what it shows as paths',
  a: 'delete the link and keep what it holds: the logo leads to the home page by itself',
};

/** The first fault of its XML, or else everything that a logo must not have. */
async function checkLogo(text: string): Promise<Found> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  const findings: Finding[] = [];
  let fault: Finding | undefined;
  let depth = 0;
  /** The depth of the outermost element that is left out. */
  let outside = Infinity;
  let isStyle = false;
  let viewBox: readonly number[] = [];
  parser.on('error', ({ message }) => {
    const start = Math.max(0, parser.position - 1);
    const reason = message.replace(/^[\d:]+\s*|\.$/g, '');
    fault ??= findingAt({ start, end: start + 1 }, `Unexpected image, expected well-formed SVG: ${reason}`, 'export it again as SVG'); // prettier-ignore
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    const start = text.lastIndexOf('<', parser.position - 1);
    const tag = { start, end: start + 1 + name.length };
    if (depth === 1) {
      const root = checkRoot(name, attributes, tag);
      viewBox = root.viewBox;
      findings.push(...root.findings);
    } else if (depth >= outside || name.includes(':') || dropped.has(name)) {
      outside = Math.min(outside, depth);
      isStyle = name === 'style';
    } else if (!drawn.has(name))
      findings.push(
        findingAt(
          tag,
          `Unexpected <${name}>, expected shapes only`,
          advices[name] ?? 'draw what it shows as shapes',
        ),
      );
    if (depth >= outside) return;
    const whole = text.slice(start, parser.position);
    for (const [attribute, value] of Object.entries(attributes)) {
      const problem = problemOfAttribute(attribute, value);
      if (!problem) continue;
      const at = start + Math.max(0, whole.search(new RegExp(`(?<=\\s)${RegExp.escape(attribute)}\\s*=`)));
      findings.push(findingAt({ start: at, end: at + attribute.length }, ...problem));
    }
  });
  const checkStyle = (content: string): void => {
    const [, before = '', load = ''] = (isStyle && loading.exec(content)) || [];
    if (load === '') return;
    const start = Math.max(0, text.lastIndexOf(before + load, parser.position));
    const at = { start: start + before.length, end: start + before.length + load.length };
    findings.push(findingAt(at, `Unexpected ${quote(load)} in a style, expected shapes only`, 'remove what it loads')); // prettier-ignore
  };
  parser.on('text', checkStyle);
  parser.on('cdata', checkStyle);
  parser.on('closetag', () => {
    if (depth === outside) {
      outside = Infinity;
      isStyle = false;
    }
    depth -= 1;
  });
  parser.write(text).close();
  return { findings: fault ? [fault] : findings, viewBox };
}

/** As many times as wide as it is high, at least and at most: other logos would be too small to see, or too long for a phone. */
const ratios = { min: 1 / 3, max: 8 };

function checkRoot(
  name: string,
  { viewBox = '', xmlns, width, height }: Record<string, string>,
  tag: Place,
): Found {
  if (name !== 'svg' || xmlns !== 'http://www.w3.org/2000/svg')
    return {
      findings: [
        findingAt(
          tag,
          `Unexpected <${name}>, expected <svg xmlns="http://www.w3.org/2000/svg">`,
          'export it again as SVG',
        ),
      ],
      viewBox: [],
    };
  const numbers = viewBox.split(/[\s,]+/).map(Number);
  const [, , across = 0, down = 0] = numbers;
  const hasBox = numbers.length === 4 && numbers.every(Number.isFinite) && across > 0 && down > 0;
  const sides = [width, height].map((side) => Number.parseFloat(side ?? ''));
  const meant = sides.every((side) => side > 0) ? sides.join(' ') : '120 40';
  const ratio = across / down;
  if (!hasBox)
    return {
      findings: [
        findingAt(
          tag,
          `${viewBox === '' ? 'Expected' : `Unexpected ${quote(viewBox)} as`} the attribute viewBox, which says what part is shown`,
          `write viewBox="0 0 ${meant}"`,
        ),
      ],
      viewBox: [],
    };
  if (ratio < ratios.min || ratio > ratios.max)
    return {
      findings: [
        findingAt(
          tag,
          `Unexpected shape of ${across} by ${down}, expected at most ${ratios.max} times as wide as high, and at most 3 times as high as wide`,
          'cut its viewBox to what it shows, or arrange its parts otherwise',
        ),
      ],
      viewBox: numbers,
    };
  return { findings: [], viewBox: numbers };
}

function problemOfAttribute(
  name: string,
  value: string,
): readonly [message: string, advice: string] | undefined {
  if (/^on/i.test(name))
    return [`Unexpected ${quote(name)}, expected shapes only`, 'delete it: a logo runs nothing'];
  if (/(?:^|:)href$/i.test(name) && !value.trim().startsWith('#'))
    return [
      `Unexpected address ${quote(value.slice(0, 60))}, expected one within the file, such as "#shape"`,
      'draw what it shows here',
    ];
  if (!name.startsWith('xmlns') && loading.test(value))
    return [
      `Unexpected address in ${quote(name)}, expected one within the file, such as url(#shape)`,
      'draw what it shows here',
    ];
  return undefined;
}

/** Text before something that loads, and its first characters. */
const loading = /^([^]*?)(@import|url\((?!\s*["']?\s*#))/i;

/** The shapes alone: styles as attributes, ids that no page has, nothing of editors. */
async function shapesOf(text: string): Promise<string> {
  // Few publications have a logo, and loading this takes as long as checking a brief.
  const { optimize } = await import('svgo');
  const { data } = optimize(text, {
    plugins: [
      'removeDoctype',
      'removeXMLProcInst',
      'removeComments',
      'removeMetadata',
      'removeEditorsNSData',
      'removeTitle',
      'removeDesc',
      { name: 'inlineStyles', params: { onlyMatchedOnce: false } },
      'convertStyleToAttrs',
      'removeXlink',
      { name: 'prefixIds', params: { prefix: 'logo', prefixClassNames: false, delim: '-' } },
      shapesOnly,
    ],
  });
  return data;
}

/** What is no shape and no attribute of one. */
const shapesOnly: CustomPlugin = {
  name: 'shapesOnly',
  fn: () => ({
    element: {
      enter: (node, parent) => {
        if (!drawn.has(node.name) && node.name !== 'style') {
          parent.children = parent.children.filter((child) => child !== node);
          return;
        }
        const isRoot = parent.type === 'root';
        node.attributes = Object.fromEntries(
          Object.entries(node.attributes).filter(
            ([name]) =>
              !/:|^(?:on.*|style|class|role|tabindex|lang|version|enable-background|(?:data|aria)-.*)$/i.test(
                name,
              ) && !(isRoot && /^(?:x|y|width|height|id|preserveAspectRatio)$/.test(name)),
          ),
        );
      },
    },
  }),
};
