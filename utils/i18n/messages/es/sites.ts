import type { Formats } from '@/utils/i18n/formats';

export const sites = (f: Formats) => ({
  title: '¿Qué páginas puede leer Sidelog?',
  hint: 'Elige con qué trabajas, de una en una o todas. Después, tu navegador pregunta por cada dirección. Puedes retirarlo cuando quieras, aquí o en los ajustes.',
  anew: 'Lo que lee Sidelog ha cambiado desde que aceptaste. No se lee nada hasta que aceptes de nuevo.',
  hostMissing: 'Aceptaste, pero el navegador retiró el permiso. Ahí no se lee nada.',
  what: {
    gmail: 'Los correos que abres y envías',
    'google-calendar': 'Las reuniones con clientes',
    outlook: 'Los correos que abres y envías',
    'outlook-calendar': 'Las reuniones con clientes',
  },
  where: {
    gmail: 'mail.google.com',
    'google-calendar': 'calendar.google.com',
    outlook: 'outlook.office.com y sus otras tres direcciones',
    'outlook-calendar': 'las mismas direcciones que Outlook',
  },
  unconfirmed: 'Hecho según formatos documentados, aún sin confirmar en una cuenta real',
  read: (site: string) => `Leer ${site}`,
  allow: (site: string) => `Permitir ${site} de nuevo`,
  asking: 'Esperando tu respuesta…',
  on: 'Se está leyendo',
  stop: 'Parar',
  stopNamed: (site: string) => `Dejar de leer ${site}`,
  stopAll: 'Desactivar la lectura',
  said: (site: string) => `${site} se lee desde ahora.`,
  hereTitle: (site: string) => `Tienes abierto ${site}`,
  here: 'Sidelog no lo lee. Actívalo, y lo que abras desde ahora se propondrá aquí.',
  others: 'Activar otra página',
  lost: (names: readonly string[]) => `Desactivado en el navegador: ${f.list(names)}`,
  lostHint: 'El navegador retiró el permiso. Lo registrado está a salvo; nada nuevo se lee ahí.',
});
