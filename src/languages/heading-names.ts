/** What drafts call the four sections, in their order, beside the headings that the site itself uses. */
type SectionNames = readonly [readonly string[], readonly string[], readonly string[], readonly string[]];

/** Names of the parts of a brief in one language. Case, punctuation, numbers and apostrophes do not matter. */
export interface HeadingNames {
  readonly sections: SectionNames;
  /** Over the summary, beside the label of the interface. */
  readonly story: readonly string[];
  /** Over a list of sources, beside the label of the interface. */
  readonly sources: readonly string[];
}

/** By language. A name stands for one part only, in whatever language: a test compares them all. */
export const headingNames: Readonly<Record<string, HeadingNames>> = {
  en: {
    sections: [
      ["What's going on?", 'What happened?', 'What has happened?', 'What we know'],
      [
        'Why is it important?',
        'Why it matters',
        'Why this matters',
        'Why this is important',
        'Why is this important?',
        'Why does it matter?',
        'Why does this matter?',
      ],
      ['What comes next?', 'What happens next?', 'Next steps', 'What to expect next', 'Looking ahead'],
      ['Behind the headlines', 'Beyond the headline', 'Beyond headlines', 'The bigger picture'],
    ],
    story: ["What's the story about?", 'What is this story about?', 'Summary', 'In brief', 'TL;DR'],
    sources: ['Source', 'References', 'Sources and references'],
  },
  es: {
    sections: [
      [
        '¿Qué pasa?',
        '¿Qué ocurre?',
        '¿Qué está ocurriendo?',
        '¿Qué está sucediendo?',
        '¿Qué sucede?',
        '¿Qué ha pasado?',
        '¿Qué ocurrió?',
        '¿Qué pasó?',
      ],
      ['¿Por qué importa?', 'Por qué esto es importante', '¿Por qué es relevante?', '¿Por qué esto importa?'],
      [
        '¿Qué sigue?',
        '¿Y ahora qué?',
        '¿Qué viene después?',
        '¿Qué pasará ahora?',
        '¿Qué va a pasar?',
        'Próximos pasos',
      ],
      ['Detrás de los titulares', 'Más allá del titular', 'Tras los titulares'],
    ],
    story: ['¿De qué trata la historia?', '¿De qué se trata la noticia?', 'Resumen', 'En resumen'],
    sources: ['Fuente', 'Referencias'],
  },
  fr: {
    sections: [
      ["Qu'est-ce qui se passe ?", "Que s'est-il passé ?", 'Ce qui se passe', "Ce qui s'est passé"],
      [
        "Pourquoi c'est important",
        'Pourquoi cela compte',
        'Pourquoi est-ce que c’est important ?',
        'Pourquoi ça compte',
      ],
      ['Et ensuite ?', 'Quelle est la suite ?', 'Et après ?', 'Que va-t-il se passer ?', 'Prochaines étapes'],
      ['Au-delà des titres', 'Derrière les gros titres', 'Derrière les titres'],
    ],
    story: ["De quoi parle l'article ?", 'De quoi est-il question ?', 'Résumé', 'En bref'],
    sources: ['Références'],
  },
  de: {
    sections: [
      ['Was passiert?', 'Was geschieht?', 'Was ist los?', 'Was passiert gerade?', 'Was ist geschehen?'],
      [
        'Warum es wichtig ist',
        'Warum das wichtig ist',
        'Warum ist es wichtig?',
        'Weshalb ist das wichtig?',
        'Wieso ist das wichtig?',
      ],
      [
        'Wie es weitergeht',
        'Was kommt als Nächstes?',
        'Was passiert als Nächstes?',
        'Was geschieht als Nächstes?',
        'Nächste Schritte',
      ],
      ['Jenseits der Schlagzeilen', 'Über die Schlagzeilen hinaus', 'Abseits der Schlagzeilen'],
    ],
    story: ['Worum geht es in der Geschichte?', "Worum geht's?", 'Zusammenfassung', 'Kurz gefasst'],
    sources: ['Quelle', 'Quellenangaben'],
  },
  pt: {
    sections: [
      ['O que está a acontecer?', 'O que aconteceu?', 'O que se passa?', 'O que acontece?'],
      [
        'Por que isso é importante?',
        'Por que isso importa?',
        'Por que importa?',
        'Por que isto é importante?',
      ],
      ['O que vem depois?', 'E agora?', 'O que acontece agora?', 'O que se segue?', 'Os próximos passos'],
      ['Para além das manchetes', 'Por trás das manchetes', 'Para além dos títulos', 'Além dos títulos'],
    ],
    story: ['Do que se trata a notícia?', 'Do que trata a notícia?', 'Resumo', 'Em resumo'],
    sources: ['Fonte', 'Fontes', 'Referências'],
  },
  it: {
    sections: [
      [
        'Cosa sta succedendo?',
        'Cosa succede?',
        'Che cosa succede?',
        'Cosa è successo?',
        'Che cosa è successo?',
      ],
      ['Perché conta', 'Perché importa', 'Perché è rilevante?', 'Perché questo è importante'],
      [
        'E ora?',
        'Cosa succederà?',
        'Cosa succede adesso?',
        'Che cosa succederà?',
        'Cosa ci aspetta?',
        'Prossimi passi',
        'I prossimi passi',
      ],
      ['Dietro i titoli', 'Al di là dei titoli', 'Oltre le notizie'],
    ],
    story: ['Di cosa si tratta?', 'Di cosa parla la notizia?', 'Riassunto', 'In sintesi', 'In breve'],
    sources: ['Fonte', 'Fonti', 'Riferimenti'],
  },
  hi: {
    sections: [
      ['क्या हुआ?', 'क्या हुआ है?', 'क्या चल रहा है?'],
      ['यह महत्वपूर्ण क्यों है?', 'यह क्यों महत्वपूर्ण है?', 'यह क्यों अहम है?', 'यह क्यों मायने रखता है?', 'यह ज़रूरी क्यों है?'],
      ['आगे क्या?', 'अब आगे क्या?', 'अब आगे क्या होगा?', 'इसके बाद क्या?'],
      ['सुर्खियों से परे', 'सुर्खियों के पीछे', 'सुर्खियों के पार'],
    ],
    story: ['यह खबर किस बारे में है?', 'ख़बर क्या है?', 'सारांश', 'संक्षेप में'],
    sources: ['स्रोत', 'संदर्भ'],
  },
  ar: {
    sections: [
      ['ما الذي يحدث؟', 'ماذا حدث؟', 'ما الذي حدث؟', 'ماذا يجري؟'],
      [
        'لماذا هذا مهم؟',
        'لماذا يهم؟',
        'لماذا الأمر مهم؟',
        'لماذا يهمّ ذلك؟',
        'ما أهمية ذلك؟',
        'لماذا هو مهم؟',
      ],
      ['ماذا بعد؟', 'ما الخطوة التالية؟', 'ماذا سيحدث بعد ذلك؟', 'ما الذي سيحدث لاحقًا؟'],
      ['ما خلف العناوين', 'خلف العناوين', 'أبعد من العناوين', 'وراء العناوين'],
    ],
    story: ['عمّ يدور الخبر؟', 'عن ماذا يتحدث الخبر؟', 'ملخص', 'الملخص', 'باختصار'],
    sources: ['المصدر', 'المراجع'],
  },
  'zh-Hans': {
    sections: [
      ['发生了什么事？', '正在发生什么？', '怎么回事？', '发生了什么事情？'],
      ['为什么重要？', '为什么这很重要？', '为何这很重要？', '为什么它很重要？'],
      ['接下来会怎样？', '接下来会发生什么？', '接下来呢？', '下一步是什么？', '下一步'],
      ['标题之外', '头条之外', '新闻背后', '标题背后', '超越头条'],
    ],
    story: ['这个故事讲的是什么？', '这则新闻是关于什么的？', '摘要', '概要'],
    sources: ['来源', '参考资料', '消息来源'],
  },
  ja: {
    sections: [
      ['何が起こっているのか？', '何が起きたのか？', '何が起こったのか？', '何が起きているか？'],
      ['なぜ重要か？', 'なぜそれが重要なのか？', '重要な理由', 'なぜ大切なのか？'],
      [
        '今後どうなるのか？',
        '次はどうなるのか？',
        '次に何が起こるのか？',
        '今後の展開',
        'これからどうなる？',
      ],
      ['見出しの先に', '見出しの裏側', '見出しを超えて', 'ニュースの先に'],
    ],
    story: ['この記事は何について？', '要約', 'まとめ', '概略'],
    sources: ['出典', '参考文献', '情報源'],
  },
};
