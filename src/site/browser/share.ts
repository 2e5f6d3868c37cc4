import { copyText } from './copy-text.ts';

/** Shows the buttons that the browser supports: its share dialog and its clipboard. */
export function offerSharing(section: HTMLElement): void {
  const { title = '', address = '' } = section.dataset;
  const share = section.querySelector<HTMLButtonElement>('[data-share]');
  // Phones have a useful share dialog; on a desktop it is mostly in the way.
  if (share && 'share' in navigator && matchMedia('(pointer: coarse)').matches) {
    share.parentElement?.removeAttribute('hidden');
    share.addEventListener('click', () => {
      // Closing the dialog is not an error.
      navigator.share({ title, url: address }).catch(() => undefined);
    });
  }
  const copy = section.querySelector<HTMLButtonElement>('[data-copy]');
  if (copy && 'clipboard' in navigator) {
    copy.parentElement?.removeAttribute('hidden');
    copy.addEventListener('click', () => void copyText(address, copy, statusOf(section)));
  }
}

/** Adds a button to every section heading that copies the address of the section. */
export function offerSectionLinks(section: HTMLElement, headings: Iterable<HTMLAnchorElement>): void {
  const model = section.querySelector<HTMLButtonElement>('[data-copy]');
  if (!model || !('clipboard' in navigator)) return;
  for (const link of headings) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-section';
    button.textContent = model.textContent.trim();
    button.dataset['done'] = model.dataset['done'] ?? '';
    button.setAttribute('aria-label', `${button.textContent}: ${link.textContent.trim()}`);
    const address = new URL(link.hash, section.dataset['address']).href;
    button.addEventListener('click', () => void copyText(address, button, statusOf(section)));
    link.parentElement?.after(button);
  }
}

function statusOf(section: HTMLElement): Element | null {
  return section.querySelector('[role=status]');
}
