import type { Plugin } from 'vite';
import type { Publication } from './brief/publication.ts';

const name = 'virtual:topic-accents.css';

/** Each topic's accent as a stylesheet of its own making: the policy in the head allows no inline style. */
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

function accentRules({ topics }: Publication): string {
  return Object.entries(topics)
    .flatMap(([topic, { accent }]) =>
      accent ? [`[data-topic='${topic}'] { --accent: light-dark(${accent.light}, ${accent.dark}); }`] : [],
    )
    .join('\n');
}
