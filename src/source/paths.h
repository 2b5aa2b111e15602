#pragma once
// From what a project names as a source to what GDAL opens, and the messages for what is not there.

#include <string>

#include "cartouche/base/error.h"

namespace cartouche::source_internal {

/// True for a path that is no file of this machine: "PG:…", "/vsicurl/…", "https://…".
bool is_connection(const std::string& path);
/// True for "http://…", "https://…", "ftp://…".
bool is_address(const std::string& path);
/// The path as messages show it: a connection string without its password, a file of an archive as
/// "a.zip:b.shp".
std::string shown(const std::string& path);
/// True for .csv, .tsv and .txt, and each with .gz: read by our own reader.
bool is_delimited_text(const std::string& path);
/// "a.fgb.gz" → "/vsigzip/a.fgb.gz", an address whose ending says what it is → "/vsicurl/…"; others as they
/// are.
std::string vsi_path(const std::string& path);
/// "communes.fgb.gz" → "communes".
std::string stem(const std::string& path);

/// Throws a usage error at `asked_at` where a file is missing, naming the nearest one of its folder.
void require_source(const std::string& path, const Location& asked_at);

/// The beginning of a file, "" where it cannot be read.
std::string first_bytes(const std::string& path);
/// The whole file, decompressed where it ends in .gz; "-" is standard input. Throws a data error where it
/// cannot be read.
std::string read_bytes(const std::string& path);

}  // namespace cartouche::source_internal
