#include "table_cache.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "cartouche/query/spatial_engine.h"
#include "project_tables.h"

namespace cartouche::cli {
namespace {

namespace fs = std::filesystem;
using project::Node;

// A value without its places, and the places in the order of the values: two files of one text have their
// values at places that correspond.
void collect(const Node& node, std::string& text, std::vector<Location>& places) {
  places.push_back(node.where());
  switch (node.kind()) {
    case Node::Kind::null:
      text += '~';
      break;
    case Node::Kind::scalar:
      text += fmt::format("{}{}:{}", node.quoted() ? 'q' : 's', node.text().size(), node.text());
      break;
    case Node::Kind::list:
      text += '[';
      for (const Node& item : node.items()) collect(item, text, places);
      text += ']';
      break;
    case Node::Kind::map:
      text += '{';
      for (const auto& [key, value] : node.entries()) {
        places.push_back(key.where);
        text += fmt::format("{}:{}", key.value.size(), key.value);
        collect(value, text, places);
      }
      text += '}';
      break;
  }
}

void collect(const Node& root, const char* section, std::string& text, std::vector<Location>& places) {
  text += section;
  if (const Node* node = root.find(section)) collect(*node, text, places);
}

// Changes whenever a file is written or replaced.
std::string stamp(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return "absent";
  return fmt::format("{}.{}.{}.{}", status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size,
                     status.st_ino);
}

std::vector<fs::path> files_of(const project::Project& project, const project::Source& source) {
  const fs::path path = project::source_path(project, source);
  if (path.extension() != ".shp") return {path};
  std::vector<fs::path> files;
  for (const char* extension : {".shp", ".dbf", ".shx", ".prj", ".cpg"})
    files.push_back(fs::path(path).replace_extension(extension));
  return files;
}

std::string source_key(const project::Project& project, const project::Source& source, const Node& root) {
  std::string key;
  std::vector<Location> places;
  if (const Node* node = root.find("sources")->find(source.name.value)) collect(*node, key, places);
  for (const fs::path& file : files_of(project, source)) key += file.string() + stamp(file);
  return key;
}

// Where things noticed in the old text stand in the new one.
class Moved {
 public:
  Moved(const std::vector<Location>& from, const std::vector<Location>& to) {
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
      file_ = from[i].file;
      places_[{from[i].line, from[i].column}] = to[i];
    }
  }
  Location operator()(Location where) const {
    if (where.file != file_) return where;
    auto place = places_.upper_bound({where.line, where.column});
    if (place == places_.begin() || (--place)->first.first != where.line) return where;
    // Within an expression: as far from its beginning as it was.
    where.column += place->second.column - place->first.second;
    where.line = place->second.line;
    return where;
  }

 private:
  std::string file_;
  std::map<std::pair<int, int>, Location> places_;
};

Diagnostics moved(const Diagnostics& diagnostics, const Moved& move) {
  Diagnostics result;
  for (const Diagnostic& one : diagnostics.all())
    result.add(one.severity, one.code, one.message, move(one.where), one.ids);
  return result;
}

}  // namespace

std::vector<fs::path> source_files(const project::Project& project) {
  std::vector<fs::path> files;
  for (const project::Source& source : project.sources)
    for (fs::path& file : files_of(project, source)) files.push_back(std::move(file));
  return files;
}

Table TableCache::read(const project::Project& project, const project::Source& source, const std::string& key,
                       Diagnostics& notes) {
  {
    const std::lock_guard lock(mutex_);
    const auto known = sources_.find(source.name.value);
    if (known != sources_.end() && known->second.key == key) {
      notes.append(known->second.notes);
      return known->second.table;
    }
  }
  Source fresh{key, {}, {}};
  fresh.table = reader_of(project)(source, fresh.notes);
  notes.append(fresh.notes);
  Table table = fresh.table;
  const std::lock_guard lock(mutex_);
  sources_.insert_or_assign(source.name.value, std::move(fresh));
  return table;
}

std::shared_ptr<const BuiltTables> TableCache::get(const project::Project& project, const Node& root,
                                                   unsigned threads, Diagnostics& diagnostics) {
  std::string key;
  std::vector<Location> places;
  for (const char* section : {"parameters", "sources", "tables"}) collect(root, section, key, places);
  for (const auto& [name, value] : project.parameters) key += name + "=" + value.value + "\n";
  const std::vector<std::string> wanted = map::tables_needed(project);
  for (const std::string& name : wanted) key += name + "\n";
  std::map<std::string, std::string> keys;
  for (const project::Source& source : project.sources)
    key += keys[source.name.value] = source_key(project, source, root);
  if (!built_ || key != key_) {
    auto built = std::make_shared<BuiltTables>();
    built->engine = query::make_spatial_engine();
    built->store = std::make_unique<map::GeometryStore>();
    Diagnostics noticed;
    const auto reader = [&](const project::Source& source, Diagnostics& notes) {
      return read(project, source, keys.at(source.name.value), notes);
    };
    built->tables = build_tables(project, wanted, reader, threads, noticed, built->engine);
    built_ = std::move(built);
    diagnostics_ = std::move(noticed);
  } else {
    diagnostics_ = moved(diagnostics_, Moved(places_, places));
  }
  key_ = std::move(key);
  places_ = std::move(places);
  diagnostics.append(diagnostics_);
  return built_;
}

}  // namespace cartouche::cli
