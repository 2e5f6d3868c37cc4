/** A line below a draft that is no text: its end, its length, hashtags, a suggestion for something beside it. */
export function isClosingLine(line: string): boolean {
  const bare = line.replace(/^[\s>*_~`]+|[\s*_~`]+$/g, '').replace(/\*\*|__/g, '');
  if (bare === '' || bare.length > maxLength) return false;
  if (isStage(bare) || hashtags.test(bare) || suggestion.test(bare)) return true;
  return isMeasure(bare);
}

/** "Word count: 312", "312 words · 2 min read". */
export function isMeasure(line: string): boolean {
  if (line.length > maxLength) return false;
  const bare = line.replace(/^[\s>*_~`-]+|[\s*_~`]+$/g, '').replace(/\*\*|__/g, '');
  return bare
    .split(/\s*[|·•]\s*|\s+[–—]\s+/)
    .every((part) => measure.test(part.replace(/^[(\[（]|[)\]）.]+$/g, '')));
}

/** "[End of brief]", "(continued in the next message)": where a text ends is no part of it, wherever it stands. */
export function isStage(line: string): boolean {
  if (line.length > maxLength) return false;
  const bare = line.trim().replace(/^[*_]+|[*_]+$/g, '');
  const [, inside = ''] = /^[[(（【<{]+(.*?)[\])）】>}]+$/u.exec(bare) ?? /^[\s\-–—=~*#/]{2,}(.*?)[\s\-–—=~*#/]{2,}$/u.exec(bare) ?? []; // prettier-ignore
  const words = inside.trim().replace(/[.!…]+$/, '');
  return (
    stages.some((stage) => stage.test(words)) || /^(?:-30-|#{3,}|\[DONE\]|<\|\w+\|>|<\/s>|EOF)$/.test(bare)
  );
}

const maxLength = 300;

const hashtags =
  /^(?:hashtags?\s*[:：].*|#[\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*(?:[\s,·|]+#[\p{L}\p{M}\p{N}_]+)*)$/iu;

const stages: readonly RegExp[] = [
  /^(?:the )?end(?: of (?:the |this )?(?:brief|news brief|article|draft|document|text|story|report|output|response|message|file|content|post|part \d))?$/i,
  /^(?:to be )?(?:cont(?:inued|inues|\.|'d)?)(?: (?:in|on|from|below|above)\b.{0,40})?$/i,
  /^ende(?: de[rs] .{2,30})?$|^(?:wird fortgesetzt|fortsetzung (?:folgt|von|aus|im)\b.{0,40})$/i,
  /^fin(?: d[ue] .{2,30}| de l['’].{2,30}| del? .{2,30})?$|^(?:à suivre|suite (?:au|dans le|du|ci-dessous)\b.{0,40})$/i,
  /^final(?: del? .{2,30})?$|^(?:continúa|continuará|sigue)(?: en .{2,40})?$/i,
  /^fim(?: d[oae] .{2,30})?$|^(?:continua|continuação)(?: n[ao] .{2,40}| d[ao] .{2,40})?$/i,
  /^fine(?: del(?:la|l['’])? ?.{2,30})?$|^(?:segue|continua)(?: nel .{2,40})?$/i,
  /^(?:समाप्त|अंत|लेख समाप्त|क्रमशः|जारी है|.{2,20} में जारी)$/u,
  /^(?:النهاية|انتهى|نهاية .{2,20}|يتبع(?: .{2,30})?|تتمة.{0,20})$/u,
  /^(?:完|終|终|全文完|本文完|正文完|完结|结束|未完待续|待续|下(?:一)?条(?:消息)?(?:继续|待续)|续(?:上|下)(?:文|条)?|以上|終わり|おわり|了|続く|つづく|(?:次|前)の(?:メッセージ|回答)(?:に|へ|から)(?:続く|続き))$/u,
];

const count = String.raw`[:：]?\s*(?:ca\.|about|approx(?:imately|\.)?|around|roughly|etwa|rund|env(?:iron|\.)?|unos|unas|aprox\.?|cerca de|circa|लगभग|نحو|約|约|~|≈)?\s*[\p{Nd}][\p{Nd}.,]*(?:\s?[–-]\s?\p{Nd}+)?(?:\s?[\p{L}\p{M}]+){0,2}`;
const counted =
  'recuento|conteo|contagem|conteggio|umfang|länge|longueur|length|(?:total |approx(?:imate|\\.)? |final )?(?:word|character) count|(?:total |number of )?words|(?:total )?characters|wortzahl|wörter(?: insgesamt)?|wortanzahl|gesamtwörter|zeichen(?:zahl)?|(?:número |total )de palabras|palabras|(?:recuento|conteo) de palabras|(?:nombre(?: total)? de )?mots|contagem de palavras|(?:número|total) de palavras|palavras|conteggio (?:delle )?parole|(?:numero|totale) (?:di )?parole|parole|(?:कुल )?शब्द(?: (?:संख्या|गणना))?|(?:عدد|إجمالي) الكلمات|(?:总|全文)?字数(?:统计)?|総?文字数|(?:estimated |est\\. )?read(?:ing)? time|lesezeit|lesedauer|(?:temps|durée) de lecture|tiempo (?:estimado )?de lectura|tempo (?:estimado )?de leitura|tempo di lettura|पढ़ने का समय|(?:مدة|وقت) القراءة|(?:预计)?阅读(?:时间|时长)|読了時間|読む時間';
const measure = new RegExp(
  String.raw`^(?:(?:${counted})\s*(?:${count}|[:：]\s*\S{1,10}(?: \S{1,10})?)|(?:(?:about|approximately|approx\.?|ca\.|circa|rund|etwa|environ|env\.|unas|unos|cerca de|aprox\.?|लगभग|نحو|حوالي) |~ ?|≈ ?|約|约)?\p{Nd}{1,5} ?(?:words?|min(?:utes?)?(?: read)?|characters|wörter|mots|palabras|palavras|parole|शब्द|كلمة|字|文字))$`,
  'iu',
);

const kinds =
  'tags?|topics?|keywords?|key ?phrases?|headlines?|titles?|images?|visuals?|photos?|hashtags?|categories|category|descriptions?|slug|url|captions?|posts?|copy|tweets?|alt[- ]text|thumbnail|pull quotes?|snippet';
const suggestion = new RegExp(
  String.raw`^(?:(?:(?:suggested|alternative|alternate|recommended|possible|proposed|optional|seo|social(?:[- ]media)?|meta|focus|primary|secondary|featured|header|hero|twitter|linkedin|facebook|instagram) ){1,2}(?:${kinds})|image prompt|call to action|cta` +
    String.raw`|(?:vorgeschlagene|alternative|mögliche|weitere|empfohlene|seo-?) ?(?:schlagwörter|schlagworte|stichwörter|tags|themen|überschriften|titel|bilder|keywords)|bildvorschlag|(?:legenda|leyenda|pie|didascalia|légende|bildunterschrift|post|copy|texto|testo|texte|text|beitrag|caption) (?:para|per|pour|für|for) (?:as |las |les |i |die )?(?:redes sociais|redes sociales|social(?: media| network)?|réseaux sociaux|sozialen? (?:medien|netzwerke)|instagram|linkedin|x|twitter|facebook|whatsapp)|(?:sugest(?:ão|ões)|sugerencias?|suggestions?|suggerimenti?|proposta?s?|idées?|ideias?|ideas?) (?:d['’e]|de|di|per|para|pour) ?(?:imagem|imagen|imágenes|imagens|immagini?|images?|títulos?|titoli|titres?|tags|etiquetas)|(?:vorschlag|vorschläge) für (?:bild(?:er)?|titel|überschriften|schlagwörter)|meta-?beschreibung` +
    String.raw`|(?:mots-clés|balises|étiquettes|titres?|images?|tags|sujets) (?:suggérée?s?|alternatifs?|alternatives?|proposée?s?|recommandée?s?|seo)|méta-?description` +
    String.raw`|(?:etiquetas|palabras clave|títulos?|titulares|imagen|temas|tags) (?:sugerid[ao]s?|alternativ[ao]s?|propuest[ao]s?|recomendad[ao]s?|seo)|meta ?descripción` +
    String.raw`|(?:tags|etiquetas|palavras-chave|títulos?|imagem|temas|tópicos|manchetes) (?:sugerid[ao]s?|alternativ[ao]s?|propost[ao]s?|recomendad[ao]s?|seo)|meta ?descrição` +
    String.raw`|(?:tag|parole chiave|titol[oi]|immagine|argomenti|etichette) (?:suggerit[aioe]|alternativ[aioe]|propost[aioe]|consigliat[aioe]|seo)|meta ?descrizione` +
    String.raw`|(?:सुझाए गए|वैकल्पिक|संभावित|एसईओ) (?:टैग|शीर्षक|विषय|कीवर्ड)|(?:الوسوم|الكلمات المفتاحية|العناوين|الصور) المقترحة|عناوين (?:بديلة|مقترحة)` +
    String.raw`|(?:建议|推荐|备选|可选|SEO|元)(?:标签|标题|关键词|话题|配图|图片|描述)|(?:推奨|おすすめ|候補|代替|別|SEO|メタ)(?:タグ|タイトル|見出し|キーワード|画像|ディスクリプション|説明)案?)\s*(?:\([^()]{1,30}\)\s*)?[:：].*$`,
  'iu',
);
