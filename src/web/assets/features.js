// The things on the map that have a row in a table: cards, marks, focus.
function makeFeatures(box, svg, card, rows) {
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

  // As a drawing is one image, what is in it must be told apart: a button each, one of them in the tab order.
  svg.setAttribute('role', 'group');
  let current = null;
  for (const [number, shapes] of elements)
    for (const shape of shapes) {
      const row = rows.get(number);
      if (!row) continue;
      shape.setAttribute('role', 'button');
      shape.setAttribute('tabindex', '-1');
      shape.setAttribute('aria-label', [row.title, ...row.facts().map(([name, value]) => `${name} : ${value}`)].join(', '));
    }
  const isShown = (shape) => !shape.classList.contains('off');
  function enter(shape) {
    if (current) current.setAttribute('tabindex', '-1');
    current = shape;
    if (current) current.setAttribute('tabindex', '0');
  }
  function keepEntrance() {
    if (current && isShown(current)) return;
    const all = [...elements.values()].flat().filter((one) => rows.has(one.dataset.r) && isShown(one));
    enter(all.find((one) => rows.get(one.dataset.r).kind === 'points') || all[0] || null);
  }

  function outline(shape, top) {
    let copy;
    if (rows.get(shape.dataset.r).kind === 'points') {
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
  function light(row) {
    mark.replaceChildren();
    for (const other of rows.values()) other.element.classList.toggle('lit', other === row);
    if (!row) return;
    const together = row.group ? groups.get(row.group) : [row];
    const shapes = together.flatMap((one) => elements.get(one.number) || []).filter(isShown);
    for (const top of [false, true]) for (const shape of shapes) outline(shape, top);
  }

  let hiding = 0;
  let pinned = false;
  function showCard(row, at) {
    clearTimeout(hiding);
    const title = document.createElement('strong');
    title.textContent = row.title;
    const list = document.createElement('dl');
    for (const [name, value] of row.facts()) {
      list.append(Object.assign(document.createElement('dt'), { textContent: name }),
                  Object.assign(document.createElement('dd'), { textContent: value }));
    }
    card.replaceChildren(title, list);
    card.hidden = false;
    const around = box.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const place = (wish, room, extent) => Math.max(4, wish + 14 + extent > room ? wish - 14 - extent : wish + 14);
    card.style.left = `${place(at.x - around.x, around.width, size.width)}px`;
    card.style.top = `${place(at.y - around.y, around.height, size.height)}px`;
    light(row);
  }
  function hide() {
    clearTimeout(hiding);
    pinned = false;
    card.hidden = true;
    light(null);
  }
  // Late enough to move onto the card and read it there.
  const hideSoon = () => { clearTimeout(hiding); if (!pinned) hiding = setTimeout(hide, 300); };
  const featureAt = (event) => event.target.closest?.('[data-r]');

  box.addEventListener('pointerover', (event) => {
    const shape = featureAt(event);
    if (event.pointerType === 'touch' || pinned || !shape || !rows.has(shape.dataset.r)) return;
    showCard(rows.get(shape.dataset.r), { x: event.clientX, y: event.clientY });
  });
  box.addEventListener('pointerout', hideSoon);
  card.addEventListener('pointerenter', () => clearTimeout(hiding));
  card.addEventListener('pointerleave', hideSoon);
  box.addEventListener('focusin', (event) => {
    const shape = featureAt(event);
    if (!shape || !rows.has(shape.dataset.r)) return;
    enter(shape);
    showAt(shape);
  });
  box.addEventListener('focusout', hideSoon);
  addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });

  function showAt(shape) {
    const bounds = shape.getBoundingClientRect();
    showCard(rows.get(shape.dataset.r), { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 });
  }

  // The nearest feature in the direction of an arrow; what lies aside of it counts double.
  function neighbour(shape, dx, dy) {
    const centre = (one) => { const b = one.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; };
    const [x, y] = centre(shape);
    let [best, nearest] = [null, Infinity];
    for (const other of [...elements.values()].flat()) {
      if (other === shape || !isShown(other) || rows.get(other.dataset.r)?.kind !== rows.get(shape.dataset.r).kind) continue;
      const [ox, oy] = centre(other);
      const along = (ox - x) * dx + (oy - y) * dy;
      const across = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
      if (along <= 0 || across > 2 * along) continue;
      const distance = along + 2 * across;
      if (distance < nearest) [best, nearest] = [other, distance];
    }
    return best;
  }
  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  box.addEventListener('keydown', (event) => {
    const shape = featureAt(event);
    if (!shape) return;
    if (directions[event.key]) {
      event.preventDefault();
      neighbour(shape, ...directions[event.key])?.focus({ preventScroll: true });
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      rows.get(shape.dataset.r)?.focus();
    }
  });

  keepEntrance();
  return {
    elements, hide, light, keepEntrance,
    pin(shape, at) { pinned = false; showCard(rows.get(shape.dataset.r), at); pinned = true; },
    focusOn(row, view) {
      const shape = (elements.get(row.number) || []).find(isShown);
      if (!shape) return;
      view.lookAt(shape.getBBox(), 120);
      requestAnimationFrame(() => requestAnimationFrame(() => { shape.focus({ preventScroll: true }); showAt(shape); }));
      box.scrollIntoView({ block: 'nearest' });
    },
  };
}
