#include "line_shaping.h"

#include <fmt/format.h>

#include <algorithm>

#include "letter_case.h"
#include "strong_words.h"

namespace cartouche::text {
namespace {

constexpr double kUnit = 1.0 / PANGO_SCALE;

/// The line under construction.
struct Builder {
  FontBook& fonts;
  const FontSpec& spec;
  const ResolvedFont& font;
  ShapedLine result;
  double pen = 0;
  bool started = false;  ///< letter-spacing goes between clusters only: not before the first
};

AttributesPtr attributes_for(const Builder& builder, const PangoFontDescription* description) {
  AttributesPtr list(pango_attr_list_new());
  pango_attr_list_insert(list.get(), pango_attr_font_desc_new(description));
  std::string features;
  // Spaced letters are not joined (CSS Text 3, section 8.2).
  if (builder.spec.spacing != 0) features += "liga 0, clig 0";
  if (builder.spec.small_caps && builder.font.has_small_caps)
    features += features.empty() ? "smcp 1" : ", smcp 1";
  if (!features.empty()) pango_attr_list_insert(list.get(), pango_attr_font_features_new(features.c_str()));
  return list;
}

/// Number of glyphs from `first` on that belong to its cluster.
int cluster_glyphs(const PangoGlyphString& glyphs, int first) {
  int end = first + 1;
  while (end < glyphs.num_glyphs && glyphs.log_clusters[end] == glyphs.log_clusters[first]) ++end;
  return end - first;
}

void append_clusters(Builder& builder, const PangoGlyphString& glyphs, int bytes, bool backwards,
                     GlyphRun& run) {
  const double start = builder.pen;
  for (int first = 0; first < glyphs.num_glyphs;) {
    const int count = cluster_glyphs(glyphs, first);
    const int end = first + count;
    if (builder.started) builder.pen += builder.spec.spacing;
    builder.started = true;
    GlyphCluster cluster;
    cluster.bytes = (end < glyphs.num_glyphs ? glyphs.log_clusters[end] : bytes) - glyphs.log_clusters[first];
    for (int i = first; i < end; ++i) {
      const PangoGlyphInfo& info = glyphs.glyphs[i];
      const bool drawn = info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
      if (drawn) {
        run.glyphs.push_back({info.glyph, builder.pen - start + info.geometry.x_offset * kUnit,
                              info.geometry.y_offset * kUnit});
        ++cluster.glyphs;
      }
      builder.pen += info.geometry.width * kUnit;
    }
    run.clusters.push_back(cluster);
    first = end;
  }
  // Right-to-left glyphs run against their bytes: one cluster for all keeps the text searchable.
  if (backwards) run.clusters = {{bytes, static_cast<int>(run.glyphs.size())}};
  run.advance = builder.pen - start;
}

void note_missing(Builder& builder, const std::string& text, const FontFace* substitute) {
  const std::string what =
      substitute ? fmt::format("'{}' is used", substitute->family) : "no installed font has it";
  builder.result.notes.push_back(
      {&finding("missing-glyph"),
       fmt::format("the font '{}' cannot draw '{}'; {}", builder.font.face->family, text, what)});
}

void append_item(Builder& builder, const std::string& text, PangoItem& item, double size) {
  GlyphStringPtr glyphs(pango_glyph_string_new());
  const char* start = text.c_str() + item.offset;
  pango_shape_full(start, item.length, text.c_str(), static_cast<int>(text.size()), &item.analysis,
                   glyphs.get());
  TextRun run;
  run.text = text.substr(static_cast<std::size_t>(item.offset), static_cast<std::size_t>(item.length));
  run.x = builder.pen + (builder.started ? builder.spec.spacing : 0);
  run.run.face = builder.fonts.face_of(item.analysis.font);
  run.run.size = size;
  run.run.families = builder.spec.families;
  run.run.small_caps = builder.spec.small_caps && builder.font.has_small_caps;
  run.run.spacing = builder.spec.spacing;
  const bool unknown =
      std::any_of(glyphs->glyphs, glyphs->glyphs + glyphs->num_glyphs, [](const PangoGlyphInfo& info) {
        return info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
      });
  if (unknown) {
    note_missing(builder, run.text, nullptr);
  } else if (run.run.face->file != builder.font.face->file ||
             run.run.face->index != builder.font.face->index) {
    note_missing(builder, run.text, run.run.face.get());
    run.run.families.insert(run.run.families.begin(), run.run.face->family);
  }
  builder.pen = run.x;
  builder.started = false;
  append_clusters(builder, *glyphs, item.length, item.analysis.level % 2 != 0, run.run);
  builder.started = true;
  builder.result.line.runs.push_back(std::move(run));
}

void append_segment(Builder& builder, const std::string& text, double size) {
  DescriptionPtr description = builder.fonts.describe(builder.spec, builder.font, size);
  AttributesPtr attributes = attributes_for(builder, description.get());
  ItemsPtr logical(pango_itemize_with_base_dir(builder.fonts.context(), PANGO_DIRECTION_LTR, text.c_str(), 0,
                                               static_cast<int>(text.size()), attributes.get(), nullptr));
  GList* visual = pango_reorder_items(logical.get());  // a new list of the same items
  for (GList* at = visual; at != nullptr; at = at->next)
    append_item(builder, text, *static_cast<PangoItem*>(at->data), size);
  g_list_free(visual);
}

// Appends text of one weight to what is there.
void append_plain(Builder& builder, const std::string& clean) {
  const FontSpec& spec = builder.spec;
  const ResolvedFont& font = builder.font;
  if (font.fallback) builder.result.notes.push_back({&finding("font-fallback"), *font.fallback});
  if (spec.small_caps && !font.has_small_caps) {
    for (const CaseSegment& segment : small_cap_segments(clean))
      append_segment(builder, segment.text, segment.small ? spec.size * kSmallCapsSize : spec.size);
  } else if (!clean.empty()) {
    append_segment(builder, clean, spec.size);
  }
}

}  // namespace

ShapedLine shape_line(FontBook& fonts, const std::string& text, const FontSpec& spec) {
  const ResolvedFont& font = fonts.resolve(spec);
  FontSpec strong = spec;
  strong.weight = spec.strong;
  ShapedLine result;
  double pen = 0;
  bool started = false;
  for (const StrongSegment& segment : strong_segments(printable(text), spec.strong > 0)) {
    const FontSpec& own = segment.strong ? strong : spec;
    Builder builder{fonts, own, fonts.resolve(own), std::move(result), pen, started};
    append_plain(builder, segment.text);
    result = std::move(builder.result);
    pen = builder.pen;
    started = builder.started;
  }
  result.line.width = pen;
  result.line.baseline = font.ascent;
  return result;
}

}  // namespace cartouche::text
