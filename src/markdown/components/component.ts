import type { Element, ElementContent } from 'hast';
import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import * as z from 'zod';
import type { TextLanguage } from '../../languages/language.ts';

/** A component in the tree, on its own lines or in running text. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

/** A component that writers may use in an `.mdx` brief: data and a drawing, no code. */
export interface Component {
  readonly name: string;
  /** An example for messages. */
  readonly example: string;
  /** Its attributes; their error messages say what is expected. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** The only component in which it may appear; undefined if it may appear anywhere. */
  readonly within?: string;
  /** Finds problems in its content. */
  readonly content: ContentCheck;
  /** Draws its HTML. Pure, and empty for invalid attributes. */
  readonly draw: (
    attributes: Readonly<Record<string, string>>,
    children: readonly ElementContent[],
    language: TextLanguage,
  ) => Element | undefined;
  /** Writes the same as plain Markdown, for text readers; its content is converted later. */
  readonly write: (
    attributes: Readonly<Record<string, string>>,
    children: readonly RootContent[],
    language: TextLanguage,
  ) => readonly RootContent[] | undefined;
}

export type ContentCheck = (children: readonly RootContent[]) => Iterable<ContentProblem>;

export interface ContentProblem {
  /** The node with the problem; undefined if something is missing. */
  readonly node?: RootContent;
  readonly found: string;
  readonly expected: string;
}

/** Defines a component whose `draw` receives the attributes as typed by their schema. */
export function defineComponent<Shape extends z.ZodRawShape>({
  draw,
  write,
  ...rest
}: Omit<Component, 'draw' | 'write' | 'shape'> & {
  readonly shape: Shape;
  readonly draw: (
    attributes: z.output<z.ZodObject<Shape>>,
    children: readonly ElementContent[],
    language: TextLanguage,
  ) => Element;
  readonly write: (
    attributes: z.output<z.ZodObject<Shape>>,
    children: readonly RootContent[],
    language: TextLanguage,
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
