import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { extname } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { withoutTypes } from '../store/code-graph.ts';

await init;

/** What Astro and MDX export beside what the file itself does. */
const given = ['default', 'Content', 'file', 'frontmatter', 'getHeadings', 'url'];

/** The names that a file, or a module of Node's, exports; undefined where they cannot be known from its text alone. */
export function exportsOf(module: string): readonly string[] | undefined {
  if (isBuiltin(module)) return ['default', ...Object.keys(process.getBuiltinModule(module) as object)];
  try {
    const text = readFileSync(module, 'utf8');
    switch (extname(module)) {
      case '.astro':
      case '.mdx':
        return [...given, ...(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [])];
      case '.json':
        return ['default', ...Object.keys(JSON.parse(text) as object)];
      case '.ts':
      case '.mts':
        return exportsOfCode(withoutTypes(text));
      case '.js':
      case '.mjs':
        return exportsOfCode(text);
      default:
        return undefined;
    }
  } catch {
    // What cannot be read as code is reported by whoever runs it.
    return undefined;
  }
}

function exportsOfCode(code: string): readonly string[] | undefined {
  const [imports, exports, , isModule] = parse(code);
  const isOpen = imports.some(({ ss, se }) => /^export\s*\*\s*from/.test(code.slice(ss, se)));
  return isOpen || !isModule ? undefined : exports.map(({ n }) => n);
}
