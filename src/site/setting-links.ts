import { addressesOf } from '../brief/addresses.ts';
import { hasPath, site } from 'virtual:fourfold';

/** The address of a link from the settings: where it leads to a list that the language has, that of the language. */
export function addressOfLink(link: string, lang: string): string {
  const path = `${lang}${link}`;
  const isList = link.startsWith('/') && lang !== site.lang && hasPath(path.replace(/[?#].*$/, ''));
  return addressesOf(site).linked(isList ? `/${path}` : link);
}
