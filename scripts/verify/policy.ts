/** Sources of a Content-Security-Policy by directive (CSP Level 3, 2.2.1), in lower case. */
export function directivesOf(policy: string): ReadonlyMap<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    // The first of two with one name counts.
    if (name !== '' && !directives.has(name.toLowerCase()))
      directives.set(
        name.toLowerCase(),
        sources.map((source) => (source.startsWith("'") ? source.toLowerCase() : source)),
      );
  }
  return directives;
}

/**
 * What a policy allows although no page needs it, or does not forbid although no default covers it. `mayAsk` says to
 * which hosts requests and forms may go.
 */
export function weaknessesOf(policy: string, mayAsk: (source: string) => boolean): string[] {
  const directives = directivesOf(policy);
  const missing = ['default-src', 'base-uri', 'form-action'].filter((name) => !directives.has(name));
  const object = directives.get('object-src') ?? [];
  return [
    ...missing.map((name) => `has a policy without ${name}`),
    ...(object.join(' ') === "'none'" ? [] : ["has a policy without object-src 'none'"]),
    ...[...directives].flatMap(([name, sources]) =>
      sources
        .filter((source) => !isHarmless(name, source, mayAsk))
        .map((source) => `has a policy that allows too much: ${name} ${source}`),
    ),
  ];
}

/** Code and styles must come from the site itself. */
function isHarmless(name: string, source: string, mayAsk: (source: string) => boolean): boolean {
  if (source === "'self'" || source === "'none'") return true;
  // Framing is controlled by a header, and embeds may be framed by all.
  if (name === 'frame-ancestors') return true;
  if (name === 'script-src' && (source === "'wasm-unsafe-eval'" || /^'sha(?:256|384|512)-/.test(source)))
    return true;
  return /^(?:connect-src|form-action)$/.test(name) && mayAsk(source);
}
