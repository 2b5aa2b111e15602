#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cartouche/backend/backend.h"
#include "cartouche/base/atomic_file.h"
#include "cartouche/base/clean_text.h"
#include "cartouche/base/output_plan.h"
#include "cartouche/base/parallel.h"
#include "cartouche/base/units.h"
#include "cartouche/base/words.h"
#include "cartouche/draw/draw.h"
#include "cartouche/edit/changes.h"
#include "cartouche/press/session.h"
#include "cartouche/project/edit_moves.h"
#include "commands.h"

namespace cartouche::cli {
namespace {

// Below what a hand does on purpose, above what an editor's rounding does.
constexpr double kToleranceMm = 0.05;

const map::PageInstance& page_of(const press::Session& session, const PullOptions& options) {
  const std::string wanted = options.page.empty() ? options.edited.stem().string() : options.page;
  std::vector<std::string> names;
  for (const map::PageInstance& page : session.pages) {
    if (page.file == wanted || (!options.page.empty() && page.key == wanted)) return page;
    names.push_back(page.file);
  }
  throw usage_error({options.edited.string(), 0, 0}, "the project has no page '" + wanted + "'",
                    options.page.empty() ? "name the page with --page" : suggestion(wanted, names));
}

// What the engine places, and a project may move.
std::vector<std::string> movable(const layout::Page& page) {
  std::vector<std::string> ids;
  for (const layout::Item& item : page.items) {
    if (const auto* frame = std::get_if<layout::FrameItem>(&item.value))
      for (const layout::PlacedLabel& label : frame->view.labels) ids.push_back(label.id);
    if (const auto* callouts = std::get_if<layout::CalloutsItem>(&item.value))
      for (const layout::PlacedCallout& callout : callouts->callouts) ids.push_back(callout.id);
  }
  return ids;
}

// Labels and callouts of the edited drawing that the page no longer has.
std::vector<std::string> stale(const svg::EditedPage& edited, const std::vector<std::string>& ids) {
  std::vector<std::string> all;
  for (const auto& [id, thing] : edited.things) {
    const bool placed = id.starts_with("encadre-") || id.find("-nom-") != std::string::npos;
    if (placed && std::find(ids.begin(), ids.end(), id) == ids.end()) all.push_back(id);
  }
  return all;
}

std::vector<project::NewMove> totals(const std::vector<edit::Moved>& moved, const map::Map& map) {
  std::vector<project::NewMove> totals;
  for (const edit::Moved& one : moved) {
    Point total = one.by;
    for (const project::Move& before : map.moves)
      if (before.id.value == one.id) total = {total.x + before.dx, total.y + before.dy};
    totals.push_back({one.id, to_millimetres(Points{total.x}).value, to_millimetres(Points{total.y}).value});
  }
  return totals;
}

// Only what the project reads back is written into it, and through links into the file they lead to.
void write_moves(const press::Session& session, const map::PageInstance& page, const PullOptions& options,
                 const std::vector<project::NewMove>& moves) {
  constexpr double kFarthestMm = 10000;
  for (const project::NewMove& move : moves)
    if (!(std::abs(move.right) <= kFarthestMm && std::abs(move.down) <= kFarthestMm))
      throw data_error(
          {options.edited.string(), 0, 0},
          "'" + move.id + "' is moved by " + project::move_text(move) + ", farther than any page",
          "undo it in the drawing");
  const std::filesystem::path file = std::filesystem::canonical(options.project);
  // The project itself is what is written; no other file of the reading may be it under another name.
  FilesRead read = session.files;
  std::erase_if(read, [&](const std::filesystem::path& one) {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(one, ignored) == file;
  });
  read.insert(options.edited);
  OutputPlan(read).add(file, "the project");
  const std::string text =
      project::with_moves(read_file(file), session.project, *page.page, page.file, moves);
  project::parse_project(project::parse_yaml(text, options.project.string()), options.project,
                         options.settings);
  write_file_atomically(file, text);
}

void report(const std::vector<std::string>& ids, const char* what, std::ostream& err) {
  for (const std::string& id : ids) err << "cartouche: " << clean_line(id) << ": " << what << '\n';
}

}  // namespace

ExitCode pull(const PullOptions& options, std::ostream& out, std::ostream& err) {
  const svg::EditedPage edited = svg::read_edited_page(read_file(options.edited), options.edited.string());
  const unsigned threads = options.jobs > 0 ? options.jobs : hardware_threads();
  const press::Session session(options.project, options.settings, threads);
  const map::PageInstance& instance = page_of(session, options);
  map::GeometryStore store;
  press::ShaperPool shapers;
  const auto page = press::lay_out_page(session, instance, store, shapers);
  const svg::EditedPage made = svg::read_edited_page(to_svg(draw(page->layout)), instance.file + ".svg");
  if (std::abs(made.width - edited.width) > 0.01 || std::abs(made.height - edited.height) > 0.01)
    throw data_error({options.edited.string(), 0, 0},
                     fmt::format("its page is {:g} × {:g} points, that of '{}' {:g} × {:g}", edited.width,
                                 edited.height, instance.file, made.width, made.height),
                     "name the page with --page, and leave its size as it was");
  const std::vector<std::string> ids = movable(page->layout);
  const edit::Changes changes =
      edit::changes_of(made, edited, ids, to_points(Millimetres{kToleranceMm}).value);
  report(stale(edited, ids), "no longer on the page", err);
  report(changes.gone, "not in the edited drawing; the page keeps it", err);
  report(changes.turned, "turned or scaled: only its place is kept", err);
  report(changes.reworded, "other words: they come from the data, and are not kept", err);
  if (changes.moved.size() > 5 && changes.moved.size() * 2 > ids.size())
    err << fmt::format(
        "cartouche: {} of {} labels and callouts stand elsewhere: was the drawing edited before the "
        "project changed?\n",
        changes.moved.size(), ids.size());
  const std::vector<project::NewMove> moves = totals(changes.moved, page->map);
  for (const project::NewMove& move : moves)
    out << clean_line(move.id) << ": " << project::move_text(move) << '\n';
  if (moves.empty()) {
    err << "cartouche: nothing was moved\n";
  } else if (!options.dry_run) {
    write_moves(session, instance, options, moves);
  }
  return ExitCode::done;
}

}  // namespace cartouche::cli
