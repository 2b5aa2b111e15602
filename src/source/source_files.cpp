// Which files a source is.

#include "cartouche/source/source_files.h"

#include <cpl_string.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "archive.h"
#include "cartouche/base/ascii_case.h"
#include "gdal.h"
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

// "GPKG:zones.gpkg:communes" reads "zones.gpkg".
fs::path file_of_connection(const std::string& path) {
  std::string file = path.substr(std::min(path.find(':'), path.size() - 1) + 1);
  std::erase(file, '"');
  std::error_code ignored;
  while (!file.empty() && !fs::is_regular_file(file, ignored))
    file.resize(file.find_last_of(':') == std::string::npos ? 0 : file.find_last_of(':'));
  return file;
}

// A virtual file reads those that it names.
std::vector<fs::path> files_of_virtual(const std::string& path) {
  using namespace source_internal;
  register_drivers();
  const GdalMessages messages;
  std::vector<fs::path> files{path};
  const DatasetPtr dataset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
  char** list = dataset ? GDALGetFileList(dataset.get()) : nullptr;
  for (char** file = list; file != nullptr && *file != nullptr; ++file) files.emplace_back(*file);
  CSLDestroy(list);
  return files;
}

}  // namespace

std::vector<fs::path> source_files(const std::string& path) {
  if (path.starts_with("/vsi")) {
    const fs::path archive = archive_of(path);
    return archive.empty() ? std::vector<fs::path>() : std::vector<fs::path>{archive};
  }
  if (const std::string zip = source_internal::archive_of(path); !zip.empty()) return {zip};
  if (path == "-") return {};
  if (source_internal::is_connection(path)) {
    const fs::path file = file_of_connection(path);
    return file.empty() ? std::vector<fs::path>() : std::vector<fs::path>{file};
  }
  if (ascii_lower(fs::path(path).extension().string()) == ".vrt") return files_of_virtual(path);
  std::vector<fs::path> files{path};
  const std::string ending = files.front().extension();
  for (const Format& format : kFormats) {
    if (format.ending != ascii_lower(ending)) continue;
    const bool upper = std::any_of(ending.begin(), ending.end(), is_upper);
    for (const std::string_view beside : format.beside)
      if (!beside.empty()) files.push_back(fs::path(path).replace_extension(as_written(beside, upper)));
  }
  return files;
}

}  // namespace cartouche
