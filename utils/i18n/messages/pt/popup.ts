import type { Formats } from '@/utils/i18n/formats';

export const popup = (f: Formats) => ({
  title: 'Hoje',
  waiting: 'Espera a sua resposta',
  waitingHint:
    'A espera mais longa primeiro, contada no seu horário de trabalho; com esperas quase iguais, pelo valor do negócio. Uma resposta tira a linha sozinha.',
  promised: 'Você prometeu',
  promisedHint: 'De e-mails enviados que ainda não estão registrados. Depois de registrados, são tarefas.',
  tasks: 'Tarefas',
  notes: 'Reuniões sem notas',
  notesHint: 'Terminaram e ainda não estão registradas. Escreva o que foi dito enquanto você sabe.',
  writeNotes: 'Abrir o painel e escrever notas',
  logWithout: (title: string) => `Registrar sem notas: ${title}`,
  asOf: (at: number, now: number) => `às ${f.shortMoment(at, now)}`,
  waited: (ms: number, at: number, now: number) => (ms > 0 ? f.hours(ms) : f.shortMoment(at, now)),
  waitedLong: (ms: number) =>
    ms > 0 ? `espera há ${f.hours(ms)} do seu horário` : 'escreveu fora do seu horário de trabalho',
  stake: (value: number, currency: string | undefined) => f.money(value, currency),
  stakeOf: (title: string) => `Negócio: ${title}`,
  quiet: 'Em silêncio',
  quietHint: 'Você escreveu por último, e ninguém respondeu.',
  quietDays: (days: number) => f.plural(days, { one: '# dia', other: '# dias' }),
  quietLong: (days: number) =>
    f.plural(days, { one: 'em silêncio há # dia', other: 'em silêncio há # dias' }),
  call: (name: string) => `Ligar para ${name}`,
  log: (subject: string) => `Registrar: ${subject}`,
  logInPanel: (subject: string, crm: string) =>
    `Registrar no painel, onde o ${crm} pede algo mais: ${subject}`,
  move: (title: string) => `Passar para outro dia: ${title}`,
  moveTo: {
    tomorrow: 'Amanhã',
    inThreeDays: 'Em três dias',
    nextWeek: 'Na próxima segunda',
    inTwoWeeks: 'Em duas semanas',
  },
  movedTo: (day: string) => `Passado para ${day}`,
  undo: 'Desfazer',
  keys: {
    open: 'Abrir a conversa ou o painel',
    later: 'Mais tarde, ou mover uma tarefa',
    done: 'Feito',
    call: 'Ligar',
    log: 'Registrar',
  },
  wrote: (at: number, now: number) => `escreveu ${f.moment(at, now)}`,
  overdue: (days: number) => f.plural(days, { one: '# dia de atraso', other: '# dias de atraso' }),
  openThread: 'Abrir conversa',
  done: 'Feito',
  doneNamed: (name: string) => `Feito: ${name}`,
  snoozed: (until: number, now: number) => `Volta ${f.moment(until, now)}`,
  doneSaid: 'Feito.',
  proposals: (count: number) =>
    f.plural(count, { one: '# entrada espera ser registrada', other: '# entradas esperam ser registradas' }),
  noProposals: 'Nada espera ser registrado',
  openPanel: 'Abrir painel',
  emptyTitle: 'Ninguém espera por você',
  empty: 'Quando um cliente escreveu por último, ele aparece aqui, a espera mais longa primeiro.',
  noConsentTitle: 'O Sidelog ainda não está configurado',
  noConsent: 'Ele não lê nada até você permitir.',
  setUp: 'Configurar',
  noPanel:
    'O painel não abriu. Use as teclas ou clique com o botão direito no botão da barra de ferramentas.',
});
