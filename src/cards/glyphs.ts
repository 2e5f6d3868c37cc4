import type { Box } from './geometry.ts';

/** A letter's outline in ems, which go up: the number of each step, and its points behind it. */
export type Outline = Float32Array;

/** Of which all fonts are made (OpenType 1.9, "glyf" and "CFF"). */
export const steps = { move: 0, line: 1, quadratic: 2, cubic: 3, close: 4 } as const;

/** A letter where it stands on the card, in pixels: its outline is `scale` pixels to the em. */
export interface PlacedLetter {
  readonly outline: Outline;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

interface Hull {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const hulls = new WeakMap<Outline, Hull>();

/** The box in which a letter's ink lies, in pixels: that of the points of its outline. */
export function boundsOf({ outline, x, y, scale }: PlacedLetter): Box {
  const hull = hulls.get(outline) ?? hullOf(outline);
  hulls.set(outline, hull);
  return {
    left: x + hull.left * scale,
    top: y - hull.top * scale,
    width: (hull.right - hull.left) * scale,
    height: (hull.top - hull.bottom) * scale,
  };
}

/** Numbers behind each step, by the step's own. */
const coordinates = [2, 2, 4, 6, 0];

function hullOf(outline: Outline): Hull {
  const across: number[] = [];
  const up: number[] = [];
  for (let at = 0; at < outline.length;) {
    const count = coordinates[outline[at] ?? -1] ?? 0;
    for (let point = at + 1; point <= at + count; point += 2) {
      across.push(outline[point] ?? 0);
      up.push(outline[point + 1] ?? 0);
    }
    at += count + 1;
  }
  if (across.length === 0) return { left: 0, right: 0, bottom: 0, top: 0 };
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
  };
}
