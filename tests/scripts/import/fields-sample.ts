import { importText } from './import-sample.ts';

/** Two sections with which most documents here end. */
export const sections =
  "## What's Happening?\n\nThe lab disclosed the figure in a paper of last week. More.\n\n## What's Next?\n\nA vote.";

/** The front matter of the brief made from a text. */
export async function fieldsOf(
  text: string,
  file = 'draft.md',
  options: Parameters<typeof importText>[2] = {},
) {
  const { draft } = await importText(text, file, options);
  return draft.frontMatter?.values as Record<string, unknown>;
}

/** A page with one section, below a head and some text. */
export function page(head: string, body = ''): string {
  return `<html><head>${head}</head><body>${body}<h2>What's Happening?</h2><p>The lab disclosed the figure in a paper. More.</p></body></html>`;
}
