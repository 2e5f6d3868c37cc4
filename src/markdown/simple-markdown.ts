/**
 * Whether a brief has only forms of Markdown that its two parsers read alike: headings, paragraphs, lists in lists, quotations,
 * tables, footnotes, links, images, simple emphasis, code, and fences that are closed. Everything else is for the slower one.
 */
export function isSimpleMarkdown(source: string): boolean {
  const start = frontMatter.exec(source)?.[0].length;
  if (start === undefined || /[\t\r\0\\<~@]/.test(source.slice(start))) return false;
  const body = source.slice(start);
  const isCjk = cjk.test(body);
  let before = '';
  let isInFence = false;
  const isSimple = body.split('\n').every((line) => {
    if (isInFence) {
      isInFence = line !== fence;
      return isInFence ? !/^\s*`{3}/.test(line) : true;
    }
    if (fenceStart.test(line) && (before === 'blank' || before === '')) {
      isInFence = true;
      before = 'fence';
      return true;
    }
    const form = formOf(line, before);
    before = form ?? '';
    if (form === undefined) return false;
    return (
      form === 'blank' ||
      form === 'rule' ||
      isSimpleText(line.replace(prefixes[form], ''), form === 'row', isCjk)
    );
  });
  return isSimple && !isInFence;
}

const fence = '```';
const fenceStart = /^```[\w-]*$/;

const frontMatter = /^---\n(?:(?!---|\.\.\.)[^\r\n]*\n)*---\n/;

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

type Form = 'blank' | 'heading' | 'item' | 'quote' | 'note' | 'row' | 'rule' | 'text';

const prefixes: Readonly<Record<Exclude<Form, 'blank' | 'rule'>, RegExp>> = {
  heading: /^#{1,6} /,
  item: /^ {0,4}(?:[-*] |\d{1,3}\. )/,
  quote: /^> /,
  note: /^\[\^[\w-]+\]: /,
  row: /^/,
  text: /^/,
};

/** The form of a line, by the one before it; undefined for a form that is not simple. */
function formOf(line: string, before: string): Form | undefined {
  if (line === '') return 'blank';
  if (/[^\S\n]$/.test(line)) return undefined;
  // A list in a list; blanks before anything else may make it code, or part of an item.
  if (/^\s/.test(line) && (before !== 'item' || !prefixes.item.test(line))) return undefined;
  if (line.startsWith('|')) {
    if (/^\|(?: :?-+:? \|)+$/.test(line)) return before === 'row' ? 'rule' : undefined;
    return /^\|.*\|$/.test(line) && ['blank', '', 'row', 'rule'].includes(before) ? 'row' : undefined;
  }
  for (const form of ['heading', 'item', 'quote', 'note'] as const) {
    const [prefix] = prefixes[form].exec(line) ?? [];
    if (prefix === undefined) continue;
    const follows = before === 'blank' || before === '' || (before === form && form !== 'note');
    return follows && startsText.test(line.slice(prefix.length)) ? form : undefined;
  }
  const continues = before === 'blank' || before === '' || before === 'text' || before === 'item';
  return continues && startsText.test(line) && !/^\d+[.)]/.test(line) ? 'text' : undefined;
}

/** A letter, a digit, a sign that opens, or emphasis. */
const startsText = /^(?:[\p{L}\p{N}\p{Sc}“‘«¿¡"'(]|\*{1,2}[\p{L}\p{N}“"]|!?\[[^\]^]|`[^`])/u;

/** Images, links, references to notes and code, which hold nothing but themselves. */
const whole =
  /!\[[^[\]*_`|&]+\]\([^()\s"|]+\)|(?<!!)\[[^[\]*_`|]+\]\([^()\s"|]+\)|\[\^[\w-]+\](?!:)|`[^`|]+`/g;
const emphasis =
  /(?<![\p{L}\p{N}*_])(\*\*?)(?=[\p{L}\p{N}“"])[^*_]*[\p{L}\p{N}.,;:!?”"%)]\1(?![\p{L}\p{N}*_])/gu;

function isSimpleText(text: string, isRow: boolean, isCjk: boolean): boolean {
  const plain = text.replace(whole, 'x');
  if (/https?:|www\.|mailto:|[[\]`]/i.test(plain) || (!isRow && plain.includes('|'))) return false;
  const bare = isCjk ? plain : plain.replace(emphasis, 'x');
  return !/[*_]/.test(bare);
}
