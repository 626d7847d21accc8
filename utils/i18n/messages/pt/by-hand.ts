import type { Formats } from '@/utils/i18n/formats';

export const byHand = (f: Formats) => ({
  open: 'Adicionar à mão',
  title: 'Adicionar à mão',
  hint: 'Um e-mail ou uma reunião salvos, ou o texto deles, dão a mesma proposta que se você os tivesse aberto. Ela fica neste navegador até você registrar.',
  drop: 'Solte aqui arquivos .eml, .msg ou .ics',
  choose: 'Escolher arquivos',
  dropNow: 'Solte para adicionar ao Sidelog',
  text: 'Ou cole o texto de um e-mail',
  textHint: 'Com as linhas De, Para, Data e Assunto, se você as tiver.',
  propose: 'Propor',
  reading: 'Lendo…',
  proposed: (count: number) =>
    f.plural(count, {
      one: 'Já está proposto. Feche isto para ver.',
      other: '# entradas estão propostas. Feche isto para ver.',
    }),
  notThese: 'Destes não saiu nada:',
  whom: 'De quem se trata?',
  address: 'O endereço de e-mail da pessoa',
  name: 'O nome da pessoa',
  badAddress: 'Isto não é um endereço de e-mail.',
});

export const listed = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# conversa da sua lista é com um contato conhecido',
      other: '# conversas da sua lista são com contatos conhecidos',
    }),
  text: 'Veja-as uma vez e escolha quais propor. Delas só se sabe quem, quando e o assunto.',
  review: 'Rever',
  no: 'Não, obrigado',
  dialog: 'O que a sua lista mostra',
  hint: 'Nada é registrado ainda: o que você escolher espera na lista, sem o texto. Abra um e-mail, e o texto dele é acrescentado.',
  all: 'Todas',
  none: 'Nenhuma',
  confirm: (count: number) => f.plural(count, { one: 'Propor # conversa', other: 'Propor # conversas' }),
  nothing: 'Escolha pelo menos uma',
  done: (count: number) =>
    f.plural(count, { one: '# conversa está proposta.', other: '# conversas estão propostas.' }),
  left: 'Fica como está. Não é oferecido de novo.',
});
