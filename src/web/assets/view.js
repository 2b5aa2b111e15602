// The part of the page that the window shows: zoom and place, by wheel, drag, pinch, keys and buttons.
// In the page of somebody else, wheel and one finger are that page's: the map takes Ctrl and two fingers.
const kEmbedded = window.parent !== window && window.frameElement?.dataset.page === undefined;

function makeView(box, svg, gesture) {
  const full = svg.viewBox.baseVal;
  const [width, height] = [full.width, full.height];
  const deepest = 24;
  let [x, y, zoom] = [0, 0, 1];
  let asked = false;
  const watchers = [];  // called when the view has moved

  function show() {
    const [w, h] = [width / zoom, height / zoom];
    x = Math.min(Math.max(x, 0), width - w);
    y = Math.min(Math.max(y, 0), height - h);
    box.classList.toggle('zoomed', zoom > 1);
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      svg.setAttribute('viewBox', [x, y, width / zoom, height / zoom].join(' '));
      for (const call of watchers) call();
    });
  }

  function pagePoint(clientX, clientY) {
    return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
  }

  function zoomAt(point, factor) {
    const next = Math.min(Math.max(zoom * factor, 1), deepest);
    x = point.x - (point.x - x) * zoom / next;
    y = point.y - (point.y - y) * zoom / next;
    zoom = next;
    show();
  }
  const middle = () => ({ x: x + width / zoom / 2, y: y + height / zoom / 2 });
  const pan = (dx, dy) => { x += dx * width / zoom; y += dy * height / zoom; show(); };

  const actions = {
    in: () => zoomAt(middle(), 1.6),
    out: () => zoomAt(middle(), 1 / 1.6),
    all: () => { [x, y, zoom] = [0, 0, 1]; show(); },
    left: () => pan(-0.2, 0), right: () => pan(0.2, 0), up: () => pan(0, -0.2), down: () => pan(0, 0.2),
  };

  // Centres a box of the page, no closer than `least` points of page width.
  function lookAt(bounds, least) {
    const span = Math.max(bounds.width * 4, bounds.height * 4 * width / height, least);
    zoom = Math.min(Math.max(width / span, 1), deepest);
    x = bounds.x + bounds.width / 2 - width / zoom / 2;
    y = bounds.y + bounds.height / 2 - height / zoom / 2;
    show();
  }

  let told = 0;
  function tell(text) {
    gesture.textContent = text;
    gesture.hidden = false;
    clearTimeout(told);
    told = setTimeout(() => { gesture.hidden = true; }, 1200);
  }
  box.classList.toggle('embedded', kEmbedded);
  box.addEventListener('wheel', (event) => {
    if (kEmbedded && !event.ctrlKey && !event.metaKey) return tell(gesture.dataset.wheel);
    if (zoom === 1 && event.deltaY > 0) return;  // nothing left to zoom out of: the page scrolls
    event.preventDefault();
    zoomAt(pagePoint(event.clientX, event.clientY), Math.exp(-event.deltaY * 0.002));
  }, { passive: false });

  // Two fingers are the map's: without this the page around it would scroll by them.
  for (const name of ['touchstart', 'touchmove'])
    box.addEventListener(name, (event) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault();
      else if (kEmbedded && name === 'touchmove' && event.touches.length === 1) tell(gesture.dataset.touch);
    }, { passive: false });

  const pointers = new Map();
  let moved = 0;
  box.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, event);
  });
  function drag(event) {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (pointers.size === 1 && moved > 4 && !box.hasPointerCapture(event.pointerId))
      box.setPointerCapture(event.pointerId);
    const others = [...pointers.values()].filter((one) => one.pointerId !== event.pointerId);
    if (others.length === 0) {
      const [from, to] = [pagePoint(before.clientX, before.clientY), pagePoint(event.clientX, event.clientY)];
      if (moved > 4 && !(kEmbedded && event.pointerType === 'touch')) { x += from.x - to.x; y += from.y - to.y; box.classList.add('dragged'); show(); }
    } else {
      const still = others[0];
      const distance = (one) => Math.hypot(one.clientX - still.clientX, one.clientY - still.clientY) || 1;
      const middleWith = (one) => pagePoint((one.clientX + still.clientX) / 2, (one.clientY + still.clientY) / 2);
      const [from, to] = [middleWith(before), middleWith(event)];
      [x, y] = [x + from.x - to.x, y + from.y - to.y];
      zoomAt(from, distance(event) / distance(before));
    }
    pointers.set(event.pointerId, event);
  }
  function release(event) {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) box.classList.remove('dragged');
  }
  box.addEventListener('pointermove', drag);
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);

  const keys = { '+': 'in', '=': 'in', '-': 'out', '0': 'all' };
  const arrows = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = keys[event.key] || (event.target === box && arrows[event.key]);
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });

  addEventListener('beforeprint', () => svg.setAttribute('viewBox', [0, 0, width, height].join(' ')));
  addEventListener('afterprint', show);
  return {
    actions, lookAt,
    onMove(call) { watchers.push(call); },
    wasDragged: () => moved > 4,
    state: () => [x, y, zoom],
    restore: (state) => { [x, y, zoom] = state; zoom = Math.min(Math.max(zoom, 1), deepest); show(); },
  };
}
