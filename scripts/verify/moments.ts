/** Whether a text is a date and time of RFC 3339, as Atom, JSON Feed and schema.org ask for it. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && isReal(text);
}

/** Whether a text is a date, with a time or without (W3C Date and Time Formats, as sitemaps and schema.org ask). */
export function isDate(text: string): boolean {
  return isMoment(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isReal(text));
}

/** Whether a text is a date and time of RFC 822 with a year of four digits, as RSS 2.0 asks for it. */
export function isMailDate(text: string): boolean {
  const form =
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
  return form.test(text) && isReal(text);
}

function isReal(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
