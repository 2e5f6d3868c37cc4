import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import * as z from 'zod';
import type { Language } from '../../languages/language.ts';

/** A component as it stands in the tree of a brief: on lines of its own, or in running text. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What a writer may put into an `.mdx` brief beside Markdown: data with a drawing, and no code. */
export interface Component {
  readonly name: string;
  /** How it is written, as messages show it. */
  readonly example: string;
  /** Its attributes; a message of theirs says what is expected. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** The one component in which it may stand; without it, anywhere in the text. */
  readonly within?: string;
  /** What is wrong with what it encloses. */
  readonly content: ContentCheck;
  /** Pure: the same attributes and children give the same HTML. Nothing for attributes that are not valid. */
  readonly draw: (
    attributes: Readonly<Record<string, string>>,
    children: readonly ElementContent[],
    language: Language,
  ) => Element | undefined;
  /** Says the same in Markdown alone, for readers of text; what it encloses is made into what they see afterwards. */
  readonly write: (
    attributes: Readonly<Record<string, string>>,
    children: readonly RootContent[],
    language: Language,
  ) => readonly RootContent[] | undefined;
}

export type ContentCheck = (children: readonly RootContent[]) => Iterable<ContentProblem>;

export interface ContentProblem {
  /** Where it is; the component itself if the problem is that something is missing. */
  readonly node?: RootContent;
  readonly found: string;
  readonly expected: string;
}

/** A component whose drawing gets its attributes as their schema makes them: declared once, checked and typed by it. */
export function defineComponent<Shape extends z.ZodRawShape>({
  draw,
  write,
  ...rest
}: Omit<Component, 'draw' | 'write' | 'shape'> & {
  readonly shape: Shape;
  readonly draw: (
    attributes: z.output<z.ZodObject<Shape>>,
    children: readonly ElementContent[],
    language: Language,
  ) => Element;
  readonly write: (
    attributes: z.output<z.ZodObject<Shape>>,
    children: readonly RootContent[],
    language: Language,
  ) => readonly RootContent[];
}): Component {
  const schema = z.object(rest.shape);
  return {
    ...rest,
    shape: rest.shape as unknown as Component['shape'],
    draw: (attributes, children, language) => {
      const parsed = schema.safeParse(attributes);
      return parsed.success ? draw(parsed.data, children, language) : undefined;
    },
    write: (attributes, children, language) => {
      const parsed = schema.safeParse(attributes);
      return parsed.success ? write(parsed.data, children, language) : undefined;
    },
  };
}
