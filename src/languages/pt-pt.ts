import type { Language } from './language.ts';
import { pt } from './pt.ts';

/** European Portuguese, where it differs from Brazilian Portuguese. */
export const ptPT: Language = {
  ...pt,
  code: 'pt-PT',
  headings: ['O que está a acontecer?', 'Porque é importante?', 'O que se segue?', 'Para além das manchetes'],
  labels: {
    ...pt.labels,
    story: 'De que trata a notícia?',
    aiAssisted: 'Produzido com o auxílio de IA',
    aiAssistedReviewed: 'Produzido com o auxílio de IA e revisto por {reviewer}',
    aiGeneratedReviewed: 'Gerado por IA e revisto por {reviewer}',
    updated: 'Atualizado a {date}',
    accessed: 'consultado a {date}',
    sections: 'As quatro secções',
    share: 'Partilhar',
    shareWith: 'Partilhar…',
    copyLink: 'Copiar ligação',
    correctionsPolicy:
      'Quando um artigo contém um erro, corrigimo-lo e informamos aqui. As correções nunca são removidas.',
    correctionsFeed: 'Seguir as correções por feed',
    upcomingExplained:
      'O que os nossos artigos preveem e para quando, e o que aconteceu às previsões anteriores.',
    nothingUpcoming: 'De momento, nada está previsto.',
    overdueExplained: 'A data passou e ainda não dissemos o que aconteceu.',
    linkToSection: 'Ligação para esta secção: {heading}',
    withdrawnTitle: 'Este artigo foi retirado',
    withdrawnNotice: 'Foi retirado a {date}. {reason}',
    search: {
      ...pt.labels.search,
      shortcut: 'Prima / para pesquisar',
      notSearched: 'A pesquisa não incluiu: {languages}. Escolha um idioma para pesquisar nele.',
      searching: 'A pesquisar…',
      didYouMean: 'Quis dizer {words}?',
      failed: 'Não foi possível carregar a pesquisa. Verifique a ligação e pesquise novamente.',
      noScript: 'A pesquisa precisa de JavaScript. Também encontra os artigos por data e por tema:',
    },
    subscribe: 'Subscrever',
    feedExplained:
      'Um feed traz-lhe cada novo artigo assim que é publicado. Adicione o endereço a um leitor de feeds, uma aplicação que reúne tudo o que segue: sem conta, sem e-mail, sem rastreio.',
    thisIsAFeed: 'Isto é um feed. Para o seguir, adicione o endereço desta página a um leitor de feeds.',
    readOn: 'Continuar a ler',
    feedback: {
      ...pt.labels.feedback,
      question: 'Achou este artigo útil?',
      section: 'Que secção foi mais útil?',
      thanks: 'Obrigado. A sua resposta foi enviada.',
      failed: 'Não foi possível enviar a sua resposta. Prima de novo para a enviar numa página à parte.',
    },
  },
  headingAliases: {
    ...pt.headingAliases,
    sections: [
      ['O que se passa?', 'O que está a passar-se?', 'O que está a suceder?'],
      ['Porque importa?', 'Porque é que é importante?', 'Porque é que isto importa?'],
      ['E agora, o que se segue?', 'O que vai acontecer a seguir?', 'Que se segue?'],
      ['Para lá das manchetes', 'Para além dos títulos', 'Por detrás das manchetes'],
    ],
  },
  prompts: {
    ...pt.prompts,
    summary: 'De que trata a notícia? Responda numa ou duas frases, de 40 a 300 caracteres.',
  },
  // The Brazilian patterns cover both.
  aiPhrases: [],
};
