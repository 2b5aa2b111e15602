// The tables: their rows as objects, sorting, and one stop of Tab for the heads and one for the rows of each.

// What is only text without a script.
function makeButton(cell) {
  const button = Object.assign(document.createElement('button'), { type: 'button', tabIndex: -1 });
  button.append(...cell.childNodes);
  cell.append(button);
  return button;
}

/// Of the buttons that `list` gives, one is in the tab order; arrows go on to the others.
function makeRoving(container, list, back, forth) {
  let current = null;
  function enter(button) {
    if (current) current.tabIndex = -1;
    current = button ?? null;
    if (current) current.tabIndex = 0;
  }
  function keep() {
    if (!current || current.closest('[hidden]')) enter(list()[0]);
  }
  container.addEventListener('focusin', (event) => { if (event.target.matches('button')) enter(event.target); });
  container.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches('button')) return;
    const all = list();
    const at = all.indexOf(event.target);
    const to = { [back]: all[at - 1], [forth]: all[at + 1], Home: all[0], End: all[all.length - 1] };
    if (!(event.key in to)) return;
    event.preventDefault();
    to[event.key]?.focus();
  });
  keep();
  return keep;
}

/// Gives each table its stops; what it returns keeps them on rows that are shown.
function makeStops(tables) {
  const keeps = [];
  for (const table of tables.querySelectorAll('table')) {
    const [body] = table.tBodies;
    keeps.push(
      makeRoving(table.tHead, () => [...table.tHead.querySelectorAll('button')], 'ArrowLeft', 'ArrowRight'),
      makeRoving(body, () => [...body.rows].filter((row) => !row.hidden).map((row) => row.cells[0].firstElementChild), 'ArrowUp', 'ArrowDown'));
    for (const link of body.querySelectorAll('a')) link.tabIndex = -1;
    body.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: 'button', ArrowRight: 'a' }[event.key];
      const to = step && event.target.closest('tr').querySelector(step);
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
  }
  return () => { for (const keep of keeps) keep(); };
}

function readRows(tables) {
  const rows = new Map();
  for (const section of tables.querySelectorAll('section')) {
    const captions = [...section.querySelectorAll('thead th')].map((one) => one.textContent);
    for (const element of section.querySelectorAll('tbody tr')) {
      const values = [...element.cells].map((cell) => cell.textContent);
      const links = [...element.cells].map((cell) => cell.querySelector('a'));
      const button = makeButton(element.cells[0]);
      rows.set(element.dataset.r, {
        number: element.dataset.r, element, section, captions, values, kind: section.dataset.kind,
        title: values[0], class: element.dataset.c, group: element.dataset.g,
        facts: () => captions.map((name, i) => [name, values[i], links[i]]).slice(1).filter(([, value]) => value !== ''),
        focus: () => { element.scrollIntoView({ block: 'center' }); button.focus({ preventScroll: true }); },
      });
    }
  }
  return rows;
}

function sortBy(header) {
  const table = header.closest('table');
  const column = header.cellIndex;
  const up = header.getAttribute('aria-sort') !== 'ascending';
  for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  const words = new Intl.Collator('fr', { numeric: true });
  const isNumber = [...table.tBodies[0].rows].some((row) => row.cells[column].dataset.v !== undefined);
  const key = (row) => isNumber ? parseFloat(row.cells[column].dataset.v) : row.cells[column].textContent;
  const isEmpty = (value) => value === '' || Number.isNaN(value);
  // What has no value stands last, whichever way.
  const order = (a, b) => isEmpty(a) || isEmpty(b) ? isEmpty(a) - isEmpty(b)
    : (up ? 1 : -1) * (isNumber ? a - b : words.compare(a, b));
  const sorted = [...table.tBodies[0].rows].map((row) => [key(row), row]).sort((a, b) => order(a[0], b[0]));
  table.tBodies[0].append(...sorted.map(([, row]) => row));
}

function makeSortable(tables) {
  for (const header of tables.querySelectorAll('thead th'))
    makeButton(header).addEventListener('click', () => sortBy(header));
}
