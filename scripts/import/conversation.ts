import { spokenIn } from '../../src/markdown/boilerplate.ts';
import { isClosingLine } from './closing-lines.ts';
import { closingWords } from './closing-words.ts';
import { isReported } from './reported.ts';

/** What a chat program says before and after a draft; at the edges of a document only, where it cannot be the text. */
export function isCourtesyBefore(paragraph: string): boolean {
  const line = wordsOf(paragraph);
  if (line === '' || line.length > maxLength || isReported(paragraph)) return false;
  if (controls.test(line) || greetings.test(line) || speaks(line)) return true;
  return handingOver.some((pattern) => pattern.test(line));
}

export function isCourtesyAfter(paragraph: string): boolean {
  const lines = paragraph.split('\n').filter((each) => /[^\s*_-]/.test(each));
  if (lines.length > 0 && lines.every(isClosingLine)) return true;
  if (lines.length > 1 && lines.every(isCourtesyAfter)) return true;
  const line = wordsOf(lines.join('\n')).replace(/^[¡¿※]+/, '');
  if (line === '' || line.length > maxLength || isReported(paragraph)) return false;
  if (controls.test(line) || quality.test(line) || farewells.test(line)) return true;
  const sentences = line
    .split(/(?<=[.!?…।؟]["”»)]?)\s+|(?<=[。！？])/u)
    .map((each) => each.replace(/^[¡¿※]+/, ''));
  // Points of a list are short, too.
  const isList = lines.some((each) => /^\s*(?:[-*•]|\d+[.)]) /.test(each));
  return closingWords.some(({ begins, meant }) => {
    const isSpoken = (sentence: string): boolean =>
      speaks(sentence) || begins.some((pattern) => pattern.test(sentence));
    return (
      sentences.some(isSpoken) &&
      sentences.every(
        (sentence) => isSpoken(sentence) || (!isList && isShort(sentence)) || meant.test(sentence),
      )
    );
  });
}

/** "Thanks!", "Viel Erfolg." */
function isShort(sentence: string): boolean {
  return (
    sentence.split(/\s+/).length <= 2 && sentence.length <= (/^[\u0000-\u024f\s]*$/.test(sentence) ? 20 : 6)
  );
}

/** Characters of such a paragraph. */
const maxLength = 600;

function wordsOf(paragraph: string): string {
  return paragraph
    .replace(/^[\s>*_#~`"“(（【\[-]+|[\s*_~`]+$/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\p{Extended_Pictographic}\ufe0f\s]+/u, '')
    .trim();
}

function speaks(line: string): boolean {
  const [first] = spokenIn(line);
  return first?.index === 0;
}

/** Buttons and remarks of the programs' own pages. */
const program =
  '(?:chat ?gpt|gpt-\\d\\S*|claude|gemini|copilot|grok|deepseek|le chat|mistral|perplexity|meta ai|kimi|qwen)';
const controls = new RegExp(
  String.raw`^(?:copy(?: code| text)?|copied!?|edit|share|export|regenerate(?: response)?|retry|try again|read aloud|good response|bad response|show thinking|canvas|(?:o )?${program}(?: said| hat gesagt| a dit| dijo| disse| ha detto| ने कहा| ?说| ?說| ?の発言)? ?[:：]?|قال ${program} ?:?|(?:thought|reasoned|worked) for (?:\d+|a few|a couple of|several) ?\w*(?: seconds?| minutes?)?|(?:searched|searching|read|reading) (?:the web|\d+ \w+)|${program}[- ][\w.]+(?: \w+)?|\d \/ \d|markdown|md|html|json|plaintext` +
    String.raw`|(?:o |il |قد )?(?:يرتكب )?${program}\s?(?:can|may|is ai and can|kann|peut|puede|pode|può|में|से|गलत|可能|也可能|は|の回答).{0,40}(?:mistakes|inaccura|Fehler|erreurs|errores|equivocar|erros|errar|errori|sbagli|गलत|错|誤|間違).*|(?:قد|يمكن أن) يرتكب ${program}.*)$`,
  'iu',
);

/** A draft may come as a letter. */
const greetings =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon))(?: (?:there|all|team|everyone|readers?|editors?|\p{Lu}\p{L}+))?|(?:hallo|guten (?:tag|morgen)|liebe|moin)(?: (?:zusammen|alle|team|redaktion|\p{Lu}\p{L}+))?|(?:bonjour|bonsoir|salut)(?: (?:à tous|l'équipe))?|(?:hola|buenos días|buenas tardes)(?: (?:a todos|equipo))?|(?:olá|oi|bom dia|boa tarde)(?: (?:a todos|equipe|pessoal))?|(?:ciao|buongiorno|salve)(?: a tutti)?|नमस्ते|नमस्कार|مرحبًا|مرحبا|أهلًا|السلام عليكم|您好|你好|大家好|こんにちは|お世話になっております)[!,.。！，、]*$/iu;
const farewells = new RegExp(
  String.raw`^(?:(?:best|kind|warm) (?:regards|wishes)|best|regards|cheers|sincerely|yours|all the best|viele grüße|beste grüße|liebe grüße|mit freundlichen grüßen|cordialement|bien à vous|bien cordialement|saludos(?: cordiales)?|un saludo|atentamente|atenciosamente|abraços?|cordiali saluti|un saluto|saluti|सादर|धन्यवाद|مع (?:أطيب )?(?:التحيات|تحياتي)|此致|敬礼|敬具|以上、?よろしくお願い(?:いた)?します|よろしくお願い(?:いた)?します)[,.!。！、]*(?:\s*${program})?$`,
  'iu',
);

/** A check list of what the prompt asked for. */
const quality =
  /^(?:tone|style|reading level|target audience|audience|format|length|reading time|structure|readability)\s*[:：]\s*.{1,60}$/i;

const texts = String.raw`(?:brief|draft|explainer|article|version|summary|text|story|piece|report|markdown|json|yaml|html|output|rewrite|content|format)`;

/** "Here is the text:", and with the reader in it or nothing else, without a colon. */
function handed(starts: string, works: string, marks: string): readonly RegExp[] {
  const word = String.raw`(?:${works})(?!\p{L})`;
  return [
    new RegExp(String.raw`^(?:${starts})(?!\p{L}).*(?:${word}.*[:：]|[:：])$`, 'iu'),
    new RegExp(String.raw`^(?:${starts})(?!\p{L})(?=.*(?<!\p{L})(?:${marks})(?!\p{L})).*${word}`, 'iu'),
    new RegExp(String.raw`^(?:${starts}) (?:\p{L}+[' ]){1,2}${word}(?: \p{L}+){0,2}[.!]?$`, 'iu'),
  ];
}

/** A draft is handed over: to "you", by "I", or before a colon. */
const handingOver: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:sure(?: thing)?|certainly|of course|absolutely|great|okay|ok|alright|got it|understood|no problem|perfect|happy to(?: help)?|with pleasure|gladly|thanks?(?: you)?(?: for [^.!:]{3,80})?|good (?:catch|question|point)|you're (?:right|welcome)|apologies|sorry)\b[^.!?:,—–-]{0,60}(?:[.!,:—–-]|$)(?: |$)(?=$|.*(?:\b(?:here|below|I|I'(?:ve|ll|d|m)|your?|let me|this is|let's)\b|:$))`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:here(?:'s| is| are| you go)|below (?:is|are|you'll find)|(?:the )?following is|this is|attached is|see below)\b(?=.*(?:\byou(?:r|'ve)?\b|\bas requested\b|:$)).*\b(?:${texts}|it|go|prompt|request|structure)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^here(?:'s| is) (?:the|an?|my|your) (?:\w+[ -]){0,4}${texts}s?\b(?: \w+){0,6}[.:!]?$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:I've|I have|I|I'll|I will|let me) (?:now |just |also |first )?(?:draft|writ|wrote|prepar|put together|creat|revis|updat|rewr|compil|produc|generat|structur|format|condens|summari|organi|research|search|look|gather|read|check|present|provid|build|made|make|turn)\w*\b.*(?:\b${texts}s?\b|:$)`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:based on|using|following|per|as per|drawing on) (?:your|the (?:search results|sources|information|article|text|provided|prompt|instructions?|guidelines?|sources you))\b.*(?:\b(?:I|here|below|your?)\b|:$)`,
    'i',
  ),
  /^(?:natürlich|gerne?|selbstverständlich|klar|sicher|alles klar|verstanden|danke)\b.{0,12}?[!,:.–—](?:\s.*)?(?:\b(?:hier|ich|Ihr\p{L}*|dein\p{L}*|Sie|dir|nachfolgend|unten)\b|:$)/iu,
  ...handed('hier (?:ist|sind|kommt|finden Sie|findest du)|nachfolgend|im folgenden|anbei|unten', 'briefing|brief|entwurf|artikel|text|fassung|version|zusammenfassung|überblick|beitrag|format|markdown', 'Ihnen|dir|dein\\p{L}*|gewünscht\\p{L}*|angefordert\\p{L}*'), // prettier-ignore
  /^ich habe\b.*\b(?:entwurf|artikel|text|fassung|version|zusammenfassung|briefing|beitrag)\b/iu,
  /^(?:bien sûr|certainement|avec plaisir|absolument|d'accord|très bien|parfait|volontiers|merci)(?!\p{L}).{0,12}?[!,:.–—](?:\s.*)?(?:voici|voilà|ci-dessous|je |j'|vous|:$)/iu,
  ...handed('voici|voilà|ci-dessous', 'article|texte|version|note|synthèse|brouillon|résumé|brief|format', 'vous|votre|ton|ta|demandée?|souhaitée?'), // prettier-ignore
  /^j'ai (?:rédigé|écrit|préparé|structuré|mis à jour)(?!\p{L})/iu,
  /^¡?(?:claro(?: que sí)?|por supuesto|desde luego|con gusto|perfecto|entendido|de acuerdo|gracias|seguro)(?!\p{L}).{0,12}?[!,:.–—](?:\s.*)?(?:aquí|a continuación|te |le |he |tu |su |:$)/iu,
  ...handed('aquí (?:tienes?|está|va|le)|a continuación|este es', 'artículo|texto|versión|resumen|borrador|informe|nota|formato|brief|explicador', 'tienes?|te|tu|solicit\\p{L}*|pediste|pedido'), // prettier-ignore
  /^he (?:redactado|escrito|preparado|elaborado|actualizado)(?!\p{L})/iu,
  /^(?:claro(?: que sim)?|com certeza|certamente|com prazer|perfeito|entendido|obrigado|sem problemas?)(?!\p{L}).{0,12}?[!,:.–—](?:\s.*)?(?:aqui|segue|abaixo|a seguir|você|seu|sua|:$)/iu,
  ...handed('aqui (?:está|vai|tem)|segue|abaixo(?: está)?|a seguir', 'artigo|texto|versão|resumo|rascunho|nota|formato|brief(?:ing)?|explicativo', 'você|sua?|tua?|solicitad[oa]|pedid[oa]'), // prettier-ignore
  ...handed('ecco(?:lo|la)?(?: qui)?|di seguito', 'articolo|testo|versione|bozza|riassunto|sintesi|scheda|brief|dati', 'ti|tuo|tua|richiest[oa]|vostr[oa]'), // prettier-ignore
  /^(?:certo(?: che sì)?|certamente|volentieri|perfetto|va bene|assolutamente|grazie|con piacere)\s?[!,.:–—].{0,60}?(?<!\p{L})(?:ecco|qui|di seguito|ho (?:preparato|scritto|redatto)|tuo|tua)(?!\p{L}).{0,140}$/iu,
  /^(?:ज़रूर|जरूर|बिल्कुल|निश्चित रूप से|अवश्य|ठीक है|धन्यवाद)[!,।: ].*(?:यहाँ|यहां|नीचे|रहा|प्रस्तुत|आपके|मैंने|:$)/u,
  /^(?:यहाँ|यहां|नीचे|यह रहा|यह रही|प्रस्तुत है).*(?:लेख|मसौदा|संक्षेप|सारांश|ड्राफ़?्?ट|प्रारूप|ब्रीफ|:$)/u,
  /^(?:بالتأكيد|بالطبع|طبعًا|طبعا|حسنًا|حسنا|تفضل|شكرًا|بكل سرور)[!،,.: ].*(?:إليك|هذا|هذه|فيما يلي|أدناه|:$)/u,
  /^(?:إليك|فيما يلي|أدناه|هذا هو|هذه هي).*(?:المقال|النص|الموجز|المسودة|النسخة|التقرير|طلبت|:$)/u,
  /^(?:当然(?:可以)?|好的|没问题|可以|明白了?|收到|谢谢)[！，。,!:： ].*(?:以下|下面|这是|这里|如下|为您|为你|我(?![们国方])|[:：]$)|^(?:以下|下面|这)是?.{0,40}(?:简报|文章|草稿|版本|稿件|内容|文本|摘要).{0,30}[:：。]?$/u,
  /^(?:もちろん(?:です)?|承知(?:いた)?しました|かしこまりました|はい|了解(?:です|しました)|わかりました|分かりました|ありがとうございます)[！。、!,：: ]|^(?:以下(?:は|が|に)|こちら(?:は|が)|下記).{0,60}(?:記事|原稿|下書き|草稿|文章|要約|ブリーフ|バージョン|解説).{0,30}(?:です|ます|[:：])[。：:]?$/u,
];
