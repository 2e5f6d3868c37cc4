/** A JSON object of which nothing is known. */
export type Thing = Readonly<Record<string, unknown>>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; of a single one, that. */
export function thingsIn(value: unknown): readonly Thing[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isThing);
}

/** A text as it is; nothing for all else. */
export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a text says as JSON; nothing where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
