/** A letter's outline in units of its font, which go up: the number of each step, and its points behind it. */
export type Outline = Float32Array;

/** Of which all fonts are made (OpenType 1.9, "glyf" and "CFF"). */
export const steps = { move: 0, line: 1, quadratic: 2, cubic: 3, close: 4 } as const;

/** A letter where it stands on the card: pixels, and pixels of a unit of its font. */
export interface PlacedLetter {
  readonly outline: Outline;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** As opentype.js, which satori reads fonts with, gives an outline. */
export type Command =
  | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
  | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
  | {
      readonly type: 'C';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'Z' };

const numbers = new WeakMap<readonly Command[], number>();
/** By when they were last placed. */
const outlines = new Map<number, Outline>();
/** Of 1 KB on average; the longest card has some 400 different ones. */
const outlinesKept = 4000;
let count = 0;

/** What stands for a letter in the path that satori writes; it is whole to read while the card is drawn. */
export function placeLetter(commands: readonly Command[], x: number, y: number, scale: number): string {
  const number = numbers.get(commands) ?? count++;
  const outline = outlines.get(number) ?? outlineOf(commands);
  numbers.set(commands, number);
  outlines.delete(number);
  outlines.set(number, outline);
  if (outlines.size > outlinesKept) outlines.delete(outlines.keys().next().value ?? number);
  return `${number} ${x} ${y} ${scale};`;
}

/** The letters that a path of satori's stands for. */
export function readLetters(path: string): PlacedLetter[] {
  const words = path.split(';');
  // Each ends with a semicolon.
  if (words.pop()?.trim() !== '') throw new Error(`Unexpected path "${path.slice(-80)}"`);
  return words.map((word) => {
    const [number = NaN, x = NaN, y = NaN, scale = NaN] = word.trim().split(' ').map(Number);
    const outline = outlines.get(number);
    if (!outline || Number.isNaN(scale)) throw new Error(`Unexpected letter "${word}"`);
    return { outline, x, y, scale };
  });
}

/** An outline as it is kept. */
export function outlineOf(commands: readonly Command[]): Outline {
  return Float32Array.from(
    commands.flatMap((command) => {
      switch (command.type) {
        case 'M':
          return [steps.move, command.x, command.y];
        case 'L':
          return [steps.line, command.x, command.y];
        case 'Q':
          return [steps.quadratic, command.x1, command.y1, command.x, command.y];
        case 'C':
          return [steps.cubic, command.x1, command.y1, command.x2, command.y2, command.x, command.y];
        case 'Z':
          return [steps.close];
      }
    }),
  );
}
