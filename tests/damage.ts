import fc from 'fast-check';

/** Typical mistakes of writers, editors and programs, and difficult input for parsers. */
const pieces = [
  ...['---', '...', '--- x', '\n---\n', '```', '~~~', '|', '\n|-|\n', '> ', '- ', '1. ', '## ', '\n===\n', '***', '__', '~'],
  ...['<', '>', '</', '/>', '<b>', '<!--', '<Chart', '<Quote>', '</Quote>', '{', '}', '{x}', 'import x from "y"\n', 'export '],
  ...['[', ']', '](', '![', '[^1]', '\n[^1]: ', '\n[reference]: ', '](./made-0.md)', '](/about/)', '](javascript:x)', '](#x)'],
  ...[': ', ':', '- x: y', '&x ', '*x ', '!!str ', '"', "'", '|\n', '? ', '%YAML 1.1\n', '\t', '[a, ', '{a: ', 'null', '~\n'],
  ...['\n', '\n\n', '\r', '\r\n', '\u00a0', '\u200b', '\u202e', '\ufeff', '\0', '\u2028', '\u0301', '\u{1f1e6}', '\u{e0061}'],
  ...['2025-02-30', 'draft', 'withdrawn', 'TODO', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n', 'https://', 'http://[', '%%'],
]; // prettier-ignore

type Change = (text: string) => string;

/** Positions are fractions of the text, so that a failure stays similar when the text is shortened. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, part: number): number => Math.floor(part * text.length);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...pieces)).map(([where, piece]): Change => (text) => text.slice(0, at(text, where)) + piece + text.slice(at(text, where))),
  fc.tuple(place, fc.nat(40)).map(([where, length]): Change => (text) => text.slice(0, at(text, where)) + text.slice(at(text, where) + length)),
  fc.tuple(place, place, fc.nat(200)).map(([from, to, length]): Change => (text) => text.slice(0, at(text, to)) + text.slice(at(text, from), at(text, from) + length) + text.slice(at(text, to))),
  place.map((where): Change => (text) => text.slice(0, at(text, where))),
  place.map((where): Change => (text) => text.slice(at(text, where))),
  fc.tuple(place, place).map(([one, other]): Change => (text) => {
    const lines = text.split('\n');
    const [from, to] = [at(text, one) % lines.length, at(text, other) % lines.length];
    const moved = lines[from] ?? '';
    return lines.with(from, lines[to] ?? '').with(to, moved).join('\n');
  }),
  fc.constantFrom<Change>(
    (text) => text.replaceAll('\n', '\r\n'),
    (text) => text.normalize('NFD'),
    (text) => text.toUpperCase(),
    (text) => text.replaceAll(' ', '\u00a0'),
    (text) => text.replaceAll(/[0-9]/g, '9'),
    (text) => `\ufeff${text}`,
    () => '',
  ),
); // prettier-ignore

/** One to three changes to a text. */
export const damage: fc.Arbitrary<Change> = fc
  .array(change, { minLength: 1, maxLength: 3 })
  .map((changes) => (text) => changes.reduce((changed, next) => next(changed), text));

/** One to three changed bytes, or a missing end. */
export const damageToBytes: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc.oneof(
  place.map((where) => (bytes: Buffer) => bytes.subarray(0, Math.floor(where * bytes.length))),
  fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 3 }).map((flips) => (bytes: Buffer) => {
    const changed = Buffer.from(bytes);
    for (const [where, byte] of flips) if (changed.length > 0) changed[Math.floor(where * (changed.length - 1))] = byte;
    return changed;
  }),
); // prettier-ignore
