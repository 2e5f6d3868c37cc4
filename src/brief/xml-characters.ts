/**
 * Copies plain data without characters that XML 1.0 (section 2.2, `Char`) forbids or discourages and HTML treats as parse
 * errors: controls, lone surrogates, noncharacters.
 */
export function withXmlCharacters<Data>(data: Data): Data {
  return clean(data) as Data;
}

const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(forbidden, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
}
