/**
 * Marks the link of the section that is being read: the last one whose heading has passed the top fifth, so that one led
 * to is not taken for the next. On a low screen that is not above the place where it comes to stand.
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

/** Pixels from the top, a little below `scroll-padding-block-start` of `styles/base.css`. */
const landing = 96;
