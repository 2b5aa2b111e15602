// Which files a source is.

#include "cartouche/source/source_files.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "paths.h"

namespace cartouche {
namespace {

namespace fs = std::filesystem;

struct Format {
  std::string_view ending;
  std::array<std::string_view, 6> beside;  // instead of the ending; "" = none
};

// What GDAL's drivers read besides the file they are given.
constexpr std::array<Format, 5> kFormats{{
    {".shp", {".dbf", ".shx", ".prj", ".cpg", ".qix", ".cst"}},
    {".tab", {".dat", ".map", ".id", ".ind"}},
    {".mif", {".mid"}},
    {".gml", {".xsd", ".gfs"}},
    {".gpkg", {".gpkg-wal"}},
}};

bool is_upper(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// "ROUTES.SHP" has a "ROUTES.DBF".
std::string as_written(std::string_view ending, bool upper) {
  std::string text(ending);
  if (upper)
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

// "/vsizip//data/communes.zip/communes.shp" looks into "/data/communes.zip".
fs::path archive_of(std::string path) {
  while (path.starts_with("/vsi")) {
    const std::size_t end = path.find('/', 1);
    if (end == std::string::npos) return {};
    path.erase(0, end + 1);
    if (path.starts_with('{')) path.erase(0, 1);
  }
  std::replace(path.begin(), path.end(), '}', '/');
  std::error_code ignored;
  for (fs::path file = path; !file.empty() && file.has_relative_path(); file = file.parent_path())
    if (fs::is_regular_file(file, ignored)) return file;
  return {};
}

}  // namespace

std::vector<fs::path> source_files(const std::string& path) {
  if (path.starts_with("/vsi")) {
    const fs::path archive = archive_of(path);
    return archive.empty() ? std::vector<fs::path>() : std::vector<fs::path>{archive};
  }
  if (path == "-" || source_internal::is_connection(path)) return {};
  std::vector<fs::path> files{path};
  const std::string ending = files.front().extension();
  for (const Format& format : kFormats) {
    if (format.ending != lower(ending)) continue;
    const bool upper = std::any_of(ending.begin(), ending.end(), is_upper);
    for (const std::string_view beside : format.beside)
      if (!beside.empty()) files.push_back(fs::path(path).replace_extension(as_written(beside, upper)));
  }
  return files;
}

}  // namespace cartouche
