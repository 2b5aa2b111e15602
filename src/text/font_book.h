#pragma once
// The fonts of the machine: which families are installed, which file Fontconfig picks, what the face can do.
// Private to the module.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cartouche/text/text.h"
#include "pango_handles.h"

namespace cartouche::text {

/// What a FontSpec became on this machine.
struct ResolvedFont {
  std::shared_ptr<const FontFace> face;  ///< of most characters
  std::vector<std::string> families;     ///< those asked for that are installed; else the first asked for
  std::optional<std::string> fallback;   ///< the message, where the first family is not installed
  double ascent = 0, descent = 0;        ///< points, at the font's size
  bool has_small_caps = false;           ///< the face has a "smcp" feature
};

class FontBook {
 public:
  FontBook();

  /// Looked up once for each distinct spec.
  const ResolvedFont& resolve(const FontSpec& spec);
  /// The description Pango works with, at `size` points.
  DescriptionPtr describe(const FontSpec& spec, const ResolvedFont& font, double size) const;
  /// The file behind a Pango font; one shared object a file.
  std::shared_ptr<const FontFace> face_of(PangoFont* font);
  PangoContext* context() { return context_.get(); }

 private:
  bool is_installed(const std::string& family) const;
  ResolvedFont look_up(const FontSpec& spec);

  ObjectPtr<PangoFontMap> map_;
  ObjectPtr<PangoContext> context_;
  std::set<std::string> installed_;  ///< folded to lower case
  std::map<std::string, ResolvedFont> resolved_;
  std::map<std::pair<std::string, int>, std::shared_ptr<const FontFace>> faces_;
};

/// A text that tells apart any two different specs.
std::string font_key(const FontSpec& spec);

}  // namespace cartouche::text
