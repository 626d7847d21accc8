/** The Gmail-shaped page: its skeleton as facts of 2026 have it, an embedded first list, and its program. */
import { readFileSync } from 'node:fs';
import { embeddedList, ME, makeList, rowOf } from './mailbox.mjs';

const program = readFileSync(new URL('page-app.js', import.meta.url), 'utf8');

/** @param {unknown} value for an inline script */
const inline = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * @param {number} now ms since 1970
 * @returns {{ html: string, program: string }}
 */
export function makePage(now) {
  const first = makeList({ seed: 1, threads: 50, now });
  const globals = new Array(18).fill(null);
  globals[4] = 'gmail.en.x.es5';
  globals[9] = 'be0c4a11aa';
  globals[10] = ME.address;
  globals[17] = [
    [
      'p',
      [
        ['bx_spa', '0'],
        ['bx_vc', '1'],
      ],
    ],
  ];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gmail</title>
<meta name="og-profile-acct" content="${ME.address}">
<script>var GLOBALS=${inline(globals)};var GM_SPT_ENABLED='true';var GM_RFT_ENABLED='true';var GM_ACTION_TOKEN='token';
window._GM_main=function(){};window._GM_setData=function(data){(window.benchData=window.benchData||[]).push(Object.keys(data));};
window.benchRows=${inline(first.map(rowOf))};</script>
<script>_GM_setData(${inline(embeddedList(first))});</script>
<style>body{margin:0;font:14px Roboto,Arial,sans-serif}.nH{position:relative}table.F{width:100%;border-collapse:collapse;table-layout:fixed}.zA{height:40px}.zA td{overflow:hidden;white-space:nowrap}.aT5-status{position:fixed;right:8px;bottom:8px;width:80px;height:20px;contain:strict}.zA td{height:32px;border-bottom:1px solid #eee}.a3s{padding:8px 0 16px 72px}.gmail_quote{color:#555}.aqw{box-shadow:inset 1px 0 0 #dadce0}.aio{color:rgb(32,33,36)}</style></head>
<body class="aAU"><div id="loading">Loading…</div>
<div class="nH"><header role="banner" class="gb_Ja"><div><div aria-expanded="true" role="button"></div></div><div><form role="search"><input aria-label="Search mail"></form></div><div><div><div class="zo"><div data-tooltip="Support"></div><div role="menu"></div></div></div><div aria-label="Account"><div><div><a class="gb_d" href="https://myaccount.google.com/" aria-label="Google Account: ${ME.name} (${ME.address})"></a></div></div></div></div></header>
<div class="nH bkL"><div class="no"><div class="aeN WR nH oy8Mbf nn aZ6" role="navigation"><div class="yJ"><div class="wT"><div class="n3"><div class="Ls77Lb aZ6"><div class="pp"><div class="byl"><div class="TK">${['Inbox', 'Starred', 'Snoozed', 'Sent', 'Drafts'].map((name) => `<div class="aim"><div class="TO"><div class="TN bzz aHS-bnt"><div class="qj"></div><div class="aio UKr6le"><span class="nU"><a href="#${name.toLowerCase()}" class="J-Ke n0" aria-label="${name}">${name}</a></span></div></div></div></div>`).join('')}</div></div></div></div></div></div></div></div>
<div class="nH bkK nn"><div class="nH"><div class="nH ar4 z"><div class="aeI"><div class="AO"><div class="Tm aeJ"><div class="aeF"><div class="nH"></div></div></div></div></div></div></div></div>
<div class="nH aUx"><div class="WN9Ejb" style="display:none"><div class="brC-brG"></div></div><div class="brC-aT5-aOt-Jw" role="complementary" aria-label="Side panel"><div class="aT5-aOt-I" role="button"></div><span class="aT5-status"></span></div></div>
</div></div><div class="dw"><div class="nH"><div class="nH"><div class="no"></div></div></div></div></div>
<div class="vh" role="alert"></div>
<script src="/_/scs/mail-static/bench.js"></script></body></html>`;
  return { html, program };
}
