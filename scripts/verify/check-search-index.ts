import type { Fault } from './fault.ts';
import { isThing, parseJson, textIn, type Thing } from './json.ts';
import type { SiteFolder } from './site-folder.ts';
import { unpack } from './unpack.ts';

/** Each search index has all the parts that it lists, including the text of each page (Pagefind 1). */
export function checkSearchIndexes(site: SiteFolder, note: (from: string, to: string) => void): Fault[] {
  return site.files
    .filter((file) => /^pagefind\/[^/]+\/pagefind-entry\.json$/.test(file))
    .flatMap((file) => {
      const report = (reason: string): Fault => ({
        address: site.addressOf(file).pathname,
        kind: 'search',
        reason,
      });
      const entry = parseJson(site.read(file).toString());
      const languages =
        isThing(entry) && isThing(entry['languages']) ? Object.entries(entry['languages']) : [];
      if (languages.length === 0) return [report('lists no language')];
      const folder = file.slice(0, file.lastIndexOf('/'));
      return languages.flatMap(([lang, facts]) => {
        const { parts, problems } = readIndex(site, folder, lang, isThing(facts) ? facts : {});
        for (const part of parts) note(file, part);
        return problems.map(report);
      });
    });
}

function readIndex(
  site: SiteFolder,
  folder: string,
  lang: string,
  { hash, wasm, page_count: pages }: Thing,
): { parts: readonly string[]; problems: readonly string[] } {
  const meta = `${folder}/pagefind.${textIn(hash)}.pf_meta`;
  const program = `${folder}/wasm.${textIn(wasm) || 'unknown'}.pagefind`;
  const words = `${folder}/words.json`;
  const missing = [meta, program, words].filter((file) => !site.has(file)).map((file) => `lacks ${file}`);
  if (!site.has(meta)) return { parts: [program], problems: missing };
  const named = namesIn(site.read(meta), lang.toLowerCase()).map((name) => ({
    name,
    part: partOf(site, folder, name),
  }));
  const parts = named.flatMap(({ part }) => part ?? []);
  const texts = parts.filter((part) => part.endsWith('.pf_fragment'));
  return {
    parts: [meta, program, words, ...parts],
    problems: [
      ...missing,
      ...named.filter(({ part }) => part === undefined).map(({ name }) => `lacks the part ${name}`),
      ...(texts.length === pages ? [] : [`has ${texts.length} texts for ${String(pages)} pages`]),
    ],
  };
}

function partOf(site: SiteFolder, folder: string, name: string): string | undefined {
  return ['fragment', 'index', 'filter']
    .map((kind) => `${folder}/${kind}/${name}.pf_${kind}`)
    .find((file) => site.has(file));
}

/** Part names in CBOR (RFC 8949, 3.1): short texts have their length in the byte before. */
function namesIn(packed: Buffer, lang: string): string[] {
  // Damaged files are reported by another check.
  const bytes = unpack(packed) ?? Buffer.alloc(0);
  const names: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const length = (bytes[at] ?? 0) - 0x60;
    if (length < lang.length + 7 || length > 23) continue;
    const text = bytes.toString('latin1', at + 1, at + 1 + length);
    if (text.startsWith(`${lang}_`) && /^[0-9a-f]+$/.test(text.slice(lang.length + 1))) names.push(text);
  }
  return names;
}
