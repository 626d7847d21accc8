import type { Formats } from '@/utils/i18n/formats';

export const transfer = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# entrada do caderno também poderia ir para lá',
      other: '# entradas do caderno também poderiam ir para lá',
    }),
  text: (crm: string) =>
    `Cada uma vai uma vez para ${crm}: o que já está lá é encontrado e não é feito de novo. O caderno guarda as suas.`,
  start: (count: number) => f.plural(count, { one: 'Levar # entrada', other: 'Levar # entradas' }),
  leave: 'Deixar aqui',
  waiting: 'Esperando a leitura dos contatos do CRM…',
  progress: (done: number, total: number) => `${f.number(done)} de ${f.number(total)} levadas`,
  hint: 'Continua sozinho, também depois de reiniciar.',
  done: (count: number) =>
    f.plural(count, { one: '# entrada foi levada.', other: '# entradas foram levadas.' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, {
      one: `# fica no caderno: ninguém nela é um contato em ${crm} ainda.`,
      other: `# ficam no caderno: ninguém nelas é um contato em ${crm} ainda.`,
    }),
  again: 'Tentar as outras de novo',
});

export const signIn = () => ({
  button: (crm: string) => `Entrar com ${crm}`,
  redirect: 'Endereço de redirecionamento deste navegador',
  redirectHint:
    'Quem administra o CRM digita uma vez exatamente este endereço, onde o aplicativo está registrado.',
  copy: 'Copiar',
  copied: 'Copiado',
  opens: 'Abre-se a página de entrada do próprio CRM. O Sidelog nunca vê a sua senha.',
});
