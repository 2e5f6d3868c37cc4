/** The address inside quotation marks, brackets or no-break spaces that a word processor made part of it. */
export function addressWithin(text: string): string | undefined {
  const [, before = '', address = '', behind = ''] = wrapped.exec(text) ?? [];
  // An address may end with an apostrophe.
  return before === '' && /^['’‘]*$/.test(behind) ? undefined : address;
}

const around = String.raw`[\s"'“”„‟‘’‚«»‹›<>「」『』]`;
const wrapped = new RegExp(
  `^(${around}*)((?:https?:\\/\\/|mailto:|tel:|\\.{1,2}\\/|\\/briefs\\/|#)[^\\s"“”„«»<>「」『』]*[^\\s"'“”„‟‘’‚«»‹›<>「」『』])(${around}*)$`,
  'iu',
);
