import { runsOf, type Slot } from '../../src/cards/layout.ts';

/** The first text of a slot's fullest wording. */
export function textOfSlot(slots: readonly Slot[], name: string): string | undefined {
  const [row] = slots.find((slot) => slot.name === name)?.wordings[0] ?? [];
  return row && runsOf(row)[0]?.text;
}
