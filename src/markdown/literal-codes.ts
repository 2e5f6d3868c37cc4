import type { LiteralMarkup } from './literal-markup.ts';

/**
 * What programs leave in a text that was data, a template or a page: escapes that were never read, entities escaped twice,
 * commands of LaTeX. Patterns run on the text as typed, without code.
 */
export const literalCodes: readonly LiteralMarkup[] = [
  {
    // Not a path, "C:\news", and not a command of LaTeX.
    pattern:
      /(?<![\w:\\/])(?:\\r)?\\n(?:(?:\\r)?\\n)+|(?<=[\p{L}\p{N})][.!?:;”"’)]?)(?<!\b[A-Z]:)(?:\\r)?\\n(?=[\p{Lu}\p{Script=Han}\p{Script=Arabic}\d"“¿¡*#>•-]|[ \t]|$)/gmu,
    signs: ['\\n'],
    what: 'line break of a program',
    advice: () => 'start a new line there; a new paragraph needs a blank line',
  },
  {
    pattern: /(?<![\w:\\/])\\u\{?[\da-f]{4,5}\}?|(?<=\p{L})\\u[\da-f]{4}/giu,
    signs: ['\\u', '\\U'],
    what: 'escaped character',
    advice: ([found]) => {
      const character = String.fromCodePoint(Number.parseInt(found.replace(/[^\da-f]/gi, ''), 16));
      return /[\p{L}\p{P}\p{S}]/u.test(character) ? `write "${character}"` : 'write the character itself';
    },
  },
  {
    pattern:
      /(?:&amp;|\\&)(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{1,6}|#x[\da-f]{1,5});/giu,
    signs: ['&'],
    what: 'character escaped twice',
    advice: ([found]) => `write "${found.replace(/amp;|\\/i, '')}", or the character itself`,
  },
  {
    pattern: /&(?:nbsp|[lr][sd]quo|[mn]dash|hellip)(?![;\w])/gu,
    signs: ['&'],
    what: 'character reference without ";"',
    advice: ([found]) => `write "${found};", or the character itself`,
  },
  {
    pattern: /&lt;\/?(?:b|i|em|strong|u|br|p|h[1-6]|ul|ol|li|div|span|sup|sub)\s?\/?&gt;/giu,
    signs: ['&'],
    what: 'HTML tag that was escaped',
    advice: () => 'write it as Markdown, such as **words**; in a text about the tag, put it in backticks',
  },
  {
    pattern: /(?:â€[\u0080-\u009f™˜œšžŸ“”•–—¢¦¡¹º†‡°]|Ã[\u0080-\u009f\u00a1-\u00bf]|Â[\u00a1-\u00bf])/gu,
    signs: ['â€', 'Ã', 'Â'],
    what: 'characters of another encoding',
    advice: () => 'write the character that was lost; the text was read as Windows-1252, but is UTF-8',
  },
  {
    pattern:
      /(?<![\w:\\/])\\(?:newpage|pagebreak|clearpage|noindent|maketitle|tableofcontents|linebreak|newline|(?:big|med|small)skip|(?:sub){0,2}section|text(?:bf|it|sc|tt)?|emph|underline|cite[pt]?|footnote|href|url|begin|end|item|boxed|label|[vh]space)(?![\p{L}\p{N}_])\*?(?:\{[^{}\n]{0,200}\}){0,2}/gu,
    signs: ['\\'],
    what: 'command of LaTeX',
    advice: ([found]) => {
      const words = /\{([^{}]+)\}$/.exec(found)?.[1];
      return words === undefined ? 'leave it out' : `write "${words}", as Markdown`;
    },
  },
  {
    pattern:
      /\$\{[a-z_][\w.]{0,60}\}|<%[=-]?[^%\n<>]{1,100}%>|(?<![\w{$\\])\{[a-z]+(?:_[a-z\d]+)+\}(?!\})/giu,
    signs: ['{', '<%'],
    what: 'variable of a template',
    advice: () => 'write what it stands for',
  },
  {
    pattern:
      /^[> \t]*[{[]?[ \t]*"[a-z]\w{0,40}"[ \t]*:[ \t]*["[{][^\n]{0,100}|(?<=\n)[ \t]*[}\]],?(?=[ \t]*$)|(?<=[.!?])",(?=[ \t]*$)/gimu,
    signs: ['"', '\n'],
    what: 'data of a program',
    advice: () => 'write only the text; `npm run import` reads JSON as it is',
  },
];
