import type { Plugin } from 'vite';
import type { Accent, Publication } from '../brief/publication.ts';

const name = 'virtual:topic-accents.css';

/** The publication's accent and each topic's as a stylesheet of its own making: the policy in the head allows no inline style. */
export function topicAccents(publication: Publication): Plugin {
  return {
    name: 'fourfold-topic-accents',
    resolveId: (id) => (isAccents(id) ? `\0${id}` : undefined),
    load: (id) => (isAccents(id.slice(1)) ? accentRules(publication) : undefined),
  };
}

/** With a query it is a module of its own, so that a page that stands alone has it in its one stylesheet. */
function isAccents(id: string): boolean {
  return id.split('?')[0] === name;
}

function accentRules({ accent, topics }: Publication): string {
  const rules = Object.entries(topics).map(([id, topic]) => accentRule(`[data-topic='${id}']`, topic.accent));
  // A topic without one has the publication's on a page of another topic as well.
  return [accentRule(':root, [data-topic]', accent), ...rules].join('');
}

function accentRule(selector: string, accent: Accent | undefined): string {
  return accent ? `${selector} { --accent: light-dark(${accent.light}, ${accent.dark}); }\n` : '';
}
