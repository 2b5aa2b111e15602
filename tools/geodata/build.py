"""The whole build: inputs → land, labels, borders → partition → layers, tables, manifest."""

import csv
import sys
import time
from pathlib import Path

import numpy as np

from . import arcs, coverage, demonstration, gazetteer, labels, land, layers, manifest, places, rings, tables
from .areas import AREAS, COUNTRY_NAMES
from .grid import Grid, burn
from .inputs import Inputs

SEA_REACH = 12  # cells of label beyond the coast, so that borders cross it
UPPER_DETAIL = 0.8  # share of an area's fine tolerance for borders of EPCI and départements
LOWER_DETAIL = 1.7


def run(out, cache):
    """Builds every file of the base map in `out`."""
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    inputs = Inputs(cache)
    book = gazetteer.load(inputs)
    in_french_box = land.french_box_test(book.boxes)
    outlines = Outlines()
    for area in AREAS:
        started = time.monotonic()
        outlines.add(area, _partition(area, inputs, book, in_french_box), book)
        print(f"{area.name}: {time.monotonic() - started:.0f} s", file=sys.stderr)
    _set_places(book, outlines.communes)
    counts = _write_layers(out, book, outlines)
    _write_tables(out, book, outlines)
    manifest.write(out, counts)


class Outlines:
    """Polygons of every layer by code, gathered from the areas' partitions."""

    def __init__(self):
        self.communes, self.epci, self.ept, self.departements, self.regions = {}, {}, {}, {}, {}
        self.neighbours, self.seas = {}, []

    def add(self, area, built, book):
        partition, units, neighbours = built
        self.communes.update(partition.groups([c.insee for c in units]))
        self.epci.update(partition.groups([c.epci for c in units]))
        self.ept.update(partition.groups([c.ept for c in units]))
        self.departements.update(partition.groups([c.dep for c in units]))
        self.regions.update(partition.groups([c.reg for c in units]))
        for k, code in enumerate(neighbours):
            self.neighbours.setdefault(code, []).extend(partition.dissolve(partition.owners == -2 - k))
        self.seas.append((area.name, partition.dissolve(partition.owners == coverage.SEA)))


def _partition(area, inputs, book, in_french_box):
    """The area's partition, its communes in the order of their numbers, and its neighbours' codes."""
    units = [c for c in book.communes.values() if _belongs(c, area)]
    number = {c.insee: k for k, c in enumerate(units)}
    boxes = [box for box in book.boxes if box[0] in number]
    owner = np.array([number[box[0]] for box in boxes])
    keys = {key: k for k, key in enumerate(sorted({(c.epci, c.dep) for c in units}))}
    upper = np.array([keys[c.epci, c.dep] for c in units])

    shores = land.of_area(area, inputs, in_french_box)
    grid = Grid.over(area.zone, *area.cell)
    outlines = [ring for polygon in land.polygons_of(shores.home) for ring in rings.oriented(polygon)]
    on_land = burn(grid, outlines, np.zeros(len(outlines))) >= 0
    rule, label = labels.estimate(grid, [box[1:] for box in boxes], on_land)
    label = labels.clean(label, owner, on_land, lambda k: rule.inner_window(grid, k), SEA_REACH)
    lines = arcs.trace(grid, label, owner, upper, rule, (area.fine * UPPER_DETAIL, area.fine * LOWER_DETAIL))
    partition = coverage.partition(area, shores, grid, label, owner, lines)
    missing = sorted(set(range(len(units))) - set(partition.owners.tolist()))
    if missing:
        raise RuntimeError(f"{area.name}: no land left for {' '.join(units[k].insee for k in missing)}")
    return partition, units, list(shores.neighbours)


def _belongs(commune, area):
    return commune.dep in area.departements if area.departements else commune.dep not in gazetteer.OVERSEAS_DEPARTMENTS


def _set_places(book, polygons):
    centres = places.box_centres(book.boxes)
    for commune in book.communes.values():
        commune.place = places.place(polygons[commune.insee], centres[commune.insee])


def _write_layers(out, book, outlines):
    """Writes the polygon layers; returns their row counts."""
    communes = [((code, book.communes[code].name), polygons) for code, polygons in sorted(outlines.communes.items())]
    layers.write_topojson(out / "communes.topojson.gz", "communes", ("insee", "nom"), communes)
    regions_of = _regions_of_epci(book)
    members = {row["siren_membre"] for row in _facts(out, "territoires_industrie.csv")}
    tables_of = {
        # The communes that are members by themselves: a page needs no other commune's outline.
        "communes_ti": (("insee", "nom"), [row for row in communes if book.communes[row[0][0]].siren in members]),
        "epci": (("siren", "nom", "nature", "reg", "regs", "population"),
                 [((row["code"], row["nom"], row["type"], *regions_of[row["code"]], row["populationMunicipale"]),
                   outlines.epci[row["code"]]) for row in book.epci if row["code"] in outlines.epci]),
        "ept": (("siren", "nom"), [((row["code"], row["nom"]), outlines.ept[row["code"]]) for row in book.ept]),
        "departements": (("code", "nom", "reg"), [((row["code"], row["nom"], row["region"]),
                                                   outlines.departements[row["code"]]) for row in book.departements]),
        "regions": (("code", "nom"), [((row["code"], row["nom"]), outlines.regions[row["code"]])
                                      for row in book.regions]),
        "voisins": (("iso", "nom"), [((code, COUNTRY_NAMES[code]), polygons)
                                     for code, polygons in sorted(outlines.neighbours.items()) if polygons]),
        "mer": (("nom",), [((name,), polygons) for name, polygons in outlines.seas]),
    }
    counts = {"communes.topojson.gz": len(communes)}
    for name, (fields, rows) in tables_of.items():
        layers.write_flatgeobuf(out / f"{name}.fgb", fields, rows)
        counts[f"{name}.fgb"] = len(rows)
    return counts


def _regions_of_epci(book):
    """(region with most inhabitants, all regions joined by '/') of each EPCI."""
    people = {}
    for commune in book.communes.values():
        by_region = people.setdefault(commune.epci, {})
        by_region[commune.reg] = by_region.get(commune.reg, 0) + commune.population
    return {epci: (max(sorted(by), key=by.get), "/".join(sorted(by))) for epci, by in people.items()}


def _write_tables(out, book, outlines):
    (out / "communes.csv").write_bytes(tables.communes(book))
    (out / "communes_anciennes.csv").write_bytes(tables.former_communes(book))
    members = {row["siren_membre"] for row in _facts(out, "territoires_industrie.csv")}
    projects, _ = demonstration.projects(_facts(out, "pages_regions.csv"), _facts(out, "laureats_vedettes.csv"),
                                         members, book.communes, outlines.communes)
    (out / "laureats.csv").write_bytes(projects)


def _facts(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
