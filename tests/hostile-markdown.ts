import fc from 'fast-check';
import { anyText } from './any-text.ts';

const nul = String.fromCharCode(0);

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=x>',
      '<a href="javascript:x">',
      '<!--',
      '-->',
    ],
    ...[
      '[x](javascript:alert(1))',
      '[x](java&#10;script:x)',
      '<javascript:x>',
      '![x](javascript:x)',
      '[x]: javascript:x',
    ],
    ...[
      '[x](./other.md)',
      '[x](/a" onclick="x)',
      '[x](#" onclick=x)',
      '[x](/<script>)',
      '[x][y]',
      '[y]: /z "t\' onload=x"',
    ],
    ...[
      '[^1]',
      '[^1]: note',
      '[^"onload=x]: n',
      '[^"onload=x]',
      '`',
      '```',
      '~~~js onload=x\n',
      '| a |\n|-|\n',
      '> ',
      '- ',
      '1. ',
    ],
    ...[
      '\n',
      '\n\n',
      '    ',
      '\t',
      '*',
      '**',
      '_',
      '~~',
      '&lt;script&gt;',
      '&#60;script&#62;',
      '\\',
      '<',
      '>',
      '"',
      "'",
      '=',
      '---',
    ],
    ...[
      'https://e.com/"onload=x',
      'www.e.com/<script>',
      'a@b.co',
      'javascript:',
      'data:text/html,<script>',
      '## ',
      '### ',
    ],
    ...[nul, '\ud800', '\udfff', '\u2028', '\ufeff', '\r', '\u202e'],
  ),
  anyText,
);
/** Typical Markdown of attackers in any order, and any characters. */
export const hostileMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
