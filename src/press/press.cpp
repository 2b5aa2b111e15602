#include "cartouche/press/press.h"

#include <fmt/format.h>

#include "book.h"
#include "cartouche/base/parallel.h"
#include "cartouche/draw/draw.h"
#include "formats.h"

namespace cartouche::press {
namespace {

void require_resolution(const OutputOptions& options) {
  constexpr double kMinDpi = 10, kMaxDpi = 2400;
  if (!(options.dpi >= kMinDpi && options.dpi <= kMaxDpi))
    throw usage_error({}, fmt::format("a resolution of {:g} dpi is not among 10 to 2400", options.dpi));
}

}  // namespace

struct Press::Data {
  Data(const std::filesystem::path& project, const Settings& settings)
      : threads(settings.threads > 0 ? settings.threads : hardware_threads()),
        session(project, settings.parameters, threads),
        files(session.files.begin(), session.files.end()) {
    for (const map::PageInstance& page : session.pages) names.push_back({page.key, page.file});
  }

  const unsigned threads;
  const Session session;
  const std::vector<std::filesystem::path> files;
  std::vector<PageName> names;
  // Both are their own guards.
  map::GeometryStore store;
  ShaperPool shapers;
};

Press::Press(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Press::Press(Press&&) noexcept = default;
Press& Press::operator=(Press&&) noexcept = default;
Press::~Press() = default;

Press Press::open(const std::filesystem::path& project, const Settings& settings) {
  return Press(std::make_unique<Data>(project, settings));
}

const std::vector<PageName>& Press::pages() const {
  return data_->names;
}

const std::vector<std::filesystem::path>& Press::files_read() const {
  return data_->files;
}

const Diagnostics& Press::findings() const {
  return data_->session.diagnostics;
}

MadePage Press::write(const std::string& page, const std::string& format, const OutputOptions& output) const {
  const Format& chosen = format_named(format);
  require_resolution(output);
  const auto selected = map::select_pages(data_->session.pages, {page});
  if (selected.size() != 1)
    throw usage_error({}, "'" + page + "' names " + std::to_string(selected.size()) + " pages",
                      "name one by its key or its file");
  const auto laid = lay_out_page(data_->session, selected.front(), data_->store, data_->shapers);
  MadePage made;
  made.bytes = writer_of(chosen)(*laid, draw(laid->layout), output);
  made.findings = std::move(laid->diagnostics);
  return made;
}

MadeBook Press::write_book(const BookOptions& options) const {
  require_valid(options);
  return make_book(data_->session, data_->store, data_->shapers, data_->threads, options);
}

Findings Press::check(const std::vector<std::string>& pages) const {
  return check_pages(data_->session, data_->store, data_->shapers, data_->threads, pages);
}

void require_valid(const BookOptions& options) {
  for (const std::string& format : options.formats) format_named(format);
  require_resolution(options.output);
}

}  // namespace cartouche::press
