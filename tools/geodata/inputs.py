"""Where the build's inputs come from: npm packages of Etalab and GMT's coastline and country data."""

import json
import subprocess
import tarfile
from pathlib import Path

import numpy as np

MEMBERSHIP = ("@etalab/decoupage-administratif", "1.1.1")
MEMBERSHIP_RECENT = ("@etalab/decoupage-administratif", "6.0.0")
BOXES = ("@etalab/fr-bounding-boxes", "0.1.3")
DEBIAN_PACKAGES = ("gmt", "gmt-dcw", "gmt-gshhg-full")


class Inputs:
    """Reads the inputs, fetching npm tarballs once into `cache`."""

    def __init__(self, cache):
        self.cache = Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)

    def npm_json(self, package, member):
        """A JSON file of an npm package given as (name, version)."""
        name, version = package
        tarball = self.cache / f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
        if not tarball.exists():
            subprocess.run(["npm", "pack", "--silent", f"{name}@{version}"], cwd=self.cache, check=True,
                           stdout=subprocess.DEVNULL)
        with tarfile.open(tarball) as archive:
            return json.load(archive.extractfile(f"package/{member}"))

    def country(self, code):
        """Rings of one country of the Digital Chart of the World, ISO 3166 code; longitudes in [-180, 180]."""
        return [ring for ring in self._gmt(f"dcw-{code}", f"-E{code}") if len(ring) > 3]

    def shoreline(self, west, south, east, north):
        """Shorelines between land and ocean of full-resolution GSHHG, as lines cut by the data's own bins."""
        region = f"-R{west}/{east}/{south}/{north}"
        lines = self._gmt(f"gshhg{region}".replace("/", "_"), region, "-Df", "-W1", "-A0/0/1")
        return [line for line in lines if len(line) > 1]

    def _gmt(self, key, *options):
        """Segments that `gmt coast … -M` prints, kept in the cache as text."""
        dump = self.cache / f"{key}.txt"
        if not dump.exists():
            done = subprocess.run(["gmt", "coast", *options, "-M", "--GMT_HISTORY=false"], cwd=self.cache,
                                  check=True, capture_output=True, text=True)
            dump.write_text(done.stdout, encoding="utf-8")
        return _segments(dump.read_text(encoding="utf-8"))


def _segments(text):
    segments = []
    for block in text.split(">")[1:]:
        rows = [line.split()[:2] for line in block.split("\n")[1:] if line.strip()]
        if rows:
            points = np.array(rows, float)
            points[:, 0] = np.where(points[:, 0] > 180, points[:, 0] - 360, points[:, 0])
            segments.append(points)
    return segments


def debian_versions():
    """Versions of the Debian packages whose data enter the base map."""
    query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *DEBIAN_PACKAGES]
    lines = subprocess.run(query, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split() for line in lines)
