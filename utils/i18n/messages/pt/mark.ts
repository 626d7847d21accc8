export const mark = () => ({
  none: 'Sidelog: ainda não lido.',
  waiting: 'Sidelog: espera que você registre.',
  quiet: 'Sidelog: de alguém desconhecido, não contado. Você pode registrar no painel.',
  confirmed: 'Sidelog: confirmado, a caminho do seu CRM.',
  stuck: 'Sidelog: confirmado, mas precisa de você antes de ser registrado.',
  logged: 'Sidelog: registrado.',
  dismissed: 'Sidelog: não registrado, como você disse.',
  snoozed: 'Sidelog: adiado para mais tarde.',
  held: 'Sidelog: enviado há instantes; será lido quando não puder mais ser desfeito.',
  refused: (reason: string) => `Sidelog: não registrado. ${reason}`,
  openWith: (keys: string) => `Pressione ${keys} para abrir o painel.`,
  openFromToolbar: 'Abra o painel com o botão do Sidelog na barra de ferramentas.',
});
