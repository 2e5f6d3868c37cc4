/**
 * The policy of a page, printed before anything else in the head: nothing from another host, nothing inline.
 * (`frame-ancestors` counts only in a header.)
 */
export function contentSecurityPolicy({
  postsTo,
  searches = false,
}: {
  /** Origin to which a form of the page sends, with script or without, if it is not the site's own. */
  readonly postsTo?: string | undefined;
  /** Whether the page searches: Pagefind is WebAssembly. */
  readonly searches?: boolean | undefined;
} = {}): string {
  return [
    "default-src 'self'",
    ...(searches ? ["script-src 'self' 'wasm-unsafe-eval'"] : []),
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    ...(postsTo === undefined ? [] : [`connect-src 'self' ${postsTo}`]),
    ["form-action 'self'", ...(postsTo === undefined ? [] : [postsTo])].join(' '),
  ].join('; ');
}
