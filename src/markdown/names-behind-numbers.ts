/** Whether a text continues a name that starts with a number: a club, or in German anything counted with a full stop. */
export function isNameBehindNumber(text: string, language: string): boolean {
  return clubs.test(text) || (language === 'de' && countedInGerman.test(text));
}

const clubs = /^(?:FC|FFC|FSV|SC|CfR|VfL)\s+\p{Lu}/u;
const countedInGerman =
  /^(?:Frauen-)?(?:Bundesliga|Liga|Weltkriegs?|Halbzeit|Halbjahr|Quartal|Jahrhunderts?|Runde|Etage|Klasse|Senats?|Strafsenat|Zivilsenat|Kammer|Lesung|Advent|Vorsitzende[rn]?|Bürgermeister(?:in)?|Stock|Preis|Platz|Staatsexamen)(?!\p{L})/u;
