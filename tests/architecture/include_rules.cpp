#include "include_rules.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>

namespace cartouche::architecture {
namespace {

namespace fs = std::filesystem;

// A library's headers, by the beginning of their names, and the modules that may include them.
struct Library {
  std::string prefix;
  std::set<std::string> owners;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all{
      {"gdal", {"source"}},
      {"ogr_", {"source"}},
      {"cpl_", {"source"}},
      {"proj", {"crs"}},
      {"geodesic.h", {"crs"}},
      {"geos", {"geometry"}},
      {"cairo", {"backend"}},
      {"libdeflate.h", {"backend"}},
      {"ft2build.h", {"backend", "text"}},
      {"qpdf/", {"backend"}},
      {"pango/", {"text"}},
      {"fontconfig/", {"text"}},
      {"hb", {"text"}},
      {"glib", {"text"}},
      {"yaml-cpp/", {"project"}},
      {"CLI/", {"cli"}},
      {"nlohmann/", {"cli", "web"}},
      {"httplib.h", {"web"}},
      {"pugixml.hpp", {"svg"}},
  };
  return all;
}

// fmt is every module's; the rest is the system's own.
bool belongs_to_all(const std::string& header) {
  static const std::set<std::string> system{"unistd.h", "fcntl.h"};
  // Headers of the C++ library have neither a suffix nor a folder.
  return header.find_first_of("./") == std::string::npos || header.starts_with("fmt/") ||
         header.starts_with("sys/") || system.contains(header);
}

struct Include {
  bool quoted;
  std::string header;
  int line;
};

std::vector<Include> includes_of(const fs::path& file) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  std::vector<Include> includes;
  std::ifstream in(file);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    std::smatch match;
    if (std::regex_match(line, match, pattern)) includes.push_back({match[1] == "\"", match[2], number});
  }
  return includes;
}

// What is wrong with one include of a module's file.
std::optional<std::string> fault(const Include& include, const std::string& module, bool is_public) {
  static const std::string own = "cartouche/";
  if (include.header.starts_with(own)) {
    const std::string used =
        include.header.substr(own.size(), include.header.find('/', own.size()) - own.size());
    if (reachable(module_table(), module).contains(used)) return std::nullopt;
    return "module '" + module + "' must not use '" + used + "'";
  }
  if (include.quoted) {
    if (is_public) return "a public header must not include a private one";
    if (include.header.find("..") != std::string::npos) return "a private header of another folder";
    return std::nullopt;
  }
  if (belongs_to_all(include.header)) return std::nullopt;
  const auto library = std::find_if(libraries().begin(), libraries().end(), [&](const Library& one) {
    return include.header.starts_with(one.prefix);
  });
  if (library == libraries().end()) return "a library that no module owns";
  if (!library->owners.contains(module)) return "a library that is not module '" + module + "'s";
  if (is_public) return "a library's header in a public header";
  return std::nullopt;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void check_folder(const fs::path& root, const fs::path& folder, bool is_public,
                  std::vector<std::string>& faults) {
  for (const fs::path& file : sources_below(root / folder)) {
    const std::string module = fs::relative(file, root / folder).begin()->string();
    const std::string name = fs::relative(file, root).generic_string();
    if (!module_table().contains(module)) {
      faults.push_back(name + ": module '" + module + "' is not in the table");
      continue;
    }
    for (const Include& include : includes_of(file))
      if (const auto wrong = fault(include, module, is_public))
        faults.push_back(name + ":" + std::to_string(include.line) + ": " + include.header + ": " + *wrong);
  }
}

// The words after USES in a call of cartouche_module, up to the next keyword.
std::optional<std::set<std::string>> uses_in(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  const std::string content = text.str();
  std::smatch call;
  if (!std::regex_search(content, call, std::regex(R"(cartouche_module\(([^)]*)\))"))) return std::nullopt;
  std::istringstream words(call[1].str());
  std::set<std::string> uses;
  bool within = false;
  for (std::string word; words >> word;) {
    if (word == "USES" || word == "LIBRARIES")
      within = word == "USES";
    else if (within)
      uses.insert(word);
  }
  return uses;
}

}  // namespace

const ModuleTable& module_table() {
  static const ModuleTable table{
      {"base", {}},
      {"geometry", {"base"}},
      {"symbol", {"base", "geometry"}},
      {"crs", {"geometry"}},
      {"table", {"geometry", "crs"}},
      {"svg", {"base", "geometry", "symbol"}},
      {"project", {"base", "geometry", "symbol", "svg"}},
      {"source", {"table", "project"}},
      {"expression", {"table"}},
      {"classify", {"base"}},
      {"pipeline", {"project", "table", "expression"}},
      {"query", {"pipeline"}},
      {"text", {"base"}},
      {"map", {"project", "symbol", "table", "crs", "expression", "classify", "pipeline"}},
      {"label", {"geometry"}},
      {"layout", {"map", "symbol", "label", "text", "crs"}},
      {"display", {"base", "geometry", "symbol", "text"}},
      {"draw", {"layout", "display", "symbol"}},
      {"review", {"layout", "display", "symbol"}},
      {"backend", {"base", "geometry", "symbol", "display", "text"}},
      {"web", {"base", "layout", "display", "backend"}},
      {"edit", {"geometry", "svg"}},
      {"cli", {"base",     "geometry", "crs",    "table",   "project", "source", "expression",
               "classify", "pipeline", "query",  "text",    "map",     "label",  "layout",
               "display",  "draw",     "review", "backend", "web",     "edit"}},
  };
  return table;
}

std::set<std::string> reachable(const ModuleTable& table, const std::string& module) {
  std::set<std::string> reached{module};
  std::vector<std::string> todo{module};
  while (!todo.empty()) {
    const auto row = table.find(todo.back());
    todo.pop_back();
    if (row == table.end()) continue;
    for (const std::string& used : row->second)
      if (reached.insert(used).second) todo.push_back(used);
  }
  return reached;
}

std::vector<std::string> include_faults(const fs::path& root) {
  std::vector<std::string> faults;
  check_folder(root, fs::path("include") / "cartouche", true, faults);
  check_folder(root, "src", false, faults);
  return faults;
}

std::vector<std::string> build_faults(const fs::path& root) {
  std::vector<std::string> faults;
  for (const auto& [module, uses] : module_table()) {
    // The command line is a program: it links every module by hand.
    if (module == "cli") continue;
    const auto linked = uses_in(root / "src" / module / "CMakeLists.txt");
    if (!linked)
      faults.push_back("src/" + module + "/CMakeLists.txt: no cartouche_module");
    else if (*linked != uses)
      faults.push_back("src/" + module + "/CMakeLists.txt: USES differs from the module table");
  }
  return faults;
}

}  // namespace cartouche::architecture
