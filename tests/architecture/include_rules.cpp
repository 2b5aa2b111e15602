#include "include_rules.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <sstream>

namespace cartouche::architecture {
namespace {

namespace fs = std::filesystem;

// A library's headers, by the beginnings of their names.
struct Library {
  std::string name;
  std::vector<std::string> prefixes;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all{
      {"GDAL", {"gdal", "ogr_", "cpl_"}},
      {"PROJ", {"proj", "geodesic.h"}},
      {"GEOS", {"geos"}},
      {"Cairo", {"cairo"}},
      {"libdeflate", {"libdeflate.h"}},
      {"FreeType", {"ft2build.h"}},
      {"qpdf", {"qpdf/"}},
      {"Pango", {"pango/", "glib"}},
      {"Fontconfig", {"fontconfig/"}},
      {"HarfBuzz", {"hb"}},
      {"yaml-cpp", {"yaml-cpp/"}},
      {"CLI11", {"CLI/"}},
      {"nlohmann", {"nlohmann/"}},
      {"httplib", {"httplib.h"}},
      {"pugixml", {"pugixml.hpp"}},
  };
  return all;
}

const Library* library_of(const std::string& header) {
  for (const Library& library : libraries())
    for (const std::string& prefix : library.prefixes)
      if (header.starts_with(prefix)) return &library;
  return nullptr;
}

// fmt is every module's; the rest is POSIX.
bool belongs_to_all(const std::string& header) {
  static const std::set<std::string> posix{"unistd.h",   "fcntl.h",        "iconv.h",      "poll.h",
                                           "sys/stat.h", "sys/resource.h", "sys/socket.h", "sys/wait.h"};
  // Headers of the C++ library have neither a suffix nor a folder.
  return header.find_first_of("./") == std::string::npos || header.starts_with("fmt/") ||
         posix.contains(header);
}

// What only Linux has, each in the one file that another system would replace.
bool is_its_place(const std::string& header, const std::string& file) {
  static const std::map<std::string, std::string> files{
      {"sys/inotify.h", "src/web/file_watch.cpp"},
      {"sys/signalfd.h", "src/cli/stop_signals.cpp"},
      {"dlfcn.h", "src/base/code_folder.cpp"},
  };
  const auto found = files.find(header);
  return found != files.end() && found->second == file;
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

// What is wrong with an include of another module's header.
std::optional<std::string> fault_of_use(const std::string& used, const std::string& name,
                                        const Module& module, bool is_public) {
  if (used == name || module.in_headers.contains(used)) return std::nullopt;
  if (!module.in_sources.contains(used)) return "module '" + name + "' does not use '" + used + "' directly";
  if (is_public) return "module '" + name + "' uses '" + used + "' in its sources only";
  return std::nullopt;
}

// What is wrong with one include of a module's file.
std::optional<std::string> fault(const Include& include, const std::string& name, const Module& module,
                                 bool is_public) {
  static const std::string own = "cartouche/";
  if (include.header.starts_with(own))
    return fault_of_use(include.header.substr(own.size(), include.header.find('/', own.size()) - own.size()),
                        name, module, is_public);
  if (include.quoted) {
    if (is_public) return "a public header must not include a private one";
    if (include.header.find("..") != std::string::npos) return "a private header of another folder";
    return std::nullopt;
  }
  if (belongs_to_all(include.header)) return std::nullopt;
  const Library* library = library_of(include.header);
  if (!library) return "a library that no module owns";
  if (!module.libraries.contains(library->name)) return "a library that is not module '" + name + "'s";
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

void check_folder(const fs::path& root, const fs::path& folder, bool is_public, const ModuleTable& table,
                  std::vector<std::string>& faults) {
  for (const fs::path& file : sources_below(root / folder)) {
    const std::string module = fs::relative(file, root / folder).begin()->string();
    const std::string name = fs::relative(file, root).generic_string();
    const auto row = table.find(module);
    if (row == table.end()) {
      faults.push_back(name + ": module '" + module + "' is not in the table");
      continue;
    }
    for (const Include& include : includes_of(file))
      if (is_its_place(include.header, name))
        continue;
      else if (const auto wrong = fault(include, module, row->second, is_public))
        faults.push_back(name + ":" + std::to_string(include.line) + ": " + include.header + ": " + *wrong);
  }
}

// The words of a call of cartouche_module by the keyword that they follow.
std::optional<std::map<std::string, std::set<std::string>>> linked_in(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  const std::string content = text.str();
  std::smatch call;
  if (!std::regex_search(content, call, std::regex(R"(cartouche_module\(([^)]*)\))"))) return std::nullopt;
  static const std::set<std::string> keywords{"PUBLIC", "PRIVATE", "TESTS", "LIBRARIES"};
  std::istringstream words(call[1].str());
  std::map<std::string, std::set<std::string>> linked;
  std::string keyword;
  for (std::string word; words >> word;) {
    if (keywords.contains(word))
      keyword = word;
    else
      linked[keyword].insert(word);
  }
  return linked;
}

}  // namespace

std::vector<std::string> include_faults(const fs::path& root, const ModuleTable& table) {
  std::vector<std::string> faults;
  check_folder(root, fs::path("include") / "cartouche", true, table, faults);
  check_folder(root, "src", false, table, faults);
  return faults;
}

std::vector<std::string> build_faults(const fs::path& root, const ModuleTable& table) {
  std::vector<std::string> faults;
  for (const auto& [name, module] : table) {
    const std::string file = "src/" + name + "/CMakeLists.txt";
    auto linked = linked_in(root / file);
    if (!linked)
      faults.push_back(file + ": no cartouche_module");
    else if ((*linked)["PUBLIC"] != module.in_headers)
      faults.push_back(file + ": PUBLIC differs from what the table says of its headers");
    else if ((*linked)["PRIVATE"] != module.in_sources)
      faults.push_back(file + ": PRIVATE differs from what the table says of its sources");
  }
  return faults;
}

}  // namespace cartouche::architecture
