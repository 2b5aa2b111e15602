// The things on the map that have a row in a table: cards, marks, focus.

// A page or a map that moves under a resting pointer brings other things below it: only a pointer that moves
// by itself points at something.
let pointer = { x: NaN, y: NaN, moves: false };
addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
  pointer = { x, y, moves: x !== pointer.x || y !== pointer.y };
}, true);
function whenPointing(element, call) {
  element.addEventListener('pointermove', (event) => { if (pointer.moves) call(event); });
}

function makeFeatures(box, svg, card, rows, view) {
  const elements = new Map();  // row number → its shapes, one a frame
  for (const element of svg.querySelectorAll('[data-r]')) {
    const number = element.dataset.r;
    if (!elements.has(number)) elements.set(number, []);
    elements.get(number).push(element);
  }
  const groups = new Map();
  for (const row of rows.values())
    if (row.group) groups.set(row.group, [...(groups.get(row.group) || []), row]);
  const mark = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'g'));
  mark.setAttribute('class', 'mark');

  const rowOf = (shape) => rows.get(shape.dataset.r);
  const isShown = (shape) => !shape.classList.contains('off') && !shape.classList.contains('faded');
  const shapesOf = (row) => elements.get(row.number) || [];
  function middleOf(shape) {
    const bounds = shape.getBoundingClientRect();
    return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  }
  const walk = makeWalk(box, svg, [...rows.values()].flatMap(shapesOf), { rowOf, isShown, middleOf });

  function outline(shape, top) {
    let copy;
    if (rowOf(shape).kind === 'points') {
      const bounds = shape.getBBox();
      copy = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      copy.setAttribute('cx', bounds.x + bounds.width / 2);
      copy.setAttribute('cy', bounds.y + bounds.height / 2);
      copy.setAttribute('r', Math.max(bounds.width, bounds.height) / 2 + 2);
    } else {
      copy = shape.cloneNode(true);
      for (const one of [copy, ...copy.querySelectorAll('*')])
        for (const name of ['id', 'data-r', 'data-c', 'tabindex', 'role', 'aria-label', 'class']) one.removeAttribute(name);
    }
    if (top) copy.setAttribute('class', 'top');
    mark.append(copy);
  }
  let lit = null;
  function light(row) {
    if (row === lit) return;
    lit?.element.classList.remove('lit');
    lit = row;
    mark.replaceChildren();
    if (!row) return;
    row.element.classList.add('lit');
    const together = row.group ? groups.get(row.group) : [row];
    const shapes = together.flatMap(shapesOf).filter(isShown);
    for (const top of [false, true]) for (const shape of shapes) outline(shape, top);
  }

  let hiding = 0;
  let shown = null;   // whose card is seen: { row, shape }
  let chosen = null;  // the same where it stays until Escape, a click or a step of the keyboard
  function place(at) {
    const around = box.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const along = (wish, room, extent) =>
      Math.max(4, Math.min(wish + 14 + extent > room ? wish - 14 - extent : wish + 14, room - extent - 4));
    card.style.left = `${along(at.x - around.x, around.width, size.width)}px`;
    card.style.top = `${along(at.y - around.y, around.height, size.height)}px`;
  }
  function showCard(shape, at) {
    clearTimeout(hiding);
    const row = rowOf(shape);
    const title = document.createElement('strong');
    title.textContent = row.title;
    const list = document.createElement('dl');
    for (const [name, value, link] of row.facts()) {
      const fact = document.createElement('dd');
      if (link) fact.append(link.cloneNode(true));
      else fact.textContent = value;
      list.append(Object.assign(document.createElement('dt'), { textContent: name }), fact);
    }
    card.replaceChildren(title, list);
    card.hidden = false;
    shown = { row, shape };
    place(at);
    light(row);
  }
  // A card that stays can be put away without a keyboard too.
  function keep() {
    chosen = shown;
    const close = Object.assign(document.createElement('button'), { type: 'button', className: 'close', textContent: '×' });
    close.setAttribute('aria-label', card.dataset.close);
    close.addEventListener('click', () => { hide(); box.focus({ preventScroll: true }); });
    card.prepend(close);
  }
  let onChoice = () => {};
  function choose(shape, at) {
    const before = chosen?.row;
    showCard(shape, at);
    keep();
    if (chosen.row !== before) onChoice();
  }
  function putAway() {
    clearTimeout(hiding);
    const before = chosen;
    shown = chosen = null;
    card.hidden = true;
    light(null);
    return before !== null;
  }
  function hide() { if (putAway()) onChoice(); }
  // Late enough to move onto the card and read it there.
  const hideSoon = () => { clearTimeout(hiding); if (!chosen) hiding = setTimeout(hide, 300); };
  const featureAt = (event) => {
    const shape = event.target.closest?.('[data-r]');
    return shape && rows.has(shape.dataset.r) ? shape : null;
  };

  whenPointing(box, (event) => {
    const shape = featureAt(event);
    if (event.pointerType === 'touch' || event.buttons > 0 || chosen || !shape) return;
    if (shown?.shape === shape) clearTimeout(hiding);
    else showCard(shape, { x: event.clientX, y: event.clientY });
  });
  box.addEventListener('pointerout', hideSoon);
  card.addEventListener('pointerenter', () => clearTimeout(hiding));
  card.addEventListener('pointerleave', hideSoon);
  box.addEventListener('focusin', (event) => {
    const shape = featureAt(event);
    if (!shape) return;
    walk.enter(shape);
    // A click focuses as well, and says itself what it chooses.
    if (shape.matches(':focus-visible') && chosen?.row !== rowOf(shape)) choose(shape, middleOf(shape));
  });
  addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  box.addEventListener('keydown', (event) => {
    const shape = featureAt(event);
    if (!shape || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    rowOf(shape).focus();
  });
  // A card goes with its shape.
  view.onMove(() => { if (shown) place(middleOf(shown.shape)); });

  return {
    elements, hide,
    /// Outlines a row for as long as the pointer is on it in the table.
    hint: (row) => light(row || shown?.row || null),
    pin: choose,
    chosen: () => chosen?.row || null,
    onChoice(call) { onChoice = call; },
    /// After a filter: what is no longer shown loses its card, its outline and its place in the tab order.
    keepShown() {
      if (shown && !isShown(shown.shape)) putAway();
      else if (lit) { const row = lit; light(null); light(row); }
      walk.keepEntrances();
    },
    /// Chooses a row without moving the map or the focus.
    restore(row) {
      const shape = row && shapesOf(row).find(isShown);
      putAway();
      if (!shape) return;
      showCard(shape, middleOf(shape));
      keep();
    },
    focusOn(row) {
      const shape = shapesOf(row).find(isShown);
      if (!shape) return;
      view.lookAt(shape.getBBox(), 120);
      box.scrollIntoView({ block: 'nearest' });
      choose(shape, middleOf(shape));
      shape.focus({ preventScroll: true });
    },
  };
}
