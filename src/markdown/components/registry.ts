import { chart } from './chart.ts';
import { compare, side } from './compare.ts';
import type { Component } from './component.ts';
import { figure } from './figure.ts';
import { quote } from './quote.ts';
import { timeline } from './timeline.ts';

/** Every component of an `.mdx` brief. */
export const components: readonly Component[] = [chart, compare, figure, quote, side, timeline];

export function componentOf(name: string | null): Component | undefined {
  return components.find((component) => component.name === name);
}
