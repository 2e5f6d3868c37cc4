/** The address within quotation marks, brackets or no-break spaces, which a word processor made part of it. */
export function addressWithin(text: string): string | undefined {
  const [, before = '', address = '', behind = ''] = wrapped.exec(text) ?? [];
  // An apostrophe may end an address.
  return before === '' && /^['’‘]*$/.test(behind) ? undefined : address;
}

const around = String.raw`[\s"'“”„‟‘’‚«»‹›<>「」『』]`;
const wrapped = new RegExp(
  `^(${around}*)((?:https?:\\/\\/|mailto:|tel:|\\.{1,2}\\/|\\/briefs\\/|#)[^\\s"“”„«»<>「」『』]*[^\\s"'“”„‟‘’‚«»‹›<>「」『』])(${around}*)$`,
  'iu',
);
