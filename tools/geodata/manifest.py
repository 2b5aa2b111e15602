"""The manifest of the base map: what each file is made of, and its checksum."""

import hashlib
import json
from pathlib import Path

from . import demonstration
from .inputs import BOXES, MEMBERSHIP, MEMBERSHIP_RECENT, debian_versions

ETALAB = "Licence Ouverte 2.0"
FACTS = ("chiffres_nationaux.csv", "laureats_vedettes.csv", "pages_regions.csv", "qpv.csv",
         "territoires_industrie.csv", "zonages_communes.csv")
SIDECAR = ".properties"  # GDAL leaves one beside a gzipped file it has read
DOCUMENTS = ("LICENCES.md", "README.md", "manifest.json")


def _npm(package):
    return "npm " + "@".join(package)


def _sources(debian):
    """Sources by key, with producer, package, licence and vintage."""
    return {
        "cog": {"producer": "INSEE", "package": _npm(MEMBERSHIP), "licence": ETALAB, "vintage": "COG 2021",
                "what": "names, populations, départements, régions, former codes"},
        "banatic": {"producer": "DGCL", "package": _npm(MEMBERSHIP), "licence": ETALAB, "vintage": "2021-01-01",
                    "what": "EPCI, their members and SIREN codes"},
        "ept": {"producer": "DGCL", "package": _npm(MEMBERSHIP_RECENT), "licence": ETALAB, "vintage": "2026",
                "what": "EPT of the Grand Paris, SIREN codes of the communes outside any EPCI"},
        "boxes": {"producer": "IGN", "package": _npm(BOXES), "licence": ETALAB, "vintage": "ADMIN EXPRESS 2017",
                  "what": "bounding boxes of the communes"},
        "dcw": {"producer": "Digital Chart of the World, GMT team", "licence": "LGPL-3.0-or-later", "vintage": "2.1.1",
                "package": f"Debian gmt-dcw {debian['gmt-dcw']}", "what": "borders between countries"},
        "gshhg": {"producer": "GSHHG, P. Wessel and W. H. F. Smith", "licence": "LGPL-3.0-or-later",
                  "vintage": "2.3.7 of 2017-06-15", "package": f"Debian gmt-gshhg-full {debian['gmt-gshhg-full']}",
                  "what": "shorelines"},
        "report": {"producer": "ANCT", "licence": "figures quoted from the report", "vintage": "2021-09-24",
                   "what": "Territoires d'industrie, point d'étape à 3 ans"},
        "anct-ti": {"producer": "ANCT", "licence": ETALAB, "vintage": "2022", "what": "members of the territories"},
        "anct-zonages": {"producer": "ANCT, Observatoire des territoires", "licence": ETALAB,
                         "vintage": "2018-2020, COG 2018", "what": "priority zones by commune"},
        "anct-qpv": {"producer": "ANCT", "licence": ETALAB, "vintage": "2024", "what": "centroids of QPV"},
        "simulation": {"producer": "this project", "licence": "as the project", "vintage": "2021-09-24",
                       "what": "demonstration rows drawn at random", "seed": demonstration.SEED},
    }


_BASE = ["cog", "banatic", "boxes", "dcw", "gshhg"]
_USED = {
    "chiffres_nationaux.csv": ["report"], "laureats_vedettes.csv": ["report"], "pages_regions.csv": ["report"],
    "qpv.csv": ["anct-qpv"], "territoires_industrie.csv": ["anct-ti"], "zonages_communes.csv": ["anct-zonages"],
    "communes.csv": ["cog", "banatic", "ept", "boxes"], "communes_anciennes.csv": ["cog", "boxes"],
    "communes.topojson.gz": _BASE, "communes_ti.fgb": [*_BASE, "anct-ti"], "epci.fgb": _BASE, "ept.fgb": ["ept", *_BASE], "departements.fgb": _BASE,
    "regions.fgb": _BASE, "voisins.fgb": ["dcw", "gshhg"], "mer.fgb": ["dcw", "gshhg"],
    "laureats.csv": ["simulation", "report", "anct-ti", "cog"], "exactitude.json": [],
}


def write(folder, row_counts):
    """Writes manifest.json for the files of `folder`."""
    folder = Path(folder)
    files = {}
    for path in sorted(folder.iterdir()):
        if path.name in DOCUMENTS or path.suffix == SIDECAR:
            continue
        data = path.read_bytes()
        rows = row_counts.get(path.name, data.count(b"\n") - 1 if path.suffix == ".csv" else None)
        files[path.name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "rows": rows,
                            "sources": _USED[path.name]}
    accuracy = folder / "exactitude.json"
    measured = json.loads(accuracy.read_text(encoding="utf-8")) if accuracy.exists() else {}
    content = {"crs": "EPSG:4326", "resolution_degrees": 1e-5, "files": files,
               "sources": _sources(debian_versions()), "measured": measured}
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")


def check(folder):
    """Problems found when the files of `folder` are held against its manifest, as lines of text."""
    folder = Path(folder)
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    problems = []
    for name, entry in listed.items():
        path = folder / name
        if not path.exists():
            problems.append(f"{name}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            problems.append(f"{name}: checksum differs from the manifest")
    present = {path.name for path in folder.iterdir() if path.suffix != SIDECAR} - set(listed) - set(DOCUMENTS)
    return problems + [f"{name}: not in the manifest" for name in sorted(present)]
