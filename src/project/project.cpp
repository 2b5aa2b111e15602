#include "cartouche/project/project.h"

#include "cartouche/base/output_plan.h"
#include "cartouche/base/shipped_files.h"
#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {

const std::vector<std::pair<LocatedText, Node>>& section(const Node* node) {
  static const std::vector<std::pair<LocatedText, Node>> kEmpty;
  return node && !node->is_null() ? node->entries() : kEmpty;
}

void require_word(const LocatedText& name, const std::string& what) {
  const auto is_letter = [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  };
  const auto is_digit = [](unsigned char c) { return c >= '0' && c <= '9'; };
  bool good = !name.value.empty() && !is_digit(static_cast<unsigned char>(name.value.front()));
  for (const char c : name.value) {
    const auto byte = static_cast<unsigned char>(c);
    good = good && (is_letter(byte) || is_digit(byte));
  }
  if (!good)
    throw usage_error(name.where, "'" + name.value + "' cannot name a " + what,
                      "use letters, digits and '_', and begin with a letter");
}

namespace {

constexpr int kVersion = 1;

void check_version(const Node& version) {
  if (version.integer() != kVersion)
    throw usage_error(version.where(), "this program reads 'cartouche: " + std::to_string(kVersion) +
                                           "', not '" + version.text() + "'");
}

void parse_parameters(const Node* node, Project& project) {
  for (const auto& [name, value] : section(node)) {
    require_word(name, "parameter");
    project.parameters.emplace(name.value, value.located_text());
  }
}

void apply_settings(const std::map<std::string, std::string>& settings, Project& project) {
  for (const auto& [name, value] : settings) {
    const auto found = project.parameters.find(name);
    if (found == project.parameters.end()) {
      std::vector<std::string> names;
      for (const auto& [known, ignored] : project.parameters) names.push_back(known);
      throw usage_error({}, "--set " + name + ": the project has no such parameter",
                        names.empty() ? "it has none under 'parameters'" : suggestion(name, names));
    }
    found->second = {value, {"--set " + name, 0, 0}};
  }
}

std::string replace_parameters(const Project& project, const LocatedText& path) {
  std::string result;
  std::size_t from = 0;
  for (;;) {
    const std::size_t begin = path.value.find("${", from);
    if (begin == std::string::npos) return result + path.value.substr(from);
    const std::size_t end = path.value.find('}', begin);
    if (end == std::string::npos)
      throw usage_error(path.where, "'${' without its '}' in '" + path.value + "'");
    const std::string name = path.value.substr(begin + 2, end - begin - 2);
    const auto found = project.parameters.find(name);
    if (found == project.parameters.end()) {
      std::vector<std::string> names;
      for (const auto& [known, ignored] : project.parameters) names.push_back(known);
      throw usage_error(path.where, "no parameter '" + name + "'",
                        names.empty() ? "the project has none" : suggestion(name, names));
    }
    result += path.value.substr(from, begin - from) + found->second.value;
    from = end + 1;
  }
}

// "PG:dbname=x", "postgresql://host/db", "/vsizip/a.zip/b.shp": read by OGR as they are.
bool is_connection(const std::string& path) {
  if (path.starts_with("/vsi") || path.find("://") != std::string::npos) return true;
  const std::size_t colon = path.find(':');
  if (colon == std::string::npos || colon < 2) return false;
  for (const char c : path.substr(0, colon))
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return true;
}

}  // namespace

const Source* Project::find_source(std::string_view name) const {
  for (const Source& source : sources)
    if (source.name.value == name) return &source;
  return nullptr;
}

std::vector<std::string> Project::table_names() const {
  std::vector<std::string> names;
  for (const TableRecipe& recipe : tables) names.push_back(recipe.name.value);
  for (const Source& source : sources) names.push_back(source.name.value);
  return names;
}

const Layer& Project::layer(const LayerName& name) const {
  for (const Layer& layer : layers)
    if (layer.name.value == name.value) return layer;
  std::vector<std::string> names;
  for (const Layer& layer : layers) names.push_back(layer.name.value);
  throw usage_error(name.where, "no layer '" + name.value + "'", suggestion(name.value, names));
}

Project parse_project(const Node& root, const std::filesystem::path& file,
                      const std::map<std::string, std::string>& settings) {
  if (root.is_null()) throw usage_error({file.string(), 0, 0}, "the project file is empty");
  Reader in(root, "project");
  check_version(in.required("cartouche"));
  Project project;
  project.file = file;
  project.title = in.optional_text("title").value_or(LocatedText{"", root.where()});
  parse_parameters(in.optional("parameters"), project);
  for (const auto& [name, node] : section(in.optional("sources")))
    project.sources.push_back(parse_source(name, node));
  for (const auto& [name, node] : section(in.optional("tables")))
    project.tables.push_back(parse_recipe(name, node));
  for (const auto& [name, node] : section(in.optional("figures")))
    project.figures.push_back(parse_figure(name, node));
  for (const auto& [name, node] : section(in.optional("questions")))
    project.questions.push_back(parse_question(name, node));
  for (const auto& [name, node] : section(in.optional("layers")))
    project.layers.push_back(parse_layer(name, node));
  for (const auto& [name, node] : section(in.optional("pages")))
    project.pages.push_back(parse_page(name, node));
  project.acceptances = parse_acceptances(in.optional("accept"));
  project.book = in.optional_text("book");
  if (project.book) require_plain_name(project.book->value, "the book", project.book->where);
  in.finish();
  check_references(project);
  apply_settings(settings, project);
  for (Page& page : project.pages) page.style.value = replace_parameters(project, page.style);
  return project;
}

Project read_project(const std::filesystem::path& file, const std::map<std::string, std::string>& settings) {
  return parse_project(read_yaml(file), file, settings);
}

std::string source_path(const Project& project, const Source& source) {
  const std::string path = replace_parameters(project, source.path);
  if (path.empty())
    throw usage_error(source.path.where, "source '" + source.name.value + "' has an empty path");
  if (is_connection(path)) return path;
  return path_named(project.file.parent_path(), path, source.path.where).string();
}

}  // namespace cartouche::project
