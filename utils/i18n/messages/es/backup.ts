import type { Formats } from '@/utils/i18n/formats';

export const backup = (f: Formats) => ({
  hint: 'Todo lo tuyo en un archivo: cuaderno, ajustes, decisiones, seguimientos y la lista de lo enviado. No incluye: la clave de tu CRM, tu consentimiento ni el texto de correos que no confirmaste.',
  save: 'Guardar todo en un archivo',
  saveNow: 'Guardar el archivo',
  saveHint:
    'Contiene nombres y textos que puede leer quien tenga el archivo. Guárdalo donde solo llegues tú.',
  bring: 'Traer un archivo',
  bringHint: 'Primero ves qué contiene. Lo que hay aquí se queda, y nada se duplica.',
  choose: 'Elegir un archivo…',
  chooseOther: 'Elegir otro archivo…',
  saving: 'Reuniendo todo…',
  saved: (name: string) => `Guardado como ${name}, en tus descargas.`,
  reading: 'Leyendo el archivo…',
  savedAt: (at: number) => `Guardado ${f.exact(at)}`,
  inFile: 'Qué contiene',
  kind: {
    contacts: (count: number) => f.plural(count, { one: '# contacto', other: '# contactos' }),
    companies: (count: number) => f.plural(count, { one: '# empresa', other: '# empresas' }),
    activities: (count: number) => f.plural(count, { one: '# entrada', other: '# entradas' }),
    tasks: (count: number) => f.plural(count, { one: '# tarea', other: '# tareas' }),
    turns: (count: number) => f.plural(count, { one: '# seguimiento', other: '# seguimientos' }),
    corrections: (count: number) => f.plural(count, { one: '# decisión', other: '# decisiones' }),
    ledger: (count: number) => f.plural(count, { one: '# petición enviada', other: '# peticiones enviadas' }),
    counts: (count: number) => f.plural(count, { one: '# cifra diaria', other: '# cifras diarias' }),
    lists: (count: number) =>
      f.plural(count, { one: '# línea de tus listas', other: '# líneas de tus listas' }),
  },
  allNew: 'todo nuevo',
  allHere: 'todo está ya aquí',
  someHere: (count: number) => f.plural(count, { one: '# ya aquí', other: '# ya aquí' }),
  changes: (names: readonly string[]) => `Estos ajustes pasan a ser los del archivo: ${f.list(names)}`,
  noChanges: 'Tus demás ajustes son iguales a los del archivo.',
  setting: {
    logText: 'cuánto texto se registra',
    undoSeconds: 'tiempo para deshacer',
    notesTemplate: 'líneas de notas de reunión',
    mark: 'marca en el buzón',
    workingHours: 'horario de trabajo',
    quietDays: 'conversaciones en silencio',
    morningNote: 'notificación de la mañana',
    scope: 'qué contactos se guardan',
  },
  elsewhere: 'El archivo es de otra cuenta de CRM. Lo que dijiste sobre los campos de ese CRM se deja fuera.',
  take: 'Traerlo',
  taking: 'Trayéndolo…',
  nothingNew: 'Todo lo de este archivo está ya aquí.',
  done: (count: number) =>
    f.plural(count, {
      one: 'Traída # cosa que no estaba aquí. Todo está guardado.',
      other: 'Traídas # cosas que no estaban aquí. Todo está guardado.',
    }),
});
