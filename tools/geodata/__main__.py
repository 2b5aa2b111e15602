"""Command line of the base map's build: see `tools/build_geodata --help`."""

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(prog="tools/build_geodata", description="Builds the embedded base map in geodata/.")
    parser.add_argument("--out", type=Path, default=ROOT / "geodata", help="folder that holds the base map")
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "geodata-cache", help="folder for fetched inputs")
    parser.add_argument("--check", action="store_true", help="only hold the files against the manifest's checksums")
    parser.add_argument("--measure", type=Path, metavar="FOLDER",
                        help="only compare with the contours in FOLDER/communes-2018.fgb and record the agreement")
    options = parser.parse_args()
    if options.check:
        return _check(options.out)
    if options.measure:
        return _measure(options)
    from . import build
    build.run(options.out, options.cache)
    return _check(options.out)


def _check(folder):
    from . import manifest
    problems = manifest.check(folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{folder.name}: {'the files match the manifest' if not problems else f'{len(problems)} problem(s)'}")
    return 1 if problems else 0


def _measure(options):
    from . import gazetteer, manifest, measure
    from .inputs import Inputs
    found = measure.agreement(options.out / "communes.topojson.gz", options.measure / "communes-2018.fgb",
                              gazetteer.load(Inputs(options.cache)))
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    (options.out / "exactitude.json").write_text(text, encoding="utf-8")
    counts = json.loads((options.out / "manifest.json").read_text(encoding="utf-8"))["files"]
    manifest.write(options.out, {name: entry["rows"] for name, entry in counts.items()})
    print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
