// The tables: their rows as objects, sorting.
function readRows(tables) {
  const rows = new Map();
  for (const section of tables.querySelectorAll('section')) {
    const captions = [...section.querySelectorAll('thead th')].map((one) => one.textContent);
    for (const element of section.querySelectorAll('tbody tr')) {
      const values = [...element.cells].map((cell) => cell.textContent);
      const links = [...element.cells].map((cell) => cell.querySelector('a'));
      const button = element.querySelector('button');
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
    header.querySelector('button').addEventListener('click', () => sortBy(header));
}
