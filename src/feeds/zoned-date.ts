import type { Moment } from '../brief/moment.ts';

/**
 * A date for feedsmith that formats itself with the offset of the publication's time zone. In UTC, some feed readers
 * would show the previous day.
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

  /** RFC 822 with a four-digit year, as in RFC 1123: "Tue, 28 Oct 2025 00:00:00 +0100". */
  override toUTCString(): string {
    const [, day = '', time = '', offset = ''] = /^(.{10})T(.{8})(.{6})$/.exec(this.#moment) ?? [];
    const written = new Date(`${day}T00:00:00Z`).toUTCString().slice(0, 'Tue, 28 Oct 2025'.length);
    return `${written} ${time} ${offset.replace(':', '')}`;
  }
}
