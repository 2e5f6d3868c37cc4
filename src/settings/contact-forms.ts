import { checked } from '../markdown/field-forms.ts';
import { isHostName } from '../markdown/host-name.ts';

/** An address over TLS, of a host that can exist. */
export function secureAddress() {
  return checked(
    (text) => text.startsWith('https://') && isHostName(URL.parse(text)?.hostname ?? ''),
    'field-url',
    'address',
    'one that begins with https://',
  );
}

/** Where forms and scripts send: a full address, or a path of this site. */
export function endpoint() {
  return checked(
    (text) =>
      text !== '' && !/\s/.test(text) && /^https?:$/.test(URL.parse(text, 'https://x/')?.protocol ?? ''),
    'field-url',
    'address',
    'a full one that begins with https://, or one on this site',
  );
}

/** A mail address without a display name. */
export function mailAddress() {
  return checked(
    (text) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text),
    'field-value',
    'mail address',
    'one such as desk@news.example',
  );
}

/** An account of the fediverse, `@name@server`. */
export function fediverse() {
  return checked(
    (text) => /^@[^\s@]+@[^\s@]+$/.test(text),
    'field-value',
    'account',
    'one such as @news@mastodon.example',
  );
}
