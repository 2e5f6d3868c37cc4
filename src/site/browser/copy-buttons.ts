import { copyText } from './copy-text.ts';

/**
 * Shows the buttons that copy the text of the element named by `data-copy`, and announces the result in `status`. If the
 * browser denies access to the clipboard, the text is selected instead.
 */
export function offerCopies(buttons: Iterable<HTMLButtonElement>, status: HTMLElement): void {
  // The clipboard is only available on secure pages.
  if (!('clipboard' in navigator)) return;
  for (const button of buttons) {
    const source = document.getElementById(button.dataset['copy'] ?? '');
    if (!source) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      copyText(textOf(source), button, status).catch(() => {
        select(source);
      });
    });
  }
}

function textOf(source: HTMLElement): string {
  return source instanceof HTMLInputElement ? source.value : source.textContent.trim();
}

function select(source: HTMLElement): void {
  if (source instanceof HTMLInputElement) source.select();
  else getSelection()?.selectAllChildren(source);
}
