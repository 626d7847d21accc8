import type { Formats } from '@/utils/i18n/formats';

export const pick = (f: Formats) => ({
  wrong: {
    contact: 'Errado? Escolher outro contato',
    company: 'Errado? Escolher outra empresa',
    deal: 'Errado? Escolher outro negócio',
  },
  wrongOf: (name: string) => `${name}: errado? Escolher outro`,
  choose: 'Escolher',
  chooseOf: {
    contact: 'Escolher um contato',
    company: 'Escolher uma empresa',
    deal: 'Escolher o negócio desta conversa',
  },
  known: 'Já é um contato?',
  field: { contact: 'Contato', company: 'Empresa', deal: 'Negócio' },
  placeholder: {
    contact: 'Nome, empresa ou endereço',
    company: 'Nome ou domínio',
    deal: 'Título de um negócio',
  },
  none: { contact: 'Nenhuma destas pessoas', company: 'Nenhuma', deal: 'Nenhum negócio' },
  again: 'Deixar o Sidelog escolher de novo',
  nothing: (typed: string) => `Nada encontrado para “${typed}”`,
  count: (count: number) => f.plural(count, { zero: 'Nada a mostrar', one: '# opção', other: '# opções' }),
  said: {
    contact: (name: string, address: string) => `${address} é ${name} a partir de agora.`,
    notContact: (address: string) => `${address} não é nenhum dos seus contatos. Lembrado.`,
    company: (name: string) => `Empresa: ${name}. Lembrado para estas pessoas.`,
    noCompany: 'Nenhuma empresa. Lembrado para estas pessoas.',
    deal: (title: string) => `Negócio: ${title}. Lembrado para esta conversa.`,
    noDeal: 'Nenhum negócio. Lembrado para esta conversa.',
    again: 'Esquecido. O Sidelog escolhe de novo.',
  },
  deal: 'Negócio',
  openDeals: (count: number) =>
    f.plural(count, { one: '# negócio aberto', other: '# negócios abertos, nenhum escolhido' }),
  noDeal: 'nenhum',
});

export const around = (f: Formats) => ({
  title: (name: string) => `Sobre ${name}`,
  deals: 'Negócios abertos',
  last: 'Os últimos',
  people: 'Também nesta conversa',
  moreDeals: (count: number) => f.plural(count, { one: 'mais # negócio', other: 'mais # negócios' }),
  kind: { email: 'E-mail', meeting: 'Reunião', call: 'Chamada' },
});
