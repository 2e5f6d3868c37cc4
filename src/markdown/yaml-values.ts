import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { isEmptyValue } from './field-places.ts';

/**
 * The values of a document without empty fields; undefined if they cannot be determined, with the reason in the findings.
 * `range` is that of the whole block.
 */
export function valuesOf(document: Document, range: Range, findings: Finding[]): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    dropEmpty(document.contents, values);
    // Throws if a value contains itself, on which any walk would loop forever.
    JSON.stringify(values);
    return values;
  } catch {
    // The exact position may have been reported.
    if (findings.some(({ code }) => code === 'front-matter-alias')) return undefined;
    findings.push({
      code: 'front-matter-alias',
      range: { start: range.start, end: range.start + 3 },
      message: 'Unexpected YAML aliases that cannot be resolved or expand without limit',
      note: {
        text: 'write out the value where it is used, without & and *, or put a text that begins with one of them in quotation marks',
      },
    });
    return undefined;
  }
}

/**
 * Removes empty fields and items: no value, `null` or `~`. Items are also removed from the document, since findings
 * locate the others by index.
 */
function dropEmpty(node: unknown, value: unknown): void {
  if (isSeq(node) && Array.isArray(value)) {
    const filled = value.filter((_, at) => !isEmptyValue(node.items[at]));
    value.splice(0, value.length, ...(filled as unknown[]));
    node.items = node.items.filter((item) => !isEmptyValue(item));
    node.items.forEach((item, at) => { dropEmpty(item, value[at]); }); // prettier-ignore
  }
  if (!isMap(node) || typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  for (const { key, value: inner } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (isEmptyValue(inner)) Reflect.deleteProperty(fields, name);
    else dropEmpty(inner, fields[name]);
  }
}
