import type { Formats } from '@/utils/i18n/formats';

export const backup = (f: Formats) => ({
  hint: 'Tudo o que é seu em um arquivo: caderno, configurações, decisões, acompanhamentos e a lista do que foi enviado. Não inclui: a chave do seu CRM, o seu consentimento nem o texto de e-mails que você não confirmou.',
  save: 'Salvar tudo em um arquivo',
  saveNow: 'Salvar o arquivo',
  saveHint:
    'Ele contém nomes e textos que qualquer pessoa com o arquivo pode ler. Guarde-o onde só você chega.',
  bring: 'Trazer um arquivo',
  bringHint: 'Você vê primeiro o que ele contém. O que está aqui fica, e nada é duplicado.',
  choose: 'Escolher um arquivo…',
  chooseOther: 'Escolher outro arquivo…',
  saving: 'Reunindo tudo…',
  saved: (name: string) => `Salvo como ${name}, nos seus downloads.`,
  reading: 'Lendo o arquivo…',
  savedAt: (at: number) => `Salvo ${f.exact(at)}`,
  inFile: 'O que ele contém',
  kind: {
    contacts: (count: number) => f.plural(count, { one: '# contato', other: '# contatos' }),
    companies: (count: number) => f.plural(count, { one: '# empresa', other: '# empresas' }),
    activities: (count: number) => f.plural(count, { one: '# entrada', other: '# entradas' }),
    tasks: (count: number) => f.plural(count, { one: '# tarefa', other: '# tarefas' }),
    turns: (count: number) => f.plural(count, { one: '# acompanhamento', other: '# acompanhamentos' }),
    corrections: (count: number) => f.plural(count, { one: '# decisão', other: '# decisões' }),
    ledger: (count: number) => f.plural(count, { one: '# pedido enviado', other: '# pedidos enviados' }),
    counts: (count: number) => f.plural(count, { one: '# número diário', other: '# números diários' }),
    lists: (count: number) =>
      f.plural(count, { one: '# linha das suas listas', other: '# linhas das suas listas' }),
  },
  allNew: 'tudo novo',
  allHere: 'tudo já está aqui',
  someHere: (count: number) => f.plural(count, { one: '# já aqui', other: '# já aqui' }),
  changes: (names: readonly string[]) => `Estas configurações passam a ser as do arquivo: ${f.list(names)}`,
  noChanges: 'As suas outras configurações são iguais às do arquivo.',
  setting: {
    logText: 'quanto texto é registrado',
    undoSeconds: 'tempo para desfazer',
    notesTemplate: 'linhas das notas de reunião',
    mark: 'marca na caixa de correio',
    workingHours: 'horário de trabalho',
    quietDays: 'conversas em silêncio',
    morningNote: 'notificação da manhã',
    scope: 'quais contatos são guardados',
  },
  elsewhere: 'O arquivo é de outra conta de CRM. O que você disse sobre os campos daquele CRM fica de fora.',
  take: 'Trazer',
  taking: 'Trazendo…',
  nothingNew: 'Tudo o que há neste arquivo já está aqui.',
  done: (count: number) =>
    f.plural(count, {
      one: 'Trazida # coisa que não estava aqui. Está tudo guardado.',
      other: 'Trazidas # coisas que não estavam aqui. Está tudo guardado.',
    }),
});
