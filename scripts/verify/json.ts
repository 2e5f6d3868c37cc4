/** A JSON object with unknown properties. */
export type Thing = Readonly<Record<string, unknown>>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list, or a single object. */
export function thingsIn(value: unknown): readonly Thing[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isThing);
}

/** A string, or '' for any other value. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Parses JSON; undefined for invalid text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
