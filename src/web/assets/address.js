// What the reader sees stands in the address, so that back and forward, a reload and a link that is sent show it.
//   #view=x,y,zoom&search=words&off=class,class&filter.Caption=value&feature=id of its shape
function makeAddress(view, filters, features, rows) {
  const idOf = (row) => features.elements.get(row.number)[0].id;
  const places = [100, 100, 1000];  // decimals of x, y and zoom that can be seen

  function words() {
    const state = new URLSearchParams();
    if (view.state()[2] > 1) state.set('view', view.state().map((one, i) => Math.round(one * places[i]) / places[i]).join(','));
    filters.write(state);
    const chosen = features.chosen();
    if (chosen) state.set('feature', idOf(chosen));
    return state.toString();
  }
  function show(state) {
    const wanted = (state.get('view') ?? '').split(',').map(Number);
    view.restore(wanted.length === 3 && wanted.every(Number.isFinite) ? wanted : [0, 0, 1]);
    filters.restore(state);
    const id = state.get('feature');
    features.restore(id === null ? null : [...rows.values()].find((row) => features.elements.has(row.number) && idOf(row) === id));
  }

  // Within another page there is one history, and that page's steps are what "back" means.
  const framed = window.parent !== window;
  let waiting = 0;
  function write(step) {
    clearTimeout(waiting);
    const address = location.pathname + location.search + (words() ? `#${words()}` : '');
    if (address === location.pathname + location.search + location.hash) return;
    history[step && !framed ? 'pushState' : 'replaceState'](null, '', address);
  }
  const writeSoon = () => { clearTimeout(waiting); waiting = setTimeout(() => write(false), 250); };
  const read = () => { clearTimeout(waiting); show(new URLSearchParams(location.hash.slice(1))); };

  read();
  view.onMove(writeSoon);
  filters.onChange(write);
  features.onChoice(() => write(true));
  addEventListener('popstate', read);
  // A browser that comes back fills in controls by itself: the address is what holds.
  addEventListener('pageshow', read);
  return { words, show };
}
