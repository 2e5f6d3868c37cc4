import { spokenIn } from '../../src/markdown/boilerplate.ts';
import { isReported } from './reported.ts';

/** What a chat program says before and after a draft; at the edges of a document only, where it cannot be the text. */
export function isCourtesyBefore(paragraph: string): boolean {
  const line = wordsOf(paragraph);
  if (line === '' || line.length > maxLength || isReported(paragraph)) return false;
  if (controls.test(line) || speaks(line)) return true;
  return handingOver.some((pattern) => pattern.test(line));
}

export function isCourtesyAfter(paragraph: string): boolean {
  const lines = paragraph.split('\n').filter((each) => /[^\s*_-]/.test(each));
  if (lines.length > 1 && lines.every(isCourtesyAfter)) return true;
  const line = wordsOf(lines.join('\n'));
  if (line === '' || line.length > maxLength || isReported(paragraph)) return false;
  if (controls.test(line) || wordCount.test(line) || quality.test(line) || speaks(line)) return true;
  return [...offers, ...remarks].some((pattern) => pattern.test(line)) && isSpokenWhole(line);
}

/** Whether the sentences after the first are the program's, too; in English only, where the words are known. */
function isSpokenWhole(line: string): boolean {
  if (!/^[\x20-\x7e–—…]+$/.test(line)) return true;
  const [, ...rest] = line.split(/(?<=[.!?]) (?=[A-Z])/);
  return !rest.some(
    (sentence) => /^(?:The|A|An|In|On|At|Its|Their|His|Her) /.test(sentence) && !addressed.test(sentence),
  );
}

const addressed =
  /\b(?:I|I'\w+|me|my|you|your|please|draft|brief|version|text|article|story|summary|sections?|sources?|figures?|facts?|dates?|quotes?|tone|language|words?|markdown|headings?|format)\b/i;

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
const controls =
  /^(?:copy(?: code| text)?|copied!?|edit|share|export|regenerate(?: response)?|retry|try again|read aloud|good response|bad response|show thinking|canvas|(?:chatgpt|claude|gemini|copilot|grok|deepseek|le chat)(?: said:?)?|(?:thought|reasoned|worked) for (?:\d+|a few|a couple of|several) ?\w*(?: seconds?| minutes?)?|(?:searched|searching|read|reading) (?:the web|\d+ \w+)|(?:chatgpt|claude|gemini|copilot|grok) (?:can|may|is ai and can) make mistakes\b.*|(?:gpt|claude|gemini)[- ][\w.]+(?: \w+)?|\d \/ \d|markdown|md|html|json|plaintext)$/i;

const wordCount =
  /^(?:(?:total |approx(?:imate|\.)? )?(?:word|character) count|words|wortzahl|wörter|wortanzahl|número de palabras|(?:recuento|conteo) de palabras|nombre de mots|contagem de palavras|número de palavras|conteggio (?:delle )?parole|numero di parole|शब्द (?:संख्या|गणना)|عدد الكلمات|字数(?:统计)?|総?文字数)\s*[:：]?\s*(?:ca\.|about|approximately|around|roughly|etwa|env(?:iron|\.)|約|约|~|≈)?\s*\p{Nd}[\p{Nd}.,]*(?: ?\p{L}+)?[).）]?$|^(?:about |approximately |~ ?|≈ ?)?\d{2,5} words[).]?$/iu;

/** A check list of what the prompt asked for. */
const quality =
  /^(?:tone|style|reading level|target audience|audience|format|length|reading time|structure|readability)\s*[:：]\s*.{1,60}$/i;

const texts = String.raw`(?:brief|draft|explainer|article|version|summary|text|story|piece|report|markdown|json|yaml|html|output|rewrite|content|format)`;

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
  /^(?:natürlich|gerne?|selbstverständlich|klar|sicher|alles klar|verstanden|danke)\b.{0,40}[!,:.–—-].*(?:\b(?:hier|ich|Ihr\p{L}*|dein\p{L}*|Sie|dir|nachfolgend|unten)\b|:$)/iu,
  /^(?:hier (?:ist|sind|kommt|finden Sie|findest du)|nachfolgend|im folgenden|anbei|unten)\b.*(?:\b(?:briefing|brief|entwurf|artikel|text|fassung|version|zusammenfassung|überblick|beitrag|format|markdown)\b.*|:$)/iu,
  /^ich habe\b.*\b(?:entwurf|artikel|text|fassung|version|zusammenfassung|briefing|beitrag)\b/iu,
  /^(?:bien sûr|certainement|avec plaisir|absolument|d'accord|très bien|parfait|volontiers|merci)(?!\p{L}).{0,40}[!,:.–—].*(?:voici|voilà|ci-dessous|je |j'|vous|:$)/iu,
  /^(?:voici|voilà|ci-dessous)(?!\p{L}).*(?:(?:article|texte|version|note|synthèse|brouillon|résumé|brief|demandé|format)(?!\p{L}).*|:$)/iu,
  /^j'ai (?:rédigé|écrit|préparé|structuré|mis à jour)(?!\p{L})/iu,
  /^¡?(?:claro(?: que sí)?|por supuesto|desde luego|con gusto|perfecto|entendido|de acuerdo|gracias|seguro)(?!\p{L}).{0,40}[!,:.–—].*(?:aquí|a continuación|te |le |he |tu |su |:$)/iu,
  /^(?:aquí (?:tienes?|está|va|le)|a continuación|este es)(?!\p{L}).*(?:(?:artículo|texto|versión|resumen|borrador|informe|nota|formato|brief|explicador)(?!\p{L}).*|:$)/iu,
  /^he (?:redactado|escrito|preparado|elaborado|actualizado)(?!\p{L})/iu,
  /^(?:claro(?: que sim)?|com certeza|certamente|com prazer|perfeito|entendido|obrigado|sem problemas?)(?!\p{L}).{0,40}[!,:.–—].*(?:aqui|segue|abaixo|a seguir|você|seu|sua|:$)/iu,
  /^(?:aqui (?:está|vai|tem)|segue|abaixo(?: está)?|a seguir)(?!\p{L}).*(?:(?:artigo|texto|versão|resumo|rascunho|nota|formato|brief|explicativo)(?!\p{L}).*|:$)/iu,
  /^(?:certo|certamente|certo che sì|volentieri|ecco(?:lo|la)?|perfetto|va bene|assolutamente|grazie|con piacere)(?!\p{L})(?=.*(?:(?:ecco|qui|di seguito|ho |tuo|tua|suo|articolo|testo|versione|bozza|riassunto|sintesi|scheda|brief)(?!\p{L})|:$)).{0,200}$/iu,
  /^(?:ज़रूर|जरूर|बिल्कुल|निश्चित रूप से|अवश्य|ठीक है|धन्यवाद)[!,।: ].*(?:यहाँ|यहां|नीचे|रहा|प्रस्तुत|आपके|मैंने|:$)/u,
  /^(?:यहाँ|यहां|नीचे|यह रहा|यह रही|प्रस्तुत है).*(?:लेख|मसौदा|संक्षेप|सारांश|ड्राफ़?्?ट|प्रारूप|ब्रीफ|:$)/u,
  /^(?:بالتأكيد|بالطبع|طبعًا|طبعا|حسنًا|حسنا|تفضل|شكرًا|بكل سرور)[!،,.: ].*(?:إليك|هذا|هذه|فيما يلي|أدناه|:$)/u,
  /^(?:إليك|فيما يلي|أدناه|هذا هو|هذه هي).*(?:المقال|النص|الموجز|المسودة|النسخة|التقرير|طلبت|:$)/u,
  /^(?:当然(?:可以)?|好的|没问题|可以|明白了?|收到|谢谢)[！，。,!:： ].*(?:以下|下面|这是|这里|如下|为您|为你|我|[:：]$)|^(?:以下|下面|这)是?.{0,40}(?:简报|文章|草稿|版本|稿件|内容|文本|摘要).{0,30}[:：。]?$/u,
  /^(?:もちろん(?:です)?|承知(?:いた)?しました|かしこまりました|はい|了解(?:です|しました)|わかりました|分かりました|ありがとうございます)[！。、!,：: ]|^(?:以下(?:は|が|に)|こちら(?:は|が)|下記).{0,60}(?:記事|原稿|下書き|草稿|文章|要約|ブリーフ|バージョン|解説).{0,30}(?:です|ます|[:：])[。：:]?$/u,
];

/** The program offers more, or asks. */
const offers: readonly RegExp[] = [
  /^(?:would you (?:like|prefer|want)|do you (?:want|need|have)|did you want|shall I|should I|can I|could I|may I|want me to|need (?:me to|any|a)|are you (?:looking|satisfied|happy)|how (?:does|is) (?:this|that)|what do you think|does (?:this|that) (?:work|look|meet|help)|is (?:this|that) (?:what|okay|ok|good)|any (?:other )?(?:changes|edits|questions|adjustments))\b.*\?/i,
  /^(?:(?:please |just )?let me know|(?:please )?feel free|don't hesitate|please (?:don't hesitate|review|verify|check|confirm|tell me|note that I)|I hope (?:this|that|it)|hope (?:this|that|it)|I(?:'m| am) (?:happy|glad|ready|here)|(?:I'd|I would) be (?:happy|glad)|happy to|glad to|I can (?:also |then |help|adjust|adapt|shorten|expand|tailor|provide|turn|create|make|add|produce|translate|write|convert)|I could (?:also )?|I'll (?:be happy|gladly|adjust)|if (?:you(?:'d|'re| would| want| need| like| prefer| have| wish)|there(?:'s| is) (?:any|some)thing|anything|needed|desired)\b.*\b(?:I|me|let|know|just|feel|say|tell)\b|just (?:say|ask|tell me|reply)|say the word|you can (?:also )?ask me|is there anything)\b/i,
  /^(?:möchten Sie|möchtest du|soll ich|wollen Sie|willst du|brauchst du|benötigen Sie|passt das)(?!\p{L}).*\?/iu,
  /^(?:lassen Sie (?:es )?mich|lass (?:es )?mich|sag(?:en Sie)? (?:mir )?(?:einfach )?Bescheid|gerne? (?:kann|passe|helfe|erstelle)|ich (?:kann|helfe|passe) (?:gerne?|auch|Ihnen|dir)|ich hoffe|falls (?:Sie|du)|wenn (?:Sie|du) (?:möchten|möchtest|wollen|willst|noch|weitere))(?!\p{L})/iu,
  /^(?:souhaitez-vous|voulez-vous|veux-tu|souhaites-tu|aimeriez-vous|dois-je|puis-je)(?!\p{L}).*\?/iu,
  /^(?:n'hésitez pas|n'hésite pas|dites-moi|dis-moi|faites-moi savoir|j'espère que|je peux (?:aussi|également|vous|adapter|raccourcir)|si vous (?:souhaitez|voulez|avez|désirez)|je reste à)(?!\p{L})/iu,
  /^¿(?:quieres?|te gustaría|le gustaría|desea|deseas|necesitas?|prefieres?|puedo|hay algo)(?!\p{L}).*\?/iu,
  /^(?:si (?:quieres?|deseas?|necesitas?|prefieres?|lo deseas?|te parece)|avísame|avíseme|hazme saber|hágame saber|no dudes?|espero que (?:esto|te|le|sea|este)|puedo (?:también|ajustar|acortar|adaptar)|dime si|estoy a)(?!\p{L})/iu,
  /^(?:gostaria|quer|deseja|prefere|precisa|posso)(?!\p{L}).*(?:eu|que|de)(?!\p{L}).*\?/iu,
  /^(?:se (?:quiser|desejar|precisar|preferir|você)|me avise|avise-me|diga-me|me diga|fique à vontade|espero que (?:isso|isto|este|esta|ajude)|posso (?:também|ajustar|adaptar|encurtar)|estou à disposição|não hesite)(?!\p{L})/iu,
  /^(?:vuoi|vuole|desideri|desidera|preferisci|ti serve|posso|devo|ti piacerebbe)(?!\p{L}).*\?/iu,
  /^(?:se (?:vuoi|vuole|desideri|preferisci|hai|serve|ti)|fammi sapere|mi faccia sapere|dimmi|spero che (?:questo|ti|sia|le)|posso (?:anche|adattar|accorciar)|non esitare|resto a)(?!\p{L})/iu,
  /^(?:क्या आप (?:चाहते|चाहेंगे|चाहती|चाहेंगी)|क्या मैं).*\?|^(?:मुझे उम्मीद है|आशा है|अगर आप (?:चाहें|चाहते)|यदि आप (?:चाहें|चाहते)|मुझे बताएं|मुझे बताइए|बताएं कि|कृपया बताएं)/u,
  /^(?:هل (?:تريد|ترغب|تود|تحب|تحتاج)).*[؟?]|^(?:آمل أن|أتمنى أن|إذا (?:أردت|كنت تريد|رغبت|احتجت)|أخبرني|لا تتردد|يمكنني (?:أيضًا|أيضا|تعديل|اختصار)|يسعدني)/u,
  /^(?:需要我|要不要我|要我|是否需要我?|您?(?:还)?需要|你(?:还)?需要|您?(?:希望|想)要?我).*[？?]|^(?:希望(?:这|以上|对)|如果(?:您|你|需要|有)|如(?:需|有).{0,20}(?:告诉|随时|请)|请(?:告诉|随时)|我(?:也|还)?可以(?:为|帮|再|进一步|把))/u,
  /^(?:ご希望|もし(?:よろしければ|必要|ご)|必要(?:であれば|でしたら|に応じて)|お役に立て|お気軽に|ご不明|ほかに|他に(?:も)?(?:ご|何か)|さらに.{0,20}(?:ましょうか|ください)|何かあれば)|(?:ましょうか|でしょうか|いかがですか|しますか)[？?。]?$/u,
];

/** The program explains what it did, or warns of itself. */
const remarks: readonly RegExp[] = [
  /^(?:note|notes|please note|nb|important|caveat|heads[- ]up|a (?:quick )?note|disclaimer|fact[- ]check)[:：,]? ?(?:that )?.*(?:\b(?:I|my|I've|I'm)\b|\bplease (?:verify|review|double|(?:check|confirm)\b(?=.*\b(?:facts?|figures?|numbers?|names?|dates?|details?|sources?|links?|quot\w+|claims?|publi\w+)\b))|\b(?:knowledge|training) (?:cut-?off|data)|\bfact-?check|\bbefore publi)/i,
  new RegExp(
    String.raw`^(?:this|the(?: above)?) ${texts} (?:follows|keeps|sticks|adheres|runs|uses|is (?:structured|written|formatted|about|approximately|roughly|based on|designed|tailored|intended)|was (?:written|structured|kept|created|prepared)|meets|stays|comes in|covers all|includes all|should)\b`,
    'i',
  ),
  /^(?:I've|I have|I) (?:kept|used|tried|aimed|avoided|included|made sure|written|followed|based|drawn|left|marked|added|relied|stuck|changed|removed|updated|shortened|structured|ensured|focused|cited)\b/i,
  /^(?:(?:key |main )?changes (?:made|I made)|what I changed|changelog)\b/i,
];
