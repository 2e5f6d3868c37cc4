/** Whether a paragraph reports what somebody said: it is of the text even if a program could say the words. */
export function isReported(paragraph: string): boolean {
  const line = paragraph.replace(/^[\s>*_]+|[\s*_]+$/g, '');
  return /^["“„«「『][^"”“»」』]+["”“»」』]\s*[\p{L},–—]/u.test(line) || attribution.test(line) || attributionElsewhere.test(line); // prettier-ignore
}

const attributionElsewhere =
  /[,،”"»]\s*(?:كما )?(?:قال|قالت|أضاف|أضافت|صرح|صرحت|ذكر|كتب)|[,”"]\s*.{0,40}(?:ने कहा|ने बताया|ने लिखा)|[，。”].{0,15}(?:说|表示|称|指出|写道)[。.]?$|[と」].{0,20}(?:話した|述べた|語った|言った|説明した|答えた|書いた)/u;

const attribution =
  /[,"”»!?–—]\s*(?!(?:as )?(?:I|you|we|just)(?!\p{L}))(?:[\p{L}\p{M}'’.-]+ ){1,6}?(?:said|says|wrote|writes|told|tells|admitted|admits|added|adds|asked|asks|warned|replied|explained|announced|argued|conceded|acknowledged|stated)(?!\p{L})|[,"”»–—]\s*(?:said|wrote|sagte|schrieb|erklärte|räumte|dijo|escribió|admitió|dit|a dit|a déclaré|a écrit|écrit|disse|escreveu|admitiu|ha detto|ha scritto)(?!\p{L})/iu;
