/** Reads a value stored on this device. A browser may block storage, even for reading. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a value on this device. If the browser blocks storage, it only lasts for this visit. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to report: the next visit starts without the value.
  }
}
