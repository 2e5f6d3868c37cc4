import { describe, test } from 'vitest';
import { expectBrief, pageWith, type Written } from './editors-sample.ts';

const pages: Readonly<Record<string, Written>> = {
  'a newspaper, a note without a link': {
    text: '<p>The toll rose to 25<sup>1</sup> in 2024<sup>2</sup>.</p>',
    end: '<p><sup>1</sup> In dollars.<br><sup>2</sup> Since May.</p>',
    becomes: 'The toll rose to 25[^1] in 2024[^2].',
    ends: '[^1]: In dollars.\n\n[^2]: Since May.',
  },
  'a journal, notes below a heading': {
    text: '<p>The toll rose to 25<sup>2</sup>.</p>',
    end: '<h3>Notes</h3><ol><li>Before tax.</li><li>In dollars.</li></ol>',
    becomes: 'The toll rose to 25[^2].',
    ends: '### Notes\n\n1. Before tax.\n\n[^2]: In dollars.',
  },
  'a journal, stars and letters': {
    text: '<p>Lee<sup>*</sup> found 12<sup>a</sup> of them.</p>',
    end: '<p><sup>*</sup>Corresponding author.</p><p><sup>a</sup>Before tax.</p>',
    becomes: 'Lee[^note-1] found 12[^a] of them.',
    ends: '[^note-1]: Corresponding author.\n\n[^a]: Before tax.',
  },
  'a journal, several notes at one place': {
    text: '<p>It grew by 12%<sup><a href="#b1">1</a>,<a href="#b2">2</a></sup>.</p>',
    end: '<ul><li id="b1">One.</li><li id="b2">Two.</li></ul>',
    becomes: 'It grew by 12%[^1][^2].',
    ends: '[^1]: One.\n\n[^2]: Two.',
  },
  'a blog, a raised link to a source': {
    text: '<p>It grew by 12<sup><a href="https://example.org/paper">1</a></sup> points.</p>',
    becomes: 'It grew by 12[^1] points.',
    ends: '[^1]: <https://example.org/paper>',
  },
  'a blog, a link to a note that is not there': {
    text: '<p>It grew by 12<sup><a href="#fn4">4</a></sup> points.</p>',
    becomes: 'It grew by 12 points.',
    drops: ['mark of a missing note: 4 after "It grew by 12"'],
  },
  'a table of contents, whose numbers are no notes': {
    text: '<p><a href="#part-2">2</a> comes later.</p><h3 id="part-2">Later</h3><p>Text.</p>',
    becomes: '2 comes later.\n\n### Later\n\nText.',
    drops: ['address of a link: #part-2'],
  },
  'powers of ten and two units': {
    text: '<p>Some 3 × 10<sup>6</sup> people, 10<sup>−9</sup> m, 25 m<sup>2</sup>, 9.8 m/s<sup>2</sup>, 5 in<sup>2</sup>, 4 km<sup>3</sup>, E = mc<sup>2</sup>, 2<sup>n</sup>.</p>',
    becomes: 'Some 3 × 10⁶ people, 10⁻⁹ m, 25 m², 9.8 m/s², 5 in², 4 km³, E = mc², 2ⁿ.',
  },
  'powers with spaces in them, or with hyphens that do not break': {
    text: '<p>Some 10<sup> 9 </sup> cells of 10<sup>\u20119</sup> m, and 3 m<sup>3 </sup>of water.</p>',
    becomes: 'Some 10⁹ cells of 10⁻⁹ m, and 3 m³ of water.',
  },
  'emphasis and struck text beside Chinese signs': {
    text: '<p>他说<strong>“深度求索”</strong>很好。<s>“删”</s>字</p>',
    becomes: '他说**“深度求索”**很好。~~“删”~~字',
  },
  'ordinals in three languages': {
    text: '<p>The 21<sup>st</sup> and 4<sup>th</sup>; le 1<sup>er</sup> mai, au XX<sup>e</sup> siècle, M<sup>me</sup> Roy; el 1<sup>o</sup> y la 2<sup>a</sup>; n<sup>o</sup> 5.</p>',
    becomes: 'The 21ˢᵗ and 4ᵗʰ; le 1ᵉʳ mai, au XXᵉ siècle, Mᵐᵉ Roy; el 1º y la 2ª; nᵒ 5.',
  },
  'fractions, trade marks and small print': {
    text: '<p>3<sup>1</sup>/<sub>2</sub> of Acme<sup>TM</sup> and Beta<sup>®</sup>.</p><p><sup>All numbers are rounded.</sup></p>',
    becomes: '3¹/₂ of Acme™ and Beta®.\n\nAll numbers are rounded.',
  },
  'what is neither one nor the other': {
    text: '<p>It cost $19<sup>99</sup> in 2<sup>5</sup> shops of Plan B<sup>2</sup>.</p>',
    becomes: 'It cost $19⁹⁹ in 2⁵ shops of Plan B².',
    asks: 3,
  },
  'marks behind words, with no note': {
    text: '<p>The port<sup>1</sup> grew.<sup>2</sup> It is “old”<sup>3,4</sup> and costs $294,000<sup>1</sup>.</p>',
    becomes: 'The port grew. It is “old” and costs $294,000.',
    drops: [
      'mark of a missing note: 1 after "The port"',
      'mark of a missing note: 2 after "The port grew."',
      'mark of a missing note: 3,4 after "The port grew. It is “old”"',
      'mark of a missing note: 1 after "…grew. It is “old” and costs $294,000"',
    ],
  },
  'a power where the document has such a note': {
    text: '<p>Some 10<sup>6</sup> of 12<sup>6</sup> ships.</p>',
    end: '<p><sup>6</sup> In 2024.</p>',
    becomes: 'Some 10⁶ of 12[^6] ships.',
    ends: '[^6]: In 2024.',
    asks: 1,
  },
  'a raised line inside a box, which stays one line': {
    text: '<div>Some 10<sup>6</sup> litres of H<sub>2</sub>O.</div>',
    becomes: 'Some 10⁶ litres of H₂O.',
  },
  'lowered letters that Unicode has not': {
    text: '<p>At V<sub>CC</sub> and T<sub>max</sub>.</p>',
    becomes: 'At V\\_(CC) and Tₘₐₓ.',
    asks: 1,
  },
  'struck out by a style': {
    text: '<p><span style="text-decoration: line-through">Ten</span> <font style="text-decoration-line:line-through">Nine</font> Eight</p><ul style="text-decoration:line-through"><li>Seven</li><li><p>Six</p></li></ul>',
    becomes: '~~Ten~~ ~~Nine~~ Eight\n\n- ~~Seven~~\n\n- ~~Six~~',
  },
  'marks that only the name of their class still tells': {
    text: '<p>To 25<span class="MsoFootnoteReference">2</span> and 26<a class="footnote-anchor">3</a>, 27<span class="sdfootnoteanc">4</span>, 28<font class="FootnoteCharacters"><span>[5]</span></font>, 29<span style="mso-special-character:footnote">6</span>, 30<b class="fnref">7</b>.</p>',
    end: '<p class="MsoFootnoteText"><span class="MsoFootnoteReference">2</span> In dollars.</p>',
    becomes: 'To 25[^2] and 26, 27, 28, 29, 30.',
    ends: '[^2]: In dollars.',
    drops: [
      'mark of a missing note: 3 after "To 25 and 26"',
      'mark of a missing note: 4 after "To 25 and 26, 27"',
      'mark of a missing note: [5] after "To 25 and 26, 27, 28"',
      'mark of a missing note: 6 after "To 25 and 26, 27, 28, 29"',
      'mark of a missing note: 7 after "To 25 and 26, 27, 28, 29, 30"',
    ],
  },
  'small type right behind a number, which may be cents or a note': {
    text: '<p>It costs $9<small>5</small>, 8<span style="font-size:60%">4</span> or 7<span class="ref">3</span>; 9<small>.50</small>, 6 <small>2</small>, <small>3</small> m and Plan <small>4</small>5<small>km</small>.</p>',
    becomes: 'It costs $9⁵, 8⁴ or 7³; 9.50, 6 2, 3 m and Plan 45km.',
    asks: 3,
  },
  'small marks of notes that are there': {
    text: '<p>It costs 9<small>1</small> and 12<small>2</small>.</p>',
    end: '<p><b>Notes</b></p><p>1. In dollars.</p><p>2. In euros.</p>',
    becomes: 'It costs 9[^1] and 12[^2].',
    ends: '[^1]: In dollars.\n\n[^2]: In euros.',
    drops: ['heading of the notes: Notes'],
  },
  'links behind a number, which nobody raised': {
    text: '<p>25<a href="#n3">3</a> of 26<a href="https://example.org/a">4</a>, 27<a href="#gone">5</a>; page <a href="https://example.org/b">4</a>.</p>',
    end: '<p id="n3">3. In dollars.</p>',
    becomes: '25[^3] of 26[^4], 27; page [4](https://example.org/b).',
    ends: '[^3]: In dollars.\n\n[^4]: [example.org/a](https://example.org/a)',
    drops: ['mark of a missing note: 5 after "25 of 26, 27"', 'heading: Sources'],
  },
  'a cell and a heading': {
    text: '<h3>Land, km<sup>2</sup></h3><table><tr><th>Port</th><th>m<sup>3</sup></th></tr><tr><td>A</td><td>10<sup>5</sup></td></tr></table>',
    becomes: '### Land, km²\n\n| Port | m³  |\n| ---- | --- |\n| A    | 10⁵ |',
  },
};

const sheets: Readonly<Record<string, Written & { readonly css: string }>> = {
  'by any selector that names elements, classes and what they hold': {
    css: 'h6, p .a, div.b > p i{text-decoration:line-through} b.c + u{text-decoration-line:line-through}#d [data-e=f]{text-decoration:underline line-through}',
    text: '<p>One <span class="a">two</span></p><span class="a">Three</span><div class="b"><p>Four <i>five</i></p></div><p id="d"><b class="c">six</b> <u>seven</u> <u>eight</u> <span data-e="f">nine</span></p>',
    becomes: 'One ~~two~~\n\nThree\n\nFour *~~five~~*\n\n**six** *~~seven~~* *eight* ~~nine~~',
  },
  'by the rule that counts most': {
    css: 'p span{text-decoration:line-through}p span.a{text-decoration:none}.b{vertical-align:super}.b{vertical-align:baseline}@media (width > 1px){.c{vertical-align:super}}',
    text: '<p><span class="a">One</span> <span>two</span> 10<i class="b">6</i> 10<u class="c">5</u></p>',
    becomes: 'One ~~two~~ 10*6* 10*⁵*',
  },
  'by no rule for print, for a state, or for what comes before': {
    css: '<!-- @media print{p{text-decoration:line-through}}p:hover,p::before,p:not(.a){text-decoration:line-through}@font-face{p{vertical-align:super}} /* p{text-decoration:line-through} */ .d{text-decoration:line-through -->',
    text: '<p>One</p><p class="d">Two</p>',
    becomes: 'One\n\n~~Two~~',
  },
  'by names that need no rule': {
    css: 'p{color:red}',
    text: '<p><span class="line-through">One</span> <span class="text-decoration-line-through">two</span> 10<span class="align-super">6</span> H<span class="x-subscript">2</span>O</p>',
    becomes: '~~One~~ ~~two~~ 10⁶ H₂O',
  },
  'hidden, unless in a narrow window': {
    css: '.a{display:none}.b{display:none}p .b{display:inline}@media (width < 9px){.c{display:none}}',
    text: '<p>One <span class="a">two</span><span class="b">three</span> <span class="c">four</span> <span style="mso-hide:all">five</span></p>',
    becomes: 'One three four',
    drops: ['hidden text: two', 'hidden text: five'],
  },
};

describe('a style sheet', () => {
  test.each(Object.entries(sheets))('%s', async (_name, { css, text, drops = [], ...written }) => {
    const page = {
      ...written,
      text: `<style>${css}</style>${text}`,
      drops: [`style sheet: ${css}`, ...drops],
    };
    await expectBrief(pageWith(page), 'a.html', page);
  });
});

describe('raised and lowered type of a page', () => {
  test.each(Object.entries(pages))('%s', async (_name, written) => {
    await expectBrief(pageWith(written), 'a.html', written);
  });
});
