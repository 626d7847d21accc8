import type { Formats } from '@/utils/i18n/formats';
import type { Trouble } from '@/utils/i18n/messages/en/troubles';

const reasons: Record<string, string> = {
  'no-meeting': 'aquí no tiene lugar para reuniones',
  'no-call': 'aquí no tiene lugar para llamadas',
  'no-update': 'lo registrado no se puede cambiar ahí',
  'read-only': 'un correo registrado no se puede cambiar ahí',
  'no-field': 'no tiene lugar para esto sin perder otro valor',
  'unknown-field': 'no tiene ese campo para este tipo de entrada, o no se puede rellenar desde aquí',
  'not-a-choice': 'no es ninguna de sus opciones',
  'not-a-number': 'esto no es un número',
  'not-a-day': 'esto no es un día',
  'not-yes-or-no': 'esto no es ni sí ni no',
  'key-needed':
    'pide un segundo paso de inicio de sesión; usa una clave de API de su administrador en lugar de tu contraseña',
  'owner-unknown': 'nadie tiene ahí esta dirección',
};

const kept = 'Tu entrada se guarda aquí y nada se registra dos veces.';

export const troubles = (f: Formats) => ({
  crmReasons: reasons,
  fault: {
    offline: (crm: string): Trouble => ({
      what: `No se puede llegar a ${crm}.`,
      safe: kept,
      todo: 'Se envía sola cuando vuelva la conexión.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} ya no acepta tu clave.`,
      safe: kept,
      todo: 'Conecta de nuevo con una clave nueva; entonces se envía todo lo que espera.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `No puedes hacer esto en ${crm}: ${what}`
        : `Tu usuario de ${crm} no puede escribir este tipo de entrada.`,
      safe: kept,
      todo: `Pide el permiso a quien administra ${crm} e inténtalo otra vez.`,
    }),
    'slow-down': (crm: string, retryAt: number | null): Trouble => ({
      what: `${crm} pidió esperar.`,
      safe: kept,
      todo: retryAt === null ? 'Se intenta otra vez solo.' : `Se intenta otra vez a las ${f.time(retryAt)}.`,
    }),
    refused: (crm: string, reason: string, field: string): Trouble => ({
      what: field
        ? `${crm} rechazó «${field}»: ${reasons[reason] ?? reason}`
        : `${crm} dijo que no: ${reasons[reason] ?? reason}`,
      safe: kept,
      todo: 'Cambia la entrada o la regla en el CRM e inténtalo otra vez. O retírala.',
    }),
    gone: (crm: string): Trouble => ({
      what: `Aquello a lo que pertenece ya no existe en ${crm}.`,
      safe: kept,
      todo: 'Elige otro contacto e inténtalo otra vez, o retírala.',
    }),
    'not-understood': (crm: string, step: string): Trouble => ({
      what: step ? `${crm} respondió algo inesperado (${step}).` : `${crm} respondió algo inesperado.`,
      safe: kept,
      todo: 'Comprueba la dirección en los ajustes: puede responder una página de inicio de sesión o un proxy. Luego inténtalo otra vez.',
    }),
  },
  connecting: {
    offline: (crm: string): Trouble => ({
      what: `Nada responde en esta dirección, así que no se puede preguntar a ${crm}.`,
      safe: 'No se guardó nada.',
      todo: 'Comprueba la dirección y tu conexión e inténtalo otra vez.',
    }),
    'signed-out': (crm: string): Trouble => ({
      what: `${crm} no acepta este usuario con esta clave.`,
      safe: 'No se guardó nada.',
      todo: 'Comprueba el usuario y la base de datos. Si están bien, crea una clave de API nueva y pégala aquí.',
    }),
    'not-permitted': (crm: string, what: string): Trouble => ({
      what: what
        ? `${crm} no te deja entrar: ${what}`
        : `Tu usuario de ${crm} no se puede usar de esta manera.`,
      safe: 'No se guardó nada.',
      todo: `Pide a quien administra ${crm} que te permita el acceso por API.`,
    }),
  },
  problem: {
    'not-open': (): Trouble => ({
      what: 'Esta entrada ya se decidió, aquí o en otra ventana.',
      safe: 'No se cambió ni se registró nada dos veces.',
      todo: 'La lista muestra cómo está.',
    }),
    'not-found': (): Trouble => ({
      what: 'Esta entrada ya no está aquí.',
      safe: 'No se envió nada.',
      todo: 'Abre otra vez el correo para recuperarla.',
    }),
    'storage-full': (): Trouble => ({
      what: 'El disco está lleno, así que no se pudo guardar nada.',
      safe: 'Lo guardado antes sigue aquí. Este paso no se hizo.',
      todo: 'Libera espacio en este equipo e inténtalo otra vez.',
    }),
    'storage-failed': (): Trouble => ({
      what: 'El navegador no pudo guardar esto.',
      safe: 'Lo guardado antes sigue aquí. Este paso no se hizo.',
      todo: 'Inténtalo otra vez. Si sigue igual, reinicia el navegador.',
    }),
    malformed: (): Trouble => ({
      what: 'Sidelog no pudo leer esta petición.',
      safe: 'No se cambió nada.',
      todo: 'Cierra esta página y ábrela de nuevo: puede ser más antigua que la extensión.',
    }),
    'no-permission': (host: string): Trouble => ({
      what: host ? `El navegador no deja que Sidelog llegue a ${host}.` : 'Falta el permiso del navegador.',
      safe: 'No se envió nada.',
      todo: 'Pulsa el botón otra vez y elige «Permitir».',
    }),
    'insecure-address': (): Trouble => ({
      what: 'Esta dirección empieza por http:// y cualquiera puede leerla por el camino.',
      safe: 'No se envió nada, tampoco tu clave.',
      todo: 'Usa la dirección con https://. Solo un CRM en este equipo puede usar http.',
    }),
    'not-a-url': (): Trouble => ({
      what: 'Esto no es una dirección web.',
      safe: 'No se envió nada.',
      todo: 'Copia la dirección de la barra del navegador con tu CRM abierto, por ejemplo https://crm.example.com.',
    }),
    'sign-in-closed': (name: string): Trouble => ({
      what: `La página de inicio de sesión de ${name} se cerró antes de terminar.`,
      safe: 'No se conectó nada, y no se perdió nada.',
      todo: 'Pulsa Conectar otra vez cuando quieras iniciar sesión.',
    }),
    'not-that-crm': (name: string): Trouble => ({
      what: name ? `Ningún ${name} responde en esta dirección.` : 'En esta dirección responde otro programa.',
      safe: 'No se envió nada de tu correo.',
      todo: 'Comprueba la dirección: es la que ves mientras usas el CRM, sin lo que sigue a la primera barra.',
    }),
    'already-exists': (name: string): Trouble => ({
      what: name ? `${name} ya es un contacto.` : 'Este contacto ya existe.',
      safe: 'No se creó otro.',
      todo: 'Nada: el correo se asocia al contacto que ya existe.',
    }),
    'crm-fault': (): Trouble => ({
      what: 'Tu CRM no lo hizo.',
      safe: kept,
      todo: 'Inténtalo otra vez en un momento.',
    }),
    'tab-gone': (): Trouble => ({
      what: 'La pestaña del correo está cerrada.',
      safe: 'No se cambió nada.',
      todo: 'Abre el correo otra vez.',
    }),
    'no-such-kind': (kind: string): Trouble => ({
      what:
        kind === 'call'
          ? 'Tu CRM no tiene aquí lugar para llamadas.'
          : kind === 'meeting'
            ? 'Tu CRM no tiene aquí lugar para reuniones.'
            : 'Tu CRM no tiene lugar para este tipo de entrada.',
      safe: 'No se envió nada. La entrada sigue en la lista.',
      todo: 'Conecta otro CRM en los ajustes, o di «Esto no».',
    }),
    'on-never-log': (): Trouble => ({
      what: 'Esta persona está en tu lista «No registrar nunca».',
      safe: 'No se cambió nada.',
      todo: 'Quítala antes de la lista en los ajustes, si es lo que quieres.',
    }),
    'file-too-large': (): Trouble => ({
      what: 'Este archivo supera los 10 MB.',
      safe: 'No se leyó nada de él, y nada salió de este navegador.',
      todo: 'Guarda el correo sin sus adjuntos, o una parte más corta del calendario.',
    }),
    'file-unknown': (): Trouble => ({
      what: 'Sidelog no conoce este tipo de archivo.',
      safe: 'No se guardó nada, y nada salió de este navegador.',
      todo: 'Usa un correo guardado como .eml o .msg, o una reunión guardada como .ics.',
    }),
    'file-broken': (): Trouble => ({
      what: 'Este archivo está dañado o incompleto y no se pudo leer.',
      safe: 'No se guardó nada.',
      todo: 'Guárdalo otra vez en tu programa de correo, o selecciona el texto y pégalo aquí.',
    }),
    'file-empty': (): Trouble => ({
      what: 'No contiene ni correo ni reunión.',
      safe: 'No se guardó nada.',
      todo: 'Usa un correo guardado, una invitación o el texto de un correo.',
    }),
    'series-too-long': (): Trouble => ({
      what: 'Este calendario repite una reunión sin un final razonable.',
      safe: 'No se guardó nada.',
      todo: 'Abre la reunión en tu calendario y guarda solo ese día.',
    }),
    'nothing-near': (): Trouble => ({
      what: 'Ninguna reunión cae en los últimos 30 días ni en los próximos 45.',
      safe: 'No se guardó nada.',
      todo: 'Para registrar una reunión más antigua, guárdala sola.',
    }),
    'private-event': (): Trouble => ({
      what: 'Esta reunión está marcada como privada.',
      safe: 'No se guardó nada de ella.',
      todo: 'Si debe estar en tu CRM, cámbialo en tu calendario y guárdala otra vez.',
    }),
    'nobody-found': (): Trouble => ({
      what: 'No hay ninguna dirección de cliente en ello.',
      safe: 'No se guardó ni se adivinó nada.',
      todo: 'Di de quién se trata.',
    }),
    'import-refused': (reason: string): Trouble => ({
      what: reason ? `Esto no se propone: ${reason}` : 'Esto no se propone.',
      safe: 'No se guardó nada de ello, solo que se descartó.',
      todo: 'Nada. La lista «No registrar nunca» se cambia en los ajustes.',
    }),
    'backup-unreadable': (): Trouble => ({
      what: 'Este archivo está dañado, o no lo guardó Sidelog.',
      safe: 'No se cambió nada.',
      todo: 'Elige el archivo que te dio «Guardar todo en un archivo».',
    }),
    'backup-newer': (version: string): Trouble => ({
      what: `Este archivo lo guardó un Sidelog más nuevo (formato ${version}).`,
      safe: 'No se cambió nada.',
      todo: 'Actualiza Sidelog en este navegador y luego trae el archivo.',
    }),
    'backup-too-large': (most: string): Trouble => ({
      what: `Este archivo supera ${f.bytes(Number(most))}, así que no se leyó.`,
      safe: 'No se cambió nada.',
      todo: 'Elige el archivo que te dio «Guardar todo en un archivo».',
    }),
    'undo-too-late': (): Trouble => ({
      what: 'Esto ya no se podía deshacer.',
      safe: 'La entrada de tu CRM está como se registró.',
      todo: 'Bórrala en el propio CRM.',
    }),
  },
  unreachable: {
    what: 'La parte de Sidelog en segundo plano no responde.',
    safe: 'Tu paso se guarda en esta página y aún no está hecho.',
    todo: 'Se intenta otra vez solo. Deja esta página abierta.',
  } satisfies Trouble,
  notKept: {
    'storage-full': {
      what: 'El disco está lleno: Sidelog no pudo guardar un correo.',
      safe: 'El correo está a salvo en tu buzón, y lo que registraste sigue aquí.',
      todo: 'Libera espacio en este equipo y abre el correo otra vez.',
    } satisfies Trouble,
    'storage-failed': {
      what: 'El navegador no guardó un correo para Sidelog.',
      safe: 'El correo está a salvo en tu buzón, y lo que registraste sigue aquí.',
      todo: 'Abre el correo otra vez. Si sigue igual, reinicia el navegador.',
    } satisfies Trouble,
  },
  storageBroken: {
    what: 'El navegador no abre el almacén de Sidelog.',
    safe: 'Lo guardado no se toca.',
    todo: 'Reinicia el navegador. Si el disco está lleno, libera espacio antes.',
  } satisfies Trouble,
});
