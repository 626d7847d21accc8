/**
 * The program of the other sites' pages, in the place of Outlook's and Google Calendar's: asks as they are described to
 * do, parses the answer in its own handler, then draws. It runs in the page; the bench drives it through `bench`.
 */
(() => {
  const { site } = document.documentElement.dataset;
  const surface = document.querySelector('#surface');
  const list = document.querySelector('#rows');
  const state = { parseMs: {}, timer: 0, ticks: 0, id: 0, messages: 0, rows: 0 };

  function handle(name, text, then) {
    performance.mark(`handler-begins-${name}`);
    const began = performance.now();
    const answer = JSON.parse(text.startsWith(")]}'") ? text.slice(5) : text);
    const took = performance.now() - began;
    if (text.length > (state.parseMs.size ?? 0)) state.parseMs = { size: text.length, ms: took };
    performance.mark(`handler-ends-${name}`);
    setTimeout(() => then(answer), 0);
  }

  /** Outlook, by fetch. */
  function act(action, wish, then) {
    fetch(`/owa/service.svc?action=${action}&app=Mail&n=${++state.id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', action },
      body: JSON.stringify({ wish }),
    })
      .then((response) => response.text())
      .then((text) => handle(action, text, then));
  }

  /** Google Calendar, by XMLHttpRequest. */
  function ask(endpoint, wish, then) {
    const request = new XMLHttpRequest();
    request.open('POST', `/calendar/u/0/sync.${endpoint}`, true);
    request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onload = () => handle(endpoint, request.responseText, then);
    const day = Math.floor(Date.now() / 86_400_000);
    const asked = [
      [
        [null, window.benchMe.address],
        [null, null, day - 10, day],
        [null, 3, 'WEB'],
        [null, 1],
      ],
    ];
    request.send(`f.req=${encodeURIComponent(JSON.stringify(asked))}&secid=abc&wish=${wish}`);
  }

  const drawnOf = (wish) => fetch(`/bench-drawn?wish=${wish}`).then((response) => response.json());
  const make = (markup) => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    return template.content.firstElementChild;
  };
  const clock = (at) =>
    new Date(at).toLocaleString('en-US', {
      weekday: 'short',
      month: 'numeric',
      day: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    });
  const time = (at) =>
    new Date(at).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

  const card = (each, index) => `<div aria-label="Email message" tabindex="-1">
<span role="button" class="OZZZK" aria-label="From: ${each.from.name}&lt;${each.from.address}&gt;">${each.from.name}&lt;${each.from.address}&gt;</span>
<div id="MSG_${index}_TO"><div aria-label="To: ${each.to.name}"><span data-lpc-hover-target-id="x${index}">${each.to.name}</span>; </div></div>
<div id="MSG_${index}_DATETIME" data-testid="SentReceivedSavedTime" role="heading" aria-level="3">${clock(each.at).replaceAll(',', '')}</div>
<div role="toolbar"><button aria-label="Reply"></button><button aria-label="More" aria-haspopup="menu" aria-expanded="false"></button></div>
<div id="UniqueMessageBody_${index}" role="document" aria-label="Message body">${each.html}</div></div>`;

  function showConversation(view) {
    history.pushState(null, '', `/mail/inbox/id/${encodeURIComponent(view.conversation)}`);
    const pane = make(
      `<div id="ConversationReadingPaneContainer" data-app-section="ConversationContainer"><div role="heading" aria-level="2"><span id="CONV_1_SUBJECT" role="heading" aria-level="3" title="${view.subject}">${view.subject}</span></div></div>`,
    );
    surface.replaceChildren(pane);
    for (const [index, each] of view.items.entries()) pane.append(make(card(each, index)));
    for (const row of list.children) row.setAttribute('aria-selected', 'false');
    list.prepend(rowOf(view, true));
    state.messages = view.items.length;
    performance.mark('drawn-thread');
  }

  const rowOf = (view, selected) =>
    make(
      `<div role="option" data-convid="${view.conversation}" aria-selected="${selected}" aria-label="${view.items[0].from.name} ${view.subject}"><span title="${view.items[0].from.address}">${view.items[0].from.name}</span><span>${time(view.items[0].at)}</span></div>`,
    );

  const tile = (each) =>
    site === 'google-calendar'
      ? `<div role="button" data-eventchip data-eventid="${each.code}"><div class="XuJrye">${time(each.at)}, ${each.title}</div></div>`
      : `<div data-calitemid="${each.item}"><div role="button" aria-label="${each.title}, ${time(each.at)} to ${time(each.at + 1_800_000)}, ${new Date(each.at).toLocaleDateString('en-US', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' })}, Hall 3, Busy" title="${each.title}"><span>${each.title}</span></div></div>`;

  function showCalendar(view) {
    list.replaceChildren(...view.items.map((each) => make(tile(each))));
    surface.replaceChildren();
    state.messages = view.items.length;
    state.rows = view.items.length;
    performance.mark('drawn-list');
  }

  function showEvent(view) {
    const last = view.items.at(-1);
    list.lastElementChild.querySelector('[role="button"]')?.click();
    if (site === 'google-calendar') {
      list.lastElementChild.click();
      surface.append(
        make(
          `<div role="dialog" aria-labelledby="rAECCd"><div id="xDetDlg" data-eventid="${last.code}"><span id="rAECCd">${last.title}</span><div id="xDetDlgWhen">${time(last.at)}</div></div></div>`,
        ),
      );
      return;
    }
    surface.append(
      make(
        `<div role="dialog"><div data-app-section="CalendarItemPeek"><div role="heading" aria-level="2">${last.title}</div><span data-lpc-hover-target-id="h1">${last.from.name}</span></div></div>`,
      ),
    );
    // Its details come when the rep looks at them: what follows the drawing is not what comes before their handler.
    setTimeout(() => act('GetCalendarEvent', state.wish, () => performance.mark('drawn-thread')), 1000);
  }

  async function open(count, seed) {
    const wish = `bench-thread:${count}:${seed}`;
    state.wish = wish;
    const view = await drawnOf(wish);
    if (site === 'outlook') act('GetConversationItems', wish, () => showConversation(view));
    else {
      const both = () => {
        showCalendar(view);
        showEvent(view);
      };
      if (site === 'google-calendar') ask('prefetcheventrange', wish, both);
      else act('GetCalendarView', wish, both);
    }
  }

  async function showRows(count, seed) {
    const wish = `bench-list:${count}:${seed}`;
    const views = await drawnOf(wish);
    if (site === 'outlook')
      act('FindConversation', wish, () => {
        history.pushState(null, '', '/mail/inbox');
        surface.replaceChildren();
        list.replaceChildren(...views.map((view) => rowOf(view, false)));
        state.rows = views.length;
        performance.mark('drawn-list');
      });
    // Another week: the calendar has it already, and asks whether there is news.
    else if (site === 'google-calendar') ask('sync', wish, () => showCalendar(views));
    else act('GetCalendarView', wish, () => showCalendar(views));
  }

  /** What an open page does by itself: presence, times, a poll now and then. Every half second a step. */
  function churn() {
    state.ticks += 1;
    performance.mark('churn');
    const status = document.querySelector('#status');
    status.textContent = `${state.ticks % 7} online`;
    status.classList.toggle('on', state.ticks % 2 === 0);
    const row = list.children[state.ticks % Math.max(1, list.children.length)];
    if (state.ticks % 4 === 0) row?.classList.toggle('hover');
    if (state.ticks % 20 === 0) {
      const done = () => list.firstElementChild && list.append(list.firstElementChild);
      if (site === 'google-calendar') ask('sync', 'bench-poll:0:0', done);
      else act(site === 'outlook' ? 'FindConversation' : 'GetReminders', 'bench-poll:0:0', done);
    }
  }

  window.bench = {
    open: (count, seed) => void open(count, seed),
    list: (count, seed) => void showRows(count, seed),
    churn(on) {
      clearInterval(state.timer);
      if (on) state.timer = setInterval(churn, 500);
    },
    parse: () => state.parseMs,
    shown: () => ({ messages: state.messages, rows: state.rows }),
  };
  if (site !== 'outlook') showCalendar(window.benchFirst);
  else list.replaceChildren(...window.benchFirst.map((view) => rowOf(view, false)));
  document.querySelector('#loading').remove();
})();
