// What is shown: the legend's switches, the filters and the search, on the map and in the tables alike.
function makeFilters(side, svg, rows, features, keepStops) {
  const texts = document.body.dataset;
  const switches = [...side.querySelectorAll('[data-class]')];
  const selects = [...side.querySelectorAll('[data-filter]')];
  const search = side.querySelector('[data-search]');
  const status = side.querySelector('.status');

  for (const select of selects) {
    const values = new Set();
    for (const row of rows.values()) {
      const column = row.captions.indexOf(select.dataset.filter);
      if (column >= 0 && row.values[column] !== '') values.add(row.values[column]);
    }
    for (const value of [...values].sort(new Intl.Collator('fr', { numeric: true }).compare))
      select.append(new Option(value, value));
  }

  // A filter says nothing of rows that lack its column.
  function passes(row, sought) {
    for (const select of selects) {
      const column = row.captions.indexOf(select.dataset.filter);
      if (select.value !== '' && column >= 0 && row.values[column] !== select.value) return false;
    }
    return sought(row);
  }

  const phrase = (shown, total) => (shown === 1 ? texts.shownOne : texts.shown).replace('{n}', shown).replace('{total}', total);

  // What is switched off goes, but areas only fade: without them, what lies below would look like another class.
  // What a filter leaves out fades, and names and callouts with it: the map never says that it is not there.
  function draw(how, hidden) {
    const set = (element, state) => {
      element.classList.toggle('off', state === 'off');
      element.classList.toggle('faded', state === 'faded');
    };
    for (const element of svg.querySelectorAll('[data-c], [data-r]'))
      set(element, how.get(element.dataset.c) ?? (hidden.has(element.dataset.r) ? 'faded' : ''));
    for (const element of svg.querySelectorAll('[data-n]')) {
      const own = switches.filter((one) => one.dataset.class.split('.')[0] === element.dataset.n);
      set(element, own.length > 0 && own.every((one) => !one.checked) ? 'off' : '');
    }
    for (const element of svg.querySelectorAll('[data-of]:not(.off)')) {
      const of = element.dataset.of.split(' ');
      if (of.some((number) => !hidden.has(number))) continue;
      set(element, of.every((number) => how.get(rows.get(number)?.class) === 'off') ? 'off' : 'faded');
    }
  }

  function apply() {
    const how = new Map(switches.filter((one) => !one.checked).map((one) => [one.dataset.class, one.dataset.off]));
    const hidden = new Set();
    const narrowed = how.size > 0 || selects.some((one) => one.value !== '') || (search && search.value.trim() !== '');
    const counts = new Map();   // section or class → [shown, all]
    const count = (key, shown) => {
      const [before, all] = counts.get(key) || [0, 0];
      counts.set(key, [before + (shown ? 1 : 0), all + 1]);
    };
    const sought = seek(search?.value ?? '');
    for (const row of rows.values()) {
      const shown = !how.has(row.class) && passes(row, sought);
      if (!shown) hidden.add(row.number);
      row.element.hidden = !shown;
      count(row.section, shown);
      count(row.class, shown);
    }
    draw(how, hidden);
    for (const one of switches) {
      const [shown, all] = counts.get(one.dataset.class) || [0, 0];
      one.closest('label').querySelector('.count').textContent = narrowed && all > 0 ? phrase(shown, all) : '';
    }
    const lines = [];
    for (const section of new Set([...rows.values()].map((row) => row.section))) {
      const text = phrase(...counts.get(section));
      section.querySelector('.count').textContent = text;
      lines.push(`${section.querySelector('caption').textContent} : ${text}`);
    }
    const none = rows.size > 0 && hidden.size === rows.size;
    status.textContent = none ? texts.none : narrowed && lines.length > 0 ? `${lines.join(' · ')}. ${texts.whole}` : '';
    features.keepShown();
    keepStops();
  }

  let onChange = () => {};
  for (const control of [...switches, ...selects]) control.addEventListener('change', () => { apply(); onChange(true); });
  let sought = '';
  search?.addEventListener('input', () => {
    apply();
    onChange((search.value === '') !== (sought === ''));  // a step back for the whole search, not for each letter
    sought = search.value;
  });
  const reset = side.querySelector('[data-act=reset]');
  reset?.addEventListener('click', () => {
    restore(new URLSearchParams());
    onChange(true);
  });

  function write(state) {
    const off = switches.filter((one) => !one.checked).map((one) => one.dataset.class);
    if (off.length > 0) state.set('off', off.join(','));
    for (const one of selects) if (one.value !== '') state.set(`filter.${one.dataset.filter}`, one.value);
    if (search && search.value.trim() !== '') state.set('search', search.value.trim());
  }
  function restore(state) {
    const off = new Set((state.get('off') ?? '').split(','));
    for (const one of switches) one.checked = !off.has(one.dataset.class);
    for (const one of selects) {
      const wanted = state.get(`filter.${one.dataset.filter}`) ?? '';
      one.value = [...one.options].some((option) => option.value === wanted) ? wanted : '';
    }
    if (search) search.value = sought = state.get('search') ?? '';
    apply();
  }
  return { write, restore, onChange(call) { onChange = call; } };
}
