import type { Formats } from '@/utils/i18n/formats';

export const byHand = (f: Formats) => ({
  open: 'Añadir a mano',
  title: 'Añadir a mano',
  hint: 'Un correo o una reunión guardados, o su texto, dan la misma propuesta que si los hubieras abierto. Se queda en este navegador hasta que la registres.',
  drop: 'Suelta aquí archivos .eml, .msg o .ics',
  choose: 'Elegir archivos',
  dropNow: 'Suelta para añadirlo a Sidelog',
  text: 'O pega el texto de un correo',
  textHint: 'Con sus líneas De, Para, Fecha y Asunto, si las tienes.',
  propose: 'Proponerlo',
  reading: 'Leyendo…',
  proposed: (count: number) =>
    f.plural(count, {
      one: 'Ya está propuesto. Cierra esto para verlo.',
      other: '# entradas están propuestas. Cierra esto para verlas.',
    }),
  notThese: 'De estos no salió nada:',
  whom: '¿De quién se trata?',
  address: 'Su dirección de correo',
  name: 'Su nombre',
  badAddress: 'Esto no es una dirección de correo.',
});

export const listed = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# conversación de tu lista es con un contacto conocido',
      other: '# conversaciones de tu lista son con contactos conocidos',
    }),
  text: 'Míralas una vez y elige cuáles proponer. De ellas solo se sabe quién, cuándo y el asunto.',
  review: 'Revisar',
  no: 'No, gracias',
  dialog: 'Lo que muestra tu lista',
  hint: 'Aún no se registra nada: lo que elijas espera en la lista, sin su texto. Abre un correo y se añade su texto.',
  all: 'Todas',
  none: 'Ninguna',
  confirm: (count: number) =>
    f.plural(count, { one: 'Proponer # conversación', other: 'Proponer # conversaciones' }),
  nothing: 'Elige al menos una',
  done: (count: number) =>
    f.plural(count, {
      one: '# conversación está propuesta.',
      other: '# conversaciones están propuestas.',
    }),
  left: 'Queda como está. No se ofrece otra vez.',
});
