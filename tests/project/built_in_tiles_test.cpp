#include "cartouche/project/built_in_tiles.h"

#include <gmock/gmock.h>

namespace cartouche::project {
namespace {

TEST(BuiltInTiles, AreReadAndPaintedInTheSymbolsColour) {
  for (const std::string& name : built_in_tile_names()) {
    const auto drawing = built_in_tile(name);
    ASSERT_TRUE(drawing) << name;
    for (const symbol::DrawingShape& shape : drawing->shapes)
      for (const auto& paint : {shape.fill, shape.stroke})
        EXPECT_FALSE(paint && paint->color.has_value()) << name << " has a colour of its own";
  }
  EXPECT_EQ(built_in_tile("nothing"), nullptr);
}

}  // namespace
}  // namespace cartouche::project
