import { steps, type PlacedLetter } from './glyphs.ts';

/** A line of a thickness as an outline on the card. */
export function lineOutline(x1: number, y1: number, x2: number, y2: number, thickness: number): PlacedLetter {
  const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) || 1;
  const [across, down] = [((y2 - y1) / length) * (thickness / 2), ((x2 - x1) / length) * (thickness / 2)];
  return outlineOf([
    [steps.move, x1 - across, y1 + down],
    [steps.line, x2 - across, y2 + down],
    [steps.line, x2 + across, y2 - down],
    [steps.line, x1 + across, y1 - down],
  ]);
}

/** Part of the radius at which a quarter of a circle has the points of its curve. */
const circle = 0.5523;

export function dotOutline(x: number, y: number, radius: number): PlacedLetter {
  const near = circle * radius;
  return outlineOf([
    [steps.move, x + radius, y],
    [steps.cubic, x + radius, y + near, x + near, y + radius, x, y + radius],
    [steps.cubic, x - near, y + radius, x - radius, y + near, x - radius, y],
    [steps.cubic, x - radius, y - near, x - near, y - radius, x, y - radius],
    [steps.cubic, x + near, y - radius, x + radius, y - near, x + radius, y],
  ]);
}

/** Of points on the card, whose y goes down; an outline's goes up. */
function outlineOf(points: readonly (readonly number[])[]): PlacedLetter {
  const outline = Float32Array.from([
    ...points.flatMap(([step = 0, ...coordinates]) => [
      step,
      ...coordinates.map((each, at) => (at % 2 === 0 ? each : -each)),
    ]),
    steps.close,
  ]);
  return { outline, x: 0, y: 0, scale: 1 };
}
