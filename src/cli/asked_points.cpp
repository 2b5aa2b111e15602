#include "asked_points.h"

#include "cartouche/base/finding_codes.h"

namespace cartouche::cli {
namespace {

std::string in_words(const Credit& credit) {
  std::string words = credit.producer;
  const std::string& date = credit.updated.empty() ? credit.vintage : credit.updated;
  if (!date.empty()) words += (words.empty() ? "" : " ") + date;
  return words;
}

}  // namespace

void note_points(std::size_t count, const std::vector<Credit>& credits, const std::string& source,
                 Diagnostics& diagnostics) {
  std::string makers;
  for (const Credit& credit : credits)
    if (const std::string words = in_words(credit); !words.empty())
      makers += (makers.empty() ? "" : "; ") + words;
  diagnostics.add(finding("points-asked"), std::to_string(count) + (count == 1 ? " row of" : " rows of") +
                                               " '" + source + "' asked" +
                                               (makers.empty() ? "" : ", made from data of: " + makers));
}

void move_to(const std::string& crs, const Location& where, Table& answer) {
  if (!answer.geometry()) return;
  const Crs to = Crs::from_text(crs, where);
  const GeometryColumn& geometry = *answer.geometry();
  answer.set_geometry({transformed(geometry.shapes, geometry.crs, to), to});
}

}  // namespace cartouche::cli
