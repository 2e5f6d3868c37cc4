/** A block of a section as plain text, with its form on the page. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  | { readonly kind: 'figure'; readonly value: string; readonly label: string }
  /** `first` is the number of the first item; `depth` counts the lists that this one is in. */
  | {
      readonly kind: 'list';
      readonly items: readonly string[];
      readonly first?: number;
      readonly depth?: number;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly hasHead: boolean }
  | Chart;

/** A drawn chart; `height` is in the pixels of its shapes. */
export interface Chart {
  readonly kind: 'chart';
  readonly title: string;
  readonly height: number;
  readonly shapes: readonly ChartShape[];
}

/** A shape of a chart: horizontal positions as fractions of the width, vertical ones in pixels. */
export type ChartShape =
  | { readonly shape: 'bar'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly shape: 'line'; readonly role: string; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
  | { readonly shape: 'dot'; readonly x: number; readonly y: number }
  | { readonly shape: 'text'; readonly role: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly text: string }; // prettier-ignore

/** What the item of a task begins with, as in feeds: whether it is done. */
export const taskBox = /^[☐☑] /;
