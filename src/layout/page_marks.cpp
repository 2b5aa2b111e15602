#include "page_marks.h"

#include "item_box.h"
#include "item_place.h"

namespace cartouche::layout {
namespace {

void add_lines(const std::vector<Point>& line, const std::string& frame, std::vector<PageMark>& marks) {
  for (std::size_t i = 1; i < line.size(); ++i)
    for (const Box& piece : pieces_of(line[i - 1], line[i])) marks.push_back({Mark::line, piece, frame, ""});
}

void add_frame(const Context& context, const std::string& name, const FrameItem& frame,
               std::vector<PageMark>& marks) {
  for (const LayerView& view : frame.view.layers) {
    const auto* points = std::get_if<map::PointLayer>(&context.map.layers[view.layer]);
    if (!points) continue;
    for (std::size_t i = 0; i < view.selected.size(); ++i) {
      const Point at = view.shapes.points()[i];
      marks.push_back({Mark::dot, Box{at, at}.expanded(points->size_of(view.selected[i]) / 2), name,
                       points->table->row_id(points->rows[view.selected[i]])});
    }
  }
  for (const PlacedLabel& label : frame.view.labels) {
    for (const Box& box : boxes_of(label)) marks.push_back({Mark::name, box, name, label.id});
    add_lines(label.leader, name, marks);
  }
  if (frame.graticule)
    for (const PlacedText& text : frame.graticule->labels)
      marks.push_back({Mark::name, box_of(std::vector{text}), name, text.text});
}

}  // namespace

std::vector<PageMark> page_marks(const Context& context) {
  std::vector<PageMark> marks;
  for (const auto& [name, frame] : context.frames) add_frame(context, name, frame, marks);
  for (const auto& [name, item] : context.callouts)
    for (const PlacedCallout& callout : item.callouts) {
      add_lines(callout.leader, "", marks);
      if (item.ring > 0 && !callout.leader.empty())
        marks.push_back(
            {Mark::line, Box{callout.leader.back(), callout.leader.back()}.expanded(item.ring), "", ""});
    }
  for (const auto& [name, laid] : context.laid)
    if (const auto* locator = std::get_if<LocatorItem>(&laid.value))
      for (const Box& piece : pieces_of(*locator)) marks.push_back({Mark::line, piece, "", ""});
  return marks;
}

}  // namespace cartouche::layout
