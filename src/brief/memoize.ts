/**
 * A pure function that reads its first argument but once: what it found is kept as long as that argument itself. Any other
 * argument is the same whenever the first is.
 */
export function memoize<Subject extends WeakKey, Rest extends readonly unknown[], Result>(
  read: (subject: Subject, ...rest: Rest) => Result,
): (subject: Subject, ...rest: Rest) => Result {
  const known = new WeakMap<Subject, Result>();
  return (subject, ...rest) => {
    const kept = known.get(subject);
    if (kept !== undefined) return kept;
    const result = read(subject, ...rest);
    known.set(subject, result);
    return result;
  };
}
