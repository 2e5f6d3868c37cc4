/** Properties of a Word style that Markdown can express or that hide text. */
export interface WordStyle {
  readonly isStruck?: boolean | undefined;
  readonly isHidden?: boolean | undefined;
  readonly mark?: 'sup' | 'sub' | undefined;
  readonly isNote?: boolean | undefined;
}

interface StatedStyle extends WordStyle {
  readonly kind: string;
  readonly basedOn: string | undefined;
}

/** The styles of a document by identifier, with inherited properties (ECMA-376, 17.7.4.3). */
export function stylesIn(xml: string): ReadonlyMap<string, StatedStyle> {
  const stated = new Map<string, StatedStyle>();
  for (const text of xml.split('<w:style ').slice(1)) {
    const end = text.indexOf('</w:style>');
    const style = end < 0 ? text.slice(0, maxStyleLength) : text.slice(0, Math.min(end, maxStyleLength));
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const kind = /w:type="([^"]*)"/.exec(style)?.[1] ?? '';
    if (id === undefined || !['character', 'paragraph'].includes(kind)) continue;
    // Built-in styles have English names in every language.
    const name = /<w:name\s+w:val="([^"]*)"/.exec(style)?.[1] ?? '';
    stated.set(id, {
      kind,
      basedOn: /<w:basedOn\s+w:val="([^"]*)"/.exec(style)?.[1],
      isStruck: isSet(style, 'd?strike'),
      isHidden: isSet(style, 'vanish'),
      mark: markIn(style),
      isNote: /^(?:footnote|endnote)[ _](?:reference|anchor|characters)$/i.test(name) || undefined,
    });
  }
  return new Map(Array.from(stated, ([id, style]) => [id, { ...style, ...whole(id, stated) }]));
}

/** Whether properties turn something on or off; undefined if they do not mention it (ECMA-376, 17.17.4). */
export function isSet(properties: string, name: string): boolean | undefined {
  const found = new RegExp(`<w:${name}(?:\\s+w:val="([^"<]*)")?\\s*/>`).exec(properties);
  return found ? !/^(?:false|0|off)$/.test(found[1] ?? '') : undefined;
}

/** Superscript or subscript, by name or by distance. */
export function markIn(properties: string): 'sup' | 'sub' | undefined {
  const mark = /<w:vertAlign\s+w:val="(super|sub)script"\s*\/>/.exec(properties)?.[1];
  const distance = Number(/<w:position\s+w:val="([+-]?\d+)"\s*\/>/.exec(properties)?.[1] ?? 0);
  if (mark !== undefined) return mark === 'super' ? 'sup' : 'sub';
  return distance === 0 ? undefined : distance > 0 ? 'sup' : 'sub';
}

/**
 * Style map for mammoth, which recognises struck-out, raised or lowered text only in a run's own properties, not in
 * its style.
 */
export function rulesOfStyles(styles: ReadonlyMap<string, StatedStyle>): string[] {
  return Array.from(styles, ([id, { kind, isStruck, isNote, mark }]) => {
    const raised = isNote === true ? 'sup.footnote' : mark;
    const elements = [...(raised === undefined ? [] : [raised]), ...(isStruck === true ? ['s'] : [])];
    if (elements.length === 0 || !/^[\w-]+$/.test(id)) return '';
    const name = /^\d/.test(id) ? `\\${id}` : id;
    return kind === 'character'
      ? `r.${name} => ${elements.join(' > ')}`
      : isStruck === true
        ? `p.${name} => p:fresh > s`
        : '';
  }).filter(Boolean);
}

/** Characters; Word's own styles have about a hundred. */
const maxStyleLength = 10_000;

/** Styles based on one another; Word allows eleven. */
const maxChainLength = 50;

function whole(id: string, styles: ReadonlyMap<string, StatedStyle>): WordStyle {
  let look: WordStyle = {};
  const seen = new Set<string>();
  for (
    let style = styles.get(id), at = id;
    style && !seen.has(at) && seen.size < maxChainLength;
    style = styles.get(at)
  ) {
    seen.add(at);
    const { isStruck, isHidden, mark, isNote } = style;
    look = {
      isStruck: look.isStruck ?? isStruck,
      isHidden: look.isHidden ?? isHidden,
      mark: look.mark ?? mark,
      isNote: look.isNote ?? isNote,
    };
    at = style.basedOn ?? '';
  }
  return look;
}
