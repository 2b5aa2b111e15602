'use strict';
// The preview: shows the chosen page, and the next version of it when the server says that there is one.
const texts = document.body.dataset;
const select = document.querySelector('select');
const status = document.querySelector('.status');
const error = document.querySelector('.error');
const findings = document.querySelector('.findings');
const main = document.querySelector('main');
let shown = { page: '', version: -1 };

const chosen = () => decodeURIComponent(location.hash.slice(1));

// The next version loads behind the one that is seen, takes over what the reader had chosen, and replaces it.
function load(page, version) {
  shown = { page, version };
  main.querySelector('.coming')?.remove();
  const before = main.querySelector('iframe');
  const frame = document.querySelector('template').content.firstElementChild.cloneNode();
  frame.className = before ? 'coming' : '';
  frame.addEventListener('load', () => {
    if (!frame.isConnected) return;
    const samePage = before && before.dataset.page === page;
    if (samePage) {
      const state = before.contentWindow.cartouche?.state();
      if (state) frame.contentWindow.cartouche?.restore(state);
      frame.contentWindow.scrollTo(before.contentWindow.scrollX, before.contentWindow.scrollY);
    }
    frame.className = '';
    before?.remove();
    document.body.dataset.version = version;
    fetch('/state').then((answer) => answer.json()).then(report).catch(() => {});
  });
  frame.dataset.page = page;
  frame.src = `/page/${encodeURIComponent(page)}`;
  main.append(frame);
}

function report(state) {
  document.title = state.title;
  error.hidden = !state.error;
  error.textContent = state.error;
  status.textContent = state.error ? texts.stale : texts.live;
  findings.hidden = state.findings.length === 0;
  findings.querySelector('summary').textContent =
    state.findings.length === 1 ? texts.finding : texts.findings.replace('{n}', state.findings.length);
  findings.querySelector('ul').replaceChildren(
    ...state.findings.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
}

function listPages(pages) {
  if ([...select.options].map((one) => one.value).join('\n') !== pages.join('\n'))
    select.replaceChildren(...pages.map((page) => new Option(page, page)));
}

function receive(state) {
  listPages(state.pages);
  report(state);
  const page = state.pages.includes(chosen()) ? chosen() : state.pages[0];
  if (page === undefined) return;
  select.value = page;
  if (page !== shown.page || state.version !== shown.version) load(page, state.version);
}

// A browser has six connections to a host, and a stream takes one for good: one tab, which holds the lock, listens
// for all. When it is closed the lock goes to another.
const tabs = new BroadcastChannel('preview');
let events = null;  // of the tab that listens

function lose() { status.textContent = texts.lost; }
tabs.onmessage = ({ data }) => { if (data.state) receive(data.state); else lose(); };

// The server makes the page named here as soon as something changes.
function listen() {
  events?.close();
  events = new EventSource(`/events?page=${encodeURIComponent(chosen())}`);
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    tabs.postMessage({ state });
    receive(state);
  };
  events.onerror = () => {
    tabs.postMessage({ lost: true });
    lose();
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);  // refused, which ends it
  };
}
const ask = () => fetch('/state').then((answer) => answer.json()).then(receive).catch(lose);

select.addEventListener('change', () => { location.hash = encodeURIComponent(select.value); });
addEventListener('hashchange', () => { if (events) listen(); else ask(); });
ask();
navigator.locks.request('preview', () => new Promise(listen));
