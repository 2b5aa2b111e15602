#include "cartouche/press/preview.h"

#include <gmock/gmock.h>

#include "../support/temporary_folder.h"
#include "cartouche/web/file_watch.h"

namespace cartouche::press {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kMarker = "<svg viewBox='0 0 4 4'><rect width='4' height='4' fill='#0000fe'/></svg>";

// A page whose look and content come from seven files.
class Followed : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("projet.yaml", R"(cartouche: 1
title: T
sources: { lieux: { path: lieux.csv, id: code, point: { x: x, y: y, crs: EPSG:4326 } }, zones: { path: zones.geojson, id: code } }
layers:
  z: { kind: polygons, table: zones, symbol: zone }
  l: { kind: points, table: lieux, symbol: lieu, label: "{nom}", label_style: petit }
pages:
  p: { file: p, style: styles/own.yaml, template: page, title: T, frames: { carte: { extent: { table: zones }, crs: auto, layers: [z, l] } } }
)");
    std::filesystem::create_directories(folder_.path() / "styles/base");
    folder_.write("styles/own.yaml", "style: 1\ninherits: base/base.yaml\n");
    folder_.write("styles/base/base.yaml", R"(style: 1
inherits: root.yaml
symbols:
  zone: { fill: "#00fd00", tile: { drawing: tile.svg } }
  lieu: { marker: marker.svg, size: 4pt }
)");
    folder_.write("styles/base/root.yaml", R"(style: 1
fonts: { sans: [Lato, DejaVu Sans] }
texts: { petit: { font: sans, size: 7pt, color: "#222222" } }
templates: { page: { size: [100mm, 120mm], items: { carte: { kind: frame, box: [5mm, 5mm, 60mm, 90mm] } } } }
)");
    folder_.write("styles/base/marker.svg", kMarker);
    folder_.write("styles/base/tile.svg",
                  "<svg viewBox='0 0 9 9'><rect width='2' height='2' fill='#fc0000'/></svg>");
    folder_.write("lieux.csv", "code,nom,x,y\na,Alpha,2.5,46.5\n");
    folder_.write("zones.geojson",
                  R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"z"},
"geometry":{"type":"Polygon","coordinates":[[[2,46],[3,46],[3,47],[2,47],[2,46]]]}}]})");
  }

  // Writes a file, and makes the page anew where the file is followed.
  void save(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = folder_.read(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << file;
    web::FileWatch watch;
    watch.watch(preview_.files());
    folder_.write(file, text.replace(at, from.size(), to));
    if (watch.take_changes()) preview_.reload({"p"});
  }
  std::string page() { return preview_.page("p").value_or(preview_.state().error); }

  testing::TemporaryFolder folder_;
  Preview preview_{folder_.path() / "projet.yaml", {}, 1};
};

TEST_F(Followed, IsEveryFileThatThePageComesFrom) {
  preview_.reload({"p"});
  ASSERT_THAT(page(), HasSubstr("#00fd00"));
  const struct {
    const char *file, *from, *to, *seen;
  } cases[] = {
      {"styles/base/base.yaml", "#00fd00", "#00fd01", "#00fd01"},
      {"styles/base/marker.svg", "#0000fe", "#0100fe", "#0100fe"},
      {"styles/base/tile.svg", "#fc0000", "#fc0001", "#fc0001"},
      {"styles/base/root.yaml", "#222222", "#222223", "#222223"},
      {"styles/own.yaml", "base.yaml\n", "base.yaml\ntexts: { petit: { color: \"#222224\" } }\n", "#222224"},
      {"lieux.csv", "Alpha", "Omega", "Omega"},
      {"zones.geojson", "\"z\"", "\"zed\"", "zed"},
      {"projet.yaml", "title: T\n", "title: T\nparameters: {}\n", "#222224"},
  };
  for (const auto& one : cases) {
    save(one.file, one.from, one.to);
    EXPECT_THAT(page(), HasSubstr(one.seen)) << one.file;
  }
}

TEST_F(Followed, IsAFileThatIsWrongOrMissingUntilItIsMended) {
  preview_.reload({"p"});
  ASSERT_EQ(preview_.state().error, "");
  for (const char* file : {"styles/base/marker.svg", "styles/base/tile.svg", "styles/base/root.yaml"}) {
    const std::string good = folder_.read(file);
    save(file, good.substr(0, 5), "<wrong");
    EXPECT_THAT(preview_.state().error, HasSubstr(std::filesystem::path(file).filename().string())) << file;
    save(file, folder_.read(file), good);
    EXPECT_EQ(preview_.state().error, "") << file;
  }
  std::filesystem::remove(folder_.path() / "lieux.csv");
  preview_.reload({"p"});
  EXPECT_THAT(preview_.state().error, HasSubstr("lieux.csv"));
  web::FileWatch watch;
  watch.watch(preview_.files());
  folder_.write("lieux.csv", "code,nom,x,y\na,Alpha,2.5,46.5\n");
  EXPECT_TRUE(watch.take_changes());
}

}  // namespace
}  // namespace cartouche::press
