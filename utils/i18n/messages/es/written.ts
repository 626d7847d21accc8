import type { Formats } from '@/utils/i18n/formats';

const places: Readonly<Record<string, string>> = {
  subject: 'Asunto',
  at: 'Hora',
  endsAt: 'Fin',
  minutes: 'Minutos',
  participants: 'Personas que participan',
  contactIds: 'Contactos',
  companyId: 'Empresa',
  dealId: 'Negocio',
  summary: 'Resumen o notas',
  ownWords: 'Las palabras de quien escribe',
  attachmentNames: 'Nombres de los archivos',
  direction: 'Recibido o enviado',
  place: 'Lugar',
  title: 'Título',
  dueDate: 'Fecha límite',
  note: 'La frase de la que viene',
  name: 'Nombre',
  address: 'Dirección de correo',
  phone: 'Teléfono',
  mobile: 'Móvil',
  company: 'Empresa',
  domain: 'Dominio del sitio web',
  postalAddress: 'Dirección postal',
  website: 'Sitio web',
  kind: 'El tipo que encaja',
  nextStep: 'Próximo paso',
  nextStepDue: 'Día del próximo paso',
  outcome: 'Resultado',
};

export const written = (f: Formats) => ({
  title: 'Qué se escribe, campo por campo',
  checked: (crm: string) =>
    `${crm} mismo dice qué campos tiene. Se comprobó al conectar, y luego una vez al día.`,
  unchecked: (crm: string) =>
    `${crm} no dice qué campos pide, así que no se puede comprobar antes. Lo que rechace te espera con su motivo.`,
  example: (subject: string) => `Los ejemplos son de tu propia lista: «${subject}». Nada de ello se envió.`,
  noExample: 'Cuando un correo espere en tu lista, sus palabras estarán aquí como ejemplo.',
  kind: {
    email: 'Correo',
    meeting: 'Reunión',
    call: 'Llamada',
    task: 'Tarea',
    contact: 'Contacto nuevo',
    company: 'Empresa nueva',
  },
  record: (kind: string, record: string) => (record ? `${kind}: «${record}» en el CRM` : kind),
  field: 'Campo',
  gets: 'Recibe',
  exampleTitle: 'Ejemplo',
  required: 'obligatorio',
  nothing: 'se deja vacío',
  always: (value: string) => `siempre «${value}»`,
  ask: 'se pregunta en cada entrada',
  missing: (count: number) =>
    f.plural(count, {
      one: 'Se pide # campo que Sidelog no puede saber',
      other: 'Se piden # campos que Sidelog no puede saber',
    }),
  missingHint:
    'Di una vez qué va ahí, o déjalo abierto: entonces la entrada te lo pregunta antes de registrarse, y nada se rechaza.',
  fits: 'Todo lo que pide el CRM está rellenado.',
  fill: (kind: string, label: string) => `${kind}: ${label}`,
  each: 'Preguntarme en cada entrada',
  save: 'Guardar',
  place: places,
  mapping: {
    hint: (crm: string) =>
      `Elige qué tipo será una entrada en ${crm} y qué más va en sus campos. Vale para lo que registres desde ahora.`,
    typeOurs: 'Como elija Sidelog',
    requiredField: (label: string) => `${label} (obligatorio)`,
    always: 'Siempre lo mismo',
    leave: 'Dejarlo vacío',
    value: (label: string) => `Qué va siempre en ${label}`,
    means: (label: string, ours: string) => `${label} cuando es «${ours}»`,
    add: 'Rellenar otro campo',
    choose: 'Elegir un campo…',
    beyond: (fields: readonly string[], crm: string) =>
      f.plural(fields.length, {
        one: `${crm} pide un campo que no se puede rellenar desde aquí: ${f.list(fields)}`,
        other: `${crm} pide # campos que no se pueden rellenar desde aquí: ${f.list(fields)}`,
      }),
    beyondHint: (crm: string) =>
      `${crm} rechazaría estos registros. Pide a quien lo administra que lo haga opcional o le dé un valor propio.`,
    gone: (field: string, crm: string) => `${crm} ya no tiene el campo «${field}» que rellenas`,
    forget: 'No rellenarlo más',
    saved: 'Guardado',
  },
});
