/**
 * Marks the link of the current section: the last one whose heading has passed the top fifth of the window, or the
 * position at which an anchor comes to rest, if that is lower.
 */
export function markCurrentSection(links: Iterable<HTMLAnchorElement>): void {
  const byId = new Map([...links].map((link) => [link.hash.slice(1), link]));
  const passed = new Set<string>();
  let observer: IntersectionObserver | undefined;
  const observe = (): void => {
    observer?.disconnect();
    const line = Math.max(innerHeight / 5, landing);
    observer = new IntersectionObserver(mark, { rootMargin: `0px 0px ${line - innerHeight}px 0px` });
    for (const id of byId.keys()) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
  };
  observe();
  addEventListener('resize', observe);

  function mark(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting || boundingClientRect.top < 0) passed.add(target.id);
      else passed.delete(target.id);
    }
    const ids = [...byId.keys()];
    const current = ids.findLast((id) => passed.has(id)) ?? ids[0];
    for (const [id, link] of byId) {
      if (id === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }
}

/** Pixels from the top, slightly more than `scroll-padding-block-start` in `styles/base.css`. */
const landing = 96;
