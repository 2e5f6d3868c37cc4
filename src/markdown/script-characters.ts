/** The text in Unicode superscript or subscript characters; undefined if some do not exist. */
export function scriptCharacters(text: string, mark: 'sup' | 'sub'): string | undefined {
  const characters = mark === 'sup' ? raised : lowered;
  let written = '';
  for (const character of text) {
    const found = character === ' ' ? ' ' : characters.get(character);
    if (found === undefined) return undefined;
    written += found;
  }
  return written;
}

const raised = pairs(
  '0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿ',
);

const lowered = pairs('0123456789+-−–=()aehijklmnoprstuvxβγρφχ', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const characters = Array.from(to);
  return new Map(Array.from(from).map((character, at) => [character, characters[at] ?? character]));
}
