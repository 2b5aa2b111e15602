// The preview: a project is edited, and the browser follows.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { browser, closePages, folder, open, points, program, project, style, violations, write, writeProject } from './browser.mjs';

let server, address, ended;
let said = '';

// The address that the program prints when it is ready.
function serve(...options) {
  const child = spawn(program, ['serve', join(folder, 'projet.yaml'), ...options]);
  child.stderr.on('data', (text) => { said += text; });
  child.ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? signal)));
  child.ready = new Promise((done) => child.stdout.once('data', (text) => done(String(text).trim())));
  return child;
}

before(async () => {
  writeProject();
  server = serve();
  ended = server.ended;
  address = await server.ready;
});
after(async () => {
  await browser.close();
  server.kill();
});

afterEach(closePages);

const frameOf = (page) => page.frameLocator('iframe:not(.coming)');
const version = (page) => page.evaluate(() => Number(document.body.dataset.version ?? -1));
// By looking again: the page's policy forbids what waiting inside it would need.
async function later(page, than) {
  const end = Date.now() + 30000;
  while (await version(page) <= than) {
    assert.ok(Date.now() < end, 'the browser never saw the change');
    await new Promise((done) => setTimeout(done, 10));
  }
}
const ready = (page) => later(page, -1);
async function next(page, change) {
  const old = await version(page);
  change();
  await later(page, old);
}

test('the page is there, and follows each way of saving', async () => {
  const page = await open(address);
  await ready(page);
  const heading = frameOf(page).locator('h1');
  assert.equal(await heading.textContent(), 'Petite carte');
  await next(page, () => write('projet.yaml', project.replaceAll('Petite carte', 'Carte écrite')));
  assert.equal(await heading.textContent(), 'Carte écrite');
  await next(page, () => {  // as editors do that write beside and rename
    renameSync(join(folder, 'projet.yaml'), join(folder, 'projet.yaml~'));
    write('.projet.tmp', project.replaceAll('Petite carte', 'Carte renommée'));
    renameSync(join(folder, '.projet.tmp'), join(folder, 'projet.yaml'));
  });
  assert.equal(await heading.textContent(), 'Carte renommée');
  await next(page, () => appendFileSync(join(folder, 'points.csv'), 'p5,Epsilon,2.5,46.5,Bois,1\n'));
  assert.equal(await frameOf(page).locator('tbody tr', { hasText: 'Epsilon' }).count(), 1);
  await next(page, () => write('style.yaml', style.replace('#cc4400', '#00cc44')));
  assert.match(await frameOf(page).locator('.view').innerHTML(), /#0c4/);
  write('points.csv', points);
  assert.deepEqual(page.complaints, []);
});

test('nine tabs of one browser follow, and go on when the one that listens is closed', async () => {
  const first = await open(address);
  await ready(first);
  const others = [];
  for (let i = 0; i < 8; ++i) {
    others.push(await first.context().newPage());
    await others[i].goto(i % 2 === 0 ? address : `${address}#autre`);
    await ready(others[i]);
  }
  const all = [first, ...others];
  const old = await version(first);
  write('projet.yaml', project.replaceAll('Petite carte', 'Pour tous'));
  for (const page of all) await later(page, old);
  assert.equal(await frameOf(others[6]).locator('h1').textContent(), 'Pour tous');
  assert.equal(await frameOf(others[7]).locator('h1').textContent(), 'Autre carte');
  await first.close();
  await new Promise((done) => setTimeout(done, 300));
  const before = await version(others[0]);
  write('projet.yaml', project);
  for (const page of others) await later(page, before);
  assert.equal(await frameOf(others[0]).locator('h1').textContent(), 'Petite carte');
  assert.deepEqual(first.complaints, []);
});

test('what the reader had chosen survives a change', async () => {
  const page = await open(address);
  await ready(page);
  await frameOf(page).getByRole('switch', { name: 'Petit projet' }).uncheck();
  await frameOf(page).getByRole('button', { name: 'Agrandir' }).click();
  await next(page, () => write('projet.yaml', project.replaceAll('Petite carte', 'Autre titre')));
  assert.equal(await frameOf(page).locator('h1').textContent(), 'Autre titre');
  assert.equal(await frameOf(page).getByRole('switch', { name: 'Petit projet' }).isChecked(), false);
  assert.ok(await frameOf(page).locator('.view.zoomed').isVisible());
});

test('a broken file shows its error with line and column over the last good page', async () => {
  const page = await open(address);
  await ready(page);
  const good = await frameOf(page).locator('h1').textContent();
  write('projet.yaml', project.replace('kind: points', 'kind: pionts'));
  await page.locator('.error').waitFor();
  assert.match(await page.locator('.error').textContent(), /projet\.yaml:\d+:\d+: .*did you mean 'points'/);
  assert.equal(await frameOf(page).locator('h1').textContent(), good);
  rmSync(join(folder, 'points.csv'));
  await next(page, () => { write('points.csv', points); write('projet.yaml', project); });
  await page.locator('.error').waitFor({ state: 'hidden' });
  rmSync(join(folder, 'points.csv'));  // a file that goes while it is served
  await page.locator('.error').waitFor();
  assert.match(await page.locator('.error').textContent(), /points\.csv/);
  await next(page, () => write('points.csv', points));
  await page.locator('.error').waitFor({ state: 'hidden' });
  assert.deepEqual(page.complaints, []);
});

test('another page is a choice away, and the address keeps it', async () => {
  const page = await open(address);
  await ready(page);
  await page.getByLabel('Page').selectOption('autre');
  await frameOf(page).locator('h1', { hasText: 'Autre carte' }).waitFor();
  assert.equal(new URL(page.url()).hash, '#autre');
  assert.deepEqual(await violations(page), []);
});

// A request as no browser would send it.
function raw(text) {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (data) => { answer += data; });
    socket.on('close', () => done(answer));
    socket.on('error', fail);
  });
}
const get = (path, host = new URL(address).host) => raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test('requests in another name are refused', async () => {
  for (const host of ['evil.example', 'evil.example:' + new URL(address).port, '127.0.0.1', ''])
    assert.match(await get('/state', host), /^HTTP\/1\.1 403/, host);
  assert.match(await raw('GET /state HTTP/1.1\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 403/);
  assert.match(await get('/state'), /^HTTP\/1\.1 200/);
});

test('nothing but the pages is served', async () => {
  for (const path of ['/projet.yaml', '/page/../projet.yaml', '/page/..%2Fprojet.yaml', '/page/%2e%2e%2fstyle.yaml',
                      '//etc/passwd', '/page//etc/passwd', '/page/carte%00', '/page/inconnue', '/../../etc/passwd'])
    assert.match(await get(path), /^HTTP\/1\.1 (403|404|400)/, path);
  assert.match(await get('/page/carte'), /^HTTP\/1\.1 200/);
  for (const method of ['POST', 'PUT', 'DELETE'])
    assert.match(await raw(`${method} /state HTTP/1.1\r\nHost: ${new URL(address).host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`),
                 /^HTTP\/1\.1 4/, method);
});

test('a port in use is one line that names a free one; signals stop the program', async () => {
  said = '';
  const second = serve('--port', new URL(address).port);
  assert.equal(await second.ended, 2);
  assert.match(said, /^cartouche: port \d+ is in use[^\n]*--port \d+ is free\n$/);
  const free = /--port (\d+) is free/.exec(said)[1];
  const third = serve('--port', free);
  assert.equal(await third.ready, `http://127.0.0.1:${free}/`);
  third.kill('SIGINT');
  assert.equal(await third.ended, 0);
  server.kill('SIGTERM');  // with browsers listening
  assert.equal(await ended, 0);
});
