import { copyText } from './copy-text.ts';

/**
 * Shows the buttons that copy the text of the element that `data-copy` names, and says in `status` what was done. Where
 * the browser refuses, the text is selected, so that it is one keystroke away.
 */
export function offerCopies(buttons: Iterable<HTMLButtonElement>, status: HTMLElement): void {
  // Browsers give the clipboard to secure pages alone.
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
