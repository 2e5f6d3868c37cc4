import { describe, test } from 'vitest';
import { expectBrief, pageWith, sections, type Written } from './editors-sample.ts';

const pages: Readonly<Record<string, Written>> = {
  'GitHub, a footnote': {
    text: '<p dir="auto">The toll rose to 25<sup><a href="#user-content-fn-3-a1" id="user-content-fnref-3-a1" data-footnote-ref="" aria-describedby="footnote-label">3</a></sup>.</p>',
    end: '<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-3-a1"><p dir="auto">In dollars. <a href="#user-content-fnref-3-a1" data-footnote-backref="" aria-label="Back to reference 3" class="data-footnote-backref"><g-emoji alias="leftwards_arrow_with_hook">↩</g-emoji></a></p></li></ol></section>',
    becomes: 'The toll rose to 25[^3].',
    ends: '[^3]: In dollars.',
    drops: ['heading of the notes: Footnotes'],
  },
  'pandoc, two places of one note': {
    text: '<p>It fell<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> in 2024<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p>',
    end: '<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol><li id="fn1"><p>By 3 ships.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>One.</p><p>Two.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    becomes: 'It fell[^1] in 2024[^2].',
    ends: '[^1]: By 3 ships.\n\n[^2]: One.\n\n    Two.',
  },
  'pandoc, notes in a side note': {
    text: '<p>It rose to 12<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>',
    end: '<aside id="footnotes" class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>In euros.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></aside>',
    becomes: 'It rose to 12[^1].',
    ends: '[^1]: In euros.',
  },
  'WordPress, its block of notes': {
    text: '<p class="wp-block-paragraph">The toll rose to 25<sup data-fn="7d1e-44" class="fn"><a href="#7d1e-44" id="7d1e-44-link">1</a></sup>.</p>',
    end: '<ol class="wp-block-footnotes"><li id="7d1e-44">In dollars. <a href="#7d1e-44-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>',
    becomes: 'The toll rose to 25[^1].',
    ends: '[^1]: In dollars.',
  },
  'WordPress, the plug-in Easy Footnotes': {
    text: '<p>The toll rose to 25<span id="easy-footnote-1-12" class="easy-footnote-margin-adjust"></span><span class="easy-footnote"><a href="#easy-footnote-bottom-1-12" title="In dollars."><sup>1</sup></a></span>.</p>',
    end: '<div class="easy-footnote-title"><h4>Notes:</h4></div><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-12" class="easy-footnote-margin-adjust"></span>In dollars.<a class="easy-footnote-to-top" href="#easy-footnote-1-12"></a></li></ol>',
    becomes: 'The toll rose to 25[^1].',
    ends: '[^1]: In dollars.',
    drops: ['heading of the notes: Notes:'],
  },
  'WordPress, Jetpack’s subscription and sharing': {
    text: '<p>The toll rose.</p><div class="wp-block-jetpack-subscriptions__supports-newline wp-block-jetpack-subscriptions"><form><p>Get every post by mail.</p><input type="email" placeholder="Type your email…"><button>Subscribe</button></form></div><div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="https://example.org/subscribe/">Subscribe</a></div></div><p>It is in force.</p><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="https://example.org/?share=x">X</a></li></ul></div>',
    becomes: 'The toll rose.\n\nIt is in force.',
    drops: [
      'call to subscribe or share: Get every post by mail.\nType your email…\nSubscribe',
      'share buttons: Share this:\nX',
      'call to subscribe or share: Subscribe',
    ],
  },
  'a formula, and type that is raised by a length or the name of a class': {
    text: '<p>To 10<span style="vertical-align:30%;font-size:8px">6</span> and 10<span style="position:relative;top:-4px"><i>9</i></span> litres, 10<span class="superscript">7</span>, CO<span style="vertical-align:-2px">2</span>, <math><msup><mn>10</mn><mn>6</mn></msup></math>; <span style="position:relative;top:1px">NEW</span> and 8<span style="vertical-align:baseline;top:0">5</span>.</p>',
    becomes: 'To 10⁶ and 10⁹ litres, 10⁷, CO₂, 10⁶; NEW and 85.',
  },
  'Substack, a note': {
    text: '<p>The board paid $294,000.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1-17" href="#footnote-1-17" target="_self">1</a></p>',
    end: '<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1-17" href="#footnote-anchor-1-17" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>The vote was 5 to 2.</p><p>One was away.</p></div></div>',
    becomes: 'The board paid $294,000.[^1]',
    ends: '[^1]: The vote was 5 to 2.\n\n    One was away.',
  },
  'Substack, its calls': {
    text: '<p>The board paid.</p><p class="button-wrapper" data-attrs="{&quot;url&quot;:&quot;https://x.substack.com/subscribe?&quot;}" data-component-name="ButtonCreateButton"><a class="button primary" href="https://x.substack.com/subscribe?"><span>Subscribe now</span></a></p><div class="captioned-button-wrap" data-component-name="CaptionedButtonToDOM"><div class="preamble"><p class="cta-caption">Thanks for reading The Quay! This post is public so feel free to share it.</p></div><p class="button-wrapper"><a class="button primary" href="https://x.substack.com/p/y?utm_source=substack&amp;action=share"><span>Share</span></a></p></div><div class="subscription-widget-wrap-editor"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">The Quay is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form class="subscription-widget-subscribe"><input type="email" class="email-input" placeholder="Type your email…" tabindex="-1"><input type="submit" class="button primary" value="Subscribe"><div class="fake-input-wrapper"><div class="fake-input"></div></div></form></div></div>',
    becomes: 'The board paid.',
    drops: [
      'call to subscribe or share: The Quay is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.\nType your email…\nSubscribe',
      'call to subscribe or share: Subscribe now',
      'call to subscribe or share: Thanks for reading The Quay! This post is public so feel free to share it.',
      'call to subscribe or share: Share',
    ],
  },
  'Ghost, a note and its cards': {
    text: '<p>Ships pay 12<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> a day.</p><div class="kg-card kg-button-card kg-align-center"><a href="#/portal/signup" class="kg-btn kg-btn-accent">Subscribe</a></div><div class="kg-card kg-signup-card"><h3 class="kg-signup-card-heading">Sign up for The Quay</h3><p class="kg-signup-card-subheading">Letters on ships, each week.</p><form><input type="email"><button>Subscribe</button></form><p>Email sent! Check your inbox to complete your signup.</p></div>',
    end: '<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>In euros. <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
    becomes: 'Ships pay 12[^1] a day.',
    ends: '[^1]: In euros.',
    drops: [
      'call to subscribe or share: Sign up for The Quay\nLetters on ships, each week.\nSubscribe\nEmail sent! Check your inbox to complete your signup.',
      'call to subscribe or share: Subscribe',
    ],
  },
  'Medium, Unicode and its calls': {
    text: '<p class="pw-post-body-paragraph">Ships pay 12¹ a day on 10<sup>6</sup> quays.</p><p>Sign up to discover human stories that deepen your understanding of the world.</p><p><a href="https://medium.com/m/signin?operation=register">Sign up</a></p>',
    becomes: 'Ships pay 12¹ a day on 10⁶ quays.',
    drops: [
      'call to subscribe or share: Sign up to discover human stories that deepen your understanding of the world.',
      'call to subscribe or share: Sign up',
    ],
  },
  'Mailchimp, its form and footer': {
    text: '<p>Ships pay.</p><div id="mc_embed_shell"><div id="mc_embed_signup"><form id="mc-embedded-subscribe-form"><h2>Subscribe</h2><div class="indicates-required"><span class="asterisk">*</span> indicates required</div><input type="email" name="EMAIL"></form></div></div>',
    end: '<p><a href="https://us1.campaign-archive.com/?e=x">View this email in your browser</a></p><p>You are receiving this email because you opted in via our website.</p><p><a href="https://x.us1.list-manage.com/unsubscribe?u=1">Unsubscribe</a> | <a href="https://x.us1.list-manage.com/profile?u=1">Update your preferences</a></p>',
    becomes: 'Ships pay.',
    drops: [
      'call to subscribe or share: Subscribe\n* indicates required',
      'call to subscribe or share: View this email in your browser',
      'call to subscribe or share: You are receiving this email because you opted in via our website.',
      'call to subscribe or share: Unsubscribe | Update your preferences',
    ],
  },
  'Beehiiv, its calls': {
    text: '<p>Ships pay.</p><p>Was this email forwarded to you? Sign up <a href="https://quay.beehiiv.com/subscribe">here</a>.</p><p><a href="https://quay.beehiiv.com/subscribe?ref=x">Become a reader</a></p>',
    end: '<p>Powered by beehiiv</p>',
    becomes: 'Ships pay.',
    drops: [
      'call to subscribe or share: Was this email forwarded to you? Sign up here.',
      'call to subscribe or share: Become a reader',
      'call to subscribe or share: Powered by beehiiv',
    ],
  },
  'a text about subscriptions, which stays': {
    text: '<p>Readers subscribe for $9 a month.</p><p>Share prices fell.</p><p><a href="https://example.org/share">Share buybacks</a> rose.</p><p>The <a href="https://example.org/subscribe">subscription</a> costs 9 euros.</p>',
    becomes:
      'Readers subscribe for $9 a month.\n\nShare prices fell.\n\n[Share buybacks](https://example.org/share) rose.\n\nThe [subscription](https://example.org/subscribe) costs 9 euros.',
  },
  'Google Docs, a comment': {
    text: '<p class="c1"><span>The toll rose to 25 dollars</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup><a href="#cmnt2" id="cmnt_ref2">[b]</a></sup><span>.</span></p>',
    end: '<div style="border:1px solid black;margin:5px"><p class="c1"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Ask legal before we print this.</span></p><p class="c1"><span>Jo</span></p></div><div class="c3"><p class="c1"><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Or not</span></p></div>',
    becomes: 'The toll rose to 25 dollars.',
    ends: '<!-- imported: comment on the document: Ask legal before we print this. Jo -->\n\n<!-- imported: comment on the document: Or not -->',
  },
  'Google Docs, comments whose marks lost their links': {
    text: '<p class="c1"><span>The toll rose to 25 dollars</span><sup>[a]</sup><span>, or 26[b].</span></p>',
    end: '<div><p class="c1"><a id="cmnt1">[a]</a><span>Ask legal before we print this.</span></p></div><div><p class="c1"><a href="#cmnt_ref2" id="cmnt2">[b]</a><span>Or not</span></p></div>',
    becomes: 'The toll rose to 25 dollars, or 26.',
    ends: '<!-- imported: comment on the document: Ask legal before we print this. -->\n\n<!-- imported: comment on the document: Or not -->',
  },
  'Google Docs, a comment whose name was lost, and the way back was not': {
    text: '<p><span>The toll rose to 25 dollars</span><a id="cmnt_ref1"></a><sup><a href="#cmnt1">[a]</a></sup><span>.</span></p>',
    end: '<div><p><a href="#cmnt_ref1">[a]</a><span>Ask legal before we print this.</span></p></div>',
    becomes: 'The toll rose to 25 dollars.',
    ends: '<!-- imported: comment on the document: Ask legal before we print this. -->',
    drops: ['address of a link: #cmnt1'],
  },
  'Google Docs, comments that lost all of their links and names': {
    text: '<p>The toll rose to 25 dollars<sup>[a]</sup>, or <b>26</b>[b] [c].</p>',
    end: '<div><p>[a]Ask legal before we print this.</p><p>Jo</p></div><div><p><span>[b]</span><span>Or not</span></p></div>',
    becomes: 'The toll rose to 25 dollars, or **26** \\[c].',
    ends: '<!-- imported: comment on the document: Ask legal before we print this. Jo -->\n\n<!-- imported: comment on the document: Or not -->',
  },
  'lettered lines at the end of a text, which are no comments': {
    text: '<p>The toll rose to 25[a] dollars.</p>',
    end: '<p>[a] Before tax.</p>',
    becomes: 'The toll rose to 25\\[a] dollars.',
    ends: '\\[a] Before tax.',
  },
  'Google Docs, a note and a link': {
    text: '<p class="c1"><span>The toll rose to 25</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>, says </span><span class="c6"><a class="c7" href="https://www.google.com/url?q=https://example.org/a?b%3D1&amp;sa=D&amp;source=editors&amp;ust=1742&amp;usg=AOv">the port</a></span><span>.</span></p>',
    end: '<hr class="c10"><div><p class="c1"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;In dollars.</span></p></div>',
    becomes: 'The toll rose to 25[^1], says [the port](https://example.org/a?b=1).',
    ends: '[^1]: In dollars.',
  },
  'Google Docs, its style sheet': {
    text: '<style type="text/css">@import url(https://themes.googleusercontent.com/fonts/css);ol{margin:0}.c2{text-decoration:line-through;vertical-align:baseline}.c3{vertical-align:super}.c4{vertical-align:sub}</style><p><span class="c1">The toll rose to </span><span class="c2">20</span><span class="c2"> or</span><span> 25 euros per km</span><span class="c3">2</span><span> of CO</span><span class="c4">2</span><span>.</span></p>',
    becomes: 'The toll rose to ~~20~~ ~~or~~ 25 euros per km² of CO₂.',
    drops: [
      'style sheet: @import url(https://themes.googleusercontent.com/fonts/css);ol{margin:0}.c2{text-decoration:line-through;vertical-align:baseline}.c3{vertical-align:super}.c4{vertical-align:sub}',
    ],
  },
  'Google Docs, pasted': {
    text: '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;text-decoration:line-through;-webkit-text-decoration-skip:none;">Twenty</span><span style="font-size:11pt;"> Ten</span><span style="font-size:0.6em;vertical-align:super;">th</span></p></b>',
    becomes: '~~Twenty~~ Tenᵗʰ',
  },
  'Word, saved as a page': {
    text: '<p class=MsoNormal>The toll rose to 25<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style=\'mso-special-character:footnote\'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style=\'font-size:12.0pt\'>[1]</span></span><![endif]></span></span></a>, or 10<sup>6</sup> cents, <s>not 20</s>.<o:p></o:p></p>',
    end: '<div style=\'mso-element:footnote-list\'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style=\'mso-element:footnote\' id=ftn1><p class=MsoFootnoteText><a style=\'mso-footnote-id:ftn1\' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span style=\'mso-special-character:footnote\'>[1]</span></span></a> In dollars.</p></div></div>',
    becomes: 'The toll rose to 25[^1], or 10⁶ cents, ~~not 20~~.',
    ends: '[^1]: In dollars.',
    drops: [
      'instructions for Word and old browsers: [if !supportFootnotes]',
      'instructions for Word and old browsers: [endif]',
    ],
  },
  'Word, a comment saved as a page': {
    text: '<p class=MsoNormal>The toll rose to <a style=\'mso-comment-reference:JD_1\'>25 dollars</a><span class=MsoCommentReference><span style=\'font-size:8.0pt\'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[JD1]</a></span></span>.</p>',
    end: '<div style=\'mso-element:comment-list\'><hr class=msocomoff align=left size=1 width="33%"><div style=\'mso-element:comment\'><div id="_com_1" class=msocomtxt language=JavaScript><span style=\'mso-comment-author:"Jane"\'><a name="_msocom_1"></a></span><p class=MsoCommentText><span class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[JD1]</a></span>Ask legal first.</p></div></div></div>',
    becomes: 'The toll rose to 25 dollars.',
    ends: '<!-- imported: comment on the document: Ask legal first. -->',
  },
  'LibreOffice, a note': {
    text: '<p class="western">The toll rose to 25<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>',
    end: '<div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> In dollars.</p></div>',
    becomes: 'The toll rose to 25[^1].',
    ends: '[^1]: In dollars.',
  },
  'Wikipedia, references and what is asked for': {
    text: '<p>The island has 57,000<sup id="cite_ref-stat_1-0" class="reference"><a href="#cite_note-stat-1"><span class="cite-bracket">&#91;</span>1<span class="cite-bracket">&#93;</span></a></sup> people on 836,330 km<sup>2</sup>.<sup id="cite_ref-stat_1-1" class="reference"><a href="https://en.wikipedia.org/wiki/Greenland#cite_note-stat-1">[1]</a></sup><sup class="noprint Inline-Template Template-Fact" style="white-space:nowrap;">[<i><a href="/wiki/Wikipedia:Citation_needed" title="Wikipedia:Citation needed"><span title="x">citation needed</span></a></i>]</sup></p>',
    end: '<div class="mw-references-wrap"><ol class="references"><li id="cite_note-stat-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-stat_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-stat_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text">Statistics Greenland, 2025.</span></li></ol></div>',
    becomes: 'The island has 57,000[^1] people on 836,330 km².[^1]',
    ends: '[^1]: Statistics Greenland, 2025.',
    drops: ['mark of a missing note: [citation needed] after "…has 57,000 people on 836,330 km²."'],
  },
  'Wikipedia, chemistry': {
    text: '<p>Carbon dioxide is CO<sub>2</sub>; <sup>14</sup>C decays; Ca<sup>2+</sup> and CO<span style="vertical-align:sub">3</span><sup>2−</sup> are ions; it melts at −78<sup>o</sup>C.</p>',
    becomes: 'Carbon dioxide is CO₂; ¹⁴C decays; Ca²⁺ and CO₃²⁻ are ions; it melts at −78°C.',
  },
  'Notion, exported': {
    text: '<p>The toll is 25<sup>3</sup> and <del>20</del>; <s>ten</s> <strike>nine</strike>.</p>',
    becomes: 'The toll is 25³ and ~~20~~; ~~ten~~ ~~nine~~.',
    asks: 1,
  },
  'asterisks between letters': {
    text: '<p>Die Leser*innen und Schüler*innen, Kolleg<i>*innen</i>, 10*12*2.</p>',
    becomes: 'Die Leser\\*innen und Schüler\\*innen, Kolle&#x67;*\\*innen*, 10\\*12\\*2.',
  },
  'a list with numbers of its own': {
    text: '<ol start="3"><li>Three</li><li>Four</li></ol><p>Then:</p><ol><li>One</li><li value="5">Five</li><li><p>Six</p><p>More</p></li></ol><ol reversed><li>Two</li><li>One</li></ol><ol start="0"><li value="x">None</li></ol>',
    becomes:
      '3. Three\n4. Four\n\nThen:\n\n1\\. One\n\n5\\. Five\n\n6\\. Six\n\nMore\n\n2\\. Two\n\n1\\. One\n\n0. None',
  },
  'a list with letters, which Markdown has not': {
    text: '<ol type="a"><li>One</li><li>Two</li></ol><p>Or:</p><ol style="list-style-type: upper-roman"><li>One</li></ol>',
    becomes: '1. One\n2. Two\n\nOr:\n\n1. One',
    drops: [
      'list letters replaced by numbers: before "One"',
      'list Roman numerals replaced by numbers: before "One"',
    ],
  },
  'EPUB, a note in a side note': {
    text: '<p>The toll rose to 25<a epub:type="noteref" href="#n1" id="r1">1</a>.</p>',
    end: '<aside epub:type="footnote" id="n1"><p><a href="#r1">1</a>. In dollars.</p></aside>',
    becomes: 'The toll rose to 25[^1].',
    ends: '[^1]: In dollars.',
  },
};

const markdown: Readonly<Record<string, Written>> = {
  'GitHub, tags in a paragraph with a reference': {
    text: 'Some 10<sup>25</sup> steps on 4 km<sup>2</sup>.[^1]',
    end: '[^1]: A note.',
    becomes: 'Some 10²⁵ steps on 4 km².[^1]',
    ends: '[^1]: A note.',
  },
  'GitHub, a heading, a list and a table': {
    text: '### Land, km<sup>2</sup>\n\n- 10<sup>6</sup> **m<sup>2</sup>**\n\n| CO<sub>2</sub> |\n| -- |\n| 12 m<sup>3</sup> |',
    becomes: '### Land, km²\n\n- 10⁶ **m²**\n\n| CO₂   |\n| ----- |\n| 12 m³ |',
  },
  'Jekyll, notes made by hand': {
    text: 'The toll rose to 25<sup id="a1">[1](#f1)</sup>.',
    end: '<b id="f1">1</b> In dollars. [↩](#a1)',
    becomes: 'The toll rose to 25.',
    ends: '**1** In dollars. [↩](#a1)',
    drops: ['mark of a missing note: 1 after "The toll rose to 25"'],
  },
  'emphasis and struck text beside Chinese signs': {
    text: '**“中文”**字，~~“删”~~字，约5~10人。',
    becomes: String.raw`**“中文”**字，~~“删”~~字，约5\~10人。`,
  },
  'Obsidian, a raised mark and its note': {
    text: 'The toll rose to 25<sup>3</sup>.',
    end: '<sup>3</sup> In dollars.',
    becomes: 'The toll rose to 25[^3].',
    ends: '[^3]: In dollars.',
  },
  'a chat program, a mark without a note': {
    text: 'Training cost $294,000<sup>1</sup> and took 10<sup>25</sup> operations, or 25<sup>3</sup>.',
    becomes: 'Training cost $294,000 and took 10²⁵ operations, or 25³.',
    drops: ['mark of a missing note: 1 after "Training cost $294,000"'],
    asks: 1,
  },
  'pandoc, between tildes and carets': {
    text: 'CO~2~ and H~2~O on 4 m^2^, 10^−9^ of it, 10~20% and 30~40%, ~~all~~ ~50.',
    becomes: 'CO₂ and H₂O on 4 m², 10⁻⁹ of it, 10\\~20% and 30\\~40%, ~~all~~ \\~50.',
  },
  'Google Docs, a comment below its text': {
    text: 'The toll rose to 25 dollars[a], or 26[b].',
    end: '________________\n\n[a]Ask legal before\nwe print this.\n[b]Or not',
    becomes: 'The toll rose to 25 dollars, or 26.',
    ends: '<!-- imported: comment on the document: Ask legal before we print this. -->\n\n<!-- imported: comment on the document: Or not -->',
  },
  'numbers that Markdown would count on': {
    text: '14. August 2025: the end.\n\n3. Oktober 1990: the start.\n\nBetween:\n\n03. 10. 1990: unity.\n\n- 007. Bond\n\nThe order:\n\n1. One\n1. Two\n\nAnd:\n\n01. Three\n02. Four',
    becomes:
      '14\\. August 2025: the end.\n\n3\\. Oktober 1990: the start.\n\nBetween:\n\n03\\. 10. 1990: unity.\n\n- 007\\. Bond\n\nThe order:\n\n1. One\n2. Two\n\nAnd:\n\n1. Three\n2. Four',
  },
  'asterisks between letters and digits': {
    text: 'Die Leser*innen und Schüler*innen, 10*12*2, étudiant*e*s; *so* und **so**.',
    becomes: 'Die Leser\\*innen und Schüler\\*innen, 10\\*12\\*2, étudiant\\*e\\*s; *so* und **so**.',
  },
  'the middle sign of a Git conflict, left alone': {
    text: 'It rose.\n\n=======\n\nIt fell.\n=======\n\nMore.',
    becomes: 'It rose.\n\nIt fell.\n\nMore.',
    asks: 2,
  },
  'images whose address has spaces and brackets': {
    text: '![The pier](./pictures/pier (1) b.png)',
    becomes: '![The pier](<./pictures/pier (1) b.png>)',
    drops: ['image rewritten in Markdown syntax: ![The pier](./pictures/pier (1) b.png)'],
  },
  'numbers of names, and one number alone': {
    text: '1. FC Köln spielt.\n\n1. FC Union gewinnt.\n\nDanach:\n\n1945. The war ends.\n\nDer Plan:\n\n1. One\n\nThen:\n\n2. Two',
    becomes:
      '1\\. FC Köln spielt.\n\n1\\. FC Union gewinnt.\n\nDanach:\n\n1945\\. The war ends.\n\nDer Plan:\n\n1. One\n\nThen:\n\n2. Two',
  },
  'signs of numbers, of which Markdown would make lists': {
    text: 'It fell to\n- 5 degrees, or\n+ 7, in a tower of\n> 300 m.\n\n+ 5 percent.\n\n- 5 ships\n- 6 ships',
    becomes:
      'It fell to\n\\- 5 degrees, or\n\n\\+ 7, in a tower of\n\n\\> 300 m.\n\n\\+ 5 percent.\n\n- 5 ships\n- 6 ships',
  },
  'Substack, pasted as Markdown': {
    text: 'The board paid.\n\n[Subscribe now](https://x.substack.com/subscribe?)\n\nThanks for reading The Quay! Subscribe for free to receive new posts and support my work.\n\n**[Share](https://x.substack.com/p/y?action=share)**',
    becomes: 'The board paid.',
    drops: [
      'call to subscribe or share: Subscribe now',
      'call to subscribe or share: Thanks for reading The Quay! Subscribe for free to receive new posts and support my work.',
      'call to subscribe or share: Share',
    ],
  },
};

describe('what an editor writes into a page', () => {
  test.each(Object.entries(pages))('%s', async (_name, written) => {
    await expectBrief(pageWith(written), 'a.html', written);
  });
});

describe('what an editor writes into Markdown', () => {
  test.each(Object.entries(markdown))('%s', async (_name, written) => {
    const [first = '', ...others] = sections.map((heading) => `## ${heading}`);
    const text = `# Tolls\n\n${first}\n\n${written.text}\n\n${others.join('\n\nText.\n\n')}\n\nIt is old.\n\n${written.end ?? ''}`;
    await expectBrief(new TextEncoder().encode(text), 'a.md', written);
  });
});
