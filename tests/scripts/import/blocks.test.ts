import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../scripts/import/blocks.ts';
import { plainText } from '../../../scripts/import/lines.ts';
import { readMarkdown } from '../../../scripts/import/markdown.ts';
import { namesFor } from '../../../src/languages/recognise-headings.ts';

const names = namesFor({});

/** The blocks of a text: `2` for a heading of the third section, `# text` for another, `! text` for a notice. */
function blocks(markdown: string): string[] {
  return blocksOf(readMarkdown(markdown, names, []).tree.children, names).flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [
          block.name === undefined
            ? `# ${block.text}`
            : `${block.name.part}${block.isMarked ? '' : ' unmarked'}`,
          ...(block.rest ? [plainText(block.rest)] : []),
        ];
      case 'text':
        return [plainText(block.node)];
      default:
        return [`! ${block.text}`];
    }
  });
}

describe('a heading is found', () => {
  it.each<[string, string, string[]]>([
    ['marked', "### What's Next?\n\nOne.", ['2', 'One.']],
    ['underlined', "What's Next?\n---\nOne.", ['2', 'One.']],
    ['with a tag in it', "## <a name='x'></a>What's Next?", ['2']],
    ['with a link in it', "## [What's Next?](#x)", ['2']],
    ['bold', "**What's Next?**\n\nOne.", ['2', 'One.']],
    ['bold with a number before it', "3) **What's Next?**", ['2']],
    ['bold and italic', "***What's Next?***", ['2']],
    ['bold above its text', "__What's Next?__  \nOne.\nTwo.", ['2', 'One. Two.']],
    ['bold on the line of its text', "**What's Next?** One.\nTwo.", ['2', 'One. Two.']],
    ['bold with a colon', "**What's next:** One *two*.", ['2', 'One two.']],
    ['bold before a colon', "🔮 **What's next**: One.", ['2', 'One.']],
    ['alone on a line', "What's Next?\nOne.", ['2 unmarked', 'One.']],
    ['before a colon', "One.\nWhat's next: *Two*.", ['One.', '2 unmarked', 'Two.']],
    ['marked before a colon', "## What's Next: the vote", ['2', 'the vote']],
    [
      'between lines',
      "One.\nWhat's Next?\nTwo.\nBeyond the Headlines\nThree.",
      ['One.', '2 unmarked', 'Two.', '3 unmarked', 'Three.'],
    ],
    ['with a rule below its text', "What's Next?\nOne.\n---\nTwo.", ['2 unmarked', 'One.', 'Two.']],
    [
      'numbered',
      "1. What's Happening?\n\nOne.\n\n2. What's Next?\n\nTwo.",
      ['0 unmarked', 'One.', '2 unmarked', 'Two.'],
    ],
    ['in a list, bold', "- **What's Happening?**\n  One.\n- Two.", ['0', 'One.', 'Two.']],
    [
      'in a list of several',
      "- What's Happening?\n  One.\n- What's Next?\n  Two.",
      ['0 unmarked', 'One.', '2 unmarked', 'Two.'],
    ],
    [
      'right below a list',
      "**What's Happening?**\n- one\n  - two\n**Why It's Important?**\nB\n**What's Next?** C\n\nBeyond the Headlines\n1. three\n2. four\nSources\n- five",
      ['0', 'one two', '1', 'B', '2', 'C', '3 unmarked', 'three four', 'sources unmarked', 'five'],
    ],
    [
      'right below a table',
      "| a | b |\n| - | - |\n| 1 | 2 |\n**What's Next?**\nOne.\n| 3 | 4 |",
      ['a b 1 2', '2', 'One. 3 | 4'],
    ],
    ['between two items', "- one\n**What's Next?**\n- two", ['one', '2', 'two']],
    ['that asks before its text', "What's Next? One.\nTwo.", ['2 unmarked', 'One. Two.']],
    ['that asks before its text, without a space', '接下来会怎样？一。', ['2 unmarked', '一。']],
    ['in a quotation', "> ## What's Next?\n>\n> One.", ['2', 'One.']],
  ])('%s', (_how, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});

describe('no heading is found', () => {
  it.each<[string, string, string[]]>([
    [
      'in a sentence that begins like one',
      "**What's next** is open. What's next? Nobody knows.",
      ["What's next is open. What's next? Nobody knows."],
    ],
    ['in italics before a text', "*What's next?* Nobody knows.", ["What's next? Nobody knows."]],
    ['in an item among others', "- What's next?\n- Nobody knows.", ["What's next? Nobody knows."]],
    ['in a line of a quotation', "> What's next?\n>\n> Nobody knows.", ["What's next? Nobody knows."]],
    ['in a link to one', "[What's Next?](#next)", ["What's Next?"]],
    ['in a table of one column', "| a |\n| - |\n| **What's Next?** |", ["a What's Next?"]],
    ['in a table', "| What's Next? |\n| --- |\n| One |", ["What's Next? One"]],
    ['in code', "```\nWhat's Next?\n```", ["What's Next?"]],
    ['as a title that a label could be', '# AI-generated text', ['# AI-generated text']],
    ['in a line that goes on', 'AI-generated text\nis new.', ['AI-generated text is new.']],
    ['of another name', '## Background\n\n**More**', ['# Background', 'More']],
  ])('%s', (_where, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});

describe('a line beside the text is found', () => {
  it.each<[string, string, string[]]>([
    [
      'in a paragraph',
      'One.\nAI Generated Content\nDo you find this article useful?',
      ['One.', '! AI Generated Content', '! Do you find this article useful?'],
    ],
    ['right below a list', '- One.\nAI Generated Content', ['One.', '! AI Generated Content']],
    ['in italics', '*AI Generated Content*', ['! AI Generated Content']],
    ['as a heading', '## Do you find this article useful?', ['! Do you find this article useful?']],
    ['as a list of links to parts of the page', '- [One](#a)\n- [Two](#b)', ['! One · Two']],
  ])('%s', (_where, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});
