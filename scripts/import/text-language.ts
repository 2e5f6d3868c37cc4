import { phrasesIn } from './phrases.ts';

/** Words that nearly every text of a language has and hardly any text of another of these. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the | and | of | to | is | was | were | with | that | which | from | has | have | it | its | by | on | this | will | are | be | not | their | after',
  de: 'der | die | das | und | ist | nicht | ein | eine | einen | dem | den | des | im | mit | von | zu | für | auf | wird | werden | sich | auch | bei | nach | wurde | sind | hat',
  fr: 'le | les | des | du | est | et | une | dans | pour | qui | sur | pas | par | avec | au | aux | ce | cette | sont | plus | ont | été | leur | selon',
  es: 'el | los | las | del | y | en | una | por | con | para | se | su | al | fue | son | más | es | ha | lo | como | pero | sus | según | han',
  pt: 'o | os | do | da | dos | das | em | no | na | um | uma | com | para | não | por | ao | foi | são | mais | é | e | sua | pela | pelo | segundo',
  it: 'il | gli | della | del | di | che | è | un | una | per | con | non | nel | nella | sono | dei | delle | alla | dal | più | ha | anche | secondo | i',
  nl: 'het | een | van | en | niet | dat | zijn | voor | op | te | aan | met | ook | werd | wordt | door | bij | naar | dit',
  sv: 'och | att | det | som | på | är | av | för | med | den | till | inte | har | om | ett | från | var',
  da: 'og | at | det | som | på | er | af | for | med | den | til | ikke | har | et | fra | var | blev',
  pl: 'i | w | na | z | się | nie | do | jest | że | to | przez | po | od | za | dla | oraz | został',
  tr: 've | bir | bu | için | ile | da | de | olarak | olan | çok | daha | gibi | sonra | kadar | göre',
  fi: 'ja | on | ei | että | oli | myös | joka | sen | hän | mutta | kuin | ovat | kun | niistä | siitä | alkaen | mukaan | vuonna',
  cs: 'je | se | na | že | v | do | to | z | s | ve | k | za | pro | by | jako | podle | která | který | byl | nebo',
  hu: 'a | az | és | hogy | nem | egy | is | volt | meg | ezt | már | csak | szerint | lesz | után',
  vi: 'và | của | là | có | trong | được | cho | với | các | một | không | những | này | đã | từ | năm',
  id: 'yang | dan | di | untuk | dengan | pada | dari | ini | itu | tidak | akan | dalam | adalah | ke',
};

const words = new Map(
  Object.entries(commonWords).map(([code, list]) => [code, new Set(phrasesIn(list))] as const),
);

/** Scripts of one language, or of several that only letters tell apart. */
function byScript(text: string): string | undefined {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  const isMost = (pattern: RegExp): boolean => count(pattern) * 2 > letters;
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 10 > letters) return 'ja';
  if (isMost(/\p{Script=Han}/gu)) return 'zh-Hans';
  if (isMost(/\p{Script=Hangul}/gu)) return 'ko';
  if (isMost(/\p{Script=Devanagari}/gu)) return 'hi';
  if (isMost(/\p{Script=Arabic}/gu)) return /[پچژگ]/.test(text) ? (/[ٹڈڑے]/.test(text) ? 'ur' : 'fa') : 'ar';
  if (isMost(/\p{Script=Cyrillic}/gu)) return /[іїєґ]/i.test(text) ? 'uk' : 'ru';
  if (isMost(/\p{Script=Greek}/gu)) return 'el';
  if (isMost(/\p{Script=Hebrew}/gu)) return 'he';
  if (isMost(/\p{Script=Thai}/gu)) return 'th';
  if (isMost(/\p{Script=Bengali}/gu)) return 'bn';
  return undefined;
}

/**
 * The language of a text by its script or its common words; undefined unless one language is far ahead of the others, so
 * that a few words never decide.
 */
export function languageOfText(text: string): string | undefined {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < minLetters) return undefined;
  const script = byScript(text);
  if (script !== undefined) return script;
  const all = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const counts = Array.from(words, ([code, common]) => ({
    code,
    count: all.filter((word) => common.has(word)).length,
  }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  if (!first || first.count < minWords || first.count * 8 < all.length) return undefined;
  return first.count >= (second?.count ?? 0) * 1.5 ? first.code : undefined;
}

const minLetters = 60;
/** Common words that a text must have. */
const minWords = 5;
