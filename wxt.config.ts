import { defineConfig } from 'wxt';
import { askForWords, files } from './scripts/build/early-start';

/** The mail sites Sidelog can read, each asked for on its own at run time (never a host permission up front). */
const MAIL_HOSTS = [
  'https://mail.google.com/*',
  'https://calendar.google.com/*',
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.cloud.microsoft/*',
  'https://outlook.live.com/*',
];
/** A CRM may live on any https host; the exact origin is asked for on connecting. http only on the rep's own machine. */
const CRM_HOSTS = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  srcDir: '.',
  // Several people or tools may build side by side.
  outDir: process.env.SIDELOG_OUT ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [askForWords],
    build: {
      sourcemap: false,
      modulePreload: {
        polyfill: false,
        // All that a page begins with is asked for at once; what comes on demand brings its own.
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'contextMenus',
      'identity',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: ['notifications'],
    optional_host_permissions: [...MAIL_HOSTS, ...CRM_HOSTS],
    incognito: 'not_allowed',
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    commands: {
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandOpenPanel__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelog@sidelog.example',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                optional: [
                  'personalCommunications',
                  'personallyIdentifyingInfo',
                  'websiteContent',
                  'authenticationInfo',
                ],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '120',
          // Fixes the extension's id (and so its OAuth redirect URL) for every unpacked and packed build.
          key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsvBmuuR43uKDA71ZDDSLcrraGaBfnlmZuQUAumD5NjyHLKF3D64zCLJDv7MoIKI8msYSFovKdAPaXndyGd+mXA6gE7dwgTqhKyw8ZfILbVNHW0NStgP/J8YCvmmaBI+/Ymz2n9Pxvz/3NuIRpBJEZ4v3ucYNxpYXXgEWtcthSP6y5Ezi8Vh8u+TovkNM8rh3WL7XPb+ElhxTlzuWjsjxoWcbTIDJbHlB6d1H8lQqlpdcylyosdMAUEAuigrU6lS4iZtyVqT/Wiwb89AbHJKnr70XnGHxit4zwiY8Z8gzpc2x/XB06z97GBADCpTNYnzpk6b2ob6aGHqRWB4a+eff7QIDAQAB',
        }),
  }),
  hooks: {
    // Only our pages share files.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.codeSplitting = files;
    },
    // WXT writes run-time content scripts' matches into host_permissions; ours stay optional until the rep grants them.
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
    },
  },
});
