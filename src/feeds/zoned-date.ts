import type { Moment } from '../brief/brief.ts';

/**
 * A moment as feedsmith takes dates, that writes itself with the offset it has in the publication's time zone: readers that
 * show a date as it stands would else give the evening before.
 */
export class ZonedDate extends Date {
  readonly #moment: Moment;

  constructor(moment: Moment) {
    super(moment);
    this.#moment = moment;
  }

  /** RFC 3339. */
  override toISOString(): string {
    return this.#moment;
  }

  /** RFC 822 with a year of four digits, as RFC 1123 has it: "Tue, 28 Oct 2025 00:00:00 +0100". */
  override toUTCString(): string {
    const [, day = '', time = '', offset = ''] = /^(.{10})T(.{8})(.{6})$/.exec(this.#moment) ?? [];
    const written = new Date(`${day}T00:00:00Z`).toUTCString().slice(0, 'Tue, 28 Oct 2025'.length);
    return `${written} ${time} ${offset.replace(':', '')}`;
  }
}
