"""The demonstration set of projects: seeded, and adding up to the report's total of each region.

The report's list of projects was never published with coordinates. These rows stand in for the projects that the
report does not describe; they are drawn at random and flagged `simule`.
"""

import random

from . import rings
from .tables import csv_bytes

SEED = 20210924  # the day the report's figures were closed
SHARE_IN_TERRITORY = 0.72
POPULATION_POWER = 0.7
OVERSEAS = ("01", "02", "03", "04", "06")
SIZES = (("PME", 0.74), ("ETI", 0.17), ("TPE", 0.05), ("Grande entreprise", 0.04))
SECTORS = ("Agroalimentaire", "Aéronautique", "Automobile", "Bois et ameublement", "Chimie et matériaux", "Électronique",
           "Énergie", "Mécanique", "Métallurgie", "Papiers et emballages", "Plasturgie", "Recyclage", "Santé", "Textile")
HEADER = ("id", "entreprise", "taille", "filiere", "insee", "commune", "reg", "emplois_crees", "investissement_eur",
          "engage_eur", "lon", "lat", "simule")


def projects(pages, featured, territory_members, communes, polygons):
    """The CSV as bytes.

    `pages` and `featured` are rows of the facts as dicts, `territory_members` the SIRENs of all members,
    `communes` the gazetteer's communes, `polygons` each commune's polygons.
    """
    rows = []
    for page in pages:
        rng = random.Random(f"{SEED}-{page['code']}")
        regions = OVERSEAS if page["code"] == "OM" else (page["code"],)
        pool = [c for c in communes.values() if c.reg in regions]
        rows += _of_region(rng, page, featured, pool, territory_members, polygons)
    return csv_bytes(HEADER, rows), len(rows)


def _of_region(rng, page, featured, pool, members, polygons):
    code = page["code"]
    described = [row for row in featured if row["region"] == code]
    count = int(page["projets_laureats"]) - len(described)
    jobs = int(page["emplois"]) - sum(int(row["emplois_crees"] or 0) for row in described)
    within = [c for c in pool if {c.siren, c.epci, c.ept} & members]
    outside = [c for c in pool if not {c.siren, c.epci, c.ept} & members]
    inside_count = round(SHARE_IN_TERRITORY * count) if outside else count
    chosen = _draw(rng, within, inside_count) + _draw(rng, outside, count - inside_count)
    chosen.sort(key=lambda c: c.insee)
    weights = [rng.random() ** 3 + 0.05 for _ in chosen]
    job_shares = _share_out(jobs, weights)
    invested = _share_out(_euros(page["investissements_meur"]), weights)
    engaged = _share_out(_euros(page["engages_meur"]), [w ** 0.8 for w in weights])
    rows = []
    for k, commune in enumerate(chosen):
        lon, lat = _point(rng, commune, polygons[commune.insee])
        rows.append((f"{code}-{k + 1:03d}", f"Projet simulé {code}-{k + 1:03d}", _pick(rng, SIZES),
                     SECTORS[int(rng.random() * len(SECTORS))], commune.insee, commune.name, commune.reg,
                     job_shares[k], invested[k], engaged[k], f"{lon:.5f}", f"{lat:.5f}", 1))
    return rows


def _euros(millions):
    """Euros of a figure in M€ with at most one decimal."""
    return round(float(millions) * 10) * 100_000


def _pick(rng, weighted):
    at = rng.random()
    for value, weight in weighted:
        at -= weight
        if at < 0:
            return value
    return weighted[0][0]


def _draw(rng, pool, count):
    """`count` communes, drawn with replacement by a power of their population."""
    totals, total = [], 0.0
    for commune in pool:
        total += max(commune.population, 1) ** POPULATION_POWER
        totals.append(total)
    chosen = []
    for _ in range(count):
        at = rng.random() * total
        chosen.append(next(c for c, upto in zip(pool, totals) if at < upto))
    return chosen


def _share_out(total, weights):
    """Whole shares of `total` in proportion to `weights`, by largest remainder."""
    scale = total / sum(weights)
    shares = [int(weight * scale) for weight in weights]
    order = sorted(range(len(weights)), key=lambda k: (shares[k] - weights[k] * scale, k))
    for k in order[:total - sum(shares)]:
        shares[k] += 1
    return shares


def _point(rng, commune, polygons):
    """A point around the commune's place, inside its polygon and clear of its border where that is possible."""
    largest = max(polygons, key=rings.polygon_area)
    room = rings.distance_to_edges(largest, *commune.place)
    clearance = min(0.3, 0.6 * room)
    for _ in range(60):
        lon = round(commune.place[0] + (rng.random() - 0.5) * 0.8 * room / 75, 5)
        lat = round(commune.place[1] + (rng.random() - 0.5) * 0.8 * room / 111, 5)
        if rings.contains(largest, lon, lat) and rings.distance_to_edges(largest, lon, lat) >= clearance:
            return lon, lat
    return commune.place
