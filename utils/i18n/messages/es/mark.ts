export const mark = () => ({
  none: 'Sidelog: aún sin leer.',
  waiting: 'Sidelog: espera a que lo registres.',
  quiet: 'Sidelog: de alguien desconocido, no se cuenta. Puedes registrarlo en el panel.',
  confirmed: 'Sidelog: confirmado, de camino a tu CRM.',
  stuck: 'Sidelog: confirmado, pero te necesita antes de registrarse.',
  logged: 'Sidelog: registrado.',
  dismissed: 'Sidelog: no registrado, como dijiste.',
  snoozed: 'Sidelog: dejado para más tarde.',
  held: 'Sidelog: enviado hace un momento; se lee cuando ya no se pueda deshacer.',
  refused: (reason: string) => `Sidelog: no registrado. ${reason}`,
  openWith: (keys: string) => `Pulsa ${keys} para abrir el panel.`,
  openFromToolbar: 'Abre el panel con el botón de Sidelog en la barra de herramientas.',
});
