// What the tests share: a browser without network, a small project, and skipping where something is missing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const kSkipped = 77;

function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(kSkipped);
}

const { chromium } = await import('playwright-core').catch(
  () => skip("playwright-core is not installed (tools/setup --test, or 'npm ci' in tests/web/browser)"));
export const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  ?? skip('no chromium (tools/setup --test)');

export const [program, source] = process.argv.slice(2);

export const folder = mkdtempSync(join(tmpdir(), 'cartouche-browser-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const browser = await chromium.launch({
  executablePath: executable,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
         '--disable-component-update', '--disable-sync'],
});

// A page that keeps every complaint of the browser, and every request that leaves the file or the server.
export async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  context.setDefaultTimeout(30000);
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host && !request.url().startsWith('data:'))
      page.complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

export async function violations(page) {
  // Its own world would be stopped by the page's policy as well; the debugger's is not.
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    iframes: false,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}

// Pages that stay open cost the ones after them.
export const closePages = () => Promise.all(browser.contexts().map((context) => context.close()));

// Projects share the folder, and the program refuses to replace the list of another project's pages: the first stays.
export function render(project, ...options) {
  const index = join(folder, 'index.html');
  const first = existsSync(index) ? readFileSync(index) : null;
  rmSync(index, { force: true });
  execFileSync(program, ['render', project, '--format', 'html', '--out', folder, '--quiet', ...options]);
  if (first) writeFileSync(index, first);
}

export const hostile = '<script>window.pwned=1</script>';
export const points = `id,nom,lon,lat,filiere,emplois
p1,Alpha,2.3,46.3,Bois,10
p2,"Bêta ""x"" ]]> &amp;",2.7,46.6,Textile,200
p3,${hostile},3.4,46.4,Bois,
p4,"a\u202Eb' onmouseover=alert(1)",3.8,46.8,<b>,7
`;

const zone = (code, nom, west) => ({
  type: 'Feature', properties: { code, nom },
  geometry: { type: 'Polygon', coordinates: [[[west, 46], [west + 1, 46], [west + 1, 47], [west, 47], [west, 46]]] },
});

export const project = `cartouche: 1
title: Petit atlas
sources:
  zones: { path: zones.geojson, id: code }
  points: { path: points.csv, id: id, point: { x: lon, y: lat, crs: "EPSG:4326" } }
tables:
  projets:
    - from: points
    - spatial_join: { table: zones, predicate: within, take: { nom: zone } }
layers:
  zones:
    kind: polygons
    table: zones
    symbol: zone
    color_by: code
    label: "{nom}"
    label_style: petit
    legend: "Zone ({count})"
    data: { name: Zones, title: "{nom}", fields: { Code: code } }
  bords: { kind: borders, table: zones, symbol: bord, coast: true, legend: Limite }
  projets:
    kind: points
    table: projets
    data: { name: Projets, title: "{nom}", fields: { Zone: zone, Filière: filiere, Emplois: emplois }, filters: [Zone, Filière] }
    classes:
      - { when: emplois > 8, symbol: grand, legend: "Grand projet ({count})" }
      - { symbol: petit, legend: "Petit projet ({count})" }
pages:
  carte:
    file: carte
    style: style.yaml
    template: page
    title: Petite carte
    frames:
      carte: { extent: { table: zones, margin: 3mm }, crs: auto, layers: [zones, bords, projets] }
    texts: { titre: Petite carte }
    legend: { title: Légende, layers: [projets, zones, bords] }
  autre:
    file: autre
    style: style.yaml
    template: page
    title: Autre carte
    frames:
      carte: { extent: { table: zones, margin: 9mm }, crs: auto, layers: [zones, projets] }
    texts: { titre: Autre carte }
`;

export const style = `style: 1
fonts: { sans: [DejaVu Sans] }
colors: { ink: "#222222", sea: "#ddeeff" }
palettes: { teintes: ["#a5cbe8", "#b9dfc3"] }
texts:
  titre: { font: sans, size: 14pt, weight: bold, color: ink }
  petit: { font: sans, size: 7pt, color: ink }
symbols:
  zone: { palette: teintes, stroke: { color: "#ffffff", width: 0.5pt } }
  bord: { stroke: { color: ink, width: 1pt } }
  grand: { marker: circle, size: 4pt, fill: ink }
  petit: { marker: diamond, size: 4pt, fill: "#cc4400" }
templates:
  page:
    size: [100mm, 120mm]
    items:
      titre: { kind: text, box: [5mm, 5mm, 90mm, 8mm], style: titre }
      carte: { kind: frame, box: [5mm, 20mm, 90mm, 60mm], background: sea }
      legende: { kind: legend, box: [5mm, 85mm, 50mm, 30mm], title: petit, text: petit }
`;

export function write(name, text) {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

export function writeProject() {
  write('zones.geojson', JSON.stringify({ type: 'FeatureCollection', features: [zone('01', 'Ouest', 2), zone('02', 'Est', 3)] }));
  write('points.csv', points);
  write('style.yaml', style);
  return write('projet.yaml', project);
}
