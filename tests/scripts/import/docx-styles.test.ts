import { describe, test } from 'vitest';
import { docxSample, wordParagraph } from './docx-sample.ts';
import { expectBrief, sections, type Written } from './editors-sample.ts';

const inWord = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const superscript = '<w:vertAlign w:val="superscript"/>';
const styles = `
  <w:style w:type="character" w:styleId="Raised"><w:name w:val="Raised"/><w:rPr>${superscript}</w:rPr></w:style>
  <w:style w:type="character" w:styleId="RaisedToo"><w:name w:val="Raised too"/><w:basedOn w:val="Raised"/></w:style>
  <w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="NotGone"><w:name w:val="Not gone"/><w:basedOn w:val="Gone"/><w:rPr><w:strike w:val="0"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="UnseenParagraph"><w:name w:val="Unseen paragraph"/><w:basedOn w:val="Base"/></w:style>
  <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Higher"><w:name w:val="Higher"/><w:rPr><w:position w:val="6"/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Funotenzeichen"><w:name w:val="footnote reference"/></w:style>
  <w:style w:type="paragraph" w:styleId="GoneParagraph"><w:name w:val="Gone paragraph"/><w:rPr><w:dstrike/></w:rPr></w:style>`;

const level = (at: number, start: number, format = 'decimal', more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}</w:lvl>`;
const numbering = `
  <w:abstractNum w:abstractNumId="7">${level(0, 1)}${level(1, 3)}</w:abstractNum>
  <w:abstractNum w:abstractNumId="8">${level(0, 5, 'decimal', '<w:pStyle w:val="Steps"/>')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="9">${level(0, 2, 'lowerLetter')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="10">${level(0, 4, 'bullet')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="11"><w:styleLink w:val="ListSteps"/>${level(0, 6)}${level(1, 3, 'lowerLetter')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="12"><w:numStyleLink w:val="ListSteps"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="10"/></w:num>
  <w:num w:numId="6"><w:abstractNumId w:val="11"/></w:num>
  <w:num w:numId="7"><w:abstractNumId w:val="12"/></w:num>`;
const item = (number: number, text: string, at = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${number}"/></w:numPr></w:pPr>${inWord(text)}</w:p>`;

const documents: Readonly<Record<string, Written & { readonly parts?: Readonly<Record<string, string>> }>> = {
  'powers and lowered numbers': {
    text: `<w:p>${inWord('It used 10')}${inWord('6', superscript)}${inWord(' litres of H')}${inWord('2', '<w:vertAlign w:val="subscript"/>')}${inWord('O on 4 m')}${inWord('2', superscript)}${inWord('.')}</w:p>`,
    becomes: 'It used 10⁶ litres of H₂O on 4 m².',
  },
  'a number that may be a note': {
    text: `<w:p>${inWord('The toll rose to 25')}${inWord('3', superscript)}${inWord('.')}</w:p>`,
    becomes: 'The toll rose to 25³.',
    asks: 1,
  },
  'a note and an end note': {
    text: `<w:p>${inWord('The toll rose to 25')}<w:r><w:footnoteReference w:id="2"/></w:r>${inWord(' in May')}<w:r><w:endnoteReference w:id="2"/></w:r>${inWord('.')}</w:p>`,
    parts: {
      footnotes: `<w:footnote w:id="2">${wordParagraph('In dollars.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${wordParagraph('Of 2024.')}</w:endnote>`,
    },
    becomes: 'The toll rose to 25[^1] in May[^2].',
    ends: '[^1]: In dollars.\n\n[^2]: Of 2024.',
  },
  'raised and struck out by styles': {
    text: `<w:p>${inWord('It used 10')}${inWord('6', '<w:rStyle w:val="Raised"/>')}${inWord(' or 10')}${inWord('7', '<w:rStyle w:val="RaisedToo"/>')}${inWord(' ')}${inWord('cups', '<w:rStyle w:val="Gone"/>')}${inWord(' ')}${inWord('litres', '<w:rStyle w:val="NotGone"/>')}${inWord('.')}</w:p><w:p><w:pPr><w:pStyle w:val="GoneParagraph"/></w:pPr>${inWord('All of it.')}</w:p>`,
    parts: { styles },
    becomes: 'It used 10⁶ or 10⁷ ~~cups~~ litres.\n\n~~All of it.~~',
  },
  'struck out once and twice': {
    text: `<w:p>${inWord('Ten', '<w:strike/>')}${inWord(' nine ', '<w:dstrike/>')}${inWord('eight', '<w:strike w:val="false"/>')}</w:p>`,
    becomes: '~~Ten nine~~ eight',
  },
  'hidden by itself and by styles': {
    text: `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${inWord('The toll ')}${inWord('may', '<w:vanish/>')}${inWord('be', '<w:vanish w:val="1"/>')}${inWord('rose ', '<w:vanish w:val="0"/>')}${inWord('&amp; fell', '<w:rStyle w:val="Unseen"/>')}${inWord('again.', '<w:rStyle w:val="Unseen"/><w:vanish w:val="false"/>')}</w:p><w:p><w:pPr><w:pStyle w:val="UnseenParagraph"/></w:pPr>${inWord('Ask legal before this is printed anywhere.')}</w:p>`,
    parts: { styles },
    becomes: 'The toll rose again.',
    ends: '<!-- imported: hidden text: Ask legal before this is printed anywhere. -->',
    drops: ['hidden text: maybe', 'hidden text: & fell'],
  },
  'raised and lowered by a distance': {
    text: `<w:p>${inWord('It used 10')}${inWord('6', '<w:position w:val="6"/>')}${inWord(' or 10')}${inWord('7', '<w:rStyle w:val="Higher"/>')}${inWord(' litres of H')}${inWord('2', '<w:position w:val="-4"/>')}${inWord('O', '<w:position w:val="0"/>')}${inWord(' in all', '<w:position w:val="2"/>')}</w:p>`,
    parts: { styles },
    becomes: 'It used 10⁶ or 10⁷ litres of H₂O in all',
  },
  'the mark of a note that was typed': {
    text: `<w:p>${inWord('The toll rose to 25')}${inWord('2', '<w:rStyle w:val="Funotenzeichen"/>')}${inWord('.')}</w:p>`,
    parts: { styles },
    becomes: 'The toll rose to 25.',
    drops: ['mark of a missing note: 2 after "The toll rose to 25"'],
  },
  'a list that begins at another number': {
    text: item(2, 'Open the valve.') + item(2, 'Close it.'),
    parts: { numbering },
    becomes: '5. Open the valve.\n6. Close it.',
  },
  'a list that goes on behind a paragraph': {
    text: item(1, 'Open the valve.') + wordParagraph('Then wait.') + item(1, 'Close it.'),
    parts: { numbering },
    becomes: '1. Open the valve.\n\nThen wait.\n\n2. Close it.',
  },
  'a list that starts anew, at another number': {
    text: item(1, 'Open the valve.') + wordParagraph('Then wait.') + item(3, 'Close it.') + item(3, 'Go.'),
    parts: { numbering },
    becomes: '1. Open the valve.\n\nThen wait.\n\n9. Close it.\n10. Go.',
  },
  'two lists right below each other': {
    text: item(1, 'Open the valve.') + item(2, 'Close it.'),
    parts: { numbering },
    becomes: '1\\. Open the valve.\n\n5\\. Close it.',
  },
  'a list in a list': {
    text: item(1, 'Open:') + item(1, 'the valve,', 1) + item(1, 'the door.', 1) + item(1, 'Go.'),
    parts: { numbering },
    becomes: '1. Open:\n\n   3. the valve,\n   4. the door.\n\n2. Go.',
  },
  'a list by its style': {
    text: `<w:p><w:pPr><w:pStyle w:val="Steps"/></w:pPr>${inWord('Open the valve.')}</w:p>`,
    parts: {
      numbering,
      styles: '<w:style w:type="paragraph" w:styleId="Steps"><w:name w:val="Steps"/></w:style>',
    },
    becomes: '5. Open the valve.',
  },
  'a list by a list style': {
    text: item(7, 'Open the valve.') + wordParagraph('Then wait.') + item(7, 'Close it.'),
    parts: {
      numbering,
      styles:
        '<w:style w:type="numbering" w:styleId="ListSteps"><w:name w:val="List steps"/><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>',
    },
    becomes: '6. Open the valve.\n\nThen wait.\n\n7. Close it.',
  },
  'a list with letters': {
    text: item(4, 'Open the valve.') + item(4, 'Close it.'),
    parts: { numbering },
    becomes: '2. Open the valve.\n3. Close it.',
    ends: '<!-- imported: list letters replaced by numbers: before "Open the valve." -->',
  },
  'a list with dots, before and behind a list': {
    text: item(5, 'Open the valve.') + wordParagraph('Then:') + item(1, 'Close it.'),
    parts: { numbering },
    becomes: '- Open the valve.\n\nThen:\n\n1. Close it.',
  },
  'a comment of an editor': {
    text: `<w:p>${inWord('The toll rose.')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    parts: { comments: `<w:comment w:id="0" w:author="Ann">${wordParagraph('Ask legal')}</w:comment>` },
    becomes: 'The toll rose.',
    ends: '<!-- imported: comment on the document: Ask legal -->',
  },
};

describe('what Word writes', () => {
  test.each(Object.entries(documents))('%s', async (_name, { parts, ...written }) => {
    const [first = '', ...others] = sections.map(wordParagraph);
    const body = `${first}${written.text}${others.join(wordParagraph('Text.'))}${wordParagraph('It is old.')}`;
    await expectBrief(docxSample(body, parts), 'a.docx', written);
  });
});
