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
  standing: {
    about: {
      title: 'Sobre',
      description: 'O que é {name} e o que esperar de cada artigo.',
      intro: 'Cada artigo responde a quatro perguntas, sempre pela mesma ordem:',
      corrections:
        'Quando um artigo contém um erro, corrigimo-lo e registamos a correção: [{corrections}](/corrections/).',
      ai: 'Uma etiqueta indica até que ponto a IA foi usada para escrever um artigo: [{ai}](/ai/).',
      follow: 'Pode acompanhar {name} sem conta e sem e-mail: [{subscribe}](/subscribe/).',
    },
    ai: {
      title: 'Como usamos a IA',
      description: 'O que significam as etiquetas dos nossos artigos.',
      usual: {
        none: 'Os nossos artigos são escritos por pessoas, sem IA. Quando não é assim, uma etiqueta indica-o.',
        assisted:
          'Os nossos artigos são escritos por pessoas com a ajuda da IA. Quando não é assim, a etiqueta indica-o.',
        generated: 'Os nossos artigos são escritos pela IA. Quando não é assim, a etiqueta indica-o.',
      },
      intro:
        'Uma etiqueta ao lado da data indica até que ponto a IA foi usada para escrever um artigo. Também aparece na imagem mostrada quando o artigo é partilhado e nos feeds.',
      generated: 'Um programa escreveu o texto.',
      assisted: 'Uma pessoa escreveu o texto com a ajuda de um programa.',
      reviewed: 'A pessoa ou redação indicada reviu o texto.',
      noLabel: 'Sem etiqueta',
      none: 'Nenhum programa foi usado para escrever o texto.',
      check:
        'Um programa pode errar e, ainda assim, parecer seguro. Consulte as fontes antes de confiar num texto.',
    },
    contact: {
      title: 'Contacto',
      description: 'Como falar connosco e comunicar um erro.',
      write: 'Escreva para {email}.',
      mistake:
        'Para comunicar um erro, indique a página e a frase e diga o que está errado. Uma fonte ajuda.',
    },
    privacy: {
      title: 'Privacidade',
      description: 'O que acontece aos seus dados quando lê estas páginas.',
      pages:
        'Estas páginas não usam cookies, não carregam nada de outros sites e não contam leitores. Pode ler tudo sem conta.',
      search:
        'A pesquisa funciona no seu navegador. Se desativar o atalho de teclado, o navegador guarda isso no seu dispositivo.',
      logs: 'O servidor que entrega as páginas recebe o seu endereço IP, o endereço da página e o que o navegador diz de si próprio, como qualquer servidor web, e pode guardá-los num registo.',
      host: 'As páginas são entregues por {host}.',
      mail: 'Se responder a «{question}», a sua aplicação de e-mail abre uma mensagem para nós. Só recebemos a sua resposta e o seu endereço de e-mail se a enviar.',
      form: 'Se responder a «{question}», a sua resposta, o artigo e o respetivo idioma são enviados para {receiver}. O navegador guarda no seu dispositivo que já respondeu.',
    },
  },
  prompts: {
    ...pt.prompts,
    summary: 'De que trata a notícia? Responda numa ou duas frases, de 40 a 300 caracteres.',
  },
  // The Brazilian patterns cover both.
  fillers: [],
  aiPhrases: [],
};
