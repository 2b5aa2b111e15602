#include "cartouche/press/table_cache.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "cartouche/base/finding_codes.h"
#include "cartouche/press/project_tables.h"
#include "cartouche/query/spatial_engine.h"
#include "cartouche/source/source_files.h"

namespace cartouche::press {
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

// Changes whenever a file is written or replaced.
std::string stamp(const fs::path& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return "absent";
  return fmt::format("{}.{}.{}.{}", status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size,
                     status.st_ino);
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
    result.add(*find_finding(one.code), one.message, move(one.where), one.ids);
  return result;
}

}  // namespace

// The tables kept from reading to reading, looked at with the project as it is now.
class TableCache::Kept : public KeptTables {
 public:
  Kept(std::map<std::string, Entry>& entries, std::uint64_t& versions, const project::Project& project,
       const Node& root)
      : entries_(entries), versions_(versions) {
    for (const auto& [name, value] : project.parameters) parameters_ += name + "=" + value.value + "\n";
    if (const Node* sources = root.find("sources"))
      for (const project::Source& source : project.sources) {
        Own& own = own_[source.name.value];
        collect(*sources->find(source.name.value), own.key, own.places);
        for (const fs::path& file : source_files(project::source_path(project, source)))
          own.key += file.string() + stamp(file);
      }
    if (const Node* tables = root.find("tables"))
      for (const project::TableRecipe& recipe : project.tables) {
        Own& own = own_[recipe.name.value];
        collect(*tables->find(recipe.name.value), own.key, own.places);
      }
  }

  const BuiltTable* find(const std::string& name, const std::vector<std::string>& inputs,
                         bool valid) override {
    const auto found = entries_.find(name);
    if (found == entries_.end() || found->second.key != key_of(name, inputs, valid)) return nullptr;
    Entry& entry = found->second;
    const Own& own = own_.at(name);
    entry.built.notes = moved(entry.built.notes, Moved(entry.places, own.places));
    entry.places = own.places;
    return &entry.built;
  }

  void keep(const std::string& name, const std::vector<std::string>& inputs, bool valid,
            BuiltTable built) override {
    entries_.insert_or_assign(
        name, Entry{key_of(name, inputs, valid), ++versions_, own_.at(name).places, std::move(built)});
  }

 private:
  struct Own {
    std::string key;
    std::vector<Location> places;
  };

  // All that a table depends on: its own text and files, and which building of its inputs.
  std::string key_of(const std::string& name, const std::vector<std::string>& inputs, bool valid) const {
    std::string key = parameters_ + own_.at(name).key + (valid ? "!" : ".");
    for (const std::string& input : inputs)
      key += fmt::format("{}#{} ", input, entries_.contains(input) ? entries_.at(input).version : 0);
    return key;
  }

  std::map<std::string, Entry>& entries_;
  std::uint64_t& versions_;
  std::string parameters_;
  std::map<std::string, Own> own_;
};

TableCache::TableCache()
    : engine_(query::make_spatial_engine()), store_(std::make_shared<map::GeometryStore>()) {}

TableCache::~TableCache() = default;

std::shared_ptr<const BuiltTables> TableCache::get(const project::Project& project, const Node& root,
                                                   unsigned threads, Diagnostics& diagnostics) {
  Kept kept(entries_, versions_, project, root);
  auto built = std::make_shared<BuiltTables>();
  built->engine = engine_;
  built->store = store_;
  built->tables = build_tables(project, map::tables_needed(project), reader_of(project), threads, diagnostics,
                               engine_, &kept);
  std::erase_if(entries_, [&](const auto& one) { return !built->tables.contains(one.first); });
  store_->keep_only(built->tables);
  return built;
}

}  // namespace cartouche::press
