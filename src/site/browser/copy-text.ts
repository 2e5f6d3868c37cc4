/**
 * Copies a text and says so on the button for as long as it takes to read, and aloud in `status`. Rejects where the
 * browser refuses.
 */
export async function copyText(
  text: string,
  button: HTMLButtonElement,
  status: Element | null,
): Promise<void> {
  await navigator.clipboard.writeText(text);
  const { textContent: name } = button;
  const { done = '' } = button.dataset;
  if (name === done) return;
  say(done, done);
  setTimeout(() => {
    say(name, '');
  }, confirmation);

  function say(onButton: string, aloud: string): void {
    button.textContent = onButton;
    button.classList.toggle('done', onButton === done);
    if (status) status.textContent = aloud;
  }
}

/** Milliseconds. */
const confirmation = 2500;
