import type { Formats } from '@/utils/i18n/formats';

export const sites = (f: Formats) => ({
  title: 'Que páginas o Sidelog pode ler?',
  hint: 'Escolha com o que você trabalha, uma por uma ou todas. Depois o navegador pergunta por cada endereço. Você pode voltar atrás a qualquer momento, aqui ou nas configurações.',
  anew: 'O que o Sidelog lê mudou desde que você concordou. Até concordar de novo, nada é lido.',
  hostMissing: 'Você concordou, mas o navegador retirou a permissão. Nada é lido ali.',
  what: {
    gmail: 'Os e-mails que você abre e envia',
    'google-calendar': 'As reuniões com clientes',
    outlook: 'Os e-mails que você abre e envia',
    'outlook-calendar': 'As reuniões com clientes',
  },
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com e seus outros três endereços',
    'outlook-calendar': 'os mesmos endereços do Outlook',
  },
  unconfirmed: 'Feito a partir de formatos documentados, ainda não confirmado em uma conta real',
  read: (site: string) => `Ler ${site}`,
  allow: (site: string) => `Permitir ${site} de novo`,
  asking: 'Esperando a sua resposta…',
  on: 'Sendo lido',
  stop: 'Parar',
  stopNamed: (site: string) => `Parar de ler ${site}`,
  stopAll: 'Desligar a leitura',
  said: (site: string) => `${site} passa a ser lido a partir de agora.`,
  hereTitle: (site: string) => `Você está com ${site} aberto`,
  here: 'O Sidelog não o lê. Ligue-o, e o que você abrir a partir de agora será proposto aqui.',
  others: 'Ligar outra página',
  lost: (names: readonly string[]) => `Desligado no navegador: ${f.list(names)}`,
  lostHint: 'O navegador retirou a permissão. O que foi registrado está seguro; nada de novo é lido ali.',
});
