export const crm = () => ({
  notebook: {
    summary: 'Un registro en este navegador. Funciona al momento, no envía nada, se exporta a CSV y JSON.',
    duplicates: 'El cuaderno guarda una entrada por correo, reconocida por su propia clave.',
    fields: {},
  },
  odoo: {
    summary: 'Odoo 17 y posteriores, en línea o en tu propio servidor.',
    duplicates:
      'Antes de registrar, Sidelog busca en Odoo el Message-ID del correo o la marca de la reunión. Dos colegas que registren lo mismo en el mismo instante aún podrían crear dos.',
    fields: {
      url: {
        label: 'Dirección de Odoo',
        hint: 'Como en la barra del navegador mientras usas Odoo, hasta la primera barra.',
      },
      database: {
        label: 'Base de datos',
        hint: 'Suele ser la primera parte de la dirección. La página /web/database/selector de Odoo la muestra.',
      },
      login: {
        label: 'Tu usuario',
        hint: 'La dirección de correo o el nombre con que entras en Odoo.',
      },
      key: {
        label: 'Clave de API',
        hint: 'En Odoo: tu foto, Mi perfil, Seguridad de la cuenta, Nueva clave de API. Se queda en este navegador.',
      },
    },
  },
  espocrm: {
    summary: 'EspoCRM 9 y posteriores, en la nube o en tu propio servidor.',
    duplicates:
      'EspoCRM guarda un correo por Message-ID: rechaza el segundo. Una reunión o llamada se reconoce por una marca en su descripción; dos colegas que registren lo mismo en el mismo instante aún podrían crear dos.',
    fields: {
      url: {
        label: 'Dirección de EspoCRM',
        hint: 'Como en la barra del navegador mientras usas EspoCRM.',
      },
      login: {
        label: 'Tu nombre de usuario',
        hint: 'Con el que entras en EspoCRM. Déjalo vacío si tienes una clave de API.',
      },
      key: {
        label: 'Contraseña o clave de API',
        hint: 'Tu contraseña de EspoCRM; con inicio de sesión en dos pasos, una clave de API que tu administrador crea en Administración, Usuarios de API. Para registrar correos, tu rol necesita acceso a Importar. Se queda en este navegador.',
      },
    },
  },
  twenty: {
    summary:
      'Twenty en la nube o en tu propio servidor. Correos, reuniones y llamadas se convierten en notas.',
    duplicates:
      'Cada nota tiene un id hecho con el Message-ID del correo o el UID de la reunión: Twenty rechaza la segunda. Una nota que está en la papelera de Twenty se recupera.',
    fields: {
      url: {
        label: 'Dirección de Twenty',
        hint: 'La dirección de tu espacio de trabajo como en la barra del navegador, hasta la primera barra.',
      },
      key: {
        label: 'Clave de API',
        hint: 'En Twenty: Settings, APIs & Webhooks, Create API key. Se queda en este navegador.',
      },
      email: {
        label: 'Tu dirección de correo en Twenty',
        hint: 'Una clave de API no es de nadie: así Sidelog sabe qué tareas son tuyas. No hace falta si eres el único miembro.',
      },
    },
  },
  hubspot: {
    summary: 'HubSpot, cualquier plan que permita crear un token de acceso.',
    duplicates:
      'Antes de registrar, Sidelog lee lo que cuelga del contacto, y vuelve a leer después. Dos colegas que registren el mismo correo en el mismo momento aún podrían crear dos.',
    fields: {
      token: {
        label: 'Token de acceso',
        hint: 'En HubSpot: Configuración, Integraciones, Aplicaciones privadas (ahora también «Legacy apps»); crea una con lectura y escritura de contactos y empresas, lectura de negocios y propietarios, sales-email-read; luego Auth, Mostrar token. Se queda en este navegador.',
      },
      email: {
        label: 'Tu dirección en HubSpot',
        hint: 'La dirección con que entras en HubSpot. Un token pertenece a la cuenta: esto dice quién eres.',
      },
    },
  },
  salesforce: {
    summary:
      'Ediciones de Salesforce con la API REST. Inicias sesión en la página de tu propia organización.',
    duplicates:
      'Antes de registrar, Sidelog busca el Message-ID del correo en Salesforce, y mira otra vez después. Dos colegas que registren el mismo correo en el mismo segundo aún podrían crear dos registros.',
    fields: {
      url: {
        label: 'Tu dirección de Salesforce',
        hint: 'Como en la barra del navegador mientras usas Salesforce, por ejemplo acme.lightning.force.com.',
      },
      clientId: {
        label: 'Consumer Key',
        hint: 'Tu administrador crea una External Client App en Setup, con OAuth, PKCE obligatorio, sin secreto, los ámbitos api y refresh_token y la dirección de redirección que se muestra aquí; sus ajustes muestran la Consumer Key. La aplicación debe estar instalada en tu organización.',
      },
    },
  },
  pipedrive: {
    summary: 'Pipedrive, cualquier plan. Correos, reuniones y llamadas se convierten en actividades hechas.',
    duplicates:
      'Antes de registrar, Sidelog mira las actividades más recientes y las del contacto, y vuelve a leer después. Dos colegas que registren el mismo correo en el mismo momento aún podrían crear dos.',
    fields: {
      company: {
        label: 'Dirección de tu empresa',
        hint: 'Como en la barra del navegador mientras usas Pipedrive, p. ej. acme.pipedrive.com.',
      },
      token: {
        label: 'Token de API',
        hint: 'En Pipedrive: tu foto, Preferencias personales, API. Si no existe esa página, un administrador la desactivó. Se queda en este navegador.',
      },
    },
  },
  zoho: {
    summary:
      'Zoho CRM en cualquier centro de datos. Inicias sesión en la página de Zoho; los correos se convierten en tareas completadas.',
    duplicates:
      'Antes de registrar, Sidelog lee lo que cuelga del contacto, y mira otra vez después; un correo que el propio buzón de Zoho ya tiene cuenta como registrado. Dos colegas que registren el mismo correo en el mismo segundo aún podrían crear dos.',
    fields: {
      url: {
        label: 'Tu dirección de Zoho CRM',
        hint: 'Como en la barra del navegador mientras usas Zoho CRM, por ejemplo crm.zoho.eu: su final dice dónde están tus datos.',
      },
      clientId: {
        label: 'Client ID',
        hint: 'Tú o tu administrador creáis un cliente del tipo «Mobile/Desktop» en la consola de API de Zoho, con la dirección de redirección que se muestra aquí. Muestra el Client ID; el secreto no hace falta.',
      },
    },
  },
  dynamics: {
    summary:
      'Dynamics 365 Sales en línea. Inicias sesión con tu cuenta de trabajo, más o menos una vez al día.',
    duplicates:
      'El id de cada registro se hace con el Message-ID del correo o el UID de la reunión: el propio Dynamics rechaza el segundo.',
    fields: {
      url: {
        label: 'Tu dirección de Dynamics',
        hint: 'Como en la barra del navegador mientras usas Dynamics, por ejemplo acme.crm4.dynamics.com.',
      },
      clientId: {
        label: 'Id. de aplicación (cliente)',
        hint: 'Tu administrador registra una aplicación en Entra con la plataforma «Aplicación de página única», la dirección de redirección que se muestra aquí y el permiso «Dynamics CRM, user_impersonation». Su información general muestra el id.',
      },
      tenant: {
        label: 'Inquilino',
        hint: 'Solo si la aplicación es para un único inquilino: el dominio o el id de directorio de tu organización.',
      },
    },
  },
});
