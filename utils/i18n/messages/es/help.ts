export const help = () => ({
  title: 'Ayuda',
  hint: 'Todo esto es parte de Sidelog; ninguna página se carga de ningún sitio.',
  states: {
    title: 'Qué significa cada estado',
    open: {
      name: 'Te espera',
      means: 'Sidelog escribió la entrada. Nada se envía hasta que la registres.',
    },
    confirmed: {
      name: 'De camino',
      means:
        'La confirmaste. Sale cuando pasa el tiempo para deshacer, y espera a salvo mientras estás sin conexión.',
    },
    unconfirmed: {
      name: 'Aún sin respuesta',
      means:
        'El CRM no dijo si llegó. Sidelog mira ahí antes de enviar otra vez, para que nada se registre dos veces.',
    },
    stuck: {
      name: 'Te necesita',
      means:
        'El CRM dijo que no, o ya no conoce tu clave. La fila dice por qué, qué está a salvo y qué hacer.',
    },
    logged: {
      name: 'Registrado',
      means: 'Está en tu CRM o en tu cuaderno. Aún puedes quitarlo.',
    },
    snoozed: {
      name: 'Más tarde',
      means: 'Aplazado. Vuelve solo a la hora que elegiste.',
    },
    quiet: {
      name: 'De alguien desconocido',
      means: 'No es un contacto, y no le escribiste. No se cuenta; aun así puedes registrarlo.',
    },
    refused: {
      name: 'No propuesto',
      means:
        'Interno, escrito por una máquina, personal o en tu lista «No registrar nunca». El panel dice cuál, y puede mostrarlo de todos modos.',
    },
  },
  stuck: {
    title: 'Cuando algo se atasca',
    unread: {
      name: 'Hay un correo abierto y no aparece nada',
      todo: 'Mira que su sitio esté activado y recarga la pestaña una vez.',
    },
    changed: {
      name: 'Sigue sin aparecer',
      todo: 'El sitio puede verse distinto ahora. Suelta o pega el correo en el panel: da la misma entrada.',
    },
    unsent: {
      name: 'Una entrada no sale',
      todo: 'Abre «Te necesita» en el panel. «Reintentar» es seguro las veces que quieras: nada se registra dos veces.',
    },
    wrong: {
      name: 'Nombra a la persona o el negocio equivocados',
      todo: 'Pulsa «¿Mal?» en la entrada y elige. Sidelog se atiene a ello, y puedes hacer que lo olvide.',
    },
    unwanted: {
      name: 'Esto no debe registrarse nunca',
      todo: 'Pon a la persona, el dominio o una palabra en tu lista «No registrar nunca».',
    },
    lost: {
      name: 'Un equipo o navegador nuevo',
      todo: 'Guarda todo en un archivo allí, y tráelo aquí.',
    },
  },
  open: (section: string) => `Ajustes: ${section}`,
  report: {
    title: 'Informar de un problema',
    text: 'El informe contiene versiones, cifras y nombres de pasos: ningún nombre, dirección, asunto ni frase. Léelo y envíalo a quien se ocupe de Sidelog en tu empresa.',
    copy: 'Copiar informe',
    copied: 'Copiado',
    shape: 'Qué contiene el informe',
  },
  privacy: {
    title: 'La privacidad en breve',
    reads: 'Sidelog lee solo los sitios que activaste, y solo lo que la página tiene abierto.',
    sends: 'Nada de tu buzón sale del navegador antes de que lo confirmes, y entonces va solo a tu CRM.',
    keeps: 'El texto sin confirmar se borra a los 14 días; el registrado, a las 24 horas.',
    shows:
      'Cada petición que salió está en la lista. No hay servidor de Sidelog y nada se mide para nosotros.',
  },
});
