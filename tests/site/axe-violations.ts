import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const program = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, or in a part of it by selector. `only` has tags of standards, or rules. */
export async function axeViolations(
  page: Page,
  { part = 'html', only = standards }: { part?: string; only?: readonly string[] } = {},
): Promise<string[]> {
  await page.evaluate(program);
  // It describes each element that passes too, unless told what counts.
  const options = JSON.stringify({ runOnly: only, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(part)}, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
