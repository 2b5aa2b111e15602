// One page as its readers use it: mouse, keyboard, phone, paper.
import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { browser, closePages, folder, hostile, open, project, render, source, style, violations, write, writeProject } from './browser.mjs';

render(writeProject());
const url = pathToFileURL(join(folder, 'carte.html')).href;
after(() => browser.close());
afterEach(closePages);

const rowOf = (page, title) => page.locator('tbody tr', { hasText: title });
const shapeOf = async (page, title) =>
  page.locator(`.view svg [data-r="${await rowOf(page, title).getAttribute('data-r')}"]`).first();
const choice = (page, name) => page.getByRole('combobox', { name, exact: true });
const viewBox = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => done(document.querySelector('.view svg').getAttribute('viewBox').split(' ').map((one) => Math.round(one * 100) / 100))))));
const shownTitles = (page) => page.locator('section[data-kind=points] tbody tr:visible th').allTextContents();

test('pointing at a project shows its card, and Escape puts it away', async () => {
  const page = await open(url);
  await (await shapeOf(page, 'Alpha')).hover();
  const card = page.locator('.card');
  assert.equal(await card.locator('strong').textContent(), 'Alpha');
  assert.match(await card.textContent(), /Filière\s*Bois/);
  assert.ok(await rowOf(page, 'Alpha').evaluate((row) => row.classList.contains('lit')));
  await page.keyboard.press('Escape');
  assert.ok(await card.isHidden());
  // Onto the card itself one can move, to read or copy it.
  await page.mouse.move(5, 5);
  await (await shapeOf(page, 'Alpha')).hover();
  await card.hover();
  await page.waitForTimeout(400);
  assert.ok(await card.isVisible());
  assert.deepEqual(page.complaints, []);
});

test('a click keeps the card', async () => {
  const page = await open(url);
  await (await shapeOf(page, 'Alpha')).click();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(400);
  assert.equal(await page.locator('.card strong').textContent(), 'Alpha');
});

test('a chosen card stays while the map moves under the resting pointer', async () => {
  const page = await open(url, { viewport: { width: 1200, height: 500 } });
  const title = page.locator('.card strong');
  for (const name of ['Alpha', 'Ouest', 'Est', 'Bêta', 'Alpha']) {
    await page.locator('tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${name}`) }) }).getByRole('button').click();
    await page.waitForTimeout(700);
    const box = await page.locator('.view').boundingBox();
    assert.match(await title.textContent(), new RegExp(`^${name}`));
    // Nor does pointing at another, on the map or in the table, take it away; a row's outline comes and goes.
    await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 5 });
    await page.mouse.move(box.x + box.width / 3, box.y + 200, { steps: 5 });
    assert.match(await title.textContent(), new RegExp(`^${name}`));
    assert.match(await page.locator('tr.lit th').textContent(), new RegExp(`^${name}`));
  }
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('.card').isHidden());
});

test('a card that stays has a button that puts it away', async () => {
  const page = await open(url, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  await (await shapeOf(page, 'Alpha')).tap();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Fermer la fiche' }).tap();
  assert.ok(await page.locator('.card').isHidden());
  assert.ok(!page.url().includes('feature'));
});

test('a card goes with its shape', async () => {
  const page = await open(url);
  const shape = await shapeOf(page, 'Alpha');
  await shape.click();
  await viewBox(page);
  const apart = async () => {
    const [one, other] = [await shape.boundingBox(), await page.locator('.card').boundingBox()];
    return Math.hypot(one.x - other.x, one.y - other.y);
  };
  await page.getByRole('button', { name: 'Agrandir' }).click();
  await viewBox(page);
  assert.ok(await apart() < 400);
  assert.ok(await page.locator('.card').isVisible());
});

test('switches of the legend hide their class on the map and in the table', async () => {
  const page = await open(url);
  const small = page.getByRole('switch', { name: 'Petit projet' });
  await small.uncheck();
  assert.deepEqual(await shownTitles(page), ['Alpha', 'Bêta "x" ]]> &amp;']);
  assert.ok(await (await shapeOf(page, 'Alpha')).isVisible());
  assert.equal(await page.locator('.view svg [data-c$=".1"]:visible').count(), 0);
  await page.getByRole('switch', { name: 'Limite' }).uncheck();
  assert.ok(await page.locator('#carte-bords').isHidden());
  await page.getByRole('switch', { name: 'Zone' }).uncheck();
  assert.equal(await page.locator('.view svg [data-n]:visible').count(), 0);  // names go with what they name
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  assert.equal((await shownTitles(page)).length, 4);
});

test('filters by class, zone and sector add up, and say what is left', async () => {
  const page = await open(url);
  await choice(page, 'Filière').selectOption('Bois');
  assert.equal((await shownTitles(page)).length, 2);
  await choice(page, 'Zone').selectOption('Est');
  assert.deepEqual(await shownTitles(page), [hostile]);
  assert.match(await page.locator('.status').textContent(), /Projets : 1 sur 4 affiché/);
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await choice(page, 'Classe').selectOption('Grand projet');
  assert.equal((await shownTitles(page)).length, 2);
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await page.getByRole('searchbox').fill('BETA');  // without accents or case
  assert.deepEqual(await shownTitles(page), ['Bêta "x" ]]> &amp;']);
});

const linked = project
  .replace('    kind: points\n', '    kind: points\n    link: "https://example.org/projets/{id}"\n')
  .replaceAll('file: ', 'file: liens-')
  .replaceAll('style.yaml', 'encadres.yaml')
  .replace('    legend: {', '    callouts: { encadres: { table: points, where: "id = \'p1\' or id = \'p2\'", title: "{nom}", lines: ["{filiere}"] } }\n    legend: {');
const framed = style.replace('      legende:', `      encadres: { kind: callouts, side: right, box: [60mm, 82mm, 35mm, 36mm], columns: 1, title: petit, lines: [petit], leader: { color: ink, width: 0.5pt }, ring: 2mm }
      legende:`);
const linkedUrl = () => {
  write('encadres.yaml', framed);
  render(write('liens.yaml', linked));
  return pathToFileURL(join(folder, 'liens-carte.html')).href;
};

test('a filter fades: shapes stay, names and callouts go with their rows, counts say n sur N', async () => {
  const page = await open(linkedUrl());
  const faded = (selector) => page.locator(`.view svg ${selector}`).evaluateAll((all) => all.map((one) => one.classList.contains('faded')));
  assert.equal(await page.locator('section[data-kind=points] .count').textContent(), '4 sur 4 affichés');
  await choice(page, 'Filière').selectOption('Textile');
  const alpha = await shapeOf(page, 'Alpha');
  assert.ok(await alpha.isVisible());
  assert.ok(await alpha.evaluate((one) => one.classList.contains('faded')));
  const numberOf = (title) => rowOf(page, title).getAttribute('data-r');
  const ofAlpha = `[data-of="${await numberOf('Alpha')}"]`;
  const ofBeta = `[data-of="${await numberOf('Bêta')}"]`;
  assert.deepEqual(await faded(ofAlpha), [true, true, true]);  // leader, ring and box
  assert.deepEqual(await faded(ofBeta), [false, false, false]);
  const legend = page.locator('.legend li');
  assert.match(await legend.nth(0).textContent(), /1 sur 2 affiché$/);
  assert.match(await legend.nth(1).textContent(), /0 sur 2 affichés$/);
  assert.match(await page.locator('.status').textContent(), /Projets : 1 sur 4 affiché · Zones : 2 sur 2 affichés\. .*estompés.*comptent tout/);
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  assert.equal(await page.locator('.view svg .faded, .view svg .off').count(), 0);
  await page.getByRole('searchbox').fill('Ouest');  // fades the other area, and its name
  assert.equal(await page.locator('.view svg [id^=zones-]:visible').count(), 2);
  assert.deepEqual(await faded('[data-n][data-of]'), [false, true]);
  await page.getByRole('button', { name: 'Tout afficher' }).click();
  await page.getByRole('switch', { name: 'Zone' }).uncheck();  // what is below would look like a class
  assert.equal(await page.locator('.view svg [id^=zones-].faded:visible').count(), 2);
  await page.getByRole('switch', { name: 'Grand projet' }).uncheck();
  assert.ok(await page.locator(ofAlpha).first().isHidden());
  assert.deepEqual(page.complaints, []);
});

test('an address stands in the card and in the table, and a tap stays on the page', async () => {
  const page = await open(linkedUrl(), { hasTouch: true });
  await (await shapeOf(page, 'Alpha')).tap();
  assert.equal(page.url().split('#')[0], linkedUrl());
  const inCard = page.locator('.card a');
  assert.equal(await inCard.getAttribute('href'), 'https://example.org/projets/p1');
  assert.equal(await inCard.getAttribute('rel'), 'noopener noreferrer');
  assert.equal(await rowOf(page, 'Alpha').locator('a').textContent(), 'example.org/projets/p1');
  assert.equal(await page.locator('.view svg a').count(), 0);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
});

test('back and forward: controls, table, card and map agree, and the address says what they say', async () => {
  const page = await open(url);
  const state = async () => ({
    zoomed: (await viewBox(page))[2] < 200,
    sector: await choice(page, 'Filière').inputValue(),
    small: await page.getByRole('switch', { name: 'Petit projet' }).isChecked(),
    titles: await shownTitles(page),
    faded: await page.locator('.view svg .faded').count(),
    gone: await page.locator('.view svg .off').count(),
    card: await page.locator('.card').isVisible() ? await page.locator('.card strong').textContent() : '',
  });
  const settle = () => page.waitForTimeout(350);
  const states = [await state()];
  for (const step of [
    () => choice(page, 'Filière').selectOption('Bois'),
    () => rowOf(page, 'Alpha').getByRole('button').click(),
    () => page.getByRole('switch', { name: 'Petit projet' }).uncheck(),
    () => page.getByRole('button', { name: 'Tout afficher' }).click(),
  ]) {
    await step();
    await settle();
    states.push(await state());
  }
  assert.equal(states[2].card, 'Alpha');
  assert.ok(states[2].zoomed && states[1].faded > 0 && states[3].gone > 0);
  const address = page.url();
  for (let i = states.length - 2; i >= 0; --i) {
    await page.goBack();
    await settle();
    assert.deepEqual(await state(), states[i], `back to ${i}`);
  }
  for (let i = 1; i < states.length; ++i) {
    await page.goForward();
    await settle();
    assert.deepEqual(await state(), states[i], `forward to ${i}`);
  }
  assert.equal(page.url(), address);
  // Away and back, and a link that is sent.
  await page.goBack();
  await settle();
  const sent = page.url();
  await page.goto(pathToFileURL(join(folder, 'autre.html')).href);
  await page.goBack();
  await settle();
  assert.deepEqual(await state(), states[3]);
  await page.reload();
  await settle();
  assert.deepEqual(await state(), states[3]);
  const other = await open(sent);
  await other.waitForTimeout(350);
  assert.equal(await other.locator('.card strong').textContent(), 'Alpha');
  assert.deepEqual(await shownTitles(other), states[3].titles);
  // What an address says that the page has not is passed over.
  const wrong = await open(`${url}#view=a,b&off=99.1&filter.Filière=Rien&feature=nulle-part&x`);
  assert.deepEqual((await shownTitles(wrong)).length, 4);
  assert.deepEqual([...page.complaints, ...other.complaints, ...wrong.complaints], []);
});

test('search as people write', async () => {
  write('gens.csv', `id,nom,lon,lat,filiere,emplois
p1,Mecalac – site d’Annecy,2.3,46.3,Engins,1
p2,Saint-Étienne,2.7,46.6,Textile,8099749
p3,L'Horme,3.4,46.4,Bois,3
p4,Œuvre du Cæsium,3.8,46.8,Métal,4
`);
  render(write('gens.yaml', project.replace('points.csv', 'gens.csv').replaceAll('file: ', 'file: gens-')));
  const page = await open(pathToFileURL(join(folder, 'gens-carte.html')).href);
  for (const [sought, found] of [
    ['saint etienne', 'Saint-Étienne'], ['SAINT-ÉTIENNE', 'Saint-Étienne'], ['saintetienne', 'Saint-Étienne'],
    ['l’horme', "L'Horme"], ["l'horme", "L'Horme"], ['lhorme', "L'Horme"], ['l horme', "L'Horme"],
    ['annecy  mecalac', 'Mecalac – site d’Annecy'], ['engins mecalac', 'Mecalac – site d’Annecy'],
    ['oeuvre', 'Œuvre du Cæsium'], ['œuvre', 'Œuvre du Cæsium'], ['CAESIUM', 'Œuvre du Cæsium'],
    ['8 099 749', 'Saint-Étienne'], ['8099749', 'Saint-Étienne'], ['mecalac horme', null]]) {
    await page.getByRole('searchbox').fill(sought);
    assert.deepEqual(await shownTitles(page), found === null ? [] : [found], sought);
  }
  assert.deepEqual(page.complaints, []);
});

test('Tab comes to each layer once, and arrows reach every shape of it', async () => {
  render(join(source, 'examples/annexe.yaml'), '--pages', '53');
  const page = await open(pathToFileURL(join(folder, 'annexe-53.html')).href);
  assert.equal(await page.locator('.view [tabindex="0"]').count(), await page.locator('.tables section').count());
  await page.locator('.view').focus();
  for (const section of await page.locator('.tables section').all()) {
    await page.keyboard.press('Tab');
    const numbers = await section.locator('tbody tr').evaluateAll((all) => all.map((one) => one.dataset.r));
    // By script: a press of the keyboard each would take minutes.
    const met = await page.evaluate(() => {
      const seen = new Set();
      const open = [document.activeElement];
      while (open.length > 0) {
        const shape = open.pop();
        if (seen.has(shape)) continue;
        seen.add(shape);
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          shape.focus({ preventScroll: true });
          shape.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          open.push(document.activeElement);
        }
      }
      const home = [...seen][0];
      home.focus({ preventScroll: true });
      return [...seen].map((one) => one.dataset.r);
    });
    const drawn = await page.locator('.view svg [data-r]').evaluateAll((all) => all.map((one) => one.dataset.r));
    assert.deepEqual([...new Set(met)].sort(), numbers.filter((one) => drawn.includes(one)).sort());
    assert.equal(met.length, drawn.filter((one) => numbers.includes(one)).length);
  }
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Agrandir');
  await page.keyboard.press('Shift+Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('.view') !== null));
});

test('tables sort numbers as numbers, missing values last', async () => {
  const page = await open(url);
  const header = page.getByRole('columnheader', { name: 'Emplois' });
  const values = () => page.locator('section[data-kind=points] tbody td:nth-child(5)').allTextContents();
  await header.getByRole('button').click();
  assert.deepEqual(await values(), ['7', '10', '200', '']);
  assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  await header.getByRole('button').click();
  assert.deepEqual(await values(), ['200', '10', '7', '']);
});

test('map and table lead to each other', async () => {
  const page = await open(url);
  await rowOf(page, 'Alpha').getByRole('button').click();
  await page.locator('.view svg :focus').waitFor();
  assert.ok((await viewBox(page))[2] < 200);  // nearer
  assert.equal(await page.locator('.card strong').textContent(), 'Alpha');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Alpha');
});

test('the map is walked and zoomed by keys', async () => {
  const page = await open(url);
  await page.locator('.view').focus();
  const whole = await viewBox(page);
  await page.keyboard.press('+');
  const near = await viewBox(page);
  assert.ok(near[2] < whole[2]);
  await page.keyboard.press('ArrowRight');
  assert.ok((await viewBox(page))[0] > near[0]);
  await page.keyboard.press('0');
  assert.deepEqual(await viewBox(page), whole);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(first, /^Alpha, Classe : Grand projet, Zone : Ouest/);
  await page.keyboard.press('ArrowRight');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Bêta/);
  assert.match(await page.locator('.card').textContent(), /Bêta/);
});

test('wheel and drag move the view', async () => {
  const page = await open(url);
  const box = await page.locator('.view').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const whole = await viewBox(page);
  await page.mouse.wheel(0, -400);
  await page.locator('.view.zoomed').waitFor();
  const near = await viewBox(page);
  assert.ok(near[2] < whole[2]);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 80, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  assert.ok((await viewBox(page))[0] > near[0]);
});

test('two fingers zoom', async () => {
  const page = await open(url, { hasTouch: true });
  const whole = await viewBox(page);
  const touch = await page.context().newCDPSession(page);
  const at = (spread) => [{ x: 400 - spread, y: 300, id: 1 }, { x: 400 + spread, y: 300, id: 2 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(20) });
  for (const spread of [40, 60, 80])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(spread) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  assert.ok((await viewBox(page))[2] < whole[2] / 1.5);
});

test('a phone of 360 pixels needs no sideways scrolling', async () => {
  const page = await open(url, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await (await shapeOf(page, 'Alpha')).tap();
  assert.equal(await page.locator('.card strong').textContent(), 'Alpha');
  const card = await page.locator('.card').boundingBox();
  assert.ok(card.x >= 0 && card.x + card.width <= 360);
  for (const target of await page.locator('button:visible, input:visible, select:visible, summary:visible').all()) {
    const { width, height } = await target.boundingBox();
    assert.ok((width >= 24 && height >= 24) || await target.evaluate((one) => one.closest('label') !== null),
              `${await target.evaluate((one) => one.outerHTML)} is ${width} by ${height}`);
  }
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
});

test('data stay text', async () => {
  const page = await open(url);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.equal(await rowOf(page, hostile).count(), 1);
  assert.equal(await page.locator('tbody b, [onmouseover]').count(), 0);
  assert.equal(await rowOf(page, "ab' onmouseover=alert(1)").count(), 1);  // the override is gone
  assert.deepEqual(page.complaints, []);
});

test('scripts that are not the page’s own do not run, and nothing is loaded', async () => {
  const page = await open(url);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.pwned = 2';
    document.body.append(script);
    return fetch('http://127.0.0.1:9/').catch(() => {});
  });
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.match(page.complaints.join('\n'), /Content Security Policy/);
});

test('on paper: the whole map, all tables, no controls', async () => {
  const page = await open(url);
  await page.locator('.view').focus();
  await page.keyboard.press('+');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.controls', '.filters', 'aside'])
    assert.ok(await page.locator(gone).first().isHidden(), gone);
  assert.ok(await page.locator('table').first().isVisible());
  const whole = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    return document.querySelector('.view svg').getAttribute('viewBox').split(' ').slice(0, 2).join(' ');
  });
  assert.equal(whole, '0 0');
});

// How many sheets a page prints, and the words on them.
function printed(file) {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 1 << 26 }).toString();
  return { sheets: text.split('\f').length - 1, text };
}

test('tables fit their paper: no figure is cut, a long table is limited and says so', async () => {
  const columns = Array.from({ length: 9 }, (_, i) => `valeur_${i}`);
  const rows = Array.from({ length: 420 }, (_, n) =>
    [`p${n}`, `Établissement numéro ${n}`, 2.1 + (n % 40) / 25, 46.1 + (n % 37) / 45, 'Bois', n,
     ...columns.map((_, i) => 8099749000 + 1000 * n + i)].join(','));
  write('longs.csv', ['id,nom,lon,lat,filiere,emplois,' + columns.join(','), ...rows].join('\n') + '\n');
  const fields = columns.map((name, i) => `Valeur ajoutée ${i}: ${name}`).join(', ');
  render(write('longs.yaml', project.replace('points.csv', 'longs.csv').replaceAll('file: ', 'file: longs-')
    .replace('Emplois: emplois', `Emplois: emplois, ${fields}`)), '--pages', 'longs-carte');
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(pathToFileURL(join(folder, 'longs-carte.html')).href, { javaScriptEnabled });
    const file = join(folder, 'longs.pdf');
    await page.pdf({ path: file, format: 'A4', margin: { left: '10mm', right: '10mm', top: '10mm', bottom: '10mm' } });
    const { sheets, text } = printed(file);
    const plain = text.replace(/[\u00a0\u202f]/g, ' ');
    for (const n of [0, 57, 199])
      for (const i of [0, 8])
        assert.ok(plain.includes((8099749000 + 1000 * n + i).toLocaleString('fr').replace(/[\u00a0\u202f]/g, ' ')), `${n} ${i}`);
    assert.match(plain, /numéro\s+199/);
    assert.ok(!plain.includes('8 099 949 008'), 'the 201st row');
    assert.match(plain, /Sur papier : les 200 premières lignes/);
    assert.ok(sheets <= 14, `${sheets} sheets`);
    if (!javaScriptEnabled) continue;
    await page.getByRole('searchbox').fill('numéro 41');
    await page.pdf({ path: file, format: 'A4' });
    assert.doesNotMatch(printed(file).text, /Sur papier/);
    assert.match(printed(file).text.replace(/[\u00a0\u202f]/g, ' '), /8 100 168 008/);  // number 419
  }
});

test('without a script nothing that does nothing is shown', async () => {
  const page = await open(url, { javaScriptEnabled: false });
  assert.equal(await page.locator('button:visible, input:visible, select:visible, [role=switch]:visible').count(), 0);
  assert.ok(await page.locator('.view svg').isVisible());
  assert.ok(await page.locator('tbody tr').first().isVisible());
  assert.ok(await page.locator('.legend').getByText('Grand projet').isVisible());
});

test('dark where the reader asks for it, but not on paper', async () => {
  const page = await open(url, { colorScheme: 'dark' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = (colour) => Number(/\d+/.exec(colour)[0]) > 200;
  assert.ok(!light(await ground()));
  assert.deepEqual(await violations(page), []);
  await (await shapeOf(page, 'Alpha')).click();
  assert.deepEqual(await violations(page), []);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.ok(light(await ground()));
});

test('few stops of Tab, whatever the number of rows', async () => {
  render(join(source, 'examples/annexe.yaml'), '--pages', '53');
  const page = await open(pathToFileURL(join(folder, 'annexe-53.html')).href);
  const stops = new Set();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement === document.body ? '' :
      [...document.querySelectorAll('*')].indexOf(document.activeElement));
    if (stop === '' || stops.has(stop)) break;
    stops.add(stop);
  }
  assert.ok(stops.size < 40, `${stops.size} stops`);
  const first = page.locator('section[data-kind=points] tbody tr').first();
  await first.getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr').rowIndex), 2);
  await page.keyboard.press('End');
  assert.equal(await page.evaluate(() => document.activeElement.closest('tr').nextElementSibling), null);
});

test('in the page of somebody else, wheel and one finger stay that page’s', async () => {
  const article = write('article.html', `<!doctype html><title>Article</title><body style="margin:0">
<iframe src="carte.html" style="width:100%;height:600px"></iframe><p style="height:3000px">`);
  const page = await open(pathToFileURL(article).href, { hasTouch: true });
  const inside = page.frames()[1];
  await inside.waitForSelector('.live');
  const shown = () => inside.evaluate(() => document.querySelector('.view svg').getAttribute('viewBox').split(' ').map(Number));
  // First the framed page itself scrolls, then the one around it.
  const scrolled = async () => await page.evaluate(() => scrollY) + await inside.evaluate(() => scrollY);
  const toTop = async () => { for (const one of [page, inside]) await one.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })); };
  const whole = await shown();
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, 300);
  await page.waitForTimeout(600);
  assert.deepEqual(await shown(), whole);
  assert.ok(await scrolled() > 100);
  assert.equal(await inside.locator('.gesture').textContent(), 'Ctrl + molette pour agrandir la carte');
  await toTop();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await inside.waitForSelector('.view.zoomed');
  assert.equal(await inside.evaluate(() => getComputedStyle(document.querySelector('.view')).touchAction), 'pan-x pan-y');
  const near = await shown();
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...at) => touch.send('Input.dispatchTouchEvent',
    { type, touchPoints: at.map(([x, y], id) => ({ x, y, id })) });
  await send('touchStart', [400, 400]);
  for (const y of [370, 330, 280, 220]) await send('touchMove', [400, y]);
  await send('touchEnd');
  await page.waitForTimeout(300);
  assert.deepEqual(await shown(), near);
  assert.ok(await scrolled() > 50);
  await toTop();
  await send('touchStart', [380, 300], [420, 300]);
  for (const spread of [40, 60, 80]) await send('touchMove', [400 - spread, 300], [400 + spread, 300]);
  await send('touchEnd');
  await page.waitForTimeout(300);
  assert.ok((await shown())[2] < near[2] / 1.3);
});

test('nothing to fault for axe', async () => {
  const page = await open(url);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Aller aux tableaux');
});

test('the atlas lists its pages with pictures', async () => {
  const page = await open(pathToFileURL(join(folder, 'index.html')).href);
  assert.deepEqual(await page.getByRole('link').allTextContents(), ['Petite carte', 'Autre carte']);
  assert.ok(await page.locator('img').first().evaluate((image) => image.naturalWidth > 50));
  assert.deepEqual(await violations(page), []);
  await page.getByRole('link', { name: 'Autre carte' }).click();
  assert.equal(await page.title(), 'Autre carte');
  assert.deepEqual(page.complaints, []);
});

test('a region of the annex: no complaint, nothing for axe, less than a megabyte', async () => {
  render(join(source, 'examples/annexe.yaml'), '--pages', '53');
  const file = join(folder, 'annexe-53.html');
  assert.ok(statSync(file).size < 1_000_000);
  const page = await open(pathToFileURL(file).href);
  assert.equal(await page.locator('section[data-kind=points] tbody tr').count(),
               new Set(await page.locator('[id^=projets-]').evaluateAll((all) => all.map((one) => one.id))).size);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.complaints, []);
});
