/** Memoizes a function by its first argument (WeakMap). Other arguments must not vary for the same first argument. */
export function memoize<Subject extends WeakKey, Rest extends readonly unknown[], Result>(
  read: (subject: Subject, ...rest: Rest) => Result,
): (subject: Subject, ...rest: Rest) => Result {
  const known = new WeakMap<Subject, Result>();
  return (subject, ...rest) => {
    const cached = known.get(subject);
    if (cached !== undefined) return cached;
    const result = read(subject, ...rest);
    known.set(subject, result);
    return result;
  };
}
