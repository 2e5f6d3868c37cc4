import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { mdxSyntax } from './mdx.ts';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();
const mdx = markdown()
  .use(...mdxSyntax)
  .freeze();
const withoutEmail = markdown().use(leaveEmail).freeze();

/** Reads Markdown with GFM and front matter into a tree with offsets. */
export function parseMarkdown(source: string): Root {
  // GFM begins an e-mail address at every letter, which takes a tenth of all compiling; without an @ none is one.
  return (source.includes('@') ? markdown : withoutEmail).parse(source);
}

/**
 * Reads the same with the tags of MDX.
 *
 * @throws at the first tag or brace that cannot be read.
 */
export function parseMdx(source: string): Root {
  return mdx.parse(source);
}

function leaveEmail(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => {
    const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().filter(({ name }) => name !== 'emailAutolink'),
    ]);
    return { ...extension, text: Object.fromEntries(text) as typeof extension.text & object };
  });
}
