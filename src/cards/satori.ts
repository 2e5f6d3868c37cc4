import { registerHooks } from 'node:module';
import { divideByDirection, levelsOf } from './bidi.ts';
import { graphemesOf } from './characters.ts';
import { placeLetter } from './glyphs.ts';

/** What the mends call: satori's own module can't import ours, which a test may have loaded a second time. */
const aid = 'globalThis[Symbol.for("fourfold.satori")]';
const aids = { divideByDirection, levelsOf, placeLetter, isInGrapheme };

/** Whether a place lies within what readers take for one character. */
function isInGrapheme(text: string, place: number): boolean {
  // Only an emoji that is newer than satori's line breaking gets a break into it.
  if (!/^[\p{Emoji_Modifier}\p{Regional_Indicator}]/u.test(text.slice(place))) return false;
  let end = 0;
  return graphemesOf(text).every((grapheme) => (end += grapheme.length) !== place);
}

/**
 * satori with its errors of 0.63.2 mended in its source as it is loaded. All but the last lose or misplace something with
 * nothing reported; another version of satori, in which a place is not found exactly once, is an error, so that a mend goes
 * when its reason has gone.
 */
const mends: readonly { readonly place: RegExp; readonly mended: string }[] = [
  // HarfBuzz measures a mark's offset upward, SVG downward, and satori adds where it has to subtract: the dots of Noto Sans
  // Arabic, the damma of أُ in IBM Plex Sans Arabic, the tone marks of Thai land on the wrong side of the letter.
  { place: /\+(\w+\.dy\*\w+)/g, mended: '-$1' },
  // A grapheme's font is chosen by its first character and remembered by the first UTF-16 unit, so a mark that this font
  // lacks is a box, and of two emoji or mathematical letters the second comes from the first one's font. And what no font
  // has, as a joiner, shall not end a run of letters: it goes with the first font, not with the last.
  {
    place:
      /let (\w+)=(\w+)\.charCodeAt\(0\);if\((\w+)\.has\(\1\)\)return \3\.get\(\1\);let (\w+)=(\w+)\.find\(\((\w+),\w+\)=>!!\6\.charToGlyphIndex\(\2\)\|\|(\w+)&&\w+===\5\.length-1\);return \4&&\3\.set\(\1,\4\),\4/g,
    mended:
      'if($3.has($2))return $3.get($2);let $1=Array.from($2).filter(c=>!/^\\p{DI}$/u.test(c)),' +
      '$4=$5.find($6=>$1.every(c=>!!$6.charToGlyphIndex(c)))??($7?$5[0]:void 0);return $4&&$3.set($2,$4),$4',
  },
  // Browsers lay a line on the baseline of the text's first font; satori on that of the line's first word, which a sign from
  // another font moves up or down.
  {
    place: /baseline:\((\w+),(\w+)=typeof \1>"u"\?(\w+)\[0\]:(\w+)\(\1\)\)=>/g,
    mended: 'baseline:($1,$2=$3[0]??$4($1))=>',
  },
  // A word without width, as a mark of direction alone, gets a place but no text, and every word behind it the place of another.
  {
    place:
      /if\((\w+)===0\)(\w+)\.push\((\{y:\w+,x:\w+,width:0,line:\w+,lineIndex:\w+,isImage:!1\})\);else(\{let \w+=\w+\((\w+),"word"\);.{1,400}?[,;](\w+)\.push\(\w+\),\2\.push)/g,
    mended: 'if($1===0)$6.push($5),$2.push($3);else$4',
  },
  // The space that a line ends with lies outside and draws nothing. satori counts it into the width of the text, and then
  // lays the text out once more in the width that it found: a line may be longer than its column by a space. (A name is
  // short, or the pattern would begin anew at every letter of the tables in satori.)
  {
    place:
      /\b(\w{1,4})=Math\.max\(\1,(\w+)\+(\w+)\(\)\);(?=let \w+=\2-(\w+);if\(\4===0\).{1,600}?\w+\+\+,\w+=(\w+)\}return \2\?)/g,
    mended: '$1=Math.max($1,$2+$3()-$5);',
  },
  // A glyph that a font does not have is its first, a box, and satori draws it.
  {
    place: /for\(let\[(\w+),(\w+),(\w+)\]of (\w+)\)(\{let \w+=\w+\/\2\.unitsPerEm,)/g,
    mended:
      'for(let[$1,$2,$3]of $4)if($3.some(glyph=>glyph.g===0))throw new Error(`Unexpected box in "${$1}"`);else$5',
  },
  // Levels of direction are those of the whole Unicode Bidirectional Algorithm; satori knows a part of it only, without brackets
  // and signs beside numbers, and shows `(R1) 294,000` in an Arabic line the wrong way round.
  {
    place: /(function \w+\((\w+)\)\{)(if\(!\w+\(\2\)\)return\[\2\];let \w+=\[\],\w+="",\w+="N";)/g,
    mended: `$1return ${aid}.divideByDirection($2);$3`,
  },
  {
    place: /=\w+\(\w+\.map\(\(\w+,(\w+)\)=>\w+\((\w+)\[\1\]\?\?""\)\),(\w+)\);/g,
    mended: `=${aid}.levelsOf($2,$3);`,
  },
  // A line may break within an emoji that is newer than satori's table of them.
  {
    place:
      /for\(;(\w+);\)\{(let (\w+)=(\w+)\.slice\((\w+),\1\.position\);\w+\.push\(\3\),\1\.required\?\w+\.push\(!0\):\w+\.push\(!1\),\5=\1\.position,)(\1=\w+\.nextBreak\(\))\}/g,
    mended: `for(;$1;$6)if(!${aid}.isInGrapheme($4,$1.position)){$2$5=$1.position}`,
  },
  // A soft hyphen draws nothing, but for the hyphen where a line breaks at it, for which there has to be room.
  {
    place:
      /(\w+)=\[\],(\w+)=\[\];let (\w+)=(\w+\.slice\(\),.{1,200}?let (\w+)=\3\[(\w+)\],\w+=\w+\[\6\],(\w+)=0,\{originWidth:\w+,endingSpacesWidth:\w+,text:\w+\}=(\w+)\()\5(,(\w+)\+.{1,160}?,\w+=\6&&\10\+\7)(>.{1,400}?&&\()(\w+\.push\(\10-\w+\),.{1,300}?,)(\w+\.push\(\10-\w+\),)/g,
    mended:
      '$1=[],$2=[];const hyphenate=()=>{const last=$1.length-1;if(last<0||!$3[$6-1]?.endsWith("\\u00ad"))return;' +
      'const width=$8("-",0).originWidth;$1[last]+="-";$2[last].width+=width;$10+=width};' +
      'let $3=$4$5.replaceAll("\\u00ad","")$9+($3[$6].endsWith("\\u00ad")?$8("-",0).originWidth:0)$11hyphenate(),$12hyphenate(),$13',
  },
  // No error: 90 KB of digits for a card, written and read again, are a fifth of its time. The letters' outlines are the font's;
  // where each stands is enough.
  {
    place:
      /(function \w+\((\w+),(\w+),(\w+),(\w+),(\w+)=0\)\{)(let \w+=\(\w+,\w+\)=>\w+\(\3\+\(\w+\+\6\*\w+\)\*\5\),\w+=\w+=>\w+\(\4-\w+\*\5\),)/g,
    mended: `$1if($6===0)return ${aid}.placeLetter($2,$3,$4,$5);$7`,
  },
];

Object.assign(globalThis, { [Symbol.for('fourfold.satori')]: aids });

let places: number[] = [];
const hooks = registerHooks({
  load: (url, context, nextLoad) => {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/node_modules/satori/dist/index.js')) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    places = mends.map(({ place }) => source.match(place)?.length ?? 0);
    return {
      ...loaded,
      source: mends.reduce((text, { place, mended }) => text.replace(place, mended), source),
    };
  },
});
const { default: satori } = await import('satori');
hooks.deregister();
// Also when something else of this thread had loaded it before, as it came.
if (places.length === 0 || places.some((count) => count !== 1))
  throw new Error('Unexpected satori: see whether src/cards/satori.ts is still needed');

export { satori };
