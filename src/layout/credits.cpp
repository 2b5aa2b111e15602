#include <algorithm>

#include "cartouche/base/number_format.h"
#include "context.h"

namespace cartouche::layout {
namespace {

// "2021-04-01" → "01/04/2021"; anything else as it is.
std::string french_date(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string source_text(const Credit& credit) {
  std::string text = credit.producer;
  if (!credit.vintage.empty()) text += " " + credit.vintage;
  if (!credit.updated.empty() && credit.updated != credit.vintage)
    text += " (màj" + std::string(kNoBreakSpace) + french_date(credit.updated) + ")";
  return text;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

// Sources and remarks of the tables that really show on the page, in the order they are painted.
void collect(const Context& context, std::vector<std::string>& sources, std::vector<std::string>& notes) {
  const auto add = [&](const std::vector<Credit>& credits) {
    for (const Credit& credit : credits) {
      add_once(sources, source_text(credit));
      add_once(notes, credit.note);
    }
  };
  for (const PageItem& item : context.map.page->items) {
    for (const map::Chart& chart : context.map.charts)
      if (chart.item == item.name) add(chart.credits);
    const auto frame = context.frames.find(item.name);
    if (frame == context.frames.end()) continue;
    for (const LayerView& view : frame->second.view.layers)
      if (view.shapes.size() > 0) add(map::common(context.map.layers[view.layer]).table->credits());
  }
}

std::string sentence(std::string text) {
  if (!text.empty() && text.back() != '.') text += '.';
  return text;
}

}  // namespace

TextItem lay_out(Context& context, const PageItem& item, const items::Credits& style, Printed&) {
  std::vector<std::string> sources, notes;
  collect(context, sources, notes);
  const map::CreditsSpec& spec = context.map.credits;
  std::vector<std::string> line;
  if (!sources.empty()) line.push_back("Sources : " + joined(sources, ", "));
  if (!spec.made_by.empty()) line.push_back("Réalisation : " + spec.made_by);
  if (!spec.as_of.empty()) line.push_back(spec.as_of);
  std::string words = joined(line, "\u00A0• ");
  std::vector<std::string> remarks;
  for (const std::string& note : notes) remarks.push_back(sentence(note));
  if (!spec.note.empty()) remarks.push_back(sentence(spec.note));
  if (!remarks.empty()) words += "\n" + joined(remarks, " ");
  SetText text = set_text(context, words, style.style, item.box.min.x, item.box.min.y, item.box.width());
  move(text.lines, 0, valigned(style.valign, item.box.height() - text.height));
  report_overflow(context, item, "the credits are higher than their box", text.height);
  return {std::move(text.lines)};
}

}  // namespace cartouche::layout
