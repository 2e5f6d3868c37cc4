/** What a style of Word says that Markdown can say. */
interface Look {
  readonly isStruck: boolean | undefined;
  readonly mark: 'sup' | 'sub' | undefined;
}

/**
 * Rules for mammoth, which reads what is struck out, raised or lowered only where a run says so itself: those of the styles
 * that say it, or that are based on one that does (ECMA-376, 17.7.4.3).
 */
export function rulesOfStyles(xml: string): string[] {
  const styles = stylesIn(xml);
  return Array.from(styles, ([id, { kind }]) => {
    const { isStruck, mark } = lookOf(id, styles);
    const elements = [...(mark === undefined ? [] : [mark]), ...(isStruck === true ? ['s'] : [])];
    if (elements.length === 0 || !/^[\w-]+$/.test(id)) return '';
    const name = /^\d/.test(id) ? `\\${id}` : id;
    return kind === 'character'
      ? `r.${name} => ${elements.join(' > ')}`
      : isStruck === true
        ? `p.${name} => p:fresh > s`
        : '';
  }).filter(Boolean);
}

interface Style extends Look {
  readonly kind: string;
  readonly basedOn: string | undefined;
}

function stylesIn(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  for (const text of xml.split('<w:style ').slice(1)) {
    const end = text.indexOf('</w:style>');
    const style = end < 0 ? text.slice(0, longestStyle) : text.slice(0, Math.min(end, longestStyle));
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const kind = /w:type="([^"]*)"/.exec(style)?.[1] ?? '';
    if (id === undefined || !['character', 'paragraph'].includes(kind)) continue;
    const struck = /<w:d?strike(?:\s+w:val="([^"]*)")?\s*\/>/.exec(style);
    const mark = /<w:vertAlign\s+w:val="(super|sub)script"\s*\/>/.exec(style)?.[1];
    styles.set(id, {
      kind,
      basedOn: /<w:basedOn\s+w:val="([^"]*)"/.exec(style)?.[1],
      isStruck: struck ? !/^(?:false|0|off)$/.test(struck[1] ?? '') : undefined,
      mark: mark === 'super' ? 'sup' : mark === 'sub' ? 'sub' : undefined,
    });
  }
  return styles;
}

/** Characters; Word's own styles have some hundred. */
const longestStyle = 10_000;

function lookOf(id: string, styles: ReadonlyMap<string, Style>): Look {
  let look: Look = { isStruck: undefined, mark: undefined };
  const seen = new Set<string>();
  for (let style = styles.get(id), at = id; style && !seen.has(at); style = styles.get(at)) {
    seen.add(at);
    look = { isStruck: look.isStruck ?? style.isStruck, mark: look.mark ?? style.mark };
    at = style.basedOn ?? '';
  }
  return look;
}
