#include <array>
#include <utility>

#include "style_parts.h"

namespace cartouche::project {
namespace {

struct PaperSize {
  std::string_view name;
  double width, height;  // millimetres, portrait: ISO 216
};
constexpr std::array<PaperSize, 7> kPapers{{{"A0", 841, 1189},
                                            {"A1", 594, 841},
                                            {"A2", 420, 594},
                                            {"A3", 297, 420},
                                            {"A4", 210, 297},
                                            {"A5", 148, 210},
                                            {"A6", 105, 148}}};

double positive_length(const Node& node) {
  const double value = read_length(node).value;
  if (value <= 0) throw usage_error(node.where(), "'" + node.text() + "' must be more than nothing");
  return value;
}

void named_size(const LocatedText& size, TemplateStyle& page) {
  std::vector<std::string> names;
  for (const PaperSize& paper : kPapers) {
    names.emplace_back(paper.name);
    if (paper.name != size.value) continue;
    page.width = to_points(Millimetres{paper.width}).value;
    page.height = to_points(Millimetres{paper.height}).value;
  }
  require_one_of(size, "paper size", names);
}

void read_size(Reader& in, TemplateStyle& page) {
  const Node& size = in.required("size");
  const auto orientation = in.optional_text("orientation");
  if (size.kind() == Node::Kind::list) {
    if (size.items().size() != 2) throw usage_error(size.where(), "a size is [width, height]");
    if (orientation) throw usage_error(orientation->where, "'orientation' goes with a named size only");
    page.width = positive_length(size.items()[0]);
    page.height = positive_length(size.items()[1]);
    return;
  }
  named_size(size.located_text(), page);
  if (!orientation) return;
  require_one_of(*orientation, "orientation", {"portrait", "landscape"});
  if (orientation->value == "landscape") std::swap(page.width, page.height);
}

}  // namespace

TemplateStyle parse_template(const LocatedText& name, const Node& node, const Style& style) {
  Reader in(node, "template '" + name.value + "'");
  TemplateStyle page;
  page.name = name.value;
  page.where = name.where;
  read_size(in, page);
  if (const Node* background = in.optional("background")) page.background = style.color(*background);
  for (const auto& [item, value] : in.required("items").entries()) page.items.push_back({item, value});
  in.finish();
  return page;
}

}  // namespace cartouche::project
