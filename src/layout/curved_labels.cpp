#include "curved_labels.h"

#include <cmath>
#include <numbers>

#include "cartouche/geometry/overlay.h"
#include "cartouche/label/along_line.h"

namespace cartouche::layout {
namespace {

// Gains and costs, in the same unit as those of areas' names.
constexpr double kGain = 100;
constexpr double kCostBend = 24;      // turns as much as it may
constexpr double kCostMiddle = 12;    // at the end of its stretch of the line
constexpr double kCostSteep = 8;      // reads upwards
constexpr double kCostShorter = 10;   // on a line much shorter than the longest of its name
constexpr double kCostTouched = 200;  // all letters touch the line: half of them is too much
// A name may stand further from its line than asked, by these sizes, to clear its bends; with the cost.
constexpr std::pair<double, double> kFurther[] = {{0, 0}, {0.35, 5}, {0.8, 11}};
constexpr double kLessAbroad = 40;  // outside the area that the frame is fitted to
constexpr std::size_t kPlacesOfName = 60;
// Points between the vertices of a smoothed line, and between places tried.
constexpr double kStep = 0.5, kTryEvery = 2.5;
// In sizes: the depth of descenders, the height of capitals, that of small letters.
constexpr double kDepth = 0.22, kCapitals = 0.72, kSmallLetters = 0.5;

// A line in one piece. `inside`: of a boundary, +1 where the area lies to its left as seen, −1 to its right.
struct NamedLine {
  std::vector<Point> points;
  int inside = 0;
};

struct NamedLines {
  NameForms name;
  std::string key;
  std::vector<NamedLine> lines;
};

// The pieces of a boundary that are no cut along the frame's edge, in the boundary's direction.
std::vector<std::vector<Point>> boundary_pieces(std::span<const Point> ring, const Box& box) {
  std::vector<std::vector<Point>> pieces;
  std::vector<Point> piece;
  for (const Point p : ring) {
    if (!piece.empty() && !box.contains(piece.back()) && !box.contains(p)) {
      pieces.push_back(std::move(piece));
      piece.clear();
    }
    piece.push_back(p);
  }
  if (!pieces.empty() && piece.back() == pieces.front().front()) {  // the ring's first point cuts nothing
    piece.insert(piece.end(), pieces.front().begin() + 1, pieces.front().end());
    pieces.front() = std::move(piece);
  } else {
    pieces.push_back(std::move(piece));
  }
  std::erase_if(pieces, [](const std::vector<Point>& one) { return one.size() < 2; });
  return pieces;
}

void add_boundary(const GeometryArray& areas, std::size_t area, const Box& box, NamedLines& named) {
  for (map::Index part = areas.part_begin(area); part < areas.part_end(area); ++part) {
    const auto ring = areas.ring(areas.ring_begin(part));
    double twice_area = 0;
    for (std::size_t k = 1; k < ring.size(); ++k)
      twice_area += ring[k - 1].x * ring[k].y - ring[k].x * ring[k - 1].y;
    // Where y points down, a positive sum runs clockwise as seen: the area lies to the right.
    for (std::vector<Point>& piece : boundary_pieces(ring, box))
      named.lines.push_back({std::move(piece), twice_area > 0 ? -1 : 1});
  }
}

std::vector<NamedLines> named_lines(const map::LabelSource& source, const LayerView& view, const Box& box) {
  std::vector<NamedLines> all;
  std::map<std::string, std::size_t> number;
  std::vector<map::Index> group;
  for (const std::size_t row : view.selected) {
    const auto [found, is_new] = number.emplace(source.keys[row], all.size());
    if (is_new)
      all.push_back({{source.texts[row], source.short_texts.empty() ? "" : source.short_texts[row]},
                     source.keys[row],
                     {}});
    group.push_back(static_cast<map::Index>(found->second));
  }
  if (view.shapes.kind() == GeometryKind::polygon) {
    const GeometryArray areas = dissolve(view.shapes, group, all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!areas.is_missing(i)) add_boundary(areas, i, box, all[i]);
    return all;
  }
  std::vector<std::vector<std::vector<Point>>> pieces(all.size());
  for (std::size_t i = 0; i < view.selected.size(); ++i)
    for (map::Index part = view.shapes.part_begin(i); part < view.shapes.part_end(i); ++part) {
      const auto line = view.shapes.ring(view.shapes.ring_begin(part));
      pieces[group[i]].emplace_back(line.begin(), line.end());
    }
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::vector<Point>& line : joined_lines(std::move(pieces[i])))
      all[i].lines.push_back({std::move(line), 0});
  return all;
}

// A line ready for names: smoothed, a ring twice around, so that a name may stand across its seam.
struct Track {
  std::vector<Point> points;
  double length = 0;  // of the line; of a ring, once around
  bool ring = false;
  int inside = 0;
};

Track track_of(const NamedLine& line, double reach) {
  Track track;
  track.inside = line.inside;
  track.ring = line.points.size() > 3 && line.points.front() == line.points.back();
  std::vector<Point> points = line.points;
  if (track.ring) points.insert(points.end(), line.points.begin() + 1, line.points.end());
  track.points = smoothed_line(points, reach, kStep);
  for (std::size_t i = 1; i < track.points.size(); ++i)
    track.length +=
        std::hypot(track.points[i].x - track.points[i - 1].x, track.points[i].y - track.points[i - 1].y);
  if (track.ring) track.length /= 2;
  return track;
}

// A stretch of a track in which one name is to stand; `from` and `to` bound the name's middle.
struct Stretch {
  const Track* track;
  double from = 0, to = 0;
  double cost = 0;
};

// The ways one form is read along a track: forwards and backwards.
struct Readings {
  Baseline forward, backward;
};

double offset_of(const symbol::Along& along, double size, bool inside_above) {
  symbol::Side side = *along.side;
  if (side == symbol::Side::inside) side = inside_above ? symbol::Side::above : symbol::Side::below;
  if (side == symbol::Side::outside) side = inside_above ? symbol::Side::below : symbol::Side::above;
  if (side == symbol::Side::on) return -kSmallLetters / 2 * size;
  return side == symbol::Side::below ? -(along.offset + kCapitals * size) : along.offset + kDepth * size;
}

Readings readings_of(const Track& track, symbol::Along along, double size, double further) {
  along.offset += further * size;
  std::vector<Point> reversed(track.points.rbegin(), track.points.rend());
  return {Baseline(track.points, offset_of(along, size, track.inside > 0)),
          Baseline(std::move(reversed), offset_of(along, size, track.inside < 0))};
}

std::vector<LetterSpan> letters_of(const LabelForm& form) {
  std::vector<LetterSpan> letters;
  for (const TextRun& run : form.block.lines.front().runs)
    for (const ClusterPiece& piece : cluster_pieces(run.text, run.run))
      letters.push_back({run.x + piece.x, piece.run.advance});
  return letters;
}

// True where the line that a name follows runs through one of its letters.
bool touches(const CellSums& line, const LetterPlace& letter, double width, double size) {
  const double c = std::cos(letter.angle), s = std::sin(letter.angle);
  const Affine place{c, s, -s, c, letter.at.x, letter.at.y};
  const double top = -kCapitals * size;
  return line.meets(place({0, 0}), place({width, top})) || line.meets(place({width, 0}), place({0, top}));
}

// What a letter covers, from the height of capitals to the depth of descenders.
Box letter_box(const LetterPlace& letter, double width, double size) {
  const double c = std::cos(letter.angle), s = std::sin(letter.angle);
  const Affine place{c, s, -s, c, letter.at.x, letter.at.y};
  Box box;
  for (const double x : {0.0, width})
    for (const double y : {-kCapitals * size, kDepth * size}) box.extend(place({x, y}));
  return box;
}

class CurvedPlaces {
 public:
  CurvedPlaces(WantedLabel& wanted, const symbol::Along& along, const LabelGround& ground,
               const CellSums& line)
      : wanted_(wanted), along_(along), ground_(ground), line_(line) {}

  void add(const Stretch& stretch, std::size_t form) {
    for (const auto& [further, cost] : kFurther) {
      if (further > 0 && along_.side == symbol::Side::on) break;
      add(stretch, form, further, stretch.cost + cost);
    }
  }

  // The best, or why there is none.
  void finish() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.candidate.cost < b.candidate.cost; });
    if (found_.size() > kPlacesOfName) found_.resize(kPlacesOfName);
    for (Found& one : found_) {
      wanted_.request.candidates.push_back(std::move(one.candidate));
      wanted_.form_of.push_back(one.form);
      wanted_.curves.push_back(std::move(one.letters));
    }
    if (!found_.empty()) return;
    wanted_.reason = blocked_ ? "there is no free place along its line"
                     : sharp_ ? "its line turns too sharply for it"
                              : "its line is too short for it";
  }

 private:
  struct Found {
    LabelCandidate candidate;
    std::size_t form = 0;
    std::vector<TurnedCluster> letters;
  };

  void add(const Stretch& stretch, std::size_t form, double further, double cost) {
    const double size = wanted_.forms[form].style.size;
    const Readings readings = readings_of(*stretch.track, along_, size, further);
    const std::vector<LetterSpan> letters = letters_of(wanted_.forms[form]);
    if (letters.empty() || wanted_.forms[form].width > stretch.track->length) return;
    const double whole = readings.forward.line_length();
    const double centre = (stretch.from + stretch.to) / 2, half = (stretch.to - stretch.from) / 2;
    for (int i = 0; i * kTryEvery <= half; ++i)
      for (const double sign : {1.0, -1.0}) {
        if (i == 0 && sign < 0) continue;
        const double middle = centre + sign * i * kTryEvery;
        const double here = cost + kCostMiddle * (half > 0 ? i * kTryEvery / half : 0);
        try_at(readings.forward, letters, middle, form, here);
        try_at(readings.backward, letters, whole - middle, form, here);
      }
  }

  void try_at(const Baseline& baseline, const std::vector<LetterSpan>& letters, double middle,
              std::size_t form, double cost) {
    const double size = wanted_.forms[form].style.size;
    constexpr double kDegree = std::numbers::pi / 180;
    AlongFault fault{};
    const auto name =
        baseline.set(letters, middle, size, {along_.turn * kDegree, along_.bend * kDegree}, fault);
    if (!name) {
      sharp_ = sharp_ || fault == AlongFault::too_sharp;
      return;
    }
    if (!reads_upright(*name)) return;
    Found found;
    found.form = form;
    double ground = 0, touched = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const LetterPlace& letter = name->letters[i];
      const Box box = letter_box(letter, letters[i].width, size);
      ground = std::max(ground, ground_.cost(box));
      if (along_.side != symbol::Side::on && touches(line_, letter, letters[i].width, size)) ++touched;
      found.candidate.box.extend(box);
      found.candidate.parts.push_back(box);
      found.letters.push_back({letter.at.x, letter.at.y, letter.angle});
    }
    found.candidate.cost = wanted_.forms[form].cost + cost + ground +
                           kCostBend * name->bend / (along_.bend * kDegree) +
                           kCostSteep * name->steepness / (std::numbers::pi / 2) +
                           kCostTouched * touched / static_cast<double>(letters.size());
    if (found.candidate.cost < kGain)
      found_.push_back(std::move(found));
    else
      blocked_ = true;
  }

  WantedLabel& wanted_;
  const symbol::Along& along_;
  const LabelGround& ground_;
  const CellSums& line_;
  std::vector<Found> found_;
  bool sharp_ = false, blocked_ = false;
};

// One name on the longest of the tracks that has room for it, or one for each `repeat` of every track.
std::vector<std::vector<Stretch>> stretches_of(const std::vector<Track>& tracks, double repeat) {
  double longest = 0;
  for (const Track& track : tracks) longest = std::max(longest, track.length);
  std::vector<std::vector<Stretch>> names(1);
  for (const Track& track : tracks) {
    const double begin = track.ring ? track.length / 2 : 0;
    const double cost = longest > 0 ? kCostShorter * (1 - track.length / longest) : 0;
    const int count = repeat > 0 ? static_cast<int>(track.length / repeat) : 0;
    if (count < 2) {
      names.front().push_back({&track, begin, begin + track.length, cost});
      continue;
    }
    // Middles keep to the inner half of their stretches, so that names stand at least half of `repeat` apart.
    const double each = track.length / count;
    for (int i = 0; i < count; ++i) {
      const Stretch stretch{&track, begin + (i + 0.25) * each, begin + (i + 0.75) * each, 0};
      if (names.front().empty())
        names.front().push_back(stretch);
      else
        names.push_back({stretch});
    }
  }
  return names;
}

struct Builder {
  Context& context;
  const FrameView& view;
  const map::FeatureLayer& features;
  const LabelGround& ground;

  symbol::Along along_of(const project::TextStyle& style, bool boundary) const {
    symbol::Along along = *style.along;
    if (!along.side) along.side = boundary ? symbol::Side::inside : symbol::Side::above;
    if (!boundary && (along.side == symbol::Side::inside || along.side == symbol::Side::outside))
      throw usage_error(style.where,
                        "text style '" + style.name + "': side '" +
                            std::string(symbol::word_in(symbol::kSides, *along.side)) +
                            "' goes with areas, and layer '" + features.label + "' draws lines",
                        "a line has above, on and below");
    return along;
  }

  void add(const NamedLines& named, std::vector<WantedLabel>& all) const {
    const map::LabelSource& source = *features.labels;
    const bool boundary = !named.lines.empty() && named.lines.front().inside != 0;
    const symbol::Along along = along_of(source.style, boundary);
    std::vector<Track> tracks;
    for (const NamedLine& line : named.lines)
      tracks.push_back(track_of(line, along.smooth > 0 ? along.smooth : 2 * source.style.size));
    std::erase_if(tracks, [](const Track& track) { return track.points.size() < 2; });
    std::stable_sort(tracks.begin(), tracks.end(),
                     [](const Track& a, const Track& b) { return a.length > b.length; });
    const CellSums line = cells_of(named);
    const auto names = stretches_of(tracks, along.repeat);
    for (std::size_t i = 0; i < names.size(); ++i) all.push_back(wanted(named, names[i], along, line, i));
  }

  CellSums cells_of(const NamedLines& named) const {
    constexpr double kCell = 1;
    CellSums cells(view.box, kCell);
    for (const NamedLine& line : named.lines)
      for (std::size_t i = 1; i < line.points.size(); ++i)
        cells.mark_line(line.points[i - 1], line.points[i]);
    cells.sum();
    return cells;
  }

  WantedLabel wanted(const NamedLines& named, const std::vector<Stretch>& stretches,
                     const symbol::Along& along, const CellSums& line, std::size_t number) const {
    const map::LabelSource& source = *features.labels;
    WantedLabel one;
    one.request.id = label_id(context, view, features.id, named.key);
    one.name = one.request.id;
    if (number > 0) one.request.id += "-" + std::to_string(number + 1);
    one.request.priority = kGain + source.priority;
    one.anchor = kMissingPoint;
    if (!stretches.empty()) {
      const Track& track = *stretches.front().track;
      one.anchor = track.points[track.points.size() / 2];
      one.request.priority += std::log1p(track.length);
    }
    const bool abroad = !is_missing(one.anchor) && !ground.home.marked(one.anchor);
    one.optional = abroad || source.priority < 0 || number > 0;
    if (abroad) one.request.priority -= kLessAbroad;
    one.forms = label_forms(context, named.name, source.style, 1);
    CurvedPlaces places(one, along, ground, line);
    for (const Stretch& stretch : stretches)
      for (std::size_t form = 0; form < one.forms.size(); ++form) places.add(stretch, form);
    places.finish();
    return one;
  }
};

}  // namespace

std::vector<WantedLabel> curved_labels(Context& context, const FrameView& view, const LayerView& layer,
                                       const map::FeatureLayer& features, const LabelGround& ground) {
  const Builder builder{context, view, features, ground};
  std::vector<WantedLabel> all;
  for (const NamedLines& named : named_lines(*features.labels, layer, view.box))
    if (!named.name.text.empty()) builder.add(named, all);
  return all;
}

}  // namespace cartouche::layout
