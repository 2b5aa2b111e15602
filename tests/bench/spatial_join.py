#!/usr/bin/env python3
"""Points in zones: `cartouche query` beside geopandas and PostGIS, in one run, on the same uniform points.

Usage: /usr/bin/python3 tests/bench/spatial_join.py CARTOUCHE [--points 1000000] [--layers epci-2021,…] [--runs 3] [--only cartouche,geopandas,postgis]

Debian: python3-geopandas python3-gdal postgresql-15-postgis-3. Zones are the FlatGeobuf layers of ../shared/geodata. The question is how many points
lie in each zone. What is printed, in seconds, is the least of the runs:

    whole    the whole command or script: start, reading points and zones from FlatGeobuf, joining, counting
    join     geopandas.sjoin alone, and PostGIS's query alone on tables that are loaded, indexed and analysed

The counts of all of them are compared and must be the same: none of the random points lies on a border.
PostgreSQL is started on loopback in a folder of its own and stopped at the end; as root it runs as the user `nobody`.
"""

import argparse
import csv
import io
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

METROPOLE = (-5.2, 41.3, 9.6, 51.1)
KEYS = {"regions-2018": "code", "departements-2018": "code", "epci-2021": "siren", "communes-2018": "insee"}
GEOPANDAS = """
import sys, time, json
import geopandas
began = time.monotonic()
points = geopandas.read_file(sys.argv[1])
zones = geopandas.read_file(sys.argv[2])
read = time.monotonic()
joined = geopandas.sjoin(points, zones[[sys.argv[3], "geometry"]], predicate="intersects")
done = time.monotonic()
print(json.dumps({"join": done - read, "counts": joined.groupby(sys.argv[3]).size().to_dict()}))
"""


def main():
    arguments = parse()
    zones_folder = pathlib.Path(__file__).resolve().parents[3] / "shared" / "geodata"
    if not zones_folder.is_dir():
        sys.exit(f"spatial_join.py: no folder {zones_folder}")
    with tempfile.TemporaryDirectory(prefix="spatial-join-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        server = Server(folder / "server") if "postgis" in arguments.only else None
        try:
            for count in arguments.points:
                points = folder / f"points-{count}.fgb"
                write_points(points, count)
                if server:
                    server.load(points, "points")
                for layer in arguments.layers:
                    compare(arguments, points, count, zones_folder / f"{layer}.fgb", layer, server)
                points.unlink()
        finally:
            if server:
                server.stop()


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("cartouche")
    parser.add_argument("--points", default="1000000")
    parser.add_argument("--layers", default="epci-2021")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="cartouche,geopandas,postgis")
    arguments = parser.parse_args()
    arguments.points = [int(float(count)) for count in arguments.points.split(",")]
    arguments.layers = arguments.layers.split(",")
    arguments.only = arguments.only.split(",")
    return arguments


def compare(arguments, points, count, zones, layer, server):
    key = KEYS[layer]
    answers = {}
    if "cartouche" in arguments.only:
        answers["cartouche"] = best(arguments.runs, lambda: cartouche(arguments.cartouche, points, zones, key))
    if "geopandas" in arguments.only:
        answers["geopandas"] = best(1 if count >= 1_000_000 else arguments.runs, lambda: geopandas(points, zones, key))
    if server:
        server.load(zones, "zones")
        answers["postgis"] = best(arguments.runs, lambda: server.join(key))
    for name, answer in answers.items():
        parts = [f"{part} {answer[part]:8.3f} s" if part in answer else " " * 15 for part in ("whole", "join")]
        memory = f"  {answer['memory']:6.0f} MB" if "memory" in answer else ""
        print(f"{count:>9} points, {layer:<18} {name:<10} {'  '.join(parts)}{memory}", flush=True)
    counts = [answer["counts"] for answer in answers.values()]
    if any(other != counts[0] for other in counts[1:]):
        sys.exit("spatial_join.py: the counts differ")


def best(runs, measure):
    answers = [measure() for _ in range(runs)]
    least = dict(answers[0])
    for part in ("whole", "join"):
        if part in least:
            least[part] = min(answer[part] for answer in answers)
    return least


def timed(command):
    """Wall time, peak memory (MB) and standard output of a command."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - began
        if status != 0:
            sys.exit(f"spatial_join.py: {command[0]} failed")
        out.seek(0)
        return took, usage.ru_maxrss / 1024, out.read().decode()


def cartouche(program, points, zones, key):
    command = [program, "query", str(points), "--zones", f"zone={zones}?key={key}", "--take", key, "--group-by", key, "--agg", "count", "-f", "csv", "--quiet"]
    took, memory, text = timed(command)
    rows = list(csv.reader(io.StringIO(text)))
    return {"whole": took, "memory": memory, "counts": {row[0]: int(row[1]) for row in rows[1:] if row[0]}}


def geopandas(points, zones, key):
    took, memory, text = timed(["/usr/bin/python3", "-c", GEOPANDAS, str(points), str(zones), key])
    answer = json.loads(text)
    return {"whole": took, "memory": memory, "join": answer["join"], "counts": answer["counts"]}


def write_points(path, count):
    from osgeo import gdal, ogr, osr
    import numpy

    gdal.UseExceptions()
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    source = ogr.GetDriverByName("FlatGeobuf").CreateDataSource(str(path))
    layer = source.CreateLayer("points", wgs84, ogr.wkbPoint, ["SPATIAL_INDEX=NO"])
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    random = numpy.random.Generator(numpy.random.PCG64(1))
    west, south, east, north = METROPOLE
    for begin in range(0, count, 100_000):
        size = min(100_000, count - begin)
        xs, ys = random.uniform(west, east, size), random.uniform(south, north, size)
        for i in range(size):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, begin + i)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb_point(xs[i], ys[i])))
            layer.CreateFeature(feature)


def wkb_point(x, y):
    import struct

    return struct.pack("<BIdd", 1, 1, x, y)


class Server:
    """PostgreSQL with PostGIS on loopback, in a folder of its own."""

    def __init__(self, folder):
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        self.user = {"user": "nobody"} if os.geteuid() == 0 else {}
        self.folder = folder
        folder.mkdir()
        if self.user:
            shutil.chown(folder, "nobody")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.run(self.bin / "initdb", "-D", folder / "data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories='' -c fsync=off -c shared_buffers=512MB -c work_mem=256MB"
        self.run(self.bin / "pg_ctl", "-D", folder / "data", "-o", options, "-w", "start")
        self.sql("CREATE DATABASE bench", "postgres")
        self.sql("CREATE EXTENSION postgis")

    def run(self, *command):
        done = subprocess.run([str(part) for part in command], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self.user)
        if done.returncode != 0:
            sys.exit(f"spatial_join.py: {command[0]}: {done.stderr.decode().strip()}")

    def sql(self, statement, database="bench"):
        command = ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "bench", "-d", database, "-qAtX", "-F", ",", "-v", "ON_ERROR_STOP=1", "-c", statement]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"spatial_join.py: {done.stderr.strip()}")
        return done.stdout

    def load(self, path, table):
        from osgeo import gdal

        gdal.UseExceptions()
        target = f"PG:host=127.0.0.1 port={self.port} user=bench dbname=bench"
        gdal.SetConfigOption("PG_USE_COPY", "YES")
        gdal.VectorTranslate(target, str(path), layerName=table, accessMode="overwrite", layerCreationOptions=["GEOMETRY_NAME=geom", "SPATIAL_INDEX=GIST"], geometryType="PROMOTE_TO_MULTI" if table == "zones" else None)
        self.sql(f"VACUUM ANALYZE {table}")

    def join(self, key):
        began = time.monotonic()
        text = self.sql(f"SELECT z.{key}, count(*) FROM points p JOIN zones z ON ST_Intersects(z.geom, p.geom) GROUP BY 1")
        took = time.monotonic() - began
        return {"join": took, "counts": {row.split(",")[0]: int(row.split(",")[1]) for row in text.split()}}

    def stop(self):
        self.run(self.bin / "pg_ctl", "-D", self.folder / "data", "-m", "immediate", "-w", "stop")


if __name__ == "__main__":
    main()
