import { expect, test } from 'vitest';
import { briefText, checkText } from './brief-text.ts';

test.each([
  ['| a |\n|---|\n| b<br>c |', 'a cell cannot have line breaks'],
  ['a<br>b', 'end the line with a backslash'],
  ['CO<sub>2</sub>', 'write "CO₂" without the tags'],
  ['10<sup>6</sup>', 'write "10⁶" without the tags'],
  ['5 m<sup>2</sup>', 'write "m²" without the tags'],
  ['1<sup>st</sup>', 'write "1st" without the tags'],
  ['It rose.<sup>3</sup>', 'write "[^3]" where it refers to a note'],
  ['tonnes<sup>3</sup>', 'write "[^3]" where it refers to a note; otherwise write "tonnes³"'],
  ['a<sup>*b*</sup>', 'write "a*b*" without the tags'],
  ['<!-- ask -->', 'delete the comment'],
  ['a <!-- ask --> b', 'delete the comment'],
  ['<b>a</b>', 'write **the words**'],
  ['<EM>a</EM>', 'write *the words*'],
  ['<a href="https://a.example">b</a>', 'write [the words](https://…)'],
  ['<h3>a</h3>', 'write the heading after "### "'],
  ['<td>a</td>', 'write each row as "| one | two |"'],
  ['<u>a</u>', 'delete the tag; the words inside it stay'],
  ['<iframe src="a"></iframe>', 'link to the page that shows it'],
  ['<unknown>', 'put a backslash before "<"'],
])('of %j its writer learns what to type', (section, expected) => {
  const [first] = checkText(briefText([section])).diagnostics;
  expect(first?.code).toBe('raw-html');
  expect(first?.note?.text).toContain(expected);
});
