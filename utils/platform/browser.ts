/** The one door to the browser's extension API. Everything else imports `browser` from here. */
import browser from 'webextension-polyfill';

export { browser };
