/**
 * What chat programs say to the person who asks them, in the ten languages of the site, as it is left in a text that is
 * pasted whole. Each pattern is in the first or second person or stands at the beginning of a passage, so that
 * reporting *about* such programs is not taken for one. `^` is the beginning of a passage or of a sentence.
 */
const spoken: Readonly<Record<string, readonly string[]>> = {
  en: [
    String.raw`as an? (?:(?:ai|a\.i\.|artificial[ -]intelligence|large[ -]language|language)[ -])?(?:language )?(?:model|assistant|chatbot)\b[^.!?]{0,60}, (?:I|my)\b`,
    String.raw`as an (?:ai|a\.i\.|artificial intelligence), (?:I|my)\b`,
    String.raw`\bI(?:['’]m| am)(?: just| only)? an? (?:ai|artificial intelligence|large language|language)(?: language)? (?:model|assistant|chatbot)\b`,
    String.raw`\bI (?:cannot|can['’]t|can not|am unable to|am not able to|do(?:n['’]t| not) have the ability to) (?:browse|access (?:the (?:internet|web)|real[- ]time|current|live|external|up[- ]to[- ]date)|search the (?:internet|web)|provide real[- ]time)`,
    String.raw`\bI do(?:n['’]t| not) have (?:access to (?:real[- ]time|current|the internet|live|up[- ]to[- ]date)|real[- ]time|personal (?:opinions|beliefs|experiences|feelings)|browsing)`,
    String.raw`\b(?:as of|up to|since|until|beyond|after|before) my (?:last|latest|most recent|knowledge|training)\b[^.!?]{0,30}(?:update|cut-?\s?off|data|training)`,
    String.raw`\bmy (?:knowledge|training(?: data)?) (?:cut-?\s?off|cuts off|was last updated|only (?:goes|extends))`,
    String.raw`^(?:certainly|sure(?: thing)?|of course|absolutely|gladly)[!:] (?:here(?:['’]s| is| are)|below (?:is|are)|I(?:['’]d| would| can|['’]ll| will| have))\b`,
    // After a comma people go on like this, too: "Of course, here is the rub". Only a program hands something over.
    String.raw`^(?:certainly|sure(?: thing)?|of course|absolutely|gladly)[,.] (?:(?:here(?:['’]s| is| are)|below (?:is|are)) (?:(?:an?|your) (?:\S+ ){0,2}(?:version|draft|explainer|summary|overview|outline|rewrite)\b|(?:an? |the |your |some )?(?:\S+ ){0,2}(?:version|draft|text|article|brief|explainer|summary|overview|outline|rewrite|list|table)(?=\s*(?:[:.!]|$)| you\b| of your\b| for your?\b| based on\b| as requested\b| that you\b))|here you (?:go|are)\b|I(?:['’]d| would) be (?:happy|glad) to\b)`,
    String.raw`^here(?:['’]s| is) (?:a|an|the|your) (?:revised|rewritten|polished|improved|refined|updated|edited|concise|draft)?\s?(?:version|draft|text|article|brief|explainer|summary)(?: of your\b[^.:]{0,60}| based on (?:your|the (?:text|article|information)) [^.:]{0,60}| for your\b[^.:]{0,60}| you (?:asked|requested)[^.:]{0,40}):`,
    String.raw`^I hope this (?:helps|(?:\w+ ){0,3}(?:is|was|proves) (?:helpful|useful)|(?:email|message) finds you|meets your)`,
    String.raw`^(?:please )?let me know if (?:you(?:['’]d| would| want| need| have|['’]re)|there['’]s|there is|this|any)\b`,
    String.raw`^(?:please )?feel free to (?:ask|let me know|reach out to me)`,
    String.raw`^would you like me to\b`,
    String.raw`^if you(?:['’]d| would)? (?:like|want|prefer|wish),? I (?:can|could|will) (?:(?:also|then|now|help(?: you)?(?: to)?) )?(?:add|adapt|adjust|condense|convert|create|draft|expand|format|generate|include|make|prepare|produce|provide|put together|refine|revise|rewrite|shorten|suggest|summari[sz]e|tailor|translate|turn|write)\b(?![^.!?]*\b(?:said|says|told|added|wrote|replied|promised|offered)\b)`,
    String.raw`^is there anything else (?:I can|you(?:['’]d| would) like)`,
    String.raw`\bI(?:['’]m sorry| apologi[sz]e),? (?:but |for )?(?:I (?:cannot|can['’]t|am unable)|(?:the|any) confusion)`,
    String.raw`^do you find this (?:article|answer|response|content) (?:useful|helpful)\?`,
    String.raw`^(?:was|is) this (?:answer|response|conversation) helpful(?: so far)?\?`,
    String.raw`\[(?:your|the author['’]?s) (?:full |company |organi[sz]ation |business |job )?(?:name|title|company|organi[sz]ation|position|email|address|contact)[^\]]{0,40}\]`,
  ],
  es: [
    String.raw`como (?:un )?(?:modelo de lenguaje|asistente|inteligencia artificial|ia)\b[^.!?]{0,60}, (?:yo )?(?:no )?(?:puedo|tengo|soy|estoy|carezco|dispongo|mi)\b`,
    String.raw`\bno (?:puedo|tengo capacidad (?:de|para)) (?:navegar por|acceder a) (?:internet|la web|información en tiempo real)`,
    String.raw`\b(?:hasta|desde|a partir de|según) mi (?:última (?:actualización|fecha)|(?:fecha de )?(?:corte|entrenamiento))`,
    String.raw`^¡?(?:claro(?: que sí)?|por supuesto|con gusto|desde luego)(?:[!:]+ (?:aquí (?:tienes|tiene|está|están)|a continuación)|[,.] aquí (?:tienes?|está) (?:el|la|una?|tu|su) (?:\S+ )?(?:resumen|texto|artículo|versión|borrador)\b)`,
    String.raw`^espero que (?:esto|este (?:texto|resumen)) (?:te|le|os|les) (?:ayude|sea (?:útil|de ayuda))`,
    String.raw`^¿(?:quieres|te gustaría|desea|le gustaría) que (?:lo|la|te|le|haga|añada|amplíe)`,
    String.raw`\[(?:tu|su) nombre\]`,
  ],
  fr: [
    String.raw`en tant qu(?:e (?:grand )?modèle(?: de langage)?|['’](?:ia|intelligence artificielle|assistant))\b[^.!?]{0,60}, (?:je|j['’]|mes|ma|mon)`,
    String.raw`\bje ne (?:peux|suis) pas (?:en mesure d['’]|capable d['’])?(?:naviguer sur|accéder (?:à internet|au web|à des informations en temps réel))`,
    String.raw`\b(?:ma dernière mise à jour|la date (?:limite|de coupure) de mes connaissances|mes données d['’]entraînement)`,
    String.raw`^(?:bien sûr|certainement|avec plaisir|absolument)(?:\s?[!:]+ ?(?:voici|voilà|ci-dessous)|[,.] (?:voici|voilà) (?:le|la|une?|votre) (?:\S+ )?(?:résumé|texte|article|version|brouillon)\b)`,
    String.raw`^j['’]espère que (?:cela|ceci|ce (?:texte|résumé)) vous (?:aide|aidera|sera utile|convient)`,
    String.raw`^(?:souhaitez-vous|voulez-vous|aimeriez-vous) que (?:je|j['’])`,
    String.raw`^n['’]hésitez pas à me (?:demander|dire|faire)`,
    String.raw`\[votre nom\]`,
  ],
  de: [
    String.raw`\bals (?:ein )?(?:großes |ki-|künstliche )?(?:sprachmodell|ki(?:-modell|-assistent|-sprachmodell)?|künstliche intelligenz)(?: \S+){0,4} (?:kann|habe|bin|darf|verfüge) ich\b`,
    String.raw`\bich (?:kann|habe) (?:nicht (?:im internet|auf das internet|auf aktuelle)|keinen zugriff auf (?:das internet|aktuelle|echtzeit))`,
    String.raw`\b(?:mein(?:em|es|er)? letzte[nrs]? (?:update|aktualisierung|wissensstand|trainings\S*)|mein(?:em|es)? (?:wissensstand|trainingsdaten|wissensstichtag))`,
    String.raw`^(?:natürlich|gerne|gern|selbstverständlich|klar)(?:[!:] (?:hier (?:ist|sind|kommt)|nachfolgend|im folgenden)|[,.] hier (?:ist|kommt) (?:der|die|das|eine?|ihre?|deine?) (?:\S+ )?(?:zusammenfassung|text|artikel|fassung|version|entwurf)\b)`,
    String.raw`^ich hoffe,? (?:das|dies|dieser text|diese \S+)? ?(?:hilft|ist hilfreich|konnte)`,
    String.raw`^(?:möchten sie|möchtest du|soll ich)\b[^.!?]{0,40}\b(?:dass ich|den text|noch etwas|das noch)`,
    String.raw`^(?:lassen sie|lass) (?:es )?mich wissen,`,
    String.raw`\[(?:ihr|dein|name des autors) ?name\]`,
  ],
  pt: [
    String.raw`como (?:um )?(?:modelo de linguagem|assistente|inteligência artificial|ia)\b[^.!?]{0,60}, (?:eu )?(?:não )?(?:posso|tenho|sou|estou|consigo|meu|minha)\b`,
    String.raw`\bnão (?:posso|consigo) (?:navegar na|acessar|aceder)(?: [aà])? (?:internet|web|informações em tempo real)`,
    String.raw`\b(?:até|desde|após) (?:a )?(?:minha última (?:atualização|data)|minha data de corte|meu último treinamento|o meu último treino)`,
    String.raw`^(?:claro|com certeza|certamente|com prazer)(?:[!:] (?:aqui (?:está|estão|vai)|segue|a seguir)|[,.] (?:aqui (?:está|vai)|segue) (?:o|a|uma?|seu|sua) (?:\S+ )?(?:resumo|texto|artigo|versão|rascunho)\b)`,
    String.raw`^espero que (?:isso|isto|este (?:texto|resumo)) (?:ajude|seja útil|o ajude)`,
    String.raw`^(?:gostaria|quer) que eu\b`,
    String.raw`\[(?:seu|o seu) nome\]`,
  ],
  it: [
    String.raw`(?:come|in quanto|in qualità di) (?:un )?(?:modello linguistico|modello di linguaggio|assistente|intelligenza artificiale|ia)\b[^.!?]{0,60}, (?:io )?(?:non )?(?:posso|ho|sono|dispongo|il mio|la mia)\b`,
    String.raw`\bnon posso (?:navigare (?:su|in)|accedere a) (?:internet|informazioni in tempo reale)`,
    String.raw`\b(?:al|dal|fino al|del) mio ultimo (?:aggiornamento|addestramento)`,
    String.raw`^(?:certo|certamente|naturalmente|volentieri)(?:[!:] (?:ecco|di seguito)|[,.] ecco (?:il|la|un|una|il tuo|la tua) (?:\S+ )?(?:riassunto|testo|articolo|versione|bozza)\b)`,
    String.raw`^spero che (?:questo|ciò|il testo|questa \S+) (?:ti |vi |le )?(?:sia (?:utile|d['’]aiuto)|aiuti)`,
    String.raw`^(?:vuoi|vuole|desideri|ti piacerebbe) che (?:io|lo|la|aggiunga|scriva)\b`,
    String.raw`\[(?:il )?(?:tuo|suo) nome\]`,
  ],
  hi: [
    String.raw`(?:एक )?(?:ai|एआई|कृत्रिम बुद्धिमत्ता|बड़े भाषा|भाषा)(?: भाषा)? (?:मॉडल|सहायक) के (?:रूप में|तौर पर|नाते),? (?:मैं|मेरे|मुझे|मेरी)`,
    String.raw`मेरे (?:अंतिम|आखिरी|पिछले|नवीनतम|ज्ञान|प्रशिक्षण)[^।.!?]{0,20}(?:अपडेट|कटऑफ|कट-ऑफ|डेटा)`,
    String.raw`^(?:ज़रूर|जरूर|बिल्कुल|निश्चित रूप से|अवश्य)[!,।]\s?(?:यहाँ|यहां|नीचे|यह रहा)`,
    String.raw`^(?:मुझे उम्मीद है|आशा है) कि (?:यह|इससे)[^।.!?]{0,30}(?:मदद|उपयोगी|सहायक)`,
    String.raw`\[(?:आपका|अपना) नाम\]`,
  ],
  ar: [
    String.raw`(?:بصفتي|باعتباري|كوني) (?:نموذج|ذكاء|مساعد|برنامج)`,
    String.raw`(?:لا يمكنني|لا أستطيع) (?:تصفح|الوصول إلى) (?:الإنترنت|المعلومات (?:الحية|الفورية|الحالية))`,
    String.raw`آخر تحديث (?:لمعرفتي|لمعلوماتي|لبياناتي|لي|لبيانات تدريبي)`,
    String.raw`^(?:بالتأكيد|بالطبع|طبع[ًا]{0,2}|حسن[ًا]{0,2})[!،,.:] ?(?:إليك|هذا|هذه|فيما يلي|يسعدني)`,
    String.raw`^آمل أن (?:يكون|تكون|يساعدك|يفيدك)[^.!؟]{0,30}(?:مفيد|يساعدك|يفيدك|لك)`,
    String.raw`^هل (?:ترغب|تريد|تود)(?: في)? أن (?:أقوم|أضيف|أكتب|أعدّل)`,
    String.raw`\[(?:اسمك|ضع اسمك هنا)\]`,
  ],
  zh: [
    String.raw`作为(?:一个|一款|一名|一种)?(?:人工智能|ai|大型|大)?(?:语言)?(?:模型|助手|人工智能|ai)，?(?:我|本人)`,
    String.raw`我(?:无法|不能|没有办法)(?:浏览|访问|接入|获取)(?:互联网|网络|实时|最新)`,
    String.raw`(?:截至|截止到?|根据)我(?:的)?(?:最后一次|最近一次|最新)?(?:的)?(?:知识|训练|更新)`,
    String.raw`我的(?:知识|训练数据)(?:截止|更新|库)`,
    String.raw`^(?:当然(?:可以)?|好的|没问题)[！，。,!]\s?(?:以下|下面|这是|这里是)`,
    String.raw`^希望(?:这|以上|上述|本文)[^。！？]{0,20}(?:对您|对你|能帮到|有帮助|有所帮助)`,
    String.raw`^(?:需要|要不要|是否需要)我(?:帮|再|为|进一步)`,
    String.raw`\[(?:您|你)的(?:姓名|名字)\]|【(?:您|你)的(?:姓名|名字)】`,
  ],
  ja: [
    String.raw`(?:ai|人工知能|大規模)?(?:言語モデル|アシスタント|ai)として、?(?:私|わたし)`,
    String.raw`私(?:の|が持つ)(?:最終更新|知識(?:は|の(?:カットオフ|更新|期限))|学習データ|トレーニングデータ)`,
    String.raw`私は(?:インターネット|リアルタイム)[^。！？]{0,20}(?:できません|アクセスでき)`,
    String.raw`^(?:もちろんです|承知(?:いた)?しました|かしこまりました|はい)[！。、!]\s?(?:以下|こちら|次)`,
    String.raw`お役に立て(?:れば|ましたら)(?:幸い|嬉しい|うれしい)です`,
    String.raw`[［\[【](?:お名前|あなたの(?:名前|氏名))[］\]】]`,
  ],
};

/** Buttons and labels of the programs' own pages, which a selection with the mouse takes along: a whole passage. */
const furniture = String.raw`^\s*(?:regenerate(?: response)?|copy code|chatgpt said:?|you said:|(?:ai|a\.i\.)[- ]generated content\.?|chatgpt can make mistakes\.[^]{0,80}|claude can make mistakes\.[^]{0,80}|gemini can make mistakes[^]{0,80})\s*$`;

/** Names that programs give their sources; nothing else is spelled like these. */
const marks = [
  String.raw`[\ue200-\ue206]?(?:cite|navlist|image_group)?(?:[\ue200-\ue206]?turn\d{1,3}(?:search|news|view|image|fetch|file|academia|finance|sports|forecast|product|reddit|youtube|maps|click|business)\d{1,3})+[\ue200-\ue206]?`,
  String.raw`:?contentReference\[oaicite:\d+\](?:\{index=\d+\})?`,
  String.raw`\[?oai_?cit(?:e|ation)[:\[][^\]\s]{0,60}\]?`,
  String.raw`【\d+(?::\d+)?†[^】]{0,80}】`,
  String.raw`\[cite_start\]|\[cite:\s?[\d, ]+\]|\[(?:web|attached_file|file|source):\d+\]`,
  String.raw`</?grok:[a-z-]+|<\|(?:im_start|im_end|endoftext|eot_id)\|>`,
];

export interface LeftOver {
  readonly words: string;
  readonly index: number;
}

/** Where in a text a program speaks; the text is what the brief says itself. */
export function* spokenIn(text: string): Iterable<LeftOver> {
  yield* allOf(anywhere, text);
  // Only where a sentence begins: to look everywhere would take as long as all other rules together.
  // Blanks that nothing follows are looked through from each of them again.
  for (const { words: sign, index } of allOf(beginnings, text.trimEnd())) {
    opening.lastIndex = index + sign.length;
    const found = opening.exec(text);
    if (found) yield { words: found[0], index: found.index };
  }
}

/** Where in a text a program notes a source. */
export function marksIn(text: string): Iterable<LeftOver> {
  return allOf(mark, text);
}

/** As `matchAll`, which compiles the pattern anew for each text. */
function* allOf(pattern: RegExp, text: string): Iterable<LeftOver> {
  let at = 0;
  while (at <= text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return;
    const { 0: words, index } = found;
    // A search that began amid a pair of surrogates would step back to where it was.
    at = index + (words.length || String.fromCodePoint(text.codePointAt(index) ?? 0).length);
    yield { words, index };
  }
}

const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/** `\b` knows Latin letters without accents alone; and where a word begins or ends is known, which is quicker to see. */
function compile(patterns: readonly string[], flags: string): RegExp {
  const sources = patterns.map((pattern) =>
    pattern.replace(/(?<![\p{L})])\\b/gu, `(?<!${letter})`).replaceAll(String.raw`\b`, `(?!${letter})`),
  );
  return new RegExp(sources.join('|'), flags);
}

const beginnings = /(?<=^|[.!?。！？؟।:\n]["”»」’)]{0,2})\s*(?=\S)/gu;
const all = [...Object.values(spoken).flat(), furniture];
const opening = compile(
  all.filter((pattern) => pattern.startsWith('^')).map((pattern) => pattern.slice(1)),
  'iuy',
);
const anywhere = compile(
  all.filter((pattern) => !pattern.startsWith('^')),
  'giu',
);

const mark = compile(marks, 'giu');

/** The mark by which a chat program says that it sent the reader. */
export const trackingLeftOver =
  /[?&]utm_source=(?:chatgpt|openai|perplexity|copilot|gemini|claude|grok|deepseek|mistral|you)(?:\.(?:com|ai))?(?=[&#]|$)/i;
