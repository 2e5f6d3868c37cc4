import { HtmlValidate, type ConfigData } from 'html-validate';
import { Parser } from 'htmlparser2';

/** Rules of the HTML Living Standard and for accessibility. */
const configuration: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'no-missing-references': 'error',
  },
};

const validator = new HtmlValidate(configuration);

/** HTML errors of a page, each with line and column. */
export function validateHtml(html: string): string[] {
  const { results } = validator.validateStringSync(withoutTemplates(html));
  return [
    ...results.flatMap(({ messages }) =>
      messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
    ),
    ...emptyTimes(html),
  ];
}

/**
 * Blanks templates, whose gaps a script fills; positions do not change. Text that only looks like one, as in a title,
 * stays.
 */
function withoutTemplates(html: string): string {
  let text = html;
  let depth = 0;
  let start = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name !== 'template') return;
      if (depth === 0) start = parser.endIndex + 1;
      depth += 1;
    },
    onclosetag: (name) => {
      if (name !== 'template') return;
      depth -= 1;
      if (depth > 0) return;
      const inner = html.slice(start, parser.startIndex);
      text = text.slice(0, start) + inner.replace(/[^\n]/g, ' ') + text.slice(parser.startIndex);
    },
  });
  parser.end(html);
  return text;
}

/**
 * HTML, 4.5.15: without `datetime`, the text of a `time` element must be a date. Also in templates, which the other rules
 * skip.
 */
function emptyTimes(html: string): string[] {
  const found: string[] = [];
  let start: number | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'time' && attributes['datetime'] === undefined) start = parser.startIndex;
    },
    ontext: (text) => {
      if (text.trim() !== '') start = undefined;
    },
    onclosetag: (name) => {
      if (name !== 'time' || start === undefined) return;
      const lines = html.slice(0, start).split('\n');
      found.push(`${lines.length}:${(lines.at(-1) ?? '').length + 1} <time> is empty (time-value)`);
      start = undefined;
    },
  });
  if (html.includes('<time')) parser.end(html);
  return found;
}
