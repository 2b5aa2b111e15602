#include "archive.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>

#include "cartouche/base/ascii_case.h"
#include "file_kinds.h"
#include "gdal.h"
#include "paths.h"

namespace cartouche::source_internal {
namespace {

constexpr std::string_view kEnding = ".zip";

struct FreeList {
  void operator()(char** list) const { CSLDestroy(list); }
};

// Where "….zip" ends in the path; 0 = it is none.
std::size_t end_of_archive(const std::string& path) {
  if (is_connection(path)) return 0;
  const std::string lower = ascii_lower(path);
  if (lower.ends_with(kEnding)) return path.size();
  const std::size_t at = lower.find(std::string(kEnding) + ":");
  return at == std::string::npos ? 0 : at + kEnding.size();
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

bool is_hidden(const std::string& path) {
  return file_name(path).starts_with('.') || path.starts_with("__MACOSX/");
}

std::vector<std::string> entries_of(const std::string& archive) {
  register_drivers();
  const GdalMessages messages;
  const std::unique_ptr<char*, FreeList> list(VSIReadDirRecursive(("/vsizip/" + archive).c_str()));
  if (!list) throw data_error({archive}, "cannot be read as a .zip: it is none, or empty");
  std::vector<std::string> entries;
  for (char** entry = list.get(); *entry != nullptr; ++entry) {
    std::string name = *entry;
    if (name.ends_with('/')) name.pop_back();
    // A geodatabase is a folder: what is in it is no source of its own.
    const std::size_t database = ascii_lower(name).find(".gdb/");
    if (database != std::string::npos) name.resize(database + 4);
    if (!is_hidden(name)) entries.push_back(std::move(name));
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool is_meant(const std::string& file, const std::string& name) {
  return file == name || file_name(file) == name || stem(file) == name;
}

}  // namespace

std::string archive_of(const std::string& path) {
  return path.substr(0, end_of_archive(path));
}

std::vector<std::string> sources_in(const std::string& path) {
  const std::string archive = archive_of(path);
  std::vector<std::string> main, minor;
  for (const std::string& entry : entries_of(archive)) {
    if (role_of(entry) == Role::main) main.push_back(entry);
    if (role_of(entry) == Role::minor) minor.push_back(entry);
  }
  return main.empty() ? minor : main;
}

ReadOptions out_of_archive(ReadOptions options) {
  const std::size_t end = end_of_archive(options.path);
  if (end == 0) return options;
  const std::string archive = options.path.substr(0, end);
  require_source(archive, options.asked_at);
  // "a.zip:b.gpkg" and layer c, or layer "b.gpkg:c".
  std::string wanted = end < options.path.size() ? options.path.substr(end + 1) : "";
  if (!options.layer.empty()) wanted += (wanted.empty() ? "" : ":") + options.layer;
  const std::size_t colon = wanted.find(':');
  const std::string name = wanted.substr(0, colon);
  const std::vector<std::string> sources = sources_in(archive);
  if (sources.empty())
    throw data_error({archive}, "nothing in it is a source", "it has no file of a known kind");
  std::vector<std::string> meant;
  for (const std::string& file : sources)
    if (is_meant(file, name)) meant.push_back(file);
  const bool is_named = meant.size() == 1;
  if (!is_named && sources.size() > 1)
    throw usage_error(
        name.empty() ? options.asked_at : options.place("layer"),
        name.empty() ? "'" + archive + "' holds " + std::to_string(sources.size()) + " sources"
                     : "'" + archive + "' holds " + (meant.empty() ? "no" : "several") + " '" + name + "'",
        "name one with layer: " + listed(sources));
  options.path = "/vsizip/" + archive + "/" + (is_named ? meant : sources).front();
  options.layer = wanted;
  if (is_named) options.layer = colon == std::string::npos ? "" : wanted.substr(colon + 1);
  return options;
}

}  // namespace cartouche::source_internal
