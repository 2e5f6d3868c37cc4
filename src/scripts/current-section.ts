/** Marks the link of the section that is being read: the last one whose heading has passed the top fifth, so that one led to is not taken for the next. */
export function markCurrentSection(links: Iterable<HTMLAnchorElement>): void {
  const byId = new Map([...links].map((link) => [link.hash.slice(1), link]));
  const passed = new Set<string>();
  const observer = new IntersectionObserver(
    (entries) => {
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
    },
    { rootMargin: '0px 0px -80% 0px' },
  );
  for (const id of byId.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
}
