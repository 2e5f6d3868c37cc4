/**
 * Copies a text, and confirms it briefly on the button and in `status` for screen readers. Rejects if the browser denies
 * access.
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
