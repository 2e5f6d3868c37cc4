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
        '\uffff',
        '\u{1ffff}',
        '\u2028',
        // Bidirectional marks: an override, an isolate that nothing ends, the end of one that nothing began.
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
