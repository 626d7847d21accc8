import type { Formats } from '@/utils/i18n/formats';

export const transfer = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# entrada del cuaderno podría ir también ahí',
      other: '# entradas del cuaderno podrían ir también ahí',
    }),
  text: (crm: string) =>
    `Cada una va una vez a ${crm}: lo que ya está se encuentra y no se hace de nuevo. El cuaderno conserva las suyas.`,
  start: (count: number) => f.plural(count, { one: 'Pasar # entrada', other: 'Pasar # entradas' }),
  leave: 'Dejarlas aquí',
  waiting: 'Esperando a que se lean los contactos del CRM…',
  progress: (done: number, total: number) => `${f.number(done)} de ${f.number(total)} pasadas`,
  hint: 'Sigue solo, también después de reiniciar.',
  done: (count: number) =>
    f.plural(count, { one: '# entrada se ha pasado.', other: '# entradas se han pasado.' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, {
      one: `# se queda en el cuaderno: nadie en ella es aún un contacto en ${crm}.`,
      other: `# se quedan en el cuaderno: nadie en ellas es aún un contacto en ${crm}.`,
    }),
  again: 'Intentar las demás otra vez',
});

export const signIn = () => ({
  button: (crm: string) => `Iniciar sesión con ${crm}`,
  redirect: 'Dirección de redirección de este navegador',
  redirectHint:
    'Quien administra el CRM introduce una vez exactamente esta dirección, donde está registrada la aplicación.',
  copy: 'Copiar',
  copied: 'Copiado',
  opens: 'Se abre la página de inicio de sesión del propio CRM. Sidelog nunca ve tu contraseña.',
});
