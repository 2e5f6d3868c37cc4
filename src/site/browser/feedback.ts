import { keep, recall } from './device-storage.ts';

/** Milliseconds to wait for each response of the endpoint. */
const patience = 10_000;

/**
 * Sends an answer without leaving the page, confirms it, and stores it on this device, so that nobody is asked twice.
 * After a failure, a message appears and the form works without script.
 */
export function sendInPlace(form: HTMLFormElement): void {
  const { thanks = '', failed = '' } = form.dataset;
  let sending = false;
  let plain = false;
  for (const button of buttonsOf(form)) {
    if (recall(keyOf(button)) === button.value) showSaid(button, thanks);
  }
  form.addEventListener('submit', (event) => {
    const { submitter: button } = event;
    if (!(button instanceof HTMLButtonElement)) return;
    const isSaid = button.getAttribute('aria-disabled') === 'true';
    if (plain && !isSaid) return;
    event.preventDefault();
    if (isSaid || sending) return;
    sending = true;
    form.setAttribute('aria-busy', 'true');
    say(button, '');
    void send(form, button).then((arrived) => {
      sending = false;
      form.removeAttribute('aria-busy');
      if (arrived) {
        keep(keyOf(button), button.value);
        showSaid(button, thanks);
      } else {
        plain = true;
        say(button, failed);
      }
    });
  });
}

/**
 * Whether the endpoint accepted the answer, as far as a page can tell. Many endpoints redirect to a page of thanks, which
 * is not fetched. Some do not allow other origins to read the response, although the form has arrived.
 */
async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) {
    if (typeof value === 'string') body.append(name, value);
  }
  try {
    const { ok, type } = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      redirect: 'manual',
      keepalive: true,
      signal: AbortSignal.timeout(patience),
    });
    return ok || type === 'opaqueredirect';
  } catch {
    return isReachable(form.action);
  }
}

/** Whether the host of an address responds at all, even with a redirect that the page's policy blocks. */
async function isReachable(address: string): Promise<boolean> {
  const redirected = new Promise<boolean>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (effectiveDirective === 'connect-src') resolve(true);
    });
  });
  const answered = fetch(new URL('/robots.txt', address), {
    method: 'HEAD',
    mode: 'no-cors',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
  }).then(
    () => true,
    // A policy violation is reported after the request has failed.
    () => new Promise<boolean>((resolve) => setTimeout(resolve, 200, false)),
  );
  return Promise.race([redirected, answered]);
}

/** Buttons for the same question share a name. */
function showSaid(button: HTMLButtonElement, thanks: string): void {
  for (const other of buttonsOf(button.form)) {
    if (other.name !== button.name) continue;
    // `disabled` would lose the focus.
    other.setAttribute('aria-disabled', 'true');
    other.setAttribute('aria-pressed', String(other === button));
  }
  say(button, thanks);
}

function say(button: HTMLButtonElement, words: string): void {
  const status = button.closest('[role="group"]')?.querySelector('[role="status"]');
  if (status) status.textContent = words;
}

function buttonsOf(form: HTMLFormElement | null): NodeListOf<HTMLButtonElement> | [] {
  return form?.querySelectorAll<HTMLButtonElement>('button[name]') ?? [];
}

function keyOf({ name }: HTMLButtonElement): string {
  return `feedback ${location.pathname} ${name}`;
}
