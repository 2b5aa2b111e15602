#pragma once
// A page's display list against a text that stands in a file. CARTOUCHE_UPDATE_GOLDEN=1 in the environment
// writes the files anew instead of comparing: look at what git says has changed before you keep it.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "../support/small_tables.h"
#include "cartouche/draw/draw.h"

namespace cartouche::testing {

inline std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// `head` is what the file holds before the dump. The glyphs' places depend on the version of the font; the
/// dump's texts and places do not, with Lato installed.
inline void compare_with_golden(const SmallPage& small, const std::filesystem::path& file,
                                const std::string& head = "") {
  for (const Diagnostic& one : small.diagnostics.all())
    if (one.code == "font-fallback") GTEST_SKIP() << "the golden dumps are made with Lato: " << one.message;
  const std::string dump = display::dump(draw(small.page));
  if (std::getenv("CARTOUCHE_UPDATE_GOLDEN")) {
    std::ofstream(file, std::ios::binary) << head << dump;
    FAIL() << "rewrote " << file
           << ": look at the difference, then run again without CARTOUCHE_UPDATE_GOLDEN";
  }
  EXPECT_EQ(head + dump, read_text(file));
}

}  // namespace cartouche::testing
