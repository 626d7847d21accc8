import type { Formats } from '@/utils/i18n/formats';

export const panel = (f: Formats) => ({
  title: 'Panel de Sidelog',
  coverage: {
    logged: (count: number) => f.plural(count, { one: '# registrado hoy', other: '# registrados hoy' }),
    waiting: (count: number) => f.plural(count, { one: '# en espera', other: '# en espera' }),
    onTheWay: (count: number) => f.plural(count, { one: '# de camino', other: '# de camino' }),
    stuck: (count: number) => f.plural(count, { one: '# te necesita', other: '# te necesitan' }),
    hint: 'Los correos que confirmaste y llegaron hoy; los que te esperan más abajo.',
  },
  covered: {
    title: 'Los últimos 30 días',
    seen: (count: number) =>
      f.plural(count, {
        one: '# correo o reunión con clientes',
        other: '# correos y reuniones con clientes',
      }),
    logged: (count: number) => f.plural(count, { one: '# registrado', other: '# registrados' }),
    leftOut: (count: number) =>
      f.plural(count, { one: '# dejado fuera por ti', other: '# dejados fuera por ti' }),
    lost: (count: number) => f.plural(count, { one: '# perdido', other: '# perdidos' }),
    last: (at: number, now: number) => `Último registro ${f.moment(at, now)}.`,
    never: 'Aún no hay nada registrado.',
    read: (crm: string, at: number, now: number) => f.sentence(`${crm} se leyó ${f.relative(at, now)}`),
  },
  practice: 'Práctica: aquí todos son inventados y nada se puede enviar.',
  openThread: (count: number) => f.plural(count, { one: 'Correo abierto', other: 'Conversación abierta' }),
  queue: 'Te espera',
  logAll: 'Registrar todo',
  showMore: (count: number) => f.plural(count, { one: 'Mostrar # más', other: 'Mostrar # más' }),
  chosen: {
    count: (count: number) => f.plural(count, { one: '# elegido', other: '# elegidos' }),
    log: (count: number) => f.plural(count, { one: 'Registrar #', other: 'Registrar #' }),
    none: 'Quitar',
    named: (row: string) => `${row}, elegido`,
    how: 'Mantén Mayús para elegir varios',
  },
  arrived: (count: number) => f.plural(count, { one: '# nuevo', other: '# nuevos' }),
  quiet: (count: number) => f.plural(count, { one: '# de alguien desconocido', other: '# de desconocidos' }),
  quietHint: 'No son contactos, y no les escribiste. No se cuentan.',
  refusedHere: (count: number) =>
    f.plural(count, {
      one: '# correo de aquí no se propone',
      other: '# correos de aquí no se proponen',
    }),
  onTheWay: 'De camino',
  stuck: 'Te necesita',
  recent: 'Registrado hace poco',
  remove: 'Quitar',
  removeNamed: (subject: string) => `Quitar «${subject}» del CRM`,
  removeHint: 'Saca la entrada del CRM. El correo se propone entonces de nuevo.',
  state: {
    held: (at: number, now: number) => `sale ${f.relative(at, now)}`,
    queued: 'espera a enviarse',
    sending: 'se está enviando',
    unconfirmed: 'aún sin respuesta; Sidelog mira si llegó antes de enviar otra vez',
    created: (name: string) => `Contacto nuevo ${name}`,
    removingPlain: 'Quitando una entrada',
    keepingFirst: 'Comprobando si alguien registró lo mismo',
    task: 'Completando una tarea',
    taskDay: 'Pasando una tarea a otro día',
    newTask: (title: string) => `Tarea nueva: ${title}`,
    removingTask: 'Quitando una tarea',
    updating: (subject: string) => `Cambio: ${subject}`,
    updatingContact: (value: string) => `Cambio de un contacto: ${value}`,
  },
  retry: 'Reintentar',
  giveUp: 'Retirar',
  giveUpHint: 'La entrada no se envía; el correo espera otra vez en la lista.',
  reconnect: 'Conectar de nuevo',
  waitsForKey: 'Espera a que conectes de nuevo.',
  undo: {
    logged: (subject: string) => `Confirmado: ${subject}`,
    label: 'Confirmado',
    dismissed: 'No registrado',
    snoozed: 'Más tarde',
    button: 'Deshacer',
    left: (seconds: number) => `${f.number(seconds)} s`,
    undone: 'Deshecho. No se envió nada.',
    broughtBack: 'De vuelta en la lista.',
  },
  said: {
    logging: 'Registrando',
    confirmed: (subject: string) => `Confirmado: ${subject}. Pulsa Z para deshacer.`,
    confirmedMany: (count: number) =>
      f.plural(count, {
        one: '# correo confirmado. Pulsa Z para deshacer.',
        other: '# correos confirmados. Pulsa Z para deshacer.',
      }),
    removed: 'Se está quitando del CRM.',
    dismissed: 'No registrado. Pulsa Z para recuperarlo.',
    snoozed: (until: number, now: number) => `Vuelve ${f.moment(until, now)}.`,
    never: (value: string) =>
      `${value} está ahora en tu lista «No registrar nunca». Se cambia en los ajustes.`,
    retried: 'Intentándolo otra vez.',
    givenUp: 'Retirado. El correo está otra vez en la lista.',
    shown: 'Sidelog lo lee de nuevo.',
  },
  review: {
    title: (count: number) =>
      f.plural(count, { one: '¿Registrar # correo?', other: '¿Registrar estos # correos?' }),
    confirm: (count: number) => f.plural(count, { one: 'Registrar # correo', other: 'Registrar # correos' }),
    hint: 'Una línea cada uno. Deja fuera lo que no deba registrarse.',
  },
  empty: {
    noConsentTitle: 'La lectura está desactivada',
    noConsent: 'Sidelog no lee nada hasta que lo permitas. Configurarlo lleva un minuto y no pide cuenta.',
    noConsentAction: 'Configurar Sidelog',
    nothingOpenTitle: 'Ningún correo abierto',
    nothingOpen: 'Abre el correo de un cliente y su entrada aparece aquí, lista para registrar.',
    otherPageTitle: 'Una página que Sidelog no lee',
    otherPage: 'Tu lista está más abajo.',
    practice: 'Probarlo en el buzón de práctica',
    nothingWaitingTitle: 'Todo al día',
    nothingWaiting: 'Cada correo de cliente que abriste está registrado o decidido.',
    nothingElse: 'Nada más. Todo al día.',
    nothingToLogTitle: 'Nada que registrar aquí',
    nothingToLog: 'No hay correo de clientes en esta conversación.',
    loading: 'Abriendo tu cuaderno',
  },
  banner: {
    hostAction: 'Permitir de nuevo',
    staleTitle: 'Esta pestaña estaba abierta antes que Sidelog',
    stale:
      'Sidelog aún no puede leerla. Recárgala una vez; el buzón conserva el borrador que estés escribiendo.',
    staleAction: 'Recargar la pestaña',
    driftTitle: (site: string) => `${site} se ve distinto hoy`,
    drift:
      'Sidelog no pudo leer algo ahí con certeza, así que no anotó nada equivocado. Tu lista, el registro y los demás sitios siguen funcionando, y también añadir a mano: suelta o pega el correo aquí.',
    driftAction: 'Ver el informe',
    offlineTitle: 'Estás sin conexión',
    offline: 'Sigue confirmando. Todo se guarda aquí y se envía una vez, cuando vuelva la conexión.',
    signedOutTitle: (crm: string) => `${crm} cerró tu sesión`,
    signedOut: (waiting: number) =>
      f.plural(waiting, {
        one: '# entrada espera y está a salvo. Conecta de nuevo y se envía.',
        other: '# entradas esperan y están a salvo. Conecta de nuevo y se envían.',
      }),
    crmWaits: (count: number, since: number) =>
      f.plural(count, {
        one: `# entrada espera desde ${f.exact(since)}, a salvo y enviada una vez.`,
        other: `# entradas esperan desde ${f.exact(since)}, a salvo y enviadas una vez.`,
      }),
    crmUnread: (since: number) =>
      `Sus contactos y negocios no se pudieron leer de nuevo el ${f.exact(since)}. Ves lo que había entonces; el registro continúa.`,
    readingTitle: (crm: string) => `Leyendo ${crm} por primera vez`,
    readSoFar: (count: number) =>
      f.plural(count, { one: '# contacto leído hasta ahora.', other: '# contactos leídos hasta ahora.' }),
    reading: 'Mientras tanto, el registro continúa. Quien aún no se haya leído aparece como nuevo.',
    dismiss: 'Ocultar',
  },
});
