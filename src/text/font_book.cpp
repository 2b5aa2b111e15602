#include "font_book.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <cmath>

#include "cartouche/base/error.h"

namespace cartouche::text {
namespace {

// The same outline at every resolution: no hinting, no bitmaps, whatever the user's Fontconfig says.
void without_hinting(FcPattern* pattern, gpointer) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
  FcPatternDel(pattern, FC_HINT_STYLE);
  FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
  FcPatternDel(pattern, FC_AUTOHINT);
  FcPatternAddBool(pattern, FC_AUTOHINT, FcFalse);
  FcPatternDel(pattern, FC_EMBEDDED_BITMAP);
  FcPatternAddBool(pattern, FC_EMBEDDED_BITMAP, FcFalse);
}

std::string lower(const std::string& text) {
  GlibPtr<char> folded(g_ascii_strdown(text.c_str(), -1));
  return folded.get();
}

bool is_generic(const std::string& folded) {
  return folded == "sans" || folded == "sans-serif" || folded == "serif" || folded == "mono" ||
         folded == "monospace";
}

bool face_has_feature(hb_face_t* face, hb_tag_t wanted) {
  unsigned offset = 0;
  unsigned total = 1;
  while (offset < total) {
    hb_tag_t tags[32];
    unsigned count = 32;
    total = hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, offset, &count, tags);
    if (count == 0) break;
    for (unsigned i = 0; i < count; ++i)
      if (tags[i] == wanted) return true;
    offset += count;
  }
  return false;
}

std::string joined(const std::vector<std::string>& families) {
  std::string list;
  for (const std::string& family : families) list += (list.empty() ? "" : ",") + family;
  return list;
}

}  // namespace

std::string font_key(const FontSpec& spec) {
  return fmt::format("{}|{}|{}|{}|{}|{}|{}", joined(spec.families), spec.size, spec.weight, spec.italic,
                     spec.small_caps, spec.spacing, spec.strong);
}

FontBook::FontBook() : map_(pango_ft2_font_map_new()) {
  // At 72 dots an inch a Pango unit is 1/1024 point.
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map_.get()), 72, 72);
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map_.get()), without_hinting, nullptr, nullptr);
  context_.reset(pango_font_map_create_context(map_.get()));
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
  pango_context_set_language(context_.get(), pango_language_from_string("fr"));

  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(map_.get(), &families, &count);
  GlibPtr<PangoFontFamily*> owner(families);
  for (int i = 0; i < count; ++i) installed_.insert(lower(pango_font_family_get_name(families[i])));
}

bool FontBook::is_installed(const std::string& family) const {
  const std::string folded = lower(family);
  return is_generic(folded) || installed_.contains(folded);
}

DescriptionPtr FontBook::describe(const FontSpec& spec, const ResolvedFont& font, double size) const {
  DescriptionPtr description(pango_font_description_new());
  pango_font_description_set_family(description.get(), joined(font.families).c_str());
  pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(spec.weight));
  pango_font_description_set_style(description.get(), spec.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size(description.get(), std::round(size * PANGO_SCALE));
  return description;
}

std::shared_ptr<const FontFace> FontBook::face_of(PangoFont* font) {
  FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
  FcChar8* file = nullptr;
  int index = 0;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
    throw data_error({}, "a font without a file was chosen", "install a TrueType or OpenType font");
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  const std::string path = reinterpret_cast<const char*>(file);
  std::shared_ptr<const FontFace>& face = faces_[{path, index}];
  if (!face) {
    DescriptionPtr description(pango_font_describe(font));
    FontFace found;
    found.file = path;
    found.index = index;
    found.family = pango_font_description_get_family(description.get());
    found.weight = static_cast<int>(pango_font_description_get_weight(description.get()));
    found.italic = pango_font_description_get_style(description.get()) != PANGO_STYLE_NORMAL;
    face = std::make_shared<const FontFace>(std::move(found));
  }
  return face;
}

const ResolvedFont& FontBook::resolve(const FontSpec& spec) {
  const std::string key = font_key(spec);
  const auto known = resolved_.find(key);
  if (known != resolved_.end()) return known->second;
  return resolved_.emplace(key, look_up(spec)).first->second;
}

ResolvedFont FontBook::look_up(const FontSpec& spec) {
  ResolvedFont font;
  for (const std::string& family : spec.families)
    if (is_installed(family)) font.families.push_back(family);
  const bool first_found = spec.families.empty() || is_installed(spec.families.front());
  if (font.families.empty()) font.families.push_back(spec.families.empty() ? "sans-serif" : spec.families[0]);

  DescriptionPtr description = describe(spec, font, spec.size);
  ObjectPtr<PangoFont> loaded(pango_font_map_load_font(map_.get(), context_.get(), description.get()));
  if (!loaded) throw data_error({}, "no font is installed", "install one, for instance Debian's fonts-lato");
  font.face = face_of(loaded.get());
  if (!first_found)
    font.fallback =
        fmt::format("the font '{}' is not installed; '{}' is used", spec.families.front(), font.face->family);

  hb_font_t* shaped = pango_font_get_hb_font(loaded.get());  // owned by the Pango font
  hb_font_extents_t extents{};
  hb_font_get_h_extents(shaped, &extents);
  font.ascent = extents.ascender / static_cast<double>(PANGO_SCALE);
  font.descent = -extents.descender / static_cast<double>(PANGO_SCALE);
  font.has_small_caps = face_has_feature(hb_font_get_face(shaped), HB_TAG('s', 'm', 'c', 'p'));
  return font;
}

}  // namespace cartouche::text
