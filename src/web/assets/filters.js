// What is shown: the legend's switches, the filters and the search, on the map and in the tables alike.
function makeFilters(side, svg, rows, features) {
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

  function apply() {
    const off = new Set(switches.filter((one) => !one.checked).map((one) => one.dataset.class));
    const hidden = new Set();
    const narrowed = selects.some((one) => one.value !== '') || (search && search.value.trim() !== '');
    const counts = new Map();
    const sought = seek(search?.value ?? '');
    for (const row of rows.values()) {
      const shown = !off.has(row.class) && passes(row, sought);
      if (!shown) hidden.add(row.number);
      row.element.hidden = !shown;
      const count = counts.get(row.section) || [0, 0];
      counts.set(row.section, [count[0] + (shown ? 1 : 0), count[1] + 1]);
    }
    for (const element of svg.querySelectorAll('[data-c]'))
      element.classList.toggle('off', off.has(element.dataset.c) || hidden.has(element.dataset.r));
    for (const name of svg.querySelectorAll('[data-n]')) {
      const own = switches.filter((one) => one.dataset.class.split('.')[0] === name.dataset.n);
      name.classList.toggle('off', own.length > 0 && own.every((one) => !one.checked));
    }
    const lines = [];
    for (const [section, [shown, total]] of counts) {
      const text = (shown === 1 ? texts.shownOne : texts.shown).replace('{n}', shown).replace('{total}', total);
      section.querySelector('.count').textContent = text;
      lines.push(`${section.querySelector('caption').textContent} : ${text}`);
    }
    const none = rows.size > 0 && hidden.size === rows.size;
    status.textContent = none ? texts.none : narrowed || off.size > 0 ? lines.join(' · ') : '';
    features.keepShown();
  }

  for (const control of [...switches, ...selects]) control.addEventListener('change', apply);
  search?.addEventListener('input', apply);
  const reset = side.querySelector('[data-act=reset]');
  reset?.addEventListener('click', () => {
    for (const one of switches) one.checked = true;
    for (const one of selects) one.value = '';
    search.value = '';
    apply();
  });
  return {
    state: () => [switches.map((one) => one.checked), selects.map((one) => one.value), search?.value],
    restore([on, chosen, sought]) {
      switches.forEach((one, i) => { one.checked = on[i] ?? true; });
      selects.forEach((one, i) => { if ([...one.options].some((option) => option.value === chosen[i])) one.value = chosen[i]; });
      if (search) search.value = sought ?? '';
      apply();
    },
  };
}
