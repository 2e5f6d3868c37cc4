/** Whether a text is a date and time of RFC 3339, as required by Atom, JSON Feed and schema.org. */
export function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text) && isReal(text);
}

/** Whether a text is a date with or without a time (W3C Date and Time Formats, as required by sitemaps and schema.org). */
export function isDate(text: string): boolean {
  return isMoment(text) || (/^\d{4}-\d{2}-\d{2}$/.test(text) && isReal(text));
}

/** Whether a text is a date and time of RFC 822 with a four-digit year, as required by RSS 2.0. */
export function isMailDate(text: string): boolean {
  const form =
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
  return form.test(text) && isReal(text);
}

function isReal(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}
