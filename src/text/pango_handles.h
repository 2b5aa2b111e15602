#pragma once
// Owners of Pango's, GLib's and Fontconfig's handles. Private to the module.

#include <pango/pango.h>

#include <memory>

namespace cartouche::text {

struct ObjectUnref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using ObjectPtr = std::unique_ptr<T, ObjectUnref>;

struct DescriptionFree {
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using DescriptionPtr = std::unique_ptr<PangoFontDescription, DescriptionFree>;

struct AttributesUnref {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
using AttributesPtr = std::unique_ptr<PangoAttrList, AttributesUnref>;

struct GlyphStringFree {
  void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
};
using GlyphStringPtr = std::unique_ptr<PangoGlyphString, GlyphStringFree>;

struct ItemsFree {
  void operator()(GList* items) const { g_list_free_full(items, free_item); }
  static void free_item(gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); }
};
using ItemsPtr = std::unique_ptr<GList, ItemsFree>;

struct GlibFree {
  void operator()(gpointer memory) const { g_free(memory); }
};
template <typename T>
using GlibPtr = std::unique_ptr<T, GlibFree>;

}  // namespace cartouche::text
