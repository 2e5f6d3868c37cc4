import type { Feedback, Publication } from '../../brief/publication.ts';

/** The address to which a form posts: absolute, or relative to the site's root for the site's own. */
export function endpointOf({ endpoint }: { readonly endpoint: string }, { address }: Publication): string {
  const { href, origin, pathname, search } = new URL(endpoint, address);
  return origin === new URL(address).origin ? pathname + search : href;
}

/** Another origin that the policy of a page with the form must allow; the site's own is always allowed. */
export function postsTo(
  feedback: Feedback | undefined,
  { address }: Pick<Publication, 'address'>,
): string | undefined {
  if (feedback === undefined || feedback === 'none' || feedback.kind === 'mailto') return undefined;
  const { origin } = new URL(feedback.endpoint, address);
  return origin === new URL(address).origin ? undefined : origin;
}
