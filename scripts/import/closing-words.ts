/** How a program speaks at the end of a draft in one language. */
export interface ClosingWords {
  /** How its sentences begin; a text without quotation marks says none of these. */
  readonly begins: readonly RegExp[];
  /** Words for itself, its reader and its work, which the sentences beside them have. */
  readonly meant: RegExp;
}

const word = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${source})(?![\p{L}\p{M}])`, 'iu'); // prettier-ignore
const start = (...sources: string[]): RegExp[] => sources.map((source) => new RegExp(`^(?:${source})`, 'iu'));

const texts = String.raw`(?:brief|draft|explainer|article|version|summary|text|story|piece|report|markdown|output|rewrite|content)`;
const does =
  '(?:follows|keeps|sticks|adheres|runs|uses|is|was|has|meets|stays|comes in|covers|includes|contains|should)';
const checked =
  'facts?|figures?|numbers?|names?|dates?|details?|sources?|links?|quot\\w+|claims?|publi\\w+|data';

export const closingWords: readonly ClosingWords[] = [
  {
    begins: start(
      String.raw`I(?:'(?:m|ve|d|ll))? (?:also |just |only |then |now |was |have |would )?(?:can|could|couldn't|can't|cannot|kept|keep|used|tried|aimed|avoided|included|made|hope|would|will|am|happy|glad|wrote|written|followed|based|drew|left|marked|added|relied|stuck|changed|removed|updated|shortened|structured|ensured|focused|cited|recommend|suggest|noticed|assumed|omitted|verified|verify|drafted|created|prepared|unable|not able|do|don't|did|didn't|haven't|wasn't|be (?:happy|glad))\b`,
      String.raw`(?:I |we )?hope (?:this|that|it|you)(?: \w+){0,3} (?:helps?|works?|meets?|useful|helpful|looks|fits|what you|suits|find|found|like|enjoy|serves|captures)\b`,
      String.raw`(?:please |just )?let me know\b`,
      String.raw`(?:please )?feel free to (?:ask|let|reach|tell|edit|adjust|modify|change|use|request|copy|adapt|tweak|share)\b`,
      String.raw`(?:please )?(?:don't|do not) hesitate to (?:ask|reach|let|tell|contact me)\b`,
      String.raw`my (?:knowledge|training|information|search)\b`,
      String.raw`(?:happy|glad) to (?:help|adjust|revise|expand|tweak|shorten|add|provide|make|refine|edit|turn|adapt|write)\b`,
      String.raw`(?:just |please |simply )?(?:say the word|tell me (?:if|whether|what|which|how|your|and|when|the)|ask me (?:to|for|if)|reply with|send me (?:the|your|any)|point me)\b`,
      String.raw`you can (?:also )?ask me\b`,
      String.raw`is there anything (?:else )?(?:I|you)\b`,
      String.raw`(?:do you )?(?:want|need) me to\b|(?:shall|should|can|could|may) I\b.*\?`,
      String.raw`would you (?:like|prefer|want) (?:me|any|another|this|that|it|(?:an? )?(?:\w+ ){0,2}(?:version|draft|summary|headlines?)|to (?:adjust|change|add|see|revise|edit|expand|include|refine|tweak))\b.*\?`,
      String.raw`do you (?:want|need|have|prefer) (?:any (?:changes|questions|edits|feedback|adjustments|specific|particular)|(?:an? |another )?(?:\w+ ){0,2}(?:version|draft|summary|format|tone))\b.*\?`,
      String.raw`which (?:one|version|option|draft|headline|title|style|tone|format|of (?:these|the (?:two|three|versions|options)))\b.*\b(?:you (?:prefer|like|want)|works? best|fits? best|suits? you)\b.*\?`,
      String.raw`how (?:does|is) (?:this|that|it) (?:look|sound|read|work|for)\b.*\?|what do you think\?|does (?:this|that) (?:work|look|meet|help|sound)\b.*\?|is (?:this|that) (?:what you|okay|ok|good)\b.*\?`,
      String.raw`any (?:other )?(?:changes|edits|questions|adjustments|feedback)\b.*\?`,
      String.raw`if (?:you(?:'d|'re| would| want| need| like| prefer| have| wish)|there(?:'s| is) (?:any|some)thing|anything|needed|desired)\b(?=.*\b(?:I|I'\w+|me|let us know|just (?:say|ask)|feel free)\b)`,
      String.raw`sources? (?:(?:are|is) )?available (?:up)?on request|(?:ready|good|all set) (?:to|for) (?:publish|go|post|copy|use|publication)`,
      String.raw`next steps?: (?=.*\b(?:I|I'\w+|me|you|your)\b)`,
      String.raw`happy (?:publishing|writing|reading|editing|posting)[!.\s\p{Emoji}]*$|good luck with (?:your|the) (?:newsletter|brief|article|post|piece|publication)|enjoy(?: the (?:read|brief))?[!.]*$`,
      String.raw`thank(?:s| you) for (?:the|your|sharing|providing)\b(?=.*(?:\b(?:I|I'\w+|instructions?|prompt|request|details?|feedback|clarif\w+|information)\b))`,
      String.raw`(?:this|the(?: above)?) (?:brief|draft|explainer|version|summary|markdown|output|rewrite|content) ${does}\b(?=.*\b(?:words?|your?|(?:four|all) sections|requested|prompt|guidelines|tone|neutral|format(?:ted)?|structure[d]?|(?:AP |plain )?style|jargon|tailored|knowledge cut-?off)\b)`,
      String.raw`(?:this|the(?: above)?) (?:article|text|story|report|piece) ${does}\b(?=.*\b(?:your?|(?:you|as) requested|prompt|tailored|knowledge cut-?off|jargon)\b)|(?:this|the(?: above)?) ${texts} (?:comes in|runs) (?:at|to|under|just)\b(?=.*\bwords\b)`,
      String.raw`(?:quick |please |important |final |one )?(?:note|notes|nb|important|caveat|heads[- ]up|a (?:quick )?note|disclaimer|reminder|fact[- ]check)[:,]? ?(?:that )?(?=.*(?:\bI(?=[ '])|\bmy\b|\bplease (?:verify|review|double|(?:check|confirm)\b(?=.*\b(?:${checked})\b))|\b(?:knowledge|training) (?:cut-?off|data)|\bfact-?check|\bbefore (?:you publish|publishing)\b))`,
      String.raw`please (?:note that I|tell me|specify|share (?:your|any)|(?:review|verify|double[- ]?check|fact[- ]?check|check|confirm)\b(?=.*\b(?:${checked})\b))`,
      String.raw`(?:(?:key |main )?changes (?:made|I made)|what I changed|changelog)\b`,
    ),
    meant: word(
      "I|I'\\w+|me|my|you|your|please|draft|brief|version|text|article|story|summary|sections?|sources?|figures?|facts?|dates?|quotes?|tone|language|words?|markdown|headings?|headlines?|format|thread|post|newsletter",
    ),
  },
  {
    begins: start(
      String.raw`ich (?:kann|könnte|konnte|habe|hoffe|helfe|passe|würde|stehe|freue|empfehle|schlage|bin (?:gern|bereit|nicht)|kürze|erstelle|liefere|überarbeite|schreibe|übersetze|ergänze|verwende|orientiere)(?!\p{L})`,
      String.raw`(?:lassen Sie|lass) (?:es )?mich(?!\p{L})|(?:sag|sagen Sie|gib|geben Sie|melde dich|melden Sie sich|schreib|schreiben Sie)(?!\p{L})(?=.*(?<!\p{L})(?:mir|mich|Bescheid|Rückmeldung|(?:kürzere|längere|andere) (?:Fassung|Version))(?!\p{L}))`,
      String.raw`(?:gerne?|auf Wunsch|bei Bedarf|natürlich|außerdem)(?!\p{L})(?=.*(?<!\p{L})ich(?!\p{L}))|(?:soll|darf|kann) ich(?!\p{L}).*\?|passt das (?:so|für)`,
      String.raw`(?:möchten|wollen|benötigen|brauchen|wünschen|möchtest|willst|brauchst|wünschst) (?:Sie|du)(?!\p{L})(?=.*(?<!\p{L})(?:ich|mir|Version|Fassung|Text|Entwurf|kürz\p{L}*|Änderung\p{L}*|Anpassung\p{L}*|Ton|Format|Überschrift)(?!\p{L})).*\?`,
      String.raw`welche[rs]? (?=.*(?:Version|Fassung|Variante|Option|Überschrift|Entwurf|Titel|Stil|beiden))(?=.*(?:bevorzugst|bevorzugen Sie|(?:gefällt|passt) (?:Ihnen|dir)|(?:möchten|hätten) Sie|möchtest|hättest)).*\?`,
      String.raw`(?:wenn|falls|sollten|solltest) (?:Sie|du)(?!\p{L})(?=.*(?<!\p{L})(?:ich|mir|mich|Bescheid|melde dich|melden Sie sich)(?!\p{L}))|bei (?:Fragen|Änderungswünschen|Rückfragen)(?=.*(?<!\p{L})(?:ich|mir|mich)(?!\p{L}))`,
      String.raw`viel (?:Erfolg|Freude|Spaß) (?:mit|bei)[^.]*!|gutes Gelingen[!.]*$|danke für (?=.*(?:Anfrage|Angaben|Vorgaben|Hinweise))`,
      String.raw`(?:(?:wichtiger )?hinweis|anmerkung|wichtig|achtung|bitte beachten)[^:]{0,20}[:,]? (?=.*(?:(?<!\p{L})(?:ich|mein\p{L}*|mir)(?!\p{L})|bitte (?:\p{L}+ ){0,4}?(?:prüf|überprüf|verifizier|kontrollier)|prüf.*vor (?:der|einer) Veröffentlichung|vor (?:der|einer) Veröffentlichung.*prüf|Trainingsdaten|Wissensstand))`,
      String.raw`bitte (?:prüfen|überprüfen|verifizieren)(?=.*(?:Zahlen|Angaben|Fakten|Daten|Quellen|Zitate|Veröffentlichung))|mein Wissen`,
      String.raw`(?:der|dieser|das|dieses|die|diese) (?:Entwurf|Briefing|Fassung|Version)(?=.*(?<!\p{L})(?:Wörter|Abschnitte|Vorgaben|sachlich|neutral)(?!\p{L}))|(?:der|dieser) (?:Text|Artikel|Beitrag)(?=.*(?<!\p{L})(?:Vorgaben|gewünscht\p{L}*|Ihre[nr]?|\d+ Wörter)(?!\p{L}))`,
    ),
    meant: word(
      'ich|mir|mich|mein\\p{L}*|dir|dich|Ihnen|Text|Entwurf|Fassung|Version|Briefing|Beitrag|Tonfall|Ton|Überschrift|Titel|Format|Abschnitte?|Wörter|kürz\\p{L}*|prüfen|Veröffentlichung|Bescheid',
    ),
  },
  {
    begins: start(
      String.raw`je (?:peux|pourrais|reste|me tiens|vous|te|n'ai|suis (?:à votre|disponible|prête?)|l'\p{L}+|serais|recommande|suggère|propose)(?!\p{L})|j'(?:ai (?:rédigé|écrit|préparé|structuré|utilisé|évité|veillé|conservé|essayé|gardé|respecté|mis|inclus|suivi|tenté|limité)|espère)(?!\p{L})`,
      String.raw`(?:n'hésitez pas|n'hésite pas) à (?:me |demander|modifier|adapter|poser)|(?:dites|dis|faites|fais|indiquez|précisez)-moi|faites-moi`,
      String.raw`(?:souhaitez-vous|voulez-vous|veux-tu|souhaites-tu|aimeriez-vous)(?!\p{L})(?=.*(?<!\p{L})(?:que je|version|texte|ton|titre|format|modification\p{L}*)(?!\p{L})).*\?|(?:dois-je|puis-je)(?!\p{L}).*\?`,
      String.raw`(?:quelle?s?|laquelle|lequel)(?!\p{L})(?=.*(?:version|titre|variante|option|ton|formule|deux|laquelle|lequel))(?=.*(?:préférez-vous|préfères-tu|(?:vous|te) (?:préférez|préfères|convient|plaît)|souhaitez-vous)).*\?`,
      String.raw`si (?:vous|tu)(?!\p{L})(?=.*(?<!\p{L})(?:je|j'\p{L}+|moi|me)(?!\p{L}))|en espérant que`,
      String.raw`bonne (?:publication|rédaction|lecture)[ \u00a0\u202f!.]*$|bon courage|merci (?:pour|de) (?:vos|votre|ces|tes|ta)(?=.*(?:instructions|précisions|demande|consignes))`,
      String.raw`(?:note|remarque|nota|attention|avertissement|important|à noter)[^:]{0,20}[:,] ?(?=.*(?:(?<!\p{L})(?:je|j'\p{L}+|mes|mon|ma)(?!\p{L})|(?:merci de|veuillez|pensez à|il convient de|il est conseillé de) (?:bien )?(?:vérifier|contrôler|relire|recouper)|(?:vérifi|relire|relu).*avant (?:la |toute )?publication))`,
      String.raw`(?:merci de|veuillez|pensez à) (?:bien )?(?:vérifier|relire)(?=.*(?:chiffres|faits|données|sources|citations|dates|publication))|mes (?:connaissances|informations|données)`,
      String.raw`(?:ce|le|cette|la) (?:texte|brief|article|note|synthèse|version)(?=.*(?<!\p{L})(?:mots|rubriques|sections|consignes|neutre)(?!\p{L}))`,
    ),
    meant: word(
      "je|j'\\p{L}+|moi|me|mes|vous|votre|vos|tu|texte|brief|version|ton|titre|format|sections?|rubriques?|mots|chiffres|sources|vérifier|publication",
    ),
  },
  {
    begins: start(
      String.raw`he (?:redactado|escrito|preparado|elaborado|actualizado|intentado|usado|utilizado|mantenido|incluido|evitado|procurado|seguido|basado|añadido|dejado|limitado)|usé |(?:también )?(?:puedo|podría) (?:también )?\p{L}+[aei]r(?:l[oae]s?|te)?(?!\p{L})|espero que (?:te|le|os|esto|esta|este|el|sea|haya)(?!\p{L})|(?:quedo|estoy) a (?:tu|su|vuestra|la) disposición|(?:te |le )?recomiendo |(?:mi|mis) (?:información|conocimientos?|datos)`,
      String.raw`(?:avísame|avíseme|dime|dígame|hazme saber|hágame saber|házmelo saber|indícame|indíqueme|solo dímelo|no dudes? en (?:pedir|decir|consultar|preguntar|escribir))`,
      String.raw`(?:quieres?|te gustaría|le gustaría|desea|deseas|necesitas?|prefieres?)(?!\p{L})(?=.*(?<!\p{L})(?:que (?:lo|la|te|le|haga|prepare|adapte|acorte|cambie|ajuste|añada|incluya)|versión|texto|tono|titular|formato|cambios?|algo más)(?!\p{L})).*\?|(?:puedo|debo)(?!\p{L}).*\?|hay algo(?!\p{L}).*\?`,
      String.raw`(?:cuál|qué)(?!\p{L})(?=.*(?:versi|opci|titular|título|tono|dos|variante|cuál))(?=.*(?:prefieres|prefiere(?: usted)?\?|(?:te|le) (?:gusta|convence))).*\?`,
      String.raw`si (?:lo )?(?:quieres?|deseas?|necesitas?|prefieres?|te parece|hace falta)(?!\p{L})(?=.*(?<!\p{L})(?:puedo|podría|dime|dímelo|decírmelo|pídemelo|pedírmelo|avísame|hazme|házmelo|preparo|adapto|ajusto|acorto)(?!\p{L}))`,
      String.raw`(?:mucho éxito|buena suerte) con [^.]*!|feliz publicación|gracias por (?:las|los|tus|sus|la|tu)(?=.*(?:instrucciones|indicaciones|detalles|solicitud))`,
      String.raw`(?:nota|aviso|importante|advertencia|atención|observación)[^:]{0,20}[:,] ?(?=.*(?:(?<!\p{L})(?:mi|mis|he|puedo|te|pude)(?!\p{L})|(?:conviene|recomiendo|recomienda|aconseja|favor de|por favor|es recomendable),? (?:verifi|comprob|revis|contrast)|(?:verifi|comprob|revis).*antes de (?:publicar|su publicación|la publicación)))|(?:(?:nota|aviso|importante)[^:]{0,20}: )(?:por favor,? )?(?:verifica|verifique|comprueba|compruebe|revisa|revise) (?:las|los|la|el|todas|todos)(?!\p{L})`,
      String.raw`(?:por favor,? )?(?:verifica|verifique|comprueba|compruebe|revisa|revise) (?:tod[ao]s )?(?:las|los) (?:cifras|datos|fuentes|citas|fechas|nombres)`,
      String.raw`(?:el|este|la|esta) (?:texto|informe|artículo|resumen|nota|versión|borrador)(?=.*(?<!\p{L})(?:palabras|secciones|apartados|instrucciones|neutral|tono)(?!\p{L}))`,
    ),
    meant: word(
      'puedo|podría|dime|dímelo|avísame|te|tu|tus|mi|mis|usted|texto|versión|tono|titular|título|formato|secci(?:ón|ones)|palabras|cifras|datos|fuentes|verificar|comprobar|publicar|cambios|ajustes?',
    ),
  },
  {
    begins: start(
      String.raw`(?:também )?(?:posso|poderia) (?:também )?\p{L}+(?:[aei]r|[áê]-l[oa]s?|i-l[oa]s?)(?!\p{L})|espero (?:que (?:isso|isto|este|esta|ajude|seja|o texto)|ter ajudado)|(?:fico|estou) à (?:sua |tua )?disposição|(?:recomendo|aconselho) |sugiro (?:que|revis|verific|confirm)|mantive |usei |(?:o )?(?:meu|minha|minhas|meus) (?:conhecimento|informaç|dados)`,
      String.raw`(?:me avise|avise-me|diga-me|me diga|me informe|informe-me|diz-me|basta (?:me )?(?:dizer|avisar)|fique à vontade para (?:pedir|perguntar|ajustar|editar)|não hesite em (?:pedir|perguntar|me))`,
      String.raw`(?:gostaria|quer|deseja|prefere|precisa|queres)(?!\p{L})(?=.*(?<!\p{L})(?:que eu|versão|texto|tom|título|formato|alteraç\p{L}+|ajustes?)(?!\p{L})).*\?|(?:posso|devo)(?!\p{L}).*\?`,
      String.raw`(?:qual|quais|que)(?!\p{L})(?=.*(?:vers|opç|título|tom|duas|variante|qual))(?=.*(?:você (?:prefere|gosta)|(?:versão|opção|título|duas|variante) prefere\?|preferes|(?:lhe|te) agrada)).*\?`,
      String.raw`(?:se|caso) (?:quiser(?:es)?|desejar(?:es)?|precisar(?:es)?|preferir(?:es)?|você|queira|deseje|precise)(?!\p{L})(?=.*(?<!\p{L})(?:diz-me|(?:é )?só dizer|basta dizer|posso|poderia|me|diga|avise|avisar|pedir|eu|faço|adapto|ajusto)(?!\p{L}))`,
      String.raw`(?:boa (?:publicação|sorte|leitura)|bom trabalho)[!.]*$|sucesso com [^.]*!|obrigad[oa] (?:pelas|pelos|pela|por)(?=.*(?:instruç|detalhes|pedido|informaç))`,
      String.raw`(?:nota|aviso|importante|atenção|observação|obs\.?)[^:]{0,20}[:,] ?(?=.*(?:(?<!\p{L})(?:meu|minha|posso|consegui|recomendo)(?!\p{L})|(?:verifi|confir|revis).*antes (?:de publicar|da publicação)))|(?:(?:nota|aviso|importante|atenção|observação)[^:]{0,20}: )(?:por favor,? )?(?:verifique|confirme|confira|revise|cheque) (?:os|as|o|a|todos|todas)(?!\p{L})`,
      String.raw`(?:por favor,? )?(?:verifique|confirme|confira|revise|verifica) (?:tod[ao]s )?(?:os|as) (?:números|dados|fontes|citações|datas|nomes|fatos|factos)`,
      String.raw`(?:o|este|a|esta) (?:texto|resumo|artigo|nota|versão|rascunho)(?=.*(?<!\p{L})(?:palavras|seções|secções|instruções|neutro|tom)(?!\p{L}))`,
    ),
    meant: word(
      'posso|poderia|me|eu|meu|minha|você|seu|suas?|seus|texto|versão|tom|título|formato|seç(?:ão|ões)|palavras|números|dados|fontes|verificar|confirmar|publicar|alteraç\\p{L}+|ajustes?',
    ),
  },
  {
    begins: start(
      String.raw`(?:posso|potrei) (?:anche )?\p{L}+(?:[aei]re|[aei]rl[oaie]|[aei]r[tv]i)(?!\p{L})|spero (?:che|di (?:esserti|essere))(?!\p{L})|(?:resto|sono) a (?:tua |vostra |sua )?disposizione|ho (?:cercato|scritto|usato|mantenuto|seguito|evitato|preparato|redatto|inserito|limitato)(?!\p{L})|(?:ti |le )?consiglio di |(?:le )?(?:mie|mia|miei) (?:informazion|conoscenz|dati)`,
      String.raw`(?:fammi sapere|mi faccia sapere|dimmi|mi dica|fatemi sapere|basta (?:dirmelo|chiedere)|non esitare a (?:chiedere|scrivermi|dirmi)|chiedimi)(?!\p{L})`,
      String.raw`(?:vuoi|vuole|desideri|desidera|preferisci|ti serve|ti piacerebbe)(?!\p{L})(?=.*(?<!\p{L})(?:che (?:lo|la|ne|io|faccia|prepari|adatti|aggiunga)|versione|testo|tono|titolo|formato|modifiche|altro)(?!\p{L})).*\?|(?:posso|devo)(?!\p{L}).*\?`,
      String.raw`(?:quale|quali|che)(?!\p{L})(?=.*(?:version|opzion|titolo|tono|due|variante|quale))(?=.*(?:preferisci|preferite|(?:versione|opzione|titolo|due|variante) preferisce\?|(?:ti|vi|le) piace)).*\?`,
      String.raw`se (?:lo )?(?:vuoi|vuole|desideri|preferisci|hai|serve|ti|necessario)(?!\p{L})(?=.*(?<!\p{L})(?:posso|potrei|fammi|dimmi|dirmelo|chiedere|chiedi|preparo|adatto|io)(?!\p{L}))`,
      String.raw`(?:buona (?:pubblicazione|fortuna|lettura)|buon lavoro)[!.]*$|grazie per (?:le|i|la|il)(?=.*(?:istruzioni|dettagli|richiesta|indicazioni))`,
      String.raw`(?:nota|avviso|avvertenza|importante|attenzione)[^:]{0,20}[:,] ?(?=.*(?:(?<!\p{L})(?:mie|mia|miei|non sono riuscit[oa]|non ho potuto|posso|ti)(?!\p{L})|(?:consiglia|consiglio|raccomanda|opportuno|bene|prego) (?:di )?(?:verific|controll|ricontroll)|(?:verific|controll).*prima (?:della pubblicazione|di pubblicare)))|(?:(?:nota|avviso|importante|attenzione)[^:]{0,20}: )(?:verifica|verifichi|verificate|controlla|controlli|controllate) (?:i|le|la|il|tutti|tutte)(?!\p{L})`,
      String.raw`(?:verifica|verifichi|controlla|controlli|verificare) (?:tutt[ie] )?(?:i|le) (?:dati|cifre|fonti|citazioni|date|nomi)`,
      String.raw`(?:il|questo|la|questa) (?:testo|articolo|sintesi|scheda|versione|bozza)(?=.*(?<!\p{L})(?:parole|sezioni|istruzioni|neutro|tono)(?!\p{L}))`,
    ),
    meant: word(
      'posso|potrei|fammi|dimmi|mi|ti|tu|tue|tuo|tua|testo|versione|tono|titolo|formato|sezion[ei]|parole|dati|fonti|verificare|controllare|pubblicare|modifiche',
    ),
  },
  {
    begins: start(
      String.raw`(?:मैं|मैंने|मुझे)(?=\s)(?=.*(?:सकता|सकती|सकते|करूँ|करूं|दूँ|दूं|बनाऊँ|तैयार|रखा है|लिखा है|कोशिश|संस्करण|शीर्षक|उम्मीद|आशा|बताएं|बताइए))|(?:मेरी|मेरे|मेरा) (?:जानकारी|ज्ञान|डेटा)|(?:मुझे )?(?:उम्मीद|आशा) है (?:कि )?(?:यह|इससे|आप)`,
      String.raw`क्या आप (?:चाहते|चाहेंगे|चाहती|चाहेंगी)(?=.*मैं).*\?|क्या मैं.*\?`,
      String.raw`(?:आपको|आप)(?=.*(?:संस्करण|शीर्षक|विकल्प|कौन))(?=.*(?:पसंद|चाह)).*\?`,
      String.raw`(?:अगर|यदि) आप(?=.*(?:मैं|मुझे|बताएं|बताइए))|(?:कृपया )?(?:मुझे )?बता(?:एं|इए) कि`,
      String.raw`(?:नोट|ध्यान दें|सूचना|टिप्पणी|कृपया ध्यान दें)[:,]? ?(?=.*(?:मैं|मेरी|मेरे|मुझे|(?:प्रकाशन|प्रकाशित करने) से पहले.*(?:जाँच|जांच|सत्यापित|पुष्टि)|कृपया.*(?:जाँच|जांच|सत्यापित|पुष्टि)))|कृपया.*(?:आँकड़|आंकड़|तथ्य|स्रोत).*(?:जाँच|जांच|सत्यापित|पुष्टि)`,
      String.raw`(?:यह|इस) (?:लेख|पाठ|सारांश|ब्रीफ|मसौदा|संस्करण)(?=.*(?:शब्द|खंड|अनुभाग|निर्देश))`,
    ),
    meant: /मैं|मुझे|आप|संस्करण|शीर्षक|पाठ|लेख|शब्द|खंड|आँकड़|बदलाव|प्रकाश/u,
  },
  {
    begins: start(
      String.raw`(?:(?:يمكنني|أستطيع|يسعدني) (?:أيضًا |أيضا )?(?:أن أ\p{L}+ (?:النص|لك|نسخة)|تعديل|إعداد|اختصار|تقديم|تزويد|ترجمة|كتابة|إضافة|مساعدتك|تحويل|اقتراح|إجراء)|(?:آمل|أتمنى|أرجو) أن (?:يكون|تكون|يفيد|ينال)|سأكون سعيد|لقد (?:كتبت|أعددت|حرصت|التزمت)|معلوماتي|لم أتمكن)(?!\p{L})`,
      String.raw`(?:أخبرني|أخبريني|أعلمني|لا تتردد في (?:طلب|سؤالي|إخباري|التواصل معي)|قل لي)(?!\p{L})`,
      String.raw`هل (?:تريد|ترغب|تود|تحب|تحتاج)(?!\p{L})(?=.*(?:أن (?:أ|ن)|نسخة|النص|عنوان|تعديل)).*[؟?]`,
      String.raw`أي(?:ّ|هما|ة)? (?=.*(?:نسخة|النسخ|عنوان|خيار|صيغة))(?=.*(?:تفضل(?:ين|ون)?\s*[؟?]|تعجبك)).*[؟?]`,
      String.raw`(?:إذا|إن|في حال) (?:أردت|كنت|رغبت|احتجت|أحببت)(?=.*(?:يمكنني|أستطيع|أخبرني|سأ|فأخبرني|فيمكنني))`,
      String.raw`(?:ملاحظة|تنبيه|تنويه|هام)[:،]? ?(?=.*(?:(?:يُ?رجى|الرجاء|من فضلك|أنصح|يُنصح|ينصح).*(?:التحقق|مراجعة|التأكد|تدقيق)|معلوماتي|لم أتمكن))|(?:يُ?رجى|الرجاء) (?:التحقق|مراجعة|التأكد)(?=.*(?:الأرقام|الحقائق|البيانات|المصادر))`,
      String.raw`(?:يتكون|يتألف|يقع|هذا) (?:هذا )?(?:النص|المقال|الموجز)(?=.*(?:كلمة|كلمات|الأقسام|طلبت))`,
    ),
    meant: /يمكن|أخبرني|النص|نسخة|عنوان|العنوان|الأقسام|كلم|طلبت|النشر|تعديل/u,
  },
  {
    begins: start(
      String.raw`希望(?:这(?:份|篇|个|些)?(?:简报|版本|内容|文章|草稿|稿)|以上|对您|对你|能帮|本文)|我(?:也|还)?(?:可以|能)(?:为|帮|再|进一步|把|将|提供|根据|调整|写|继续)|我(?:已(?:经)?(?:按|根据|将|把|尽)|尽量|无法(?:核实|确认|访问|验证)|的(?:知识|信息|数据))|祝您|祝你`,
      String.raw`(?:如果|如|若)(?:您|你|需|有|想|还|希望).{0,30}?(?:告诉我|告知我?|联系我|我(?:可以|能|会|很乐意|再)|为您|帮您)|请(?:随时)?(?:告诉我|告知我?|让我知道)|请随时`,
      String.raw`(?:需要我|要不要我|要我|是否需要我?|(?:您|你)(?:是否)?(?:还)?(?:需要|希望|想要?)我).*[？?]|(?:您|你)(?:更)?(?:喜欢|偏好|想要|倾向).{0,20}(?:版本|标题|哪).*[？?]|哪(?:个|一个|种)(?:版本|标题).*[？?]`,
      String.raw`(?:注意?|备注|提示|说明|提醒|温馨提示)[:：] ?(?=.*(?:(?:发布|发表|刊登|使用)前.{0,8}(?:核实|核对|查证|确认)|请.{0,6}(?:核实|核对|查证|确认)|我的|我无法))|请.{0,10}(?:核实|核对|查证).{0,12}(?:数据|数字|事实|信息|来源)`,
      String.raw`(?:本文|本稿|本简报|这篇|全文|该稿)(?=.*(?:约?\d+ ?(?:个)?字|您要求|你要求|四个部分|要求))`,
      String.raw`以上(?:是|为|就是|内容).{0,20}(?:简报|文章|版本|内容|初稿)`,
    ),
    meant: /我|您|你|版本|标题|语气|文本|字数|部分|核实|发布|修改/u,
  },
  {
    begins: start(
      String.raw`(?:お役に立て|お役に立つ|参考になれば|ご参考になれば)`,
      String.raw`(?=.*(?:書き直|修正|変更|調整|追加|作成|短く|長く|翻訳|要約|まとめ|バージョン|版|見出し|トーン|加筆)).*(?:ましょうか|いかがですか|しますか|でしょうか|ありますか|よろしいですか)[？?。]?$`,
      String.raw`(?:どちら|どれ|どの(?:版|バージョン|見出し|案))(?=.*(?:お好み|ご希望|よろしい|良い|いい|好き)).*[？?。]`,
      String.raw`(?:ご希望|もし(?:よろしければ|必要|ご)|必要(?:であれば|でしたら|に応じて)|修正が|変更が|他に|ほかに|さらに|ご不明な点|ご要望|何か)(?=.*(?:お知らせ|お申し付け|お聞かせ|教えて|お気軽に|調整|作成|いたします|可能です|できます|ください))`,
      String.raw`(?:※|注|注意|備考|注記|補足)?[:： ]?(?=.*(?:公開|掲載|発行|配信|使用)(?:する)?(?:の)?前に)(?=.*(?:ご?確認|検証)).*(?:ください|お願いします|お勧めします|推奨します)`,
      String.raw`(?:この|本)(?:記事|文章|原稿|ブリーフ|稿)(?=.*(?:約?\d+ ?(?:文)?字|ご指定|ご要望|4つのセクション|四つのセクション))`,
      String.raw`(?:私|わたし)(?:の(?:知識|情報)|は.{0,30}(?:できます|できません|いたします|いたしました))`,
    ),
    meant:
      /ください|お知らせ|可能です|できます|いたします|見出し|トーン|バージョン|版|セクション|字数|数値|公開|確認|出典/u,
  },
];
