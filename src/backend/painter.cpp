#include "painter.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "cairo_path.h"
#include "image_surface.h"
#include "pattern_lines.h"
#include "text_lines.h"

namespace cartouche::backend {
namespace {

using display::Fill;
using display::Group;
using display::Image;
using display::Node;
using display::Shape;
using display::Stroke;
using display::Text;

/// cairo_save for a scope.
class Saved {
 public:
  explicit Saved(cairo_t* context) : context_(context) { cairo_save(context); }
  ~Saved() { cairo_restore(context_); }
  Saved(const Saved&) = delete;
  Saved& operator=(const Saved&) = delete;

 private:
  cairo_t* context_;
};

cairo_line_cap_t cap_of(display::Cap cap) {
  switch (cap) {
    case display::Cap::butt:
      return CAIRO_LINE_CAP_BUTT;
    case display::Cap::round:
      return CAIRO_LINE_CAP_ROUND;
    case display::Cap::square:
      return CAIRO_LINE_CAP_SQUARE;
  }
  return CAIRO_LINE_CAP_ROUND;
}

cairo_line_join_t join_of(display::Join join) {
  switch (join) {
    case display::Join::miter:
      return CAIRO_LINE_JOIN_MITER;
    case display::Join::round:
      return CAIRO_LINE_JOIN_ROUND;
    case display::Join::bevel:
      return CAIRO_LINE_JOIN_BEVEL;
  }
  return CAIRO_LINE_JOIN_ROUND;
}

cairo_operator_t operator_of(display::Blend blend) {
  switch (blend) {
    case display::Blend::normal:
      return CAIRO_OPERATOR_OVER;
    case display::Blend::multiply:
      return CAIRO_OPERATOR_MULTIPLY;
    case display::Blend::screen:
      return CAIRO_OPERATOR_SCREEN;
    case display::Blend::darken:
      return CAIRO_OPERATOR_DARKEN;
    case display::Blend::lighten:
      return CAIRO_OPERATOR_LIGHTEN;
  }
  return CAIRO_OPERATOR_OVER;
}

/// `color` thinned out as `fade` says. An ellipse is a circle of radius 1 to the pattern's own matrix.
PatternPtr fading(const display::Fade& fade, Color color) {
  const bool linear = fade.kind == display::Fade::Kind::linear;
  PatternPtr pattern(linear ? cairo_pattern_create_linear(fade.from.x, fade.from.y, fade.to.x, fade.to.y)
                            : cairo_pattern_create_radial(0, 0, 0, 0, 0, 1));
  for (const display::Fade::Stop& stop : fade.stops)
    cairo_pattern_add_color_stop_rgba(pattern.get(), stop.at, color.r / 255.0, color.g / 255.0,
                                      color.b / 255.0, color.a / 255.0 * stop.opacity);
  if (!linear) {
    const double rx = std::max(std::abs(fade.to.x - fade.from.x), 1e-6);
    const double ry = std::max(std::abs(fade.to.y - fade.from.y), 1e-6);
    const cairo_matrix_t to_pattern{1 / rx, 0, 0, 1 / ry, -fade.from.x / rx, -fade.from.y / ry};
    cairo_pattern_set_matrix(pattern.get(), &to_pattern);
  }
  return pattern;
}

class Painter {
 public:
  Painter(cairo_t* context, FontCache& fonts, GlyphMode mode)
      : context_(context), fonts_(fonts), mode_(mode) {}

  void draw(const std::vector<Node>& nodes) { draw(nodes, 0, nodes.size()); }

  void draw(const std::vector<Node>& nodes, std::size_t begin, std::size_t stop) {
    for (std::size_t i = begin; i < stop;) {
      if (std::holds_alternative<Text>(nodes[i].value)) {
        const std::size_t end = text_line_end(nodes, i);
        draw_line(std::span(nodes).subspan(i, end - i));
        i = end;
        continue;
      }
      if (const auto* group = std::get_if<Group>(&nodes[i].value)) draw(*group);
      if (const auto* shape = std::get_if<Shape>(&nodes[i].value)) draw(*shape);
      if (const auto* image = std::get_if<Image>(&nodes[i].value)) draw(*image);
      ++i;
    }
  }

  void clip(const Path& path) {
    set_path(context_, path);
    cairo_clip(context_);
  }

 private:
  void set_color(Color color) {
    cairo_set_source_rgba(context_, color.r / 255.0, color.g / 255.0, color.b / 255.0, color.a / 255.0);
  }

  void set_stroke(const Stroke& stroke) {
    set_color(stroke.color);
    cairo_set_line_width(context_, stroke.width);
    cairo_set_line_cap(context_, cap_of(stroke.cap));
    cairo_set_line_join(context_, join_of(stroke.join));
    // A pattern of zeros would be an error to Cairo; it means a solid line everywhere else.
    const bool dashed = std::any_of(stroke.dash.begin(), stroke.dash.end(), [](double d) { return d > 0; });
    cairo_set_dash(context_, stroke.dash.data(), dashed ? static_cast<int>(stroke.dash.size()) : 0, 0);
  }

  void draw(const Group& group) {
    if (group.opacity <= 0) return;
    const Saved saved(context_);
    if (group.clip) clip(*group.clip);
    const bool apart = group.opacity < 1 || group.fade || group.blend != display::Blend::normal;
    if (apart) cairo_push_group(context_);
    draw(group.children);
    if (!apart) return;
    cairo_pop_group_to_source(context_);
    cairo_set_operator(context_, operator_of(group.blend));
    if (!group.fade) {
      cairo_paint_with_alpha(context_, group.opacity);
      return;
    }
    const auto alpha = static_cast<std::uint8_t>(std::lround(std::clamp(group.opacity, 0.0, 1.0) * 255));
    cairo_mask(context_, fading(*group.fade, {0, 0, 0, alpha}).get());
  }

  void draw(const Shape& shape) {
    const bool filled = shape.fill && shape.fill->color.a > 0;
    const auto* fade = filled ? std::get_if<display::Fade>(&shape.fill->pattern) : nullptr;
    const bool plain = filled && (fade || std::holds_alternative<std::monostate>(shape.fill->pattern));
    const bool stroked = shape.stroke && shape.stroke->color.a > 0 && shape.stroke->width > 0;
    if (filled && !plain) draw_pattern(shape.path, *shape.fill);
    if (!plain && !stroked) return;
    set_path(context_, shape.path);
    if (plain) {
      if (fade)
        cairo_set_source(context_, fading(*fade, shape.fill->color).get());
      else
        set_color(shape.fill->color);
      stroked ? cairo_fill_preserve(context_) : cairo_fill(context_);
    }
    if (stroked) {
      set_stroke(*shape.stroke);
      cairo_stroke(context_);
    }
  }

  void draw_pattern(const Path& path, const Fill& fill) {
    const Saved saved(context_);
    const Box box = path.box();
    const auto* tile = std::get_if<display::Tile>(&fill.pattern);
    if (tile || mode_ == GlyphMode::text) {
      set_path(context_, path);
      cairo_clip(context_);
      tile ? draw_tiles(*tile, box) : stroke_pattern(fill, box);
      return;
    }
    // On an image the path is filled with a picture of the pattern: cutting every line at the path is slow.
    const Box picture = box.expanded(1);
    cairo_rectangle(context_, picture.min.x, picture.min.y, picture.width(), picture.height());
    cairo_clip(context_);
    cairo_push_group(context_);
    stroke_pattern(fill, box);
    cairo_pop_group_to_source(context_);
    set_path(context_, path);
    cairo_fill(context_);
  }

  void draw_tiles(const display::Tile& tile, const Box& box) {
    if (!tile.shapes) return;
    for (const Affine& cell : tile_cells(tile, box)) {
      const Saved saved(context_);
      const cairo_matrix_t matrix{cell.a, cell.b, cell.c, cell.d, cell.e, cell.f};
      cairo_transform(context_, &matrix);
      cairo_rectangle(context_, 0, 0, tile.width, tile.height);
      cairo_clip(context_);
      for (const Shape& shape : *tile.shapes) draw(shape);
    }
  }

  void stroke_pattern(const Fill& fill, const Box& box) {
    cairo_new_path(context_);
    set_color(fill.color);
    cairo_set_dash(context_, nullptr, 0, 0);
    if (const auto* hatch = std::get_if<display::Hatch>(&fill.pattern)) {
      for (const Segment& line : hatch_lines(*hatch, box)) {
        cairo_move_to(context_, line.from.x, line.from.y);
        cairo_line_to(context_, line.to.x, line.to.y);
      }
      cairo_set_line_width(context_, hatch->width);
      cairo_set_line_cap(context_, CAIRO_LINE_CAP_BUTT);
    } else if (const auto* dots = std::get_if<display::Dots>(&fill.pattern)) {
      // A line of no length with round caps is a disc, the shortest way to write one in PDF.
      for (const Point center : dot_centers(*dots, box)) {
        cairo_move_to(context_, center.x, center.y);
        cairo_line_to(context_, center.x, center.y);
      }
      cairo_set_line_width(context_, 2 * dots->radius);
      cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
    }
    cairo_stroke(context_);
  }

  void draw_line(std::span<const Node> line) {
    if (!std::get<Text>(line.front().value).along.empty()) return draw_turned(line);
    for (const Node& node : line) draw_halo(std::get<Text>(node.value));
    for (const Node& node : line) draw_glyphs(std::get<Text>(node.value));
  }

  /// A name that follows a line. Readers of a PDF make words of letters on one baseline, and would break this
  /// one: its first letter stands for all of it.
  void draw_turned(std::span<const Node> line) {
    std::vector<Text> letters;
    std::string name;
    for (const Node& node : line) {
      const Text& text = std::get<Text>(node.value);
      name += text.string;
      for (Text& letter : display::straight_texts(text)) letters.push_back(std::move(letter));
    }
    for (const Text& letter : letters) draw_halo(letter);
    for (Text& letter : letters) {
      letter.string = std::exchange(name, "");
      letter.run.clusters = {
          {static_cast<int>(letter.string.size()), static_cast<int>(letter.run.glyphs.size())}};
      draw_glyphs(letter);
    }
  }

  void set_font(const Text& text, cairo_font_face_t* face) {
    const Affine& at = text.at;
    const cairo_matrix_t matrix{at.a, at.b, at.c, at.d, at.e, at.f};
    cairo_transform(context_, &matrix);
    cairo_set_font_face(context_, face);
    cairo_set_font_size(context_, text.run.size);
    cairo_set_font_options(context_, fonts_.options());
    glyphs_.clear();
    for (const Glyph& glyph : text.run.glyphs) glyphs_.push_back({glyph.id, glyph.x, glyph.y});
  }

  int glyph_count() const { return static_cast<int>(glyphs_.size()); }

  void draw_halo(const Text& text) {
    if (!text.halo || text.run.glyphs.empty() || text.halo->width <= 0) return;
    const Saved saved(context_);
    if (mode_ == GlyphMode::outlines) {
      set_font(text, fonts_.face(*text.run.face));
      cairo_new_path(context_);
      cairo_glyph_path(context_, glyphs_.data(), glyph_count());
      set_stroke(*text.halo);
      cairo_stroke(context_);
      return;
    }
    set_font(text, fonts_.halo(*text.run.face, text.halo->width / text.run.size));
    set_color(text.halo->color);
    if (mode_ == GlyphMode::glyphs) {
      cairo_show_glyphs(context_, glyphs_.data(), glyph_count());
      return;
    }
    // A cluster of no bytes: a halo is not text, and must not be found twice.
    const cairo_text_cluster_t nothing{0, glyph_count()};
    cairo_show_text_glyphs(context_, "", 0, glyphs_.data(), glyph_count(), &nothing, 1,
                           cairo_text_cluster_flags_t{});
  }

  void draw_glyphs(const Text& text) {
    if (text.run.glyphs.empty()) return;
    const Saved saved(context_);
    set_font(text, fonts_.face(*text.run.face));
    set_color(text.color);
    switch (mode_) {
      case GlyphMode::glyphs:
        cairo_show_glyphs(context_, glyphs_.data(), glyph_count());
        break;
      case GlyphMode::outlines:
        cairo_new_path(context_);
        cairo_glyph_path(context_, glyphs_.data(), glyph_count());
        cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);  // outlines of one glyph may overlap
        cairo_fill(context_);
        break;
      case GlyphMode::text:
        show_text(text);
        break;
    }
  }

  void show_text(const Text& text) {
    clusters_.clear();
    for (const GlyphCluster& cluster : text.run.clusters)
      clusters_.push_back({cluster.bytes, cluster.glyphs});
    cairo_show_text_glyphs(context_, text.string.data(), static_cast<int>(text.string.size()), glyphs_.data(),
                           glyph_count(), clusters_.data(), static_cast<int>(clusters_.size()),
                           cairo_text_cluster_flags_t{});
  }

  void draw(const Image& image) {
    if (!image.pixels || image.pixels->width <= 0 || image.pixels->height <= 0 || image.box.empty()) return;
    const display::Pixels& pixels = *image.pixels;
    const SurfacePtr surface = image_surface(pixels);
    const Saved saved(context_);
    cairo_translate(context_, image.box.min.x, image.box.min.y);
    cairo_scale(context_, image.box.width() / pixels.width, image.box.height() / pixels.height);
    cairo_set_source_surface(context_, surface.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);
    cairo_rectangle(context_, 0, 0, pixels.width, pixels.height);
    cairo_fill(context_);
  }

  cairo_t* context_;
  FontCache& fonts_;
  GlyphMode mode_;
  std::vector<cairo_glyph_t> glyphs_;
  std::vector<cairo_text_cluster_t> clusters_;
};

}  // namespace

void paint_background(cairo_t* context, const display::DisplayList& page) {
  const Color paper = page.background;
  if (paper.a == 0) return;
  cairo_set_source_rgba(context, paper.r / 255.0, paper.g / 255.0, paper.b / 255.0, paper.a / 255.0);
  cairo_paint(context);
}

void paint(cairo_t* context, const display::DisplayList& page, FontCache& fonts, GlyphMode mode) {
  paint_background(context, page);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
  // Sixteen steps of coverage are enough where a pixel is 0.13 mm or less, and take half the time.
  if (mode == GlyphMode::glyphs) cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST);
  Painter(context, fonts, mode).draw(page.nodes);
  check(cairo_status(context), "page");
}

void paint_segment(cairo_t* context, const PdfSegment& segment, FontCache& fonts) {
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
  Painter painter(context, fonts, GlyphMode::text);
  for (const Path* path : segment.clips) painter.clip(*path);
  painter.draw(*segment.nodes, segment.begin, segment.end);
  check(cairo_status(context), "page");
}

}  // namespace cartouche::backend
