// Puts the parts together.
const box = document.querySelector('.view');
const svg = box.querySelector('svg');
const tables = document.querySelector('.tables');
const side = document.querySelector('aside');
document.documentElement.classList.add('live');
// What nothing would answer to without a script.
for (const element of document.querySelectorAll('[data-live]')) element.hidden = false;
const attributes = { tabindex: '0', role: 'group', 'aria-label': box.dataset.name, 'aria-describedby': 'ui.help' };
for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
svg.removeAttribute('width');
svg.removeAttribute('height');

const view = makeView(box, svg, document.querySelector('.gesture'));
const rows = readRows(tables);
const features = makeFeatures(box, svg, document.querySelector('.card'), rows, view);
makeSortable(tables);
const filters = makeFilters(side, svg, rows, features, makeStops(tables));

for (const button of document.querySelectorAll('.controls [data-act]'))
  button.addEventListener('click', () => view.actions[button.dataset.act]());
box.addEventListener('click', (event) => {
  if (view.wasDragged()) return;
  const shape = event.target.closest('[data-r]');
  if (!shape || !rows.has(shape.dataset.r)) return features.hide();
  features.pin(shape, { x: event.clientX, y: event.clientY });
  const { element, section } = rows.get(shape.dataset.r);
  // The table moves to its row; the page stays where the reader is.
  const scroll = section.querySelector('.scroll');
  scroll.scrollTop = element.offsetTop - scroll.clientHeight / 2;
});
// An address of a thing without a row: its page opens beside this one.
for (const link of svg.querySelectorAll('a')) {
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer');
}
for (const row of rows.values()) {
  row.element.querySelector('button').addEventListener('click', () => features.focusOn(row));
}
whenPointing(tables, (event) => features.hint(rows.get(event.target.closest('tr')?.dataset.r)));
tables.addEventListener('pointerleave', () => features.hint(null));

const address = makeAddress(view, filters, features, rows);
// To the tables without leaving what the address says.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  tables.focus();
});

// A preview that loads the page anew keeps what its reader had chosen: in the address, which is read once more when the page is shown.
window.cartouche = {
  state: address.words,
  restore(words) {
    history.replaceState(null, '', location.pathname + location.search + (words ? `#${words}` : ''));
    address.show(new URLSearchParams(words));
  },
};
