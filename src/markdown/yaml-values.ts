import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { isEmptyValue } from './field-places.ts';

/**
 * What a document holds, without fields that are there and say nothing; undefined if that cannot be told, with what is wrong
 * among the findings. `range` is what stands for the whole block.
 */
export function valuesOf(document: Document, range: Range, findings: Finding[]): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 }) ?? {};
    dropEmpty(document.contents, values);
    // Throws if a value holds itself: whatever walks it would never end.
    JSON.stringify(values);
    return values;
  } catch {
    // Its place may be known.
    if (findings.some(({ code }) => code === 'front-matter-alias')) return undefined;
    findings.push({
      code: 'front-matter-alias',
      range: { start: range.start, end: range.start + 3 },
      message: 'Unexpected YAML aliases that cannot be resolved or grow beyond all measure',
      note: {
        text: 'write the value out where it is used, without & and *; put a text that begins with one of them between quotation marks',
      },
    });
    return undefined;
  }
}

/**
 * A field with nothing behind its colon, `null` or `~`, as editors write it, is a field that is not there, and so is an item
 * of a list. Items leave the document, too: what is found of the others is looked for by their number.
 */
function dropEmpty(node: unknown, value: unknown): void {
  if (isSeq(node) && Array.isArray(value)) {
    const kept = value.filter((_, at) => !isEmptyValue(node.items[at]));
    value.splice(0, value.length, ...(kept as unknown[]));
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
