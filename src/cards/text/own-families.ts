import { pathToFileURL } from 'node:url';
import type { OwnFont } from '../../brief/publication.ts';
import { absolutePath } from '../../markdown/source-paths.ts';
import { families, type Axes, type Face, type Family } from './font-families.ts';

/** The publication's own fonts, by the face in whose place they stand. */
export type OwnFaces = Readonly<Partial<Record<Face, OwnFont>>>;

/** The families that a text looks through before the shipped ones. */
export type OwnFamilies = Readonly<Partial<Record<Face, Family>>>;

const known = new Map<string, Family>();

/** Families of fonts whose files are below `root`; the same for the same files. */
export function ownFamilies(fonts: OwnFaces, root: string): OwnFamilies {
  return Object.fromEntries(
    Object.entries(fonts).map(([face, font]) => {
      const key = [root, face, font.source, font.version].join('\0');
      const family = known.get(key) ?? familyOf(face as Face, font, root);
      known.set(key, family);
      return [face, family];
    }),
  );
}

/** Set like the shipped family that it stands for, with more room between the lines if its letters are higher. */
function familyOf(face: Face, { source, version, axes, height }: OwnFont, root: string): Family {
  const shipped = families.find(({ faces }) => faces[face] !== undefined);
  const wanted = shipped?.faces[face] ?? {};
  const url = pathToFileURL(absolutePath(root, source)).href;
  const point: Axes = Object.fromEntries(
    Object.entries(axes).flatMap(([axis, [min, max]]) => {
      const value = wanted[axis];
      return value === undefined ? [] : [[axis, Math.min(Math.max(value, min), max)]];
    }),
  );
  return {
    name: `${source} ${version}`,
    faces: { [face]: point },
    url: () => url,
    isVariable: true,
    leading: Math.max(shipped?.leading ?? 1, leadingOfHeight * height),
    tracking: shipped?.tracking ?? 0,
  };
}

/** Part of a font's own height at which its capitals do not touch what hangs down from the line above. */
const leadingOfHeight = 0.9;
