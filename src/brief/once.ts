/** A pure function that reads its argument but once: what it found is kept as long as the argument itself. */
export function oncePer<Subject extends WeakKey, Result>(
  read: (subject: Subject) => Result,
): (subject: Subject) => Result {
  const known = new WeakMap<Subject, Result>();
  return (subject) => {
    const kept = known.get(subject);
    if (kept !== undefined) return kept;
    const result = read(subject);
    known.set(subject, result);
    return result;
  };
}
