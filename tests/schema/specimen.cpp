#include "specimen.h"

#include "cartouche/draw/draw.h"
#include "cartouche/map/check.h"
#include "cartouche/press/check_project.h"
#include "cartouche/source/source.h"

namespace cartouche::testing {
namespace {

using project::LocatedText;
using project::Node;

const std::filesystem::path kSourceDir = CARTOUCHE_SOURCE_DIR;
const std::filesystem::path kFolder = kSourceDir / "tests/schema/specimen";

Json json_of(const Node& node) {
  switch (node.kind()) {
    case Node::Kind::scalar:
      return node.text();
    case Node::Kind::list: {
      Json list = Json::array();
      for (const Node& item : node.items()) list.push_back(json_of(item));
      return list;
    }
    case Node::Kind::map: {
      Json map = Json::object();
      for (const auto& [key, value] : node.entries()) map[key.value] = json_of(value);
      return map;
    }
    case Node::Kind::null:
      break;
  }
  return nullptr;
}

Node node_of(const Json& json, const Pointer& at) {
  const Location where{at.to_string(), 1, 1};
  if (json.is_object()) {
    std::vector<std::pair<LocatedText, Node>> entries;
    for (const auto& [key, value] : json.items())
      entries.emplace_back(LocatedText{key, {(at / key).to_string() + "#", 1, 1}}, node_of(value, at / key));
    return Node::map(std::move(entries), where);
  }
  if (json.is_array()) {
    std::vector<Node> items;
    for (std::size_t i = 0; i < json.size(); ++i) items.push_back(node_of(json[i], at / i));
    return Node::list(std::move(items), where);
  }
  if (json.is_null()) return Node::null(where);
  return Node::scalar(json.is_string() ? json.get<std::string>() : json.dump(), where);
}

}  // namespace

Specimen Specimen::read() {
  Specimen specimen;
  specimen.files["project"] = json_of(project::read_yaml(kFolder / "project.yaml"));
  specimen.files["style"] = json_of(project::read_yaml(kFolder / "style.yaml"));
  return specimen;
}

const Outcome& Program::run(const Specimen& specimen) {
  const auto [found, is_new] = outcomes_.try_emplace(specimen.files.dump());
  if (is_new) found->second = outcome(specimen);
  return found->second;
}

Outcome Program::outcome(const Specimen& specimen) {
  try {
    return {draw(specimen), std::nullopt};
  } catch (const Error& error) {
    return {"", error};
  }
}

std::optional<Error> Program::refused_unread(const Specimen& specimen) {
  try {
    read(specimen);
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

Program::Read Program::read(const Specimen& specimen) {
  // The style stands in the folder of those that ship, so that it can inherit one of them.
  Read read{project::parse_project(node_of(specimen.files["project"], Pointer("/project")),
                                   kFolder / "project.yaml"),
            {}};
  press::check_project(read.project);
  for (const project::Page& page : read.project.pages) {
    const auto [style, is_new] = read.styles.try_emplace(page.style.value);
    if (is_new)
      style->second = map::read_templates(project::parse_style(
          node_of(specimen.files["style"], Pointer("/style")), kSourceDir / "styles/specimen.yaml"));
    map::check_page(read.project, page, style->second);
  }
  map::check_undrawn_layers(read.project, read.styles);
  return read;
}

std::string Program::draw(const Specimen& specimen) {
  const auto [project, styles] = read(specimen);
  Diagnostics diagnostics;
  const Tables& made = tables(project, specimen.files["project"]);
  std::string drawn;
  for (const map::PageInstance& page : map::plan_pages(project, made, engine_)) {
    const map::Map map = map::resolve(project, styles.at(page.page->style.value), made, page, *store_);
    drawn += display::dump(cartouche::draw(layout::lay_out(map, *store_, shaper_, diagnostics)));
  }
  return drawn;
}

// Most changes leave the tables alone: they are made anew only where what they are made from has changed.
const Tables& Program::tables(const project::Project& project, const Json& file) {
  std::string from;
  for (const char* const section : {"parameters", "sources", "tables"})
    from += file.value(section, Json()).dump();
  // Steps are tried also where no page needs their table; of sources only those that are needed are read.
  std::vector<std::string> wanted = map::tables_needed(project);
  for (const project::TableRecipe& recipe : project.tables) wanted.push_back(recipe.name.value);
  for (const std::string& name : wanted) from += " " + name;
  if (from == made_from_) return tables_;
  Diagnostics diagnostics;
  const ReadSource read = [&](const project::Source& source, Diagnostics& notes) {
    Table table = read_source(options_of(project, source), notes);
    table.rename(source.name.value);
    if (source.credit) table.add_credits({*source.credit});
    return table;
  };
  tables_ = build_tables(project, wanted, read, 1, diagnostics, engine_);
  store_ = std::make_unique<map::GeometryStore>();
  made_from_ = from;
  return tables_;
}

}  // namespace cartouche::testing
