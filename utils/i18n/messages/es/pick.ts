import type { Formats } from '@/utils/i18n/formats';

export const pick = (f: Formats) => ({
  wrong: {
    contact: '¿Mal? Elegir otro contacto',
    company: '¿Mal? Elegir otra empresa',
    deal: '¿Mal? Elegir otro negocio',
  },
  wrongOf: (name: string) => `${name}: ¿mal? Elegir otra cosa`,
  choose: 'Elegir',
  chooseOf: {
    contact: 'Elegir un contacto',
    company: 'Elegir una empresa',
    deal: 'Elegir el negocio de esta conversación',
  },
  known: '¿Ya es un contacto?',
  field: { contact: 'Contacto', company: 'Empresa', deal: 'Negocio' },
  placeholder: {
    contact: 'Nombre, empresa o dirección',
    company: 'Nombre o dominio',
    deal: 'Título de un negocio',
  },
  none: { contact: 'Ninguna de estas personas', company: 'Ninguna', deal: 'Ningún negocio' },
  again: 'Dejar que Sidelog elija otra vez',
  nothing: (typed: string) => `Nada encontrado para «${typed}»`,
  count: (count: number) =>
    f.plural(count, { zero: 'Nada que mostrar', one: '# opción', other: '# opciones' }),
  said: {
    contact: (name: string, address: string) => `${address} es ${name} desde ahora.`,
    notContact: (address: string) => `${address} no es ninguno de tus contactos. Recordado.`,
    company: (name: string) => `Empresa: ${name}. Recordado para estas personas.`,
    noCompany: 'Ninguna empresa. Recordado para estas personas.',
    deal: (title: string) => `Negocio: ${title}. Recordado para esta conversación.`,
    noDeal: 'Ningún negocio. Recordado para esta conversación.',
    again: 'Olvidado. Sidelog elige otra vez.',
  },
  deal: 'Negocio',
  openDeals: (count: number) =>
    f.plural(count, { one: '# negocio abierto', other: '# negocios abiertos, ninguno elegido' }),
  noDeal: 'ninguno',
});

export const around = (f: Formats) => ({
  title: (name: string) => `Sobre ${name}`,
  deals: 'Negocios abiertos',
  last: 'Lo último',
  people: 'También en esta conversación',
  moreDeals: (count: number) => f.plural(count, { one: '# negocio más', other: '# negocios más' }),
  kind: { email: 'Correo', meeting: 'Reunión', call: 'Llamada' },
});
