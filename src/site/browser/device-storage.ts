/** What was kept on this device. A browser may forbid to keep anything, and even to ask for it. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value on this device; where the browser forbids it, it holds for this visit alone. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to tell: on the next visit it is as if nothing had been said.
  }
}
