"""Communes, EPCI, EPT, départements and régions of 2021, and what former commune codes became."""

from dataclasses import dataclass, field

from .inputs import BOXES, MEMBERSHIP, MEMBERSHIP_RECENT

GRAND_PARIS = "200054781"
OVERSEAS_DEPARTMENTS = ("971", "972", "973", "974", "976")

# Sannerville left Saline (14712) in 2020, so the boxes of 2017 only know the two together. It holds the western
# part of that box; the line between them is a coarse estimate.
SPLIT_BOXES = {"14666": ("14712", 0.0, 0.40)}


@dataclass
class Commune:
    """A commune of the COG of 2021; empty strings where something does not apply."""

    insee: str
    name: str
    siren: str
    epci: str
    ept: str
    dep: str
    reg: str
    population: int
    place: tuple = (0.0, 0.0)


@dataclass
class Gazetteer:
    """Everything the layers need to know about membership; boxes are (code of 2021, west, south, east, north)."""

    communes: dict
    epci: list
    ept: list
    departements: list
    regions: list
    former: list
    current_of: dict
    boxes: list = field(default_factory=list)


def load(inputs):
    """Reads the gazetteer from the npm packages."""
    rows = inputs.npm_json(MEMBERSHIP, "data/communes.json")
    epci = inputs.npm_json(MEMBERSHIP, "data/epci.json")
    recent = inputs.npm_json(MEMBERSHIP_RECENT, "data/communes.json")
    ept = inputs.npm_json(MEMBERSHIP_RECENT, "data/ept.json")
    boxes = inputs.npm_json(BOXES, "dist/communes.json")
    communes = _communes(rows, epci, recent, ept)
    current_of = _current_codes(rows, communes)
    return Gazetteer(
        communes=communes,
        epci=sorted(epci, key=lambda row: row["code"]),
        ept=sorted(ept, key=lambda row: row["code"]),
        departements=_inside(inputs.npm_json(MEMBERSHIP, "data/departements.json")),
        regions=sorted(inputs.npm_json(MEMBERSHIP, "data/regions.json"), key=lambda row: row["code"]),
        former=_former(rows, communes, current_of, boxes),
        current_of=current_of,
        boxes=_boxes(boxes, current_of))


def _inside(rows):
    """Rows of départements that belong to a region: the overseas collectivities do not."""
    return sorted((row for row in rows if row.get("region")), key=lambda row: row["code"])


def _communes(rows, epci, recent, ept):
    member = {m["code"]: (e["code"], m["siren"]) for e in epci for m in e["membres"]}
    recent_siren = {row["code"]: row.get("siren", "") for row in recent if row["type"] == "commune-actuelle"}
    ept_of = _ept_membership(ept, recent)
    result = {}
    for row in sorted(rows, key=lambda row: row["code"]):
        if row["type"] != "commune-actuelle" or not row.get("region"):
            continue
        code = row["code"]
        of, siren = member.get(code, ("", recent_siren.get(code, "")))
        result[code] = Commune(code, row["nom"], siren, of, ept_of.get(code, "") if of == GRAND_PARIS else "",
                               row["departement"], row["region"], row.get("population", 0))
    return result


def _ept_membership(ept, recent):
    """EPT of each commune code; communes merged since keep the EPT of the one they joined."""
    of = {member["code"]: row["code"] for row in ept for member in row["membres"]}
    for row in recent:
        if row["type"] == "commune-actuelle" and row["code"] in of:
            for old in row.get("anciensCodes", []):
                of.setdefault(old, of[row["code"]])
        elif row["type"] in ("commune-deleguee", "commune-associee") and row["chefLieu"] in of:
            of.setdefault(row["code"], of[row["chefLieu"]])
    return of


def _current_codes(rows, communes):
    """The code of 2021 of every code that ever was, as far as the COG tells."""
    current = {}
    for row in rows:
        if row["type"] == "commune-actuelle" and row["code"] in communes:
            for old in row.get("anciensCodes", []):
                current[old] = row["code"]
    for row in rows:
        if row["type"] in ("commune-deleguee", "commune-associee"):
            current.setdefault(row["code"], row["chefLieu"])
        elif row["type"] == "arrondissement-municipal":
            current[row["code"]] = row["commune"]
    current.update({code: code for code in communes})
    return current


def _former(rows, communes, current_of, boxes):
    """Rows (code, name, code of 2021, kind) of every code that is no commune of 2021."""
    kinds = {"commune-deleguee": "déléguée", "commune-associee": "associée",
             "arrondissement-municipal": "arrondissement"}
    named = {box["id"].split(":")[2]: box["name"] for box in boxes}
    found = {}
    for row in rows:
        if row["type"] in kinds and row["code"] not in communes and current_of.get(row["code"]) in communes:
            found[row["code"]] = (row["code"], row["nom"], current_of[row["code"]], kinds[row["type"]])
    for code, now in current_of.items():
        if code not in communes and code not in found and now in communes:
            found[code] = (code, named.get(code, ""), now, "fusionnée")
    return [found[code] for code in sorted(found)]


def _boxes(boxes, current_of):
    result = {}
    for box in boxes:
        code = box["id"].split(":")[2]
        if code in current_of:
            result[code] = (current_of[code], *box["bbox"])
    for code, (source, start, end) in SPLIT_BOXES.items():
        now, west, south, east, north = result[source]
        cut = west + end * (east - west)
        result[code] = (code, west + start * (east - west), south, cut, north)
        result[source] = (now, cut, south, east, north)
    return [result[code] for code in sorted(result)]
