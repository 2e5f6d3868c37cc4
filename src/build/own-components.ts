import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';

/** The folder of the publication's own components, relative to the project root. */
export const componentsFolder = 'components';

/**
 * Finds the publication's own components: each `.astro` file directly in the folder, unless its name starts with `_`. One that cannot
 * be compiled is there, too, so that briefs which use it have no further errors.
 */
export async function findComponents(
  root: string,
): Promise<{ readonly names: readonly string[]; readonly problems: readonly Diagnostic[] }> {
  const folder = join(root, componentsFolder);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const names: string[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    if (!/^[^_.].*\.astro$/i.test(file)) continue;
    const problem = await problemOf(file);
    if (problem === undefined) {
      names.push(file.slice(0, -'.astro'.length));
      problems.push(...(await mistakesIn(`${componentsFolder}/${file}`, readFileSync(join(folder, file)))));
    } else {
      const [message, advice] = problem;
      const range = { start: 0, end: 0 };
      problems.push(
        diagnosticOf(`${componentsFolder}/${file}`, {
          code: 'mdx-component',
          range,
          message,
          note: { text: `${advice}; if briefs must not use it, start its name with "_"` },
        }),
      );
    }
  }
  return { names, problems };
}

/** What Astro's compiler does not accept, before it ends a build with its own stack. */
async function mistakesIn(file: string, bytes: Buffer): Promise<Diagnostic[]> {
  // Few publications have components of their own.
  const { transform } = await import('@astrojs/compiler-rs');
  // One mistake leads to others, mostly behind it.
  const [mistake] = transform(bytes.toString(), { filename: file })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .toSorted((one, other) => (one.labels[0]?.start ?? 0) - (other.labels[0]?.start ?? 0));
  if (!mistake) return [];
  const { text, hint, labels } = mistake;
  // The compiler counts bytes.
  const offsetOf = (at: number): number => bytes.subarray(0, at).toString().length;
  const [{ start, end } = { start: 0, end: 0 }] = labels;
  return [
    diagnosticOf(file, {
      code: 'mdx-component',
      range: { start: offsetOf(start), end: offsetOf(end) },
      message: `Unexpected code, which Astro cannot compile: ${text}`,
      note: { text: hint || 'correct it here or in the lines above, as https://docs.astro.build/en/reference/astro-syntax/ explains' },
    }),
  ]; // prettier-ignore
}

async function problemOf(file: string): Promise<readonly [message: string, advice: string] | undefined> {
  // Few publications have components of their own.
  const { componentOf } = await import('../markdown/components/registry.ts');
  const name = file.slice(0, -'.astro'.length);
  if (componentOf(name)) {
    return [
      `Unexpected name ${quote(file)}, which is that of a component that ships with the site`,
      `rename it, for example to "Own${file}"`,
    ];
  }
  if (/^[A-Z][A-Za-z0-9]*\.astro$/.test(file)) return undefined;
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const suggestion = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const isName = /^[A-Z]/.test(suggestion) && !componentOf(suggestion);
  return [
    `Unexpected name ${quote(file)}, expected a capital letter A-Z, further letters and digits, and ".astro"`,
    isName ? `rename it to "${suggestion}.astro"` : 'rename it',
  ];
}
