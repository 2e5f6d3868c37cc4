import { languages } from '../../src/languages/languages.ts';
import type { AiUse } from '../../src/brief/publication.ts';
import { normalizeName } from '../../src/languages/recognise-headings.ts';
import { isReported } from './reported.ts';
import { phrasesIn } from './phrases.ts';

/** A line that is not part of the text: an AI label or a feedback question. */
export type Notice =
  { readonly kind: 'ai'; readonly ai: AiUse; readonly reviewer?: string } | { readonly kind: 'feedback' };

/** The notice on a line; undefined for any other line or one with more text. */
export function noticeOf(line: string): Notice | undefined {
  if (line.length > maxLength) return undefined;
  const known = notices.get(normalizeName(line));
  if (known) return known;
  const bare = line
    .replace(/^[\s*_>[(~※\p{Extended_Pictographic}\ufe0f-]+|[\s*_\])~]+$/gu, '')
    .replace(/\*\*/g, '');
  if (!isReported(line) && disclaimers.some((pattern) => pattern.test(bare)))
    return { kind: 'ai', ai: isHelped.test(bare) ? 'assisted' : 'generated' };
  if (line.length > 200) return undefined;
  for (const { pattern, ai } of reviewed) {
    const reviewer = pattern.exec(line.replace(/[‘’]/g, "'").trim())?.[1]?.trim();
    if (reviewer) return { kind: 'ai', ai, reviewer };
  }
  return undefined;
}

/** Characters of a disclaimer. */
const maxLength = 400;

const program = String.raw`(?:an? )?(?:(?:large )?language model|artificial intelligence|generative ai|a\.?i\.?(?:[ -](?:language )?(?:model|tool|assistant|system|technology))?|chat ?gpt|gpt-\d\S*|claude|gemini|copilot|grok|llama|deepseek|mistral|perplexity|openai|anthropic)\b`;
const texts = String.raw`(?:article|brief|text|content|post|story|summary|explainer|report|piece|page|draft|document|material)`;
const made = String.raw`(?:generated|written|created|produced|drafted|prepared|compiled|composed|authored|made|summari[sz]ed|assisted|edited)`;

/** Lines that say how the text came about, in the words of models and publishers. */
const disclaimers: readonly RegExp[] = [
  /^ai[- ]generated(?: (?:content|text|article|brief|summary))?\s*[.:,;–—-]\s.{0,160}\b(?:verif|check|accura|errors?\b|mistakes?\b)/i,
  new RegExp(
    String.raw`^(?:(?:ai )?(?:disclaimer|disclosure|note|editor['’]s note|transparency(?: note)?|important|attribution)\s*[:：–—-]\s*)?(?:(?:this|the above|the following|parts of this|portions of this|some of this) ${texts}|this|it) (?:was|is|were|has been|have been|may have been) (?:\w+ly |in part |in full )?${made}\b[^.]{0,60}?\b${program}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:${texts} )?(?:${made}|powered|researched and written)(?: entirely| partly| in part)? (?:by|with|using|through)(?: the (?:help|assistance|aid|support) of)? ${program}[^.]{0,60}\.?$`,
    'i',
  ),
  new RegExp(String.raw`^(?:disclaimer|disclosure|transparency(?: note)?)\s*[:：–—-].*\b${program}`, 'i'),
  /^(?:(?:hinweis|transparenzhinweis|anmerkung|haftungsausschluss)\s*[:：]\s*)?(?:diese[rs]?|der|die|das|obige[rs]?|vorstehende[rs]?)(?: obige| vorstehende)? (?:artikel|text|beitrag|inhalt|zusammenfassung|briefing|entwurf) (?:wurde|ist|wurden)(?!\p{L}).{0,80}(?:(?<!\p{L})KI(?!\p{L})|künstliche[rn]? intelligenz|sprachmodell|chatgpt|claude|gemini)/iu,
  /^(?:(?:note|avertissement|mention|transparence)\s*[:：]\s*)?(?:cet? (?:article|texte|contenu)|cette (?:note|synthèse)|ce (?:texte|contenu|résumé)|l[ea] (?:texte|contenu|note|article) ci-dessus) (?:a été|est)(?!\p{L}).{0,80}(?:(?<!\p{L})IA(?!\p{L})|intelligence artificielle|modèle de langage|chatgpt|claude|gemini)/iu,
  /^(?:(?:nota|aviso|descargo(?: de responsabilidad)?|advertencia|transparencia)\s*[:：]\s*)?(?:(?:este|esta) (?:artículo|texto|contenido|nota|resumen)|el (?:texto|contenido|artículo) (?:anterior|de arriba)) (?:fue|ha sido|está)(?!\p{L}).{0,80}(?:(?<!\p{L})IA(?!\p{L})|inteligencia artificial|modelo de lenguaje|chatgpt|claude|gemini)/iu,
  /^(?:(?:nota|aviso|isenção(?: de responsabilidade)?)\s*[:：]\s*)?(?:(?:este|esta) (?:artigo|texto|conteúdo|nota|resumo)|o (?:texto|conteúdo|artigo) acima) (?:foi|é)(?!\p{L}).{0,80}(?:(?<!\p{L})IA(?!\p{L})|inteligência artificial|modelo de linguagem|chatgpt|claude|gemini)/iu,
  /^(?:(?:nota|avvertenza|disclaimer|avviso)\s*[:：]\s*)?(?:(?:questo|questa|il presente) ?(?:articolo|testo|contenuto|scheda|sintesi)|il (?:testo|contenuto) (?:sopra|precedente|qui sopra)) (?:è stat[oa]|è)(?!\p{L}).{0,80}(?:(?<!\p{L})(?:IA|AI)(?!\p{L})|intelligenza artificiale|modello linguistico|chatgpt|claude|gemini)/iu,
  /^(?:texto|contenido|artículo|resumen|nota|conteúdo|artigo|resumo|testo|contenuto|articolo|sintesi|texte|contenu|article|text|artikel|inhalt|beitrag) (?:\p{L}+ )?(?:elaborad|generad|cread|redactad|producid|escrit|gerad|criad|produzid|elaborat|generat|creat|scritt|redatt|prodott|rédigé|généré|créé|produit|erstellt|generiert|verfasst|geschrieben)\p{L}*(?: \p{L}+){0,4}[ '’](?:(?<!\p{L})(?:IA|KI|AI)(?!\p{L})|inteligencia artificial|inteligência artificial|intelligenza artificiale|intelligence artificielle|künstlicher intelligenz|chatgpt|claude|gemini)/iu,
  /^(?:(?:अस्वीकरण|नोट|सूचना|टिप्पणी)\s*[:：]\s*)?(?:यह|इस|उपरोक्त) (?:लेख|सामग्री|पाठ|रिपोर्ट|सारांश).{0,40}(?:एआई|AI|कृत्रिम बुद्धिमत्ता|भाषा मॉडल|ChatGPT)/u,
  /^(?:(?:إخلاء مسؤولية|ملاحظة|تنويه|تنبيه)\s*[:：]\s*)?(?:تم (?:إنشاء|إعداد|كتابة|توليد)|أُنشئ|أُعدّ|كُتب) (?:هذا|هذه|النص|المحتوى).{0,80}(?:الذكاء الاصطناعي|نموذج لغوي|ChatGPT)/u,
  /^(?:(?:免责声明|声明|说明|注|提示|备注)\s*[:：]\s*)?(?:本|此|这篇|该|以上|上述)(?:文|文章|内容|简报|稿件?|报道|文本).{0,30}(?:AI|人工智能|语言模型|大模型|ChatGPT)/u,
  /^(?:(?:免責事項|注意|注|注記|お断り|備考)\s*[:：]\s*)?(?:この|本|上記の|以上の)(?:記事|文章|コンテンツ|原稿|要約|テキスト).{0,40}(?:AI|人工知能|言語モデル|ChatGPT)/u,
];

const isHelped =
  /\b(?:assist(?:ed|ance)|(?:help|aid|support) of|edited)\b|mithilfe|unterstützung|mit hilfe|avec l['’]aide|con (?:la )?ayuda|com (?:a )?ajuda|con l['’]aiuto|की (?:मदद|सहायता)|بمساعدة|辅助|支援/iu;

const generated = phrasesIn(`
  AI Generated | AI Generated Content | AI-generated article | AI-generated text | Generated by AI
  Generated with AI | This article was generated by AI | This content was generated by AI
  This article was written by AI | Contenido generado por IA | Generado con IA | Contenu généré par l’IA
  Contenu généré par IA | KI-generierter Inhalt | Von KI generiert | Mit KI erstellt | Conteúdo gerado por IA
  Contenuto generato dall’IA | Contenuto generato da IA | एआई द्वारा निर्मित सामग्री | एआई द्वारा जनित सामग्री
  محتوى مولد بالذكاء الاصطناعي | محتوى من إنشاء الذكاء الاصطناعي | AI生成内容 | 人工智能生成内容 | 由AI生成 | 本文由AI生成
  AI生成コンテンツ | AIによる生成コンテンツ | AIにより生成
`);

const assisted = phrasesIn(`
  AI Assisted Content | Written with the help of AI | Contenido elaborado con ayuda de IA
`);

const feedback = phrasesIn(`
  Do you find this article useful? | Did you find this article useful? | Do you find this article helpful?
  Did you find this article helpful? | Do you find this useful? | Was this article helpful?
  Was this article useful? | Was this helpful? | Is this article useful? | How useful was this article?
  Rate this article | ¿Le ha resultado útil este artículo? | ¿Te ha resultado útil este artículo?
  ¿Le parece útil este artículo? | ¿Te parece útil este artículo? | ¿Fue útil este artículo?
  Cet article vous a-t-il été utile ? | Trouvez-vous cet article utile ? | War dieser Artikel hilfreich?
  Finden Sie diesen Artikel hilfreich? | Finden Sie diesen Artikel nützlich? | Você achou este artigo útil?
  Este artigo foi útil? | Achou este artigo útil? | Questo articolo ti è stato utile?
  Trovi utile questo articolo? | Hai trovato utile questo articolo? | क्या आपको यह लेख उपयोगी लगा?
  क्या यह लेख उपयोगी था? | هل وجدت هذا المقال مفيدًا؟ | هل كان هذا المقال مفيدًا؟ | هل تجد هذا المقال مفيدًا؟
  这篇文章对您有帮助吗？ | 您觉得这篇文章有用吗？ | 这篇文章有用吗？ | 本文对您有帮助吗？ | この記事は役に立ちましたか？ | この記事は参考になりましたか？
`);

const notices = new Map<string, Notice>([
  ...feedback.map((line) => [normalizeName(line), { kind: 'feedback' }] as const),
  ...[...assisted, ...languages.map(({ labels }) => labels.aiAssisted)].map(
    (line) => [normalizeName(line), { kind: 'ai', ai: 'assisted' }] as const,
  ),
  ...[...generated, ...languages.map(({ labels }) => labels.aiGenerated)].map(
    (line) => [normalizeName(line), { kind: 'ai', ai: 'generated' }] as const,
  ),
]);

/** The labels of our own pages: "AI-generated, reviewed by …". */
const reviewed = languages.flatMap(({ labels }) => [
  { ai: 'generated' as const, pattern: patternOf(labels.aiGeneratedReviewed) },
  { ai: 'assisted' as const, pattern: patternOf(labels.aiAssistedReviewed) },
]);

function patternOf(label: string): RegExp {
  const [before = '', after = ''] = label.replace(/[‘’]/g, "'").split('{reviewer}').map(RegExp.escape);
  return new RegExp(`^${before}(.+)${after}$`, 'iu');
}
