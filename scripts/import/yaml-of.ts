import { stringify } from 'yaml';

/** Writes a value as YAML with unlimited line length, without invisible characters, which YAML would escape. */
export function yamlOf(value: unknown): string {
  const visible = (_key: unknown, part: unknown): unknown =>
    typeof part === 'string' ? part.replace(/[^\P{Cc}\n\t]/gu, '') : part;
  return stringify(value, visible, { lineWidth: 0 }).trimEnd();
}
