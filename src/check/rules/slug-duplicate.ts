import { diagnosticOf, type Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Two files never share a slug, since addresses have no folders; the second one is the error. */
export function slugDuplicates(files: readonly { file: string; slug: string }[]): Diagnostic[] {
  const first = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { file, slug } of files) {
    const other = first.get(slug);
    if (other === undefined) {
      first.set(slug, file);
      continue;
    }
    diagnostics.push(
      diagnosticOf(file, {
        code: 'slug-duplicate',
        range: { start: 0, end: 0 },
        message: `Unexpected second brief with the slug "${slug}", expected each slug once`,
        note: {
          text: `the other one is ${other}; delete one of the two files if it is a copy, or rename it`,
        },
      }),
    );
  }
  return diagnostics;
}
