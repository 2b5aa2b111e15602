// The map by keyboard: one stop of Tab for each layer, and arrows from shape to shape, which reach all of them.
function makeWalk(box, svg, shapes, { rowOf, isShown, middleOf }) {
  // As a drawing is one image, what is in it must be told apart: a button each.
  svg.setAttribute('role', 'group');
  const layers = new Map();  // a table's section → its shapes, in the order of the tables
  for (const shape of shapes) {
    const row = rowOf(shape);
    shape.setAttribute('role', 'button');
    shape.setAttribute('tabindex', '-1');
    shape.setAttribute('aria-label', [row.title, ...row.facts().map(([name, value]) => `${name} : ${value}`)].join(', '));
    layers.set(row.section, [...(layers.get(row.section) || []), shape]);
  }
  const entrances = new Map();  // section → the shape that Tab comes to
  const ways = new Map();       // section → shape → [left, right, up, down], made when first walked

  function enter(shape) {
    const { section } = rowOf(shape);
    entrances.get(section)?.setAttribute('tabindex', '-1');
    entrances.set(section, shape);
    shape.setAttribute('tabindex', '0');
  }
  function keepEntrances() {
    ways.clear();
    for (const [section, all] of layers) {
      const now = entrances.get(section);
      if (now && isShown(now)) continue;
      now?.setAttribute('tabindex', '-1');
      entrances.delete(section);
      const first = all.find(isShown);
      if (first) enter(first);
    }
  }

  // Left, right, up, down: the nearest that way; what lies aside counts double.
  const directions = [[-1, 0], [1, 0], [0, -1], [0, 1]];
  function nearest(from, places, [dx, dy]) {
    let [best, least] = [null, Infinity];
    for (const [other, at] of places) {
      const along = (at.x - from.x) * dx + (at.y - from.y) * dy;
      const across = Math.abs((at.x - from.x) * dy) + Math.abs((at.y - from.y) * dx);
      if (along <= 0 || across > 2 * along || along + 2 * across >= least) continue;
      [best, least] = [other, along + 2 * across];
    }
    return best;
  }
  // Whatever the nearest leave out is put between a shape that is reached and the next one that way: so each
  // shape can be walked to from the first (Home), and back by the opposite arrow.
  function makeWays(section) {
    const places = new Map(layers.get(section).filter(isShown).map((shape) => [shape, middleOf(shape)]));
    const next = new Map([...places].map(([shape, at]) => [shape, directions.map((way) => nearest(at, places, way))]));
    const reached = new Set();
    function reach(first) {
      const open = [first];
      while (open.length > 0) {
        const shape = open.pop();
        if (reached.has(shape)) continue;
        reached.add(shape);
        open.push(...next.get(shape).filter(Boolean));
      }
    }
    if (places.size > 0) reach(places.keys().next().value);
    for (const [shape, at] of places) {
      if (reached.has(shape)) continue;
      let [from, least] = [null, Infinity];
      for (const other of reached) {
        const there = places.get(other);
        const distance = Math.hypot(there.x - at.x, there.y - at.y);
        if (distance < least) [from, least] = [other, distance];
      }
      const [dx, dy] = [at.x - places.get(from).x, at.y - places.get(from).y];
      const way = Math.abs(dx) >= Math.abs(dy) ? (dx < 0 ? 0 : 1) : (dy < 0 ? 2 : 3);
      const beyond = next.get(from)[way];
      next.get(from)[way] = shape;
      next.get(shape)[way] = beyond;
      next.get(shape)[way ^ 1] = from;
      reach(shape);
    }
    return next;
  }

  // The stops follow the tables (points first), not the order in which layers are painted.
  function tab(event) {
    const stops = [...layers.keys()].map((section) => entrances.get(section)).filter(Boolean);
    const at = event.target === box ? -1 : stops.indexOf(event.target);
    const to = at + (event.shiftKey ? -1 : 1);
    if ((at < 0 && event.target !== box) || to < -1) return;
    if (to >= 0 && to < stops.length || to === -1 && at === 0) {
      event.preventDefault();
      (to === -1 ? box : stops[to]).focus({ preventScroll: true });
      return;
    }
    // Out of the map: the stops before and behind are not in the way.
    for (const stop of stops) stop.setAttribute('tabindex', '-1');
    setTimeout(() => { for (const stop of stops) stop.setAttribute('tabindex', '0'); });
  }

  const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') return tab(event);
    const shape = event.target.closest?.('[role=button]');
    if (!shape || !layers.get(rowOf(shape)?.section)?.includes(shape)) return;
    const { section } = rowOf(shape);
    let to = null;
    if (event.key === 'Home') to = layers.get(section).find(isShown);
    else if (event.key === 'End') to = layers.get(section).findLast(isShown);
    else if (arrows.includes(event.key)) {
      if (!ways.has(section)) ways.set(section, makeWays(section));
      to = ways.get(section).get(shape)?.[arrows.indexOf(event.key)];
    } else return;
    event.preventDefault();
    to?.focus({ preventScroll: true });
  });
  keepEntrances();
  return { enter, keepEntrances };
}
