import fc from 'fast-check';

/** Any UTF-16: controls, lone surrogates, noncharacters, and text that ends a construct of XML, HTML or JSON. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ']]>',
        '<![CDATA[',
        '</script>',
        '<!--',
        '-->',
        '&amp;',
        '&nbsp;',
        '&#0;',
        '<?xml?>',
        '"',
        "'",
        '\0',
        '\u0001',
        '\u0003',
        '\ud800',
        '\udfff',
        '\ufffe',
        '\uffff',
        '\u{1ffff}',
        '\u2028',
        // Bidirectional controls: an override, an unclosed isolate, and the end of one that was never opened.
        '\u202e',
        '\u2067',
        '\u2069',
        '\u200f',
        '\r\n',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/**
 * Any code point that is not half of one. fast-check's own `unit: 'binary'` lists all million of them whenever it is used.
 */
export const anyCharacter = fc
  .nat(0x10_f7ff)
  .map((at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));
