import type { Formats } from '@/utils/i18n/formats';

const places: Readonly<Record<string, string>> = {
  subject: 'Assunto',
  at: 'Hora',
  endsAt: 'Fim',
  minutes: 'Minutos',
  participants: 'Pessoas envolvidas',
  contactIds: 'Contatos',
  companyId: 'Empresa',
  dealId: 'Negócio',
  summary: 'Resumo ou notas',
  ownWords: 'As palavras de quem escreveu',
  attachmentNames: 'Nomes dos arquivos',
  direction: 'Recebido ou enviado',
  place: 'Lugar',
  title: 'Título',
  dueDate: 'Prazo',
  note: 'A frase de onde vem',
  name: 'Nome',
  address: 'Endereço de e-mail',
  phone: 'Telefone',
  mobile: 'Celular',
  company: 'Empresa',
  domain: 'Domínio do site',
  postalAddress: 'Endereço postal',
  website: 'Site',
  kind: 'O tipo que serve',
  nextStep: 'Próximo passo',
  nextStepDue: 'Dia do próximo passo',
  outcome: 'Resultado',
};

export const written = (f: Formats) => ({
  title: 'O que é escrito, campo por campo',
  checked: (crm: string) =>
    `${crm} mesmo diz que campos tem. Verificado ao conectar, e depois uma vez por dia.`,
  unchecked: (crm: string) =>
    `${crm} não diz que campos pede, então isto não pode ser verificado antes. O que ele recusar espera você com o motivo.`,
  example: (subject: string) => `Os exemplos são da sua própria lista: “${subject}”. Nada disso foi enviado.`,
  noExample: 'Quando um e-mail esperar na sua lista, as palavras dele ficam aqui como exemplo.',
  kind: {
    email: 'E-mail',
    meeting: 'Reunião',
    call: 'Chamada',
    task: 'Tarefa',
    contact: 'Novo contato',
    company: 'Nova empresa',
  },
  record: (kind: string, record: string) => (record ? `${kind}: “${record}” no CRM` : kind),
  field: 'Campo',
  gets: 'Recebe',
  exampleTitle: 'Exemplo',
  required: 'obrigatório',
  nothing: 'fica vazio',
  always: (value: string) => `sempre “${value}”`,
  ask: 'perguntado em cada entrada',
  missing: (count: number) =>
    f.plural(count, {
      one: 'É pedido # campo que o Sidelog não pode saber',
      other: 'São pedidos # campos que o Sidelog não pode saber',
    }),
  missingHint:
    'Diga uma vez o que vai ali, ou deixe em aberto: então a entrada pergunta antes de ser registrada, e nada é recusado.',
  fits: 'Tudo o que o CRM pede está preenchido.',
  fill: (kind: string, label: string) => `${kind}: ${label}`,
  each: 'Perguntar em cada entrada',
  save: 'Salvar',
  place: places,
  mapping: {
    hint: (crm: string) =>
      `Escolha que tipo uma entrada vira em ${crm} e o que mais vai nos campos. Vale para o que você registrar a partir de agora.`,
    typeOurs: 'Como o Sidelog escolher',
    requiredField: (label: string) => `${label} (obrigatório)`,
    always: 'Sempre o mesmo',
    leave: 'Deixar vazio',
    value: (label: string) => `O que vai sempre em ${label}`,
    means: (label: string, ours: string) => `${label} quando é “${ours}”`,
    add: 'Preencher outro campo',
    choose: 'Escolher um campo…',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        one: `${crm} pede um campo que não pode ser preenchido daqui: ${f.list(fields)}`,
        other: `${crm} pede # campos que não podem ser preenchidos daqui: ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `${crm} recusaria estes registros. Peça a quem o administra para torná-lo opcional ou dar-lhe um valor próprio.`,
    gone: (field: string, crm: string) => `${crm} não tem mais o campo “${field}” que você preenche`,
    forget: 'Não preencher mais',
    saved: 'Salvo',
  },
});
