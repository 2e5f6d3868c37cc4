import { steps, type PlacedLetter } from './glyphs.ts';
import type { Size } from './geometry.ts';

/** Sums from which the coverage of each pixel follows, row by row; all 0 before letters are added and after they are taken. */
export interface Field extends Size {
  readonly sums: Float32Array<ArrayBuffer>;
  /** Sums of a row: its pixels, and two more for what lies beyond the last. */
  readonly stride: number;
  /** The pixels of each row that letters may cover, the end not included; none before letters are added. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** A field, in the memory of another that is not used any more if that is large enough: its sums are all 0. */
export function openField({ width, height }: Size, memory = new ArrayBuffer(0)): Field {
  const stride = width + 2;
  const length = stride * height;
  const bytes = length * Float32Array.BYTES_PER_ELEMENT;
  return {
    width,
    height,
    sums: memory.byteLength < bytes ? new Float32Array(length) : new Float32Array(memory, 0, length),
    stride,
    starts: new Int32Array(height).fill(width),
    ends: new Int32Array(height),
  };
}

/**
 * Adds a letter by signed areas, as FreeType's smooth rasterizer does: added up from the left, the sums of a row are the part of
 * each pixel that letters cover, exact but for where contours cross, 1 or more within, with the sign of their direction. What lies
 * outside the field is left out, and a line that leaves it at a side is drawn to the edge: no card has ink there.
 */
export function addLetter({ outline, x, y, scale }: PlacedLetter, field: Field): void {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  let fromX = x;
  let fromY = y;
  let startX = x;
  let startY = y;
  const acrossAt = (at: number): number => {
    const across = x + (outline[at] ?? 0) * scale;
    if (across < left) left = across;
    if (across > right) right = across;
    return across;
  };
  const downAt = (at: number): number => {
    const down = y - (outline[at] ?? 0) * scale;
    if (down < top) top = down;
    if (down > bottom) bottom = down;
    return down;
  };
  for (let at = 0; at < outline.length;) {
    const step = outline[at];
    if (step === steps.close) {
      addLine(field, fromX, fromY, startX, startY);
      fromX = startX;
      fromY = startY;
      at += 1;
      continue;
    }
    // A curve lies within the hull of its points.
    const oneX = acrossAt(at + 1);
    const oneY = downAt(at + 2);
    let toX = oneX;
    let toY = oneY;
    if (step === steps.line) {
      addLine(field, fromX, fromY, oneX, oneY);
      at += 3;
    } else if (step === steps.quadratic) {
      toX = acrossAt(at + 3);
      toY = downAt(at + 4);
      addQuadratic(field, fromX, fromY, oneX, oneY, toX, toY);
      at += 5;
    } else if (step === steps.cubic) {
      const twoX = acrossAt(at + 3);
      const twoY = downAt(at + 4);
      toX = acrossAt(at + 5);
      toY = downAt(at + 6);
      addCubic(field, fromX, fromY, oneX, oneY, twoX, twoY, toX, toY);
      at += 7;
    } else {
      // A contour that was left open is filled as if it were closed.
      addLine(field, fromX, fromY, startX, startY);
      startX = oneX;
      startY = oneY;
      at += 3;
    }
    fromX = toX;
    fromY = toY;
  }
  addLine(field, fromX, fromY, startX, startY);
  const { starts, ends, width, height } = field;
  const start = clamp(Math.floor(left), width);
  // A pixel at least, so that what rounding left there is taken, too.
  const end = clamp(Math.max(start + 1, Math.ceil(right)), width);
  const last = Math.min(height, Math.ceil(bottom));
  for (let row = Math.max(0, Math.floor(top)); row < last; row += 1) {
    if (start < (starts[row] ?? 0)) starts[row] = start;
    if (end > (ends[row] ?? 0)) ends[row] = end;
  }
}

/** Pixels: how far a chord may lie from its curve, which is less than one of the canvas's 31 shades. */
const flatness = 0.032;

/** Not Math.hypot, of which each engine has its own. */
function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** A quadratic curve strays from `n` chords by an `n`²th of an eighth of its second difference. */
function addQuadratic(
  field: Field,
  x: number,
  y: number,
  oneX: number,
  oneY: number,
  endX: number,
  endY: number,
): void {
  const bend = lengthOf(x - 2 * oneX + endX, y - 2 * oneY + endY);
  const chords = Math.max(1, Math.ceil(Math.sqrt(bend / (8 * flatness))));
  let fromX = x;
  let fromY = y;
  for (let chord = 1; chord < chords; chord += 1) {
    const part = chord / chords;
    const rest = 1 - part;
    const toX = rest * rest * x + 2 * rest * part * oneX + part * part * endX;
    const toY = rest * rest * y + 2 * rest * part * oneY + part * part * endY;
    addLine(field, fromX, fromY, toX, toY);
    fromX = toX;
    fromY = toY;
  }
  addLine(field, fromX, fromY, endX, endY);
}

/** A cubic curve strays by no more than the larger of its second differences times three quarters of that. */
function addCubic(
  field: Field,
  x: number,
  y: number,
  oneX: number,
  oneY: number,
  twoX: number,
  twoY: number,
  endX: number,
  endY: number,
): void {
  const bend = Math.max(
    lengthOf(x - 2 * oneX + twoX, y - 2 * oneY + twoY),
    lengthOf(oneX - 2 * twoX + endX, oneY - 2 * twoY + endY),
  );
  const chords = Math.max(1, Math.ceil(Math.sqrt((6 * bend) / (8 * flatness))));
  let [fromX, fromY] = [x, y];
  for (let chord = 1; chord < chords; chord += 1) {
    const [part, rest] = [chord / chords, 1 - chord / chords];
    const [a, b, c, d] = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]; // prettier-ignore
    const toX = a * x + b * oneX + c * twoX + d * endX;
    const toY = a * y + b * oneY + c * twoY + d * endY;
    addLine(field, fromX, fromY, toX, toY);
    [fromX, fromY] = [toX, toY];
  }
  addLine(field, fromX, fromY, endX, endY);
}

/** What lies left of the field covers its rows as if it stood at the edge; what lies right of it, above or below, nothing. */
function addLine(field: Field, fromX: number, fromY: number, toX: number, toY: number): void {
  if (fromY === toY) return;
  const direction = fromY < toY ? 1 : -1;
  const topX = direction === 1 ? fromX : toX;
  const topY = direction === 1 ? fromY : toY;
  const slope = (toX - fromX) / (toY - fromY);
  const { sums, stride, width } = field;
  const first = Math.max(0, topY);
  const last = Math.min(field.height, direction === 1 ? toY : fromY);
  let x = topX + (first - topY) * slope;
  for (let y = Math.floor(first); y < last; y += 1) {
    const height = Math.min(y + 1, last) - Math.max(y, first);
    const next = x + slope * height;
    const left = clamp(x < next ? x : next, width);
    const right = clamp(x < next ? next : x, width);
    const pixel = Math.floor(left);
    const area = direction * height;
    if (right <= pixel + 1) {
      // The piece crosses a single pixel, of which it covers what lies to its right.
      const covered = area * (pixel + 1 - (left + right) / 2);
      add(sums, y * stride + pixel, covered);
      add(sums, y * stride + pixel + 1, area - covered);
    } else addAcross(sums, y * stride, left, right, area);
    x = next;
  }
}

function clamp(x: number, width: number): number {
  return x < 0 ? 0 : x > width ? width : x;
}

/** A piece of a line within a row that begins at `at`: to its right it covers `height` of each pixel, and a part of those that it crosses. */
function addAcross(sums: Float32Array, at: number, left: number, right: number, height: number): void {
  const first = Math.floor(left);
  const middle = (left + right) / 2;
  const share = height / (right - left);
  let before = 0;
  let areaBefore = 0;
  let pixel = first;
  for (; pixel < right; pixel += 1) {
    const end = pixel + 1;
    // From the line to the end of the pixel: a triangle, and behind the line's end a rectangle more.
    const area = end < right ? ((end - left) * (end - left)) / 2 : (right - left) * (end - middle);
    const covered = share * (area - areaBefore);
    add(sums, at + pixel, covered - before);
    before = covered;
    areaBefore = area;
  }
  add(sums, at + pixel, height - before);
}

function add(sums: Float32Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
