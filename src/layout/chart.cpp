// Charts: horizontal bars, stacked bars, a ring. Bars begin at nought, so that their lengths compare.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "context.h"

namespace cartouche::layout {
namespace {

constexpr Color kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255};

// A ring's sector between two angles (radians, clockwise from the top), its arcs as cubics of at most a
// quarter turn: control points at 4/3·tan(θ/4) of the radius, error below 2.8e-4 of it.
void add_arc(Path& path, Point center, double radius, double from, double to) {
  const int pieces =
      std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (std::numbers::pi / 2) - 1e-9)));
  const double step = (to - from) / pieces, reach = 4.0 / 3 * std::tan(step / 4) * radius;
  for (int i = 0; i < pieces; ++i) {
    const double a = from + i * step, b = a + step;
    const Point start{center.x + radius * std::sin(a), center.y - radius * std::cos(a)};
    const Point end{center.x + radius * std::sin(b), center.y - radius * std::cos(b)};
    path.cubic_to({start.x + reach * std::cos(a), start.y + reach * std::sin(a)},
                  {end.x - reach * std::cos(b), end.y - reach * std::sin(b)}, end);
  }
}

Path sector(Point center, double outer, double inner, double from, double to) {
  Path path;
  path.move_to({center.x + outer * std::sin(from), center.y - outer * std::cos(from)});
  add_arc(path, center, outer, from, to);
  path.line_to({center.x + inner * std::sin(to), center.y - inner * std::cos(to)});
  if (inner > 0) add_arc(path, center, inner, to, from);
  path.close();
  return path;
}

class ChartWriter {
 public:
  ChartWriter(Context& context, const PageItem& item, const items::Chart& style, const map::Chart& chart)
      : context_(context), item_(item), box_(item.box), style_(style), chart_(chart), top_(item.box.min.y) {}

  ChartItem write() {
    require_colors();
    if (!chart_.title.empty()) {
      SetText title = set_text(context_, chart_.title, style_.title, box_.min.x, top_, box_.width());
      top_ += title.height + style_.gap;
      add(std::move(title));
    }
    if (chart_.kind == map::ChartKind::stacked) key();
    if (chart_.kind == map::ChartKind::donut)
      ring();
    else
      bars();
    report_overflow(context_, item_, "the chart '" + item_.name + "' is higher than its box",
                    bottom_ - box_.min.y);
    return std::move(result_);
  }

 private:
  double line_height(const project::TextStyle& style) const { return style.size * style.leading; }
  void add(SetText text) {
    std::move(text.lines.begin(), text.lines.end(), std::back_inserter(result_.texts));
  }
  std::string number(double value) const { return map::format_figure(value, chart_.decimals, chart_.unit); }

  void require_colors() const {
    const std::size_t wanted = chart_.kind == map::ChartKind::bars      ? 1
                               : chart_.kind == map::ChartKind::stacked ? chart_.series.size()
                                                                        : chart_.rows.size();
    if (style_.colors.size() < wanted)
      throw usage_error(item_.where, "chart '" + item_.name + "' needs " + std::to_string(wanted) +
                                         " colours; its palette has " + std::to_string(style_.colors.size()));
  }

  void swatch(double left, double middle, double side, Color color) {
    result_.shapes.push_back(
        {"", Path::rectangle({{left, middle - side / 2}, {left + side, middle + side / 2}}), color});
  }

  // The key of the parts, one after the other, on as many lines as they need.
  void key() {
    const double line = line_height(style_.text), side = style_.text.size * 0.8;
    double x = box_.min.x;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      SetText words = set_text(context_, chart_.series[i], style_.text, 0, 0, 0);
      const double width = side + style_.gap + words.width;
      if (x > box_.min.x && x + width > box_.max.x) {
        x = box_.min.x;
        top_ += line;
      }
      swatch(x, top_ + line / 2, side, style_.colors[i]);
      move(words.lines, x + side + style_.gap, top_);
      add(std::move(words));
      x += width + 3 * style_.gap;
    }
    top_ += line + style_.gap;
  }

  void bars() {
    if (chart_.rows.empty()) return;
    const double line = std::max(line_height(style_.text), line_height(style_.value));
    const double room = box_.max.y - top_;
    const double pitch = std::clamp(room / static_cast<double>(chart_.rows.size()), line, 2 * line);
    const double thick = style_.thickness > 0 ? std::min(style_.thickness, pitch) : 0.66 * pitch;
    double labels = 0, numbers = 0, greatest = 0;
    const double widest_label = 0.5 * box_.width();
    for (const map::ChartRow& row : chart_.rows) {
      labels = std::max(labels, set_text(context_, row.label, style_.text, 0, 0, 0).width);
      numbers = std::max(numbers, set_text(context_, number(row.total()), style_.value, 0, 0, 0).width);
      greatest = std::max(greatest, row.total());
    }
    labels = std::min(labels, widest_label);
    const double axis = box_.min.x + labels + style_.gap;
    const double scale = greatest > 0 ? (box_.max.x - numbers - style_.gap - axis) / greatest : 0;
    for (const map::ChartRow& row : chart_.rows) {
      bar(row, axis, scale, top_ + pitch / 2, thick, labels);
      top_ += pitch;
    }
    bottom_ = top_;
  }

  void bar(const map::ChartRow& row, double axis, double scale, double middle, double thick, double labels) {
    SetText label = set_text(context_, row.label, style_.text, 0, 0, labels + 0.01);
    move(label.lines, box_.min.x + labels - label.width, middle - label.height / 2);
    add(std::move(label));
    double x = axis;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const double length = row.values[i] * scale;
      if (length <= 0) continue;
      const Box box{{x, middle - thick / 2}, {x + length, middle + thick / 2}};
      result_.shapes.push_back({row.id, Path::rectangle(box), style_.colors[i]});
      if (row.values.size() > 1) inside(row.values[i], box, style_.colors[i]);
      x += length;
    }
    SetText total = set_text(context_, number(row.total()), style_.value, 0, 0, 0);
    move(total.lines, x + style_.gap, middle - total.height / 2);
    add(std::move(total));
  }

  // The number of a part, where it fits; it stands in the ledger in any case.
  void inside(double value, const Box& box, Color color) {
    project::TextStyle style = style_.value;
    style.color = contrast_ratio(kWhite, color) > contrast_ratio(kBlack, color) ? kWhite : kBlack;
    style.halo.reset();
    SetText text = set_text(context_, number(value), style, 0, 0, 0);
    if (text.width + style_.gap > box.width() || style.size > box.height()) return;
    move(text.lines, box.center().x - text.width / 2, box.center().y - text.height / 2);
    add(std::move(text));
  }

  void ring() {
    double total = 0;
    for (const map::ChartRow& row : chart_.rows) total += row.total();
    if (total <= 0) return;
    const double room = box_.max.y - top_;
    const double radius = std::min(room, 0.45 * box_.width()) / 2;
    const Point center{box_.min.x + radius, top_ + radius};
    double angle = 0;
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const double next = angle + chart_.rows[i].total() / total * 2 * std::numbers::pi;
      if (next > angle)
        result_.shapes.push_back(
            {chart_.rows[i].id, sector(center, radius, style_.hole * radius, angle, next), style_.colors[i]});
      angle = next;
    }
    SetText sum = set_text(context_, number(total), style_.title, 0, 0, 0);
    if (sum.width < 2 * style_.hole * radius) {
      move(sum.lines, center.x - sum.width / 2, center.y - sum.height / 2);
      add(std::move(sum));
    }
    const double left = box_.min.x + 2 * radius + 3 * style_.gap;
    const double side = style_.text.size * 0.8;
    double y = top_;
    for (std::size_t i = 0; i < chart_.rows.size(); ++i) {
      const map::ChartRow& row = chart_.rows[i];
      const std::string share = map::format_figure(100 * row.total() / total, 0, "%");
      SetText words =
          set_text(context_, row.label + " : " + number(row.total()) + " (" + share + ")", style_.text,
                   left + side + style_.gap, y, box_.max.x - left - side - style_.gap);
      swatch(left, y + line_height(style_.text) / 2, side, style_.colors[i]);
      y += words.height + style_.gap / 2;
      add(std::move(words));
    }
    bottom_ = std::max(center.y + radius, y);
  }

  Context& context_;
  const PageItem& item_;
  const Box& box_;
  const items::Chart& style_;
  const map::Chart& chart_;
  double top_ = 0, bottom_ = 0;
  ChartItem result_;
};

}  // namespace

ChartItem lay_out(Context& context, const PageItem& item, const items::Chart& style, Printed& printed) {
  for (const map::Chart& chart : context.map.charts) {
    if (chart.item != item.name) continue;
    for (const auto& [name, figure] : chart.figures) printed.push_back(figure);
    return ChartWriter(context, item, style, chart).write();
  }
  return {};
}

}  // namespace cartouche::layout
