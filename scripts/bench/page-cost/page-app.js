/**
 * The mail page's own program, in the place of Gmail's: asks by XHR, parses the answer in its own handler, then draws.
 * It runs in the page; the bench drives it through `bench`.
 */
(() => {
  const views = document.querySelector('div.aeF > div.nH');
  const state = { threads: [], parseMs: {}, timer: 0, ticks: 0, id: 0 };

  function ask(endpoint, body, then) {
    const request = new XMLHttpRequest();
    request.open('POST', `/sync/u/0/i/${endpoint}?hl=en&c=${++state.id}&rt=r&pt=ji`, true);
    request.setRequestHeader('Content-Type', 'application/json');
    request.onreadystatechange = () => {
      if (request.readyState !== 4 || request.status !== 200) return;
      performance.mark(`handler-begins-${endpoint}`);
      const text = request.responseText;
      const began = performance.now();
      const answer = JSON.parse(text);
      const took = performance.now() - began;
      if (text.length > (state.parseMs.size ?? 0)) state.parseMs = { size: text.length, ms: took };
      performance.mark(`handler-ends-${endpoint}`);
      setTimeout(() => then(answer), 0);
    };
    request.send(JSON.stringify(body));
  }

  const make = (markup) => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return template.content.firstElementChild;
  };
  const day = (at) => new Date(at).toLocaleString('en-GB');

  const toolbar = `<div gh="tm" class="D E G-atb"><div class="nH aqK"><div class="Cq aqL" gh="mtb"><div><div class="G-tF">
    <div class="G-Ni J-J5-Ji"><div class="T-I J-J5-Ji lS T-I-ax7" role="button" data-tooltip="Back"></div></div>
    <div class="G-Ni J-J5-Ji"><div class="T-I J-J5-Ji lR T-I-ax7" role="button" data-tooltip="Archive"><div class="asa"><div class="ar9"></div></div></div></div>
    <div class="G-Ni J-J5-Ji"><div class="T-I J-J5-Ji ns T-I-ax7" role="button" data-tooltip="Move to"><div class="asa"><div class="asb"></div></div></div></div>
    <div class="G-Ni J-J5-Ji"><div class="T-I J-J5-Ji nf T-I-ax7" role="button" aria-expanded="false" data-tooltip="More"></div></div>
  </div></div></div></div></div>`;

  const frameMarkup =
    '<div class="h7" role="listitem" tabindex="-1"><div class="Bk"><div class="G3 G2"><div></div></div></div></div>';

  function messageMarkup(thread, head, full) {
    const [, address, name] = head[1];
    const [, toAddress, toName] = full[1][0][0];
    const reference = btoa(JSON.stringify([`#${thread[0]}`]));
    const own = btoa(JSON.stringify([`#${head[0]}`]));
    const when = day(full[1][16]);
    const html = full[1][5][1][0][2][1];
    return `<div id=":m${++state.id}"><div class="adn ads" data-message-id="#${head[0]}" data-legacy-message-id="${head[27]}">
<div class="aju"><div class="aCi"><span><img class="ajn ajo" jid="${address}" data-hovercard-id="${address}" data-name="${name}" aria-hidden="true"></span></div></div>
<div class="gs"><div class="gE iv gt"><table cellpadding="0" class="cf gJ"><tbody><tr class="acZ"><td class="gF gK"><table cellpadding="0" class="cf ix"><tbody><tr><td class="c2"><h3 class="iw gFxsud"><span translate="no" class="qu" role="gridcell" tabindex="-1" data-hovercard-id="${address}"><span email="${address}" name="${name}" data-hovercard-id="${address}" class="gD"><span>${name}</span></span> <span class="go"><span aria-hidden="true">&lt;</span>${address}<span aria-hidden="true">&gt;</span></span> </span></h3></td></tr></tbody></table></td><td class="gH bAk"><div class="gK"><span></span><span class="g3" title="${when}" alt="${when}" role="gridcell" tabindex="-1"><span>${when}</span></span><div class="zd bi4" tabindex="0" role="checkbox" aria-checked="false" aria-label="Not starred" jslog="20511; u014N:cOuCgd,Kr2w4b; 1:${reference}; 4:${own}"><span class="T-KT"></span></div></div></td><td class="gH"></td><td class="gH acX bAm" rowspan="2"><div class="T-I J-J5-Ji T-I-Js-IF aaq T-I-ax7 L3" role="button" tabindex="0" aria-label="Reply" jslog="21576; u014N:cOuCgd,Kr2w4b,xr6bB; 1:${reference}; 4:${own}"></div><div class="T-I J-J5-Ji aap T-I-awG T-I-ax7 L3" role="button" tabindex="0" aria-expanded="false" aria-haspopup="true" aria-label="More"></div></td></tr><tr class="acZ xD"><td colspan="3"><table cellpadding="0" class="cf adz"><tbody><tr><td class="ady"><div class="iw ajw"><span translate="no" class="hb">to <span email="${toAddress}" name="${toName}" data-hovercard-id="${toAddress}" class="g2">${toName}</span></span></div><div aria-haspopup="true" class="ajy" role="button" tabindex="0" aria-label="Show details"></div></td></tr></tbody></table></td></tr></tbody></table></div><div class="qQVYZb"></div><div class="utdU2e"></div><div><div class="aHl"></div><div tabindex="-1"></div><div class="ii gt" jslog="20277; u014N:xr6bB; 1:${reference}; 4:${own}"><div class="a3s aiL">${html}<div class="yj6qo"></div><div class="adL"></div></div></div><div class="hi"></div></div></div><div class="ajx"></div></div></div>`;
  }

  function showThread(answer) {
    const thread = answer[1][0];
    const heads = thread[1][1];
    const meta = thread[1][0];
    const markup = `<div class="nH">${toolbar}<div class="nH g id"><div class="nH a98 iY"><div class="nH V8djrc byY"><div class="nH"><div class="ha"><h2 jsname="r4nke" class="hP" tabindex="-1" data-thread-perm-id="${thread[0]}" data-legacy-thread-id="${meta[15]}">${meta[1]}</h2><span class="J-J5-Ji"></span></div></div></div><div class="nH aHU"><div class="nH"><div class="nH" role="list"></div></div><div class="nH amn"></div></div></div></div></div>`;
    const view = make(markup);
    hideAll();
    view.setAttribute('role', 'main');
    location.hash = `#inbox/FMfcgzQ${meta[15].toUpperCase()}`;
    document.title = `${meta[1]} - ${window.GLOBALS[10]} - Gmail`;
    views.append(view);
    state.threads.push(view);
    // As Gmail does: the view stands, then each message's frame is put in, then what is in it.
    const list = view.querySelector('[role=list]');
    for (const [index, full] of thread[2].entries()) {
      const frame = make(frameMarkup);
      list.append(frame);
      frame.querySelector('.G2 > div').append(make(messageMarkup(thread, heads[index], full)));
    }
    if (state.threads.length > 2) state.threads.shift().remove();
    performance.mark('drawn-thread');
  }

  const rowMarkup = (row) =>
    `<tr class="zA yO" jsmodel="nXDxbd" tabindex="-1" role="row" id=":r${++state.id}" draggable="true"><td class="PF xY PE"></td><td id=":s${state.id}" class="oZ-x3 xY"><div class="oZ-jc T-Jo J-J5-Ji" role="checkbox" aria-checked="false" tabindex="-1"><div class="T-Jo-auh"></div></div></td><td class="apU xY"><span class="aXw T-KT"></span></td><td class="WA xY"></td><td class="yX xY "><div class="yW"><span class="bA4"><span email="${row.from.address}" name="${row.from.name}" data-hovercard-id="${row.from.address}" class="yP">${row.from.name}</span></span> <span class="bx0">${row.count}</span></div></td><td class="xY a4W" role="gridcell" tabindex="-1"><div class="xS" role="link"><div class="xT"><div class="y6"><span class="bog"><span data-thread-id="#${row.id}" data-legacy-thread-id="${row.hex}" data-legacy-last-message-id="${row.lastHex}" data-legacy-last-non-draft-message-id="${row.lastHex}">${row.subject}</span></span></div><span class="y2"><span class="Zt">&nbsp;-&nbsp;</span>${row.snippet}</span></div></div></td><td class="byZ xY"></td><td class="yf xY "></td><td class="xW xY "><span title="${day(row.at)}" aria-label="${day(row.at)}"><span>${day(row.at).slice(0, 5)}</span></span></td><td class="bq4 xY"></td></tr>`;

  function hideAll() {
    for (const view of views.children) {
      view.style.display = 'none';
      view.removeAttribute('role');
      view.querySelector(':scope > [gh=tm]')?.removeAttribute('gh');
    }
  }

  function showList(rows) {
    let list = views.querySelector(':scope > .bGI');
    if (!list) {
      list = make(
        `<div class="nH bGI" style="display:none">${toolbar}<div class="BltHke nH oy8Mbf" gh="tl"><div class="UI"><div class="aDM"><div class="ae4"><div class="Cp"><div><table cellpadding="0" class="F cf zt" role="grid"><colgroup><col class="k0vOLb"><col class="Ci"><col class="y5"><col class="WA"><col class="yY"><col><col class="byZ"><col class="yg"><col class="xX"><col class="bq4"></colgroup><tbody></tbody></table></div></div></div></div></div></div></div>`,
      );
      views.append(list);
    }
    const body = list.querySelector('tbody');
    const table = document.createElement('template');
    table.innerHTML = `<table><tbody>${rows.map(rowMarkup).join('')}</tbody></table>`;
    body.replaceChildren(...table.content.querySelectorAll('tr'));
    hideAll();
    list.firstElementChild.setAttribute('gh', 'tm');
    list.setAttribute('role', 'main');
    list.style.display = '';
    location.hash = '#inbox';
    document.title = `Inbox (3) - ${window.GLOBALS[10]} - Gmail`;
    performance.mark('drawn-list');
  }

  const rowsOf = (answer) =>
    answer[2].map(([thread]) => {
      const last = thread[4].at(-1);
      return {
        id: thread[3],
        hex: thread[19],
        subject: thread[0],
        from: { address: last[1][1], name: last[1][2] },
        snippet: thread[1],
        at: thread[2],
        lastHex: last[55],
        count: thread[4].length,
      };
    });

  /** What an open mailbox does by itself: presence, times, a poll, a new mail now and then. Every half second a step. */
  function churn() {
    state.ticks += 1;
    performance.mark('churn');
    const status = document.querySelector('.aT5-status');
    status.textContent = `${state.ticks % 7} online`;
    status.classList.toggle('aT5-on', state.ticks % 2 === 0);
    const main = views.querySelector(':scope > [role=main]');
    if (state.ticks % 4 === 0) {
      const rows = main.querySelectorAll('tr.zA');
      const row = rows[state.ticks % Math.max(1, rows.length)];
      row?.classList.toggle('aqw');
      const time = row?.querySelector('td.xW span > span');
      if (time) time.textContent = `${state.ticks % 60} min`;
    }
    if (state.ticks % 20 === 0) {
      ask('bv', [[79, 20, null, 'in:inbox']], (answer) => {
        const body = main.querySelector('tbody');
        const holder = document.createElement('template');
        holder.innerHTML = `<table><tbody>${rowMarkup(rowsOf(answer)[0])}</tbody></table>`;
        body?.prepend(holder.content.querySelector('tr'));
        body?.lastElementChild?.remove();
      });
    }
  }

  window.bench = {
    open: (count, seed) => ask('fd', [[[`bench-thread:${count}:${seed}`, 1]], 2], showThread),
    list: (count, seed) =>
      ask('bv', [[79, count, null, `bench-list:${seed}`]], (answer) => showList(rowsOf(answer))),
    churn(on) {
      clearInterval(state.timer);
      if (on) state.timer = setInterval(churn, 500);
    },
    parse: () => state.parseMs,
    shown: () => ({
      messages: views.querySelectorAll(':scope > [role=main] .adn').length,
      rows: views.querySelectorAll(':scope > [role=main] tr.zA').length,
    }),
  };
  showList(window.benchRows);
  document.querySelector('#loading').remove();
})();
