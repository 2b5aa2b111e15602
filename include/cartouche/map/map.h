#pragma once
// A page with everything resolved but places: what is drawn, with what, and every word that does not depend
// on placement.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cartouche/map/chart.h"
#include "cartouche/map/figures.h"
#include "cartouche/map/layer.h"
#include "cartouche/map/page_plan.h"
#include "cartouche/map/page_style.h"

namespace cartouche::map {

struct Frame {
  std::string name;
  Crs crs;
  Box extent;                  ///< in the CRS, what must be seen
  std::vector<Point> outline;  ///< vertices of what must be seen, in the CRS (for round frames)
  std::shared_ptr<const GeometryArray>
      area;           ///< polygons of the extent in the CRS; null where it is given by other geometry
  double margin = 0;  ///< points
  std::vector<std::size_t> layers;  ///< indices into Map::layers, in paint order
  std::string title;
};

/// One printed key figure and the words under it.
struct KeyFigure {
  std::string figure;
  std::string caption;
};

/// A featured row: box with a title and paragraphs, tied to its place.
struct Callout {
  std::string id;
  Point place;  ///< EPSG:4326
  std::string title;
  std::vector<std::string> lines;
};

struct CalloutSet {
  std::string item;
  std::optional<std::string> frame;
  std::vector<Callout> callouts;
};

struct LegendLayer {
  std::size_t layer = 0;            ///< index into Map::layers
  std::string title;                ///< a heading; "" = none
  std::vector<TextTemplate> texts;  ///< instead of the layer's own, line by line; may be fewer
  bool all = false;                 ///< lines of classes that are not on the page too
};

struct LegendSpec {
  std::string title;
  std::vector<LegendLayer> layers;
  Location where;
};

struct CreditsSpec {
  std::string made_by;  ///< "Réalisation : …"
  std::string as_of;    ///< "Données arrêtées au 24/09/2021"
  std::string note;
};

struct Map {
  std::string file;
  std::string key;
  std::string title;
  std::string alternative;  ///< what the map shows, in words; "" = made from what is drawn
  std::shared_ptr<const PageTemplate> page;
  const project::Style* style = nullptr;
  std::vector<Layer> layers;
  std::vector<Frame> frames;
  std::map<std::string, std::string> texts;                    ///< item → text
  std::map<std::string, std::vector<KeyFigure>> figure_items;  ///< item → figures
  std::vector<CalloutSet> callouts;
  std::vector<Chart> charts;
  Diagnostics notes;                 ///< what resolving noticed
  std::vector<project::Move> moves;  ///< of labels and callouts of this page
  std::optional<LegendSpec> legend;
  CreditsSpec credits;
  Parameters parameters;  ///< page.*, param.*, figures: for texts that depend on placement
  Figures figures;        ///< those the page prints, for the ledger
};

/// True where the page has a legend that explains the layer.
bool in_legend(const Map& map, std::size_t layer);

/// Whether the page prints an item of its template: false where it fills it with nothing.
bool prints(const Map& map, const PageItem& item);

/// Resolves one page against finished tables. check_page() has passed.
Map resolve(const project::Project& project, const PageStyle& style, const Tables& tables,
            const PageInstance& page, GeometryStore& store);

}  // namespace cartouche::map
