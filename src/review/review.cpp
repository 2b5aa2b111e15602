#include "cartouche/review/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cartouche/base/finding_codes.h"
#include "cartouche/review/color_vision.h"
#include "leaders.h"
#include "printed_text.h"

namespace cartouche::review {
namespace {

struct Dot {
  std::string layer, id;
  Point at;
  double radius;
};

// Depth, in points, that two pieces of ink may share: rounding, and the margins of the boxes.
constexpr double kShared = 0.3;

bool overlap(const Box& a, const Box& b) {
  return std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x) > kShared &&
         std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y) > kShared;
}

bool overlap(const PrintedText& a, const PrintedText& b) {
  if (!overlap(a.box, b.box)) return false;
  for (const Box& one : a.parts)
    for (const Box& other : b.parts)
      if (overlap(one, other)) return true;
  return false;
}

bool covers(const Box& box, const Dot& dot) {
  const Point nearest{std::clamp(dot.at.x, box.min.x, box.max.x), std::clamp(dot.at.y, box.min.y, box.max.y)};
  return std::hypot(nearest.x - dot.at.x, nearest.y - dot.at.y) < dot.radius - kShared;
}

std::vector<Dot> dots_of(const layout::Page& page) {
  std::vector<Dot> dots;
  for (const layout::Item& item : page.items) {
    const auto* frame = std::get_if<layout::FrameItem>(&item.value);
    if (!frame) continue;
    for (const layout::LayerView& view : frame->view.layers) {
      const auto* layer = std::get_if<map::PointLayer>(&page.map->layers[view.layer]);
      if (!layer) continue;
      for (std::size_t i = 0; i < view.selected.size(); ++i) {
        const std::size_t selected = view.selected[i];
        dots.push_back({layer->id, layer->table->row_id(layer->rows[selected]), view.shapes.points()[i],
                        layer->size_of(selected) / 2});
      }
    }
  }
  return dots;
}

struct Reviewer {
  const layout::Page& page;
  Diagnostics& findings;

  void add(const FindingCode& code, const std::string& message, std::vector<std::string> ids) {
    findings.add(code, "page '" + page.map->file + "': " + message, {}, std::move(ids));
  }

  void each_text(const std::vector<PrintedText>& texts) {
    for (const PrintedText& text : texts) {
      const std::string quoted = "'" + text.string + "'";
      if (text.cut)
        add(finding("text-clipped"), quoted + " reaches beyond the page or its frame", {text.owner});
      if (text.covered) add(finding("text-covered"), "something is painted over " + quoted, {text.owner});
      if (text.size < kLeastTextSize - 1e-6)
        add(finding("text-too-small"),
            fmt::format("{} is set in {:.2f} pt, less than {} pt", quoted, text.size, kLeastTextSize),
            {text.owner});
      if (text.contrast < kLeastContrast)
        add(finding("text-contrast"),
            fmt::format("{} has a contrast of {:.1f} : 1, less than {} : 1", quoted, text.contrast,
                        kLeastContrast),
            {text.owner});
    }
  }

  void overlaps(const std::vector<PrintedText>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i)
      for (std::size_t j = i + 1; j < texts.size(); ++j)
        if (texts[i].owner != texts[j].owner && !texts[i].covered && !texts[j].covered &&
            overlap(texts[i], texts[j]))
          add(finding("text-overlap"), "'" + texts[i].string + "' and '" + texts[j].string + "' overlap",
              {texts[i].owner, texts[j].owner});
  }

  void dots(const std::vector<PrintedText>& texts) {
    const std::vector<Dot> all = dots_of(page);
    for (const PrintedText& text : texts) {
      if (!text.label) continue;
      for (const Dot& dot : all)
        if (std::any_of(text.parts.begin(), text.parts.end(),
                        [&](const Box& part) { return covers(part, dot); }))
          add(finding("text-over-dot"), "'" + text.string + "' covers a dot of '" + dot.layer + "'",
              {text.owner, dot.id});
    }
  }

  void leaders(const std::vector<PrintedText>& texts) {
    const std::vector<Leader> all = leaders_of(page);
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i + 1; j < all.size(); ++j)
        if (cross(all[i], all[j]))
          add(finding("leader-crossing"), "two leaders cross", {all[i].id, all[j].id});
      for (const PrintedText& text : texts)
        if (text.label && std::any_of(text.parts.begin(), text.parts.end(), [&](const Box& part) {
              return runs_through(all[i], part.expanded(-kShared));
            }))
          add(finding("leader-over-text"), "a leader runs through '" + text.string + "'",
              {all[i].id, text.owner});
    }
  }

  void dot_classes() {
    for (const map::Layer& layer : page.map->layers)
      if (const auto* points = std::get_if<map::PointLayer>(&layer)) compare_classes(*points);
  }

  void compare_classes(const map::PointLayer& layer) {
    for (std::size_t i = 0; i < layer.classes.size(); ++i)
      for (std::size_t j = i + 1; j < layer.classes.size(); ++j) {
        const symbol::Symbol &a = layer.classes[i].symbol, &b = layer.classes[j].symbol;
        const std::string &first = layer.classes[i].name, &second = layer.classes[j].name;
        if (!a.fill || !b.fill || a.marker != b.marker || a.size != b.size) continue;
        for (const Vision vision : kVisions) {
          const double distance = color_distance(seen_by(*a.fill, vision), seen_by(*b.fill, vision));
          if (distance >= kLeastColorDistance) continue;
          add(finding("dots-alike"),
              fmt::format(
                  "'{}' and '{}' of layer '{}' look alike with {} (colours {:.0f} apart, at least {} wanted)",
                  first, second, layer.label, vision_name(vision), distance, kLeastColorDistance),
              {first, second});
          break;
        }
      }
  }
};

}  // namespace

void review(const layout::Page& page, const display::DisplayList& list, Diagnostics& findings) {
  const std::vector<PrintedText> texts = printed_texts(list);
  Reviewer reviewer{page, findings};
  reviewer.each_text(texts);
  reviewer.overlaps(texts);
  reviewer.dots(texts);
  reviewer.leaders(texts);
  reviewer.dot_classes();
}

}  // namespace cartouche::review
