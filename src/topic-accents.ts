import type { Plugin } from 'vite';
import type { Publication } from './brief/publication.ts';

const name = 'virtual:topic-accents.css';

/** Each topic's accent as a stylesheet of its own making: the policy in the head allows no inline style. */
export function topicAccents(publication: Publication): Plugin {
  return {
    name: 'fourfold-topic-accents',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? accentRules(publication) : undefined),
  };
}

function accentRules({ topics }: Publication): string {
  return Object.entries(topics)
    .flatMap(([topic, { accent }]) =>
      accent ? [`[data-topic='${topic}'] { --accent: light-dark(${accent.light}, ${accent.dark}); }`] : [],
    )
    .join('\n');
}
