"""The CSV tables of the base map: UTF-8, comma, line feed, codes as text."""

import csv
import io


def csv_bytes(header, rows):
    """A CSV file as bytes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")


def communes(gazetteer):
    """Every commune of 2021 with its memberships, its population and a point inside its polygon."""
    header = ("insee", "nom", "siren", "epci", "ept", "dep", "reg", "population", "lon", "lat")
    rows = [(c.insee, c.name, c.siren, c.epci, c.ept, c.dep, c.reg, c.population,
             f"{c.place[0]:.4f}", f"{c.place[1]:.4f}") for c in gazetteer.communes.values()]
    return csv_bytes(header, rows)


def former_communes(gazetteer):
    """Codes that are no commune of 2021, with the commune of 2021 that holds them."""
    return csv_bytes(("insee", "nom", "insee_actuel", "type"), gazetteer.former)
