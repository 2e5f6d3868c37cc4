import { escapeText } from '../brief/escape.ts';
import type { CardSpec } from './card-spec.ts';
import { plainText } from './text/normalize.ts';

const digitalSourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype';

/**
 * XMP of a card by the IPTC Photo Metadata Standard 2024.1. A program draws every card; with words of a language model on it,
 * it is a composite with trained algorithmic media.
 */
export function xmpOf({ ai, alt, title, creator, rights }: CardSpec): string {
  const source = ai === 'none' ? 'algorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia';
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    `<Iptc4xmpExt:DigitalSourceType>${digitalSourceTypes}/${source}</Iptc4xmpExt:DigitalSourceType>`,
    `<Iptc4xmpCore:AltTextAccessibility>${alternatives(alt)}</Iptc4xmpCore:AltTextAccessibility>`,
    `<dc:title>${alternatives(plainText(title))}</dc:title>`,
    `<dc:creator><rdf:Seq><rdf:li>${escapeText(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    `<dc:rights>${alternatives(rights)}</dc:rights>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('');
}

function alternatives(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeText(text)}</rdf:li></rdf:Alt>`;
}
