/**
 * Put before a command with `node --import`: every browser that it starts is given the documents and answers in the file
 * that SERVED_SITE names, at their real addresses, and nothing else of the network. So the command itself runs as it is.
 * Says "The page has everything." at the terminal when the page's script logs `all asked`.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** @type {{ html: string, headers: Record<string, string>, answers: Record<string, string> }} */
const site = JSON.parse(readFileSync(process.env.SERVED_SITE ?? '', 'utf8'));
const launch = chromium.launchPersistentContext.bind(chromium);

chromium.launchPersistentContext = async (...args) => {
  const context = await launch(...args);
  await context.route('**/*', (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    if (request.resourceType() === 'document')
      return route.fulfill({ status: 200, headers: site.headers, body: site.html });
    const body = site.answers[pathname + search];
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ status: 200, contentType: 'application/json', body });
  });
  context.on('console', (message) => {
    if (message.text() === 'all asked') process.stderr.write('The page has everything.\n');
  });
  return context;
};
