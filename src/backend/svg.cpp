#include <fmt/format.h>

#include <algorithm>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/backend/backend.h"
#include "cartouche/base/ascii_case.h"
#include "cartouche/base/base64.h"
#include "cartouche/base/markup.h"
#include "cartouche/base/number_format.h"
#include "cartouche/base/units.h"
#include "cartouche/base/web_address.h"
#include "cartouche/base/xml_name.h"
#include "glyph_outlines.h"
#include "image_surface.h"
#include "same_path.h"
#include "svg_definitions.h"
#include "svg_path.h"
#include "svg_style.h"
#include "svg_symbols.h"
#include "svg_thin.h"
#include "svg_xml.h"
#include "text_lines.h"

namespace cartouche {
namespace {

// Marks stand within a twentieth of a point of their place: less than a dot of 1200 dpi.
constexpr int kPlaceDecimals = 1;

using backend::style_attributes;
using backend::SvgStyle;
using display::Group;
using display::Image;
using display::Node;
using display::Role;
using display::Shape;
using display::Text;

/// What people expect to find in the layers panel.
bool is_layer(Role role) {
  return role == Role::page || role == Role::frame || role == Role::layer || role == Role::furniture;
}

class SvgWriter {
 public:
  SvgWriter(const display::DisplayList& page, SvgText text) : page_(page) {
    if (text == SvgText::outlines) outlines_.emplace();
  }

  std::string write() {
    const std::string title = ids_.claim("page-title");
    const std::string description = ids_.claim("page-description");
    symbols_.count(page_.nodes);
    write_nodes(page_.nodes, backend::root_style());
    const std::string width = format_fixed(page_.width, 2);
    const std::string height = format_fixed(page_.height, 2);
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
        "width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{} {}\" "
        "xml:lang=\"{}\" xml:space=\"preserve\" fill-rule=\"evenodd\" stroke-linecap=\"round\" "
        "stroke-linejoin=\"round\">\n",
        millimetres(page_.width), millimetres(page_.height), width, height, title, description,
        escape_markup(page_.language));
    out += fmt::format("<title id=\"{}\">{}</title>\n<desc id=\"{}\">{}</desc>\n", title,
                       escape_markup(page_.title), description, escape_markup(page_.description));
    if (!definitions_.markup().empty()) out += "<defs>\n" + definitions_.markup() + "</defs>\n";
    if (page_.background.a > 0) {
      const std::string opacity =
          page_.background.a == 255
              ? ""
              : fmt::format(" fill-opacity=\"{}\"", backend::svg_number(page_.background.a / 255.0));
      out += fmt::format("<path d=\"M0 0H{}V{}H0z\" fill=\"{}\"{}/>\n", width, height,
                         backend::svg_color(page_.background), opacity);
    }
    return out + body_ + "</svg>\n";
  }

 private:
  static std::string millimetres(double points) {
    return format_fixed(to_millimetres(Points{points}).value, 2);
  }

  /// id, label, data, clip and opacity of a group, whether it is written as <g> or on its only child.
  std::string identity(const Group& group) {
    std::string attributes;
    const std::string id = ids_.claim(group.id);
    if (!id.empty()) attributes += fmt::format(" id=\"{}\"", id);
    if (is_layer(group.role)) attributes += " inkscape:groupmode=\"layer\"";
    if (!group.label.empty()) attributes += fmt::format(" inkscape:label=\"{}\"", escape_markup(group.label));
    for (const auto& [key, value] : group.data)
      if (const std::string name = xml_name(key); !name.empty())
        attributes += fmt::format(" data-{}=\"{}\"", ascii_lower(name), escape_markup(value));
    if (group.clip) attributes += fmt::format(" clip-path=\"url(#{})\"", definitions_.clip(*group.clip));
    if (group.opacity < 1)
      attributes += fmt::format(" opacity=\"{}\"", backend::svg_number(std::max(group.opacity, 0.0)));
    if (group.fade)
      attributes +=
          fmt::format(" mask=\"url(#{})\"", definitions_.mask(*group.fade, page_.width, page_.height));
    if (group.blend != display::Blend::normal)
      attributes +=
          fmt::format(" style=\"mix-blend-mode:{}\"", symbol::word_in(symbol::kBlends, group.blend));
    return attributes;
  }

  /// A feature of one shape or one line of text needs no <g> around it.
  static bool is_single(const Group& group) {
    if (is_layer(group.role) || group.clip || group.children.empty()) return false;
    const Node& first = group.children.front();
    if (std::holds_alternative<Text>(first.value))
      return backend::text_line_end(group.children, 0) == group.children.size();
    const Shape* shape = std::get_if<Shape>(&first.value);
    if (!shape || shape->path.points().size() > backend::kMaxPathVertices) return false;
    const std::size_t end = backend::same_path_end(group.children, 0);
    return end == group.children.size() && backend::paints(group.children, 0, end).size() == 1;
  }

  void collect_styles(const std::vector<Node>& nodes, std::vector<SvgStyle>& styles) {
    for (std::size_t i = 0; i < nodes.size();) {
      std::size_t end = i + 1;
      if (const auto* group = std::get_if<Group>(&nodes[i].value); group && !symbols_.find(*group))
        collect_styles(group->children, styles);
      if (std::holds_alternative<Shape>(nodes[i].value)) {
        end = backend::same_path_end(nodes, i);
        for (const Shape& paint : backend::paints(nodes, i, end))
          styles.push_back(backend::style_of(paint, definitions_));
      }
      if (const auto* text = std::get_if<Text>(&nodes[i].value))
        styles.push_back(outlines_ ? backend::style_of_outlines(*text) : backend::style_of(*text));
      i = end;
    }
  }

  void write_nodes(const std::vector<Node>& nodes, const SvgStyle& inherited,
                   const std::string& identity = "") {
    for (std::size_t i = 0; i < nodes.size();) {
      std::size_t end = i + 1;
      if (const auto* group = std::get_if<Group>(&nodes[i].value)) write(*group, inherited);
      if (std::holds_alternative<Shape>(nodes[i].value)) {
        end = backend::same_path_end(nodes, i);
        write_shapes(nodes, i, end, inherited, identity);
      }
      if (const auto* image = std::get_if<Image>(&nodes[i].value)) write(*image);
      if (std::holds_alternative<Text>(nodes[i].value)) {
        end = backend::text_line_end(nodes, i);
        outlines_ ? write_outlines(nodes, i, end, inherited, identity)
                  : write_line(nodes, i, end, inherited, identity);
      }
      i = end;
    }
  }

  void write(const Group& group, const SvgStyle& inherited) {
    const std::size_t begin = body_.size();
    write_element(group, inherited);
    if (!is_web_address(group.link) || body_.size() == begin) return;
    body_.insert(begin, fmt::format("<a xlink:href=\"{}\">", escape_markup(group.link)));
    body_.insert(body_.size() - 1, "</a>");  // before the end of the line
  }

  void write_element(const Group& group, SvgStyle inherited) {
    const std::string attributes = identity(group);
    if (const auto use = symbols_.find(group)) {
      body_ += fmt::format("<use{} xlink:href=\"#{}\" x=\"{}\" y=\"{}\"/>\n", attributes, use->id,
                           backend::svg_number(use->at.x, kPlaceDecimals),
                           backend::svg_number(use->at.y, kPlaceDecimals));
      return;
    }
    if (is_single(group)) {
      write_nodes(group.children, inherited, attributes);
      return;
    }
    body_ += "<g" + attributes;
    // Styles are shared within a layer, not above it: a layer that is moved elsewhere keeps its look.
    if (group.role != Role::page && group.role != Role::frame) {
      std::vector<SvgStyle> styles;
      collect_styles(group.children, styles);
      body_ += style_attributes(backend::shared_style(styles), inherited);
    }
    body_ += ">\n";
    if (!group.alternative.empty())
      body_ += fmt::format("<desc>{}</desc>\n", escape_markup(group.alternative));
    write_nodes(group.children, inherited);
    body_ += "</g>\n";
  }

  /// Shapes over one path. Painted more than once, the path is defined once.
  void write_shapes(const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                    const SvgStyle& inherited, const std::string& identity) {
    const Path& path = std::get<Shape>(nodes[begin].value).path;
    if (path.empty()) return;
    const std::vector<Shape> painted = backend::paints(nodes, begin, end);
    if (painted.size() == 1 || !backend::is_long_outline(path) ||
        path.points().size() > backend::kMaxPathVertices) {
      for (const Shape& paint : painted) write(path, paint, inherited, identity);
      return;
    }
    const std::string outline = definitions_.outline(backend::path_data(path));
    for (const Shape& paint : painted) {
      SvgStyle scope = inherited;
      body_ += fmt::format("<use{}{} xlink:href=\"#{}\"/>\n", identity,
                           style_attributes(backend::style_of(paint, definitions_), scope), outline);
    }
  }

  void write(const Path& path, const Shape& paint, const SvgStyle& inherited, const std::string& identity) {
    SvgStyle scope = inherited;
    const std::string style = style_attributes(backend::style_of(paint, definitions_), scope);
    if (const auto circle = backend::as_circle(path)) {
      body_ += fmt::format("<circle{}{} cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", identity, style,
                           backend::svg_number(circle->center.x, kPlaceDecimals),
                           backend::svg_number(circle->center.y, kPlaceDecimals),
                           backend::svg_number(circle->radius, 2));
      return;
    }
    for (const Path& piece : backend::split_path(path, paint.fill.has_value()))
      body_ += fmt::format("<path{}{} d=\"{}\"/>\n", identity, style, backend::path_data(piece));
  }

  /// One <text> a line; runs that differ from the first in font or size are <tspan>s of it. textLength keeps
  /// the width on machines without the font.
  void write_line(const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                  const SvgStyle& inherited, const std::string& identity) {
    const Text& first = std::get<Text>(nodes[begin].value);
    if (!first.along.empty()) return write_turned(nodes, begin, end, inherited, identity);
    double length = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const GlyphRun& run = std::get<Text>(nodes[i].value).run;
      length += run.advance + run.spacing;
    }
    SvgStyle scope = inherited;
    body_ += fmt::format("<text{}{}{}", identity, place(first.at),
                         style_attributes(backend::style_of(first), scope));
    if (length > 0) body_ += fmt::format(" textLength=\"{}\"", backend::svg_number(length, 2));
    body_ += '>';
    for (std::size_t i = begin; i < end; ++i) {
      const Text& text = std::get<Text>(nodes[i].value);
      SvgStyle run_scope = scope;
      const std::string style = style_attributes(backend::style_of(text), run_scope);
      const std::string content = escape_markup(text.string);
      body_ += style.empty() ? content : fmt::format("<tspan{}>{}</tspan>", style, content);
    }
    body_ += "</text>\n";
  }

  /// A name that follows a line: one <text>, to be found and edited as one, with a <tspan> a letter. Viewers
  /// that do not turn letters (librsvg) still set each at its place on the line. Spaces go with the letter
  /// before.
  void write_turned(const std::vector<Node>& nodes, std::size_t begin, std::size_t end,
                    const SvgStyle& inherited, const std::string& identity) {
    SvgStyle scope = inherited;
    // Each letter has its place: letter-spacing would come on top of it.
    const auto style_without_spacing = [](Text text) {
      text.run.spacing = 0;
      return backend::style_of(text);
    };
    const Text& first = std::get<Text>(nodes[begin].value);
    body_ += fmt::format("<text{}{} x=\"{}\" y=\"{}\">", identity,
                         style_attributes(style_without_spacing(first), scope),
                         backend::svg_number(first.at.e, 2), backend::svg_number(first.at.f, 2));
    bool open = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Text& text = std::get<Text>(nodes[i].value);
      SvgStyle run_scope = scope;
      const std::string style = style_attributes(style_without_spacing(text), run_scope);
      const std::vector<ClusterPiece> pieces = cluster_pieces(text.string, text.run);
      for (std::size_t k = 0; k < std::min(pieces.size(), text.along.size()); ++k) {
        if (!open || !is_space(pieces[k].text)) {
          body_ += open ? "</tspan>" : "";
          body_ += turned_letter(text.along[k], style);
          open = true;
        }
        body_ += escape_markup(pieces[k].text);
      }
    }
    body_ += open ? "</tspan></text>\n" : "</text>\n";
  }

  static bool is_space(std::string_view text) { return text == " " || text == "\u00A0" || text == "\u202F"; }

  static std::string turned_letter(const TurnedCluster& place, const std::string& style) {
    return fmt::format("<tspan{} x=\"{}\" y=\"{}\" rotate=\"{}\">", style, backend::svg_number(place.x, 2),
                       backend::svg_number(place.y, 2),
                       backend::svg_number(place.angle * 180 / std::numbers::pi, 2));
  }

  /// One <path> a line, labelled with its words where it has no name of its own.
  void write_outlines(const std::vector<Node>& nodes, std::size_t begin, std::size_t end, SvgStyle scope,
                      const std::string& identity) {
    Path path;
    std::string words;
    for (std::size_t i = begin; i < end; ++i) {
      const Text& text = std::get<Text>(nodes[i].value);
      path.append(outlines_->of(text));
      words += text.string;
    }
    if (path.empty()) return;
    const std::string style =
        style_attributes(backend::style_of_outlines(std::get<Text>(nodes[begin].value)), scope);
    const std::string label = identity.find(" inkscape:label=") != std::string::npos
                                  ? ""
                                  : fmt::format(" inkscape:label=\"{}\"", escape_markup(words));
    body_ += fmt::format("<path{}{} fill-rule=\"nonzero\"{} d=\"{}\"/>\n", identity, label, style,
                         backend::glyph_data(path));
  }

  static std::string place(const Affine& at) {
    const auto number = [](double value) { return backend::svg_number(value, 4); };
    if (at.a == 1 && at.b == 0 && at.c == 0 && at.d == 1)
      return fmt::format(" x=\"{}\" y=\"{}\"", backend::svg_number(at.e, 2), backend::svg_number(at.f, 2));
    return fmt::format(" transform=\"matrix({} {} {} {} {} {})\"", number(at.a), number(at.b), number(at.c),
                       number(at.d), number(at.e), number(at.f));
  }

  void write(const Image& image) {
    if (!image.pixels || image.pixels->width <= 0 || image.pixels->height <= 0 || image.box.empty()) return;
    const auto number = [](double value) { return backend::svg_number(value, 2); };
    const Box& box = image.box;
    body_ += fmt::format(
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" "
        "xlink:href=\"data:image/png;base64,{}\"/>\n",
        number(box.min.x), number(box.min.y), number(box.width()), number(box.height()),
        base64(backend::image_png(*image.pixels)));
  }

  const display::DisplayList& page_;
  std::optional<backend::GlyphOutlines> outlines_;  ///< where letters are written as paths
  backend::IdRegistry ids_;
  backend::SvgDefinitions definitions_{ids_};
  backend::SvgSymbols symbols_{definitions_};
  std::string body_;
};

}  // namespace

std::string to_svg(const display::DisplayList& page, SvgText text) {
  return SvgWriter(page, text).write();
}

}  // namespace cartouche
