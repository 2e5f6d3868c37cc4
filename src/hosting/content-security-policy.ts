/**
 * The policy of a page, at the start of its head: nothing from other hosts and nothing inline. (`frame-ancestors` works
 * only in a header.)
 */
export function contentSecurityPolicy({
  postsTo,
  searches = false,
}: {
  /** Origin to which a form of the page posts, if it is another one. */
  readonly postsTo?: string | undefined;
  /** Whether the page has search, which is WebAssembly (Pagefind). */
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
