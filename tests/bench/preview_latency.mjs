// From the save of a file to the new page in the browser: `cartouche serve` on a copy of the example, in headless Chromium.
//
// Usage: node tests/bench/preview_latency.mjs CARTOUCHE [PAGE]
//
// Needs Debian's chromium and `npm ci` in tests/web/browser. Prints, for a change of the project, of the style and of the data, the milliseconds of
// twelve saves in ascending order: from before the write until the page with the change has loaded in the place of the one before.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../web/browser/node_modules/playwright-core/index.mjs';

const [program, page = 'annexe-53'] = process.argv.slice(2);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'preview-latency-'));
for (const part of ['examples', 'styles', 'geodata']) cpSync(join(root, part), join(folder, part), { recursive: true });

const server = spawn(program, ['serve', join(folder, 'examples/annexe.yaml')]);
server.stderr.resume();
const address = await new Promise((done) => server.stdout.once('data', (text) => done(String(text).trim())));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const tab = await browser.newPage();
await tab.goto(`${address}#${page}`);
await tab.waitForSelector('body[data-version]');

const edits = [
  ['project', 'examples/annexe.yaml', (text) => text.replace('surtitre: Territoires', 'surtitre: Les Territoires')],
  ['style', 'styles/annexe.yaml', (text) => text.replace(/e8590c/i, '0000ff')],
  ['data', 'geodata/laureats.csv', (text) => text.replace('Projet simulé', 'Projet changé')],
];
for (const [label, name, edit] of edits) {
  const file = join(folder, name);
  const before = readFileSync(file, 'utf8');
  if (edit(before) === before) throw new Error(`${name}: the edit changes nothing`);
  const times = [];
  for (let save = 0; save < 12; ++save) {
    const loaded = tab.evaluate(() => new Promise((done) => {
      new MutationObserver((_, observer) => { observer.disconnect(); done(Date.now()); })
        .observe(document.body, { attributes: true, attributeFilter: ['data-version'] });
    }));
    await tab.waitForTimeout(400);
    const began = Date.now();
    writeFileSync(file, save % 2 === 0 ? edit(before) : before);
    times.push(await loaded - began);
  }
  console.log(label.padEnd(8), times.sort((a, b) => a - b).join(' '));
}
await browser.close();
server.kill();
rmSync(folder, { recursive: true });
