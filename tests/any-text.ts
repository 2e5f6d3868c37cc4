import fc from 'fast-check';

/** Any UTF-16 at all: controls, lone surrogates and noncharacters, and what ends a construct of XML, HTML or JSON. */
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
        '\u{1ffff}',
        '\u2028',
        '\r\n',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
