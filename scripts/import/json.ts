export type Values = Readonly<Record<string, unknown>>;

/** Also with commas before a closing bracket, comments and line breaks in strings, as models write it. */
export function jsonOf(text: string): unknown {
  for (const repair of [
    (same: string) => same,
    (given: string) =>
      given.replace(stringsAndCommas, (found: string, string?: string) =>
        string === undefined
          ? found.replace(/^,|^\/\/.*$/, '')
          : string.replace(/\n/g, '\\n').replace(/\t/g, '\\t'),
      ),
  ]) {
    try {
      return JSON.parse(repair(text)) as unknown;
    } catch {
      // Tried again with repairs.
    }
  }
  return undefined;
}

const stringsAndCommas = /("(?:[^"\\]|\\[^])*")|,(?=\s*[}\]])|(?<=[\s,{[])\/\/.*$/gm;

/** The text of a program's answer: a JSON string, or the content in the answer of a programming interface. */
export function answerIn(text: string): string | undefined {
  const start = text.replace('\ufeff', '').trim();
  if (!/^"[^]*"$|^[[{][^]*[\]}]$/.test(start)) return undefined;
  const value = jsonOf(start);
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  for (const list of ['choices', 'candidates', 'output', 'content']) {
    const said = Array.isArray(value[list]) ? value[list].map(saidIn).join('') : '';
    if (said !== '') return said;
  }
  return undefined;
}

/** The text of a message or a part of it. */
function saidIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(saidIn).join('');
  if (!isObject(value) || value['type'] === 'thinking' || value['type'] === 'reasoning') return '';
  return saidIn(value['message'] ?? value['content'] ?? value['parts'] ?? value['text']);
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
