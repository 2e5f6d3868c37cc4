import { widthOf, type Fitting, type TypesetRun } from './estimate.ts';
import { runGap, type Layout } from './layout.ts';
import type { Box } from './geometry.ts';

/** An element as satori reads it: what JSX would make, made by hand, because Node runs no `.tsx`. */
export interface Element {
  readonly type: 'div';
  readonly key?: string;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Element[];
  };
}

/** The whole card. Each slot's text stands in a wrapper that carries the slot's name, by which it is measured. */
export function cardElement(
  { size, ground }: Pick<Layout, 'size' | 'ground'>,
  fittings: readonly Fitting[],
  direction: 'ltr' | 'rtl',
): Element {
  return div({ display: 'flex', ...size, direction }, [
    ...ground.map((area) => div({ ...placed(area), backgroundColor: area.colour })),
    ...fittings.map(slotElement),
  ]);
}

/** The wrapper has no height and does not shrink, so it is as large as its text, be that larger than the slot. */
function slotElement(fitting: Fitting): Element {
  const { slot, rows } = fitting;
  const style = {
    ...placed(slot),
    ...column,
    justifyContent: slot.edge === 'top' ? 'flex-start' : 'flex-end',
  };
  const rowGap = Math.round((slot.rowGap ?? 0) * fitting.size);
  const wrapper = div({ ...column, flexShrink: 0, rowGap }, rows.map((row) => rowElement(row, fitting))); // prettier-ignore
  return div(style, [{ ...wrapper, key: slot.name }]);
}

function rowElement(row: readonly TypesetRun[], fitting: Fitting): Element {
  const [first, ...others] = row.map((run) => runElement(run, fitting, row.length === 1));
  if (first && others.length === 0) return first;
  const style = { display: 'flex', alignItems: 'baseline', flexShrink: 0, columnGap: runGap * fitting.size };
  return div(style, first ? [first, ...others] : []);
}

function runElement(run: TypesetRun, { slot, size, breakWords }: Fitting, wraps: boolean): Element {
  const { files, leading, tracking } = run.setting;
  const style = {
    fontFamily: files.map((file) => file.name).join(', '),
    fontSize: size,
    lineHeight: leading,
    letterSpacing: tracking * size,
    color: run.colour,
    flexShrink: 0,
    ...(wraps
      ? { textWrap: slot.isRunning || isShort(run, slot.width / size) ? 'wrap' : 'balance' }
      : { whiteSpace: 'nowrap' }),
    ...(breakWords ? { wordBreak: 'break-word' } : {}),
  };
  return div(style, run.text);
}

/** Surely a single line in a room of so many ems, kerned or not: satori would lay it out ten times to balance it. */
function isShort({ text, setting }: TypesetRun, room: number): boolean {
  return widthOf(text, setting) < 0.9 * room;
}

const column = { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' };

function placed({ left, top, width, height }: Box): Record<string, string | number> {
  return { position: 'absolute', left, top, width, height };
}

function div(style: Element['props']['style'], children?: string | readonly Element[]): Element {
  return { type: 'div', props: children === undefined ? { style } : { style, children } };
}
