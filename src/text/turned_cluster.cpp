#include "cartouche/text/turned_cluster.h"

namespace cartouche {

std::vector<ClusterPiece> cluster_pieces(const std::string& text, const GlyphRun& run) {
  std::vector<ClusterPiece> pieces;
  std::size_t byte = 0, glyph = 0;
  for (const GlyphCluster& cluster : run.clusters) {
    const auto bytes = static_cast<std::size_t>(cluster.bytes);
    const auto glyphs = static_cast<std::size_t>(cluster.glyphs);
    ClusterPiece piece;
    piece.text = text.substr(byte, bytes);
    piece.run.face = run.face;
    piece.run.size = run.size;
    piece.run.families = run.families;
    piece.run.small_caps = run.small_caps;
    piece.run.clusters = {cluster};
    piece.x = glyphs > 0 ? run.glyphs[glyph].x : run.advance;
    for (std::size_t i = glyph; i < glyph + glyphs; ++i)
      piece.run.glyphs.push_back({run.glyphs[i].id, run.glyphs[i].x - piece.x, run.glyphs[i].y});
    byte += bytes;
    glyph += glyphs;
    const bool last = glyph >= run.glyphs.size();
    piece.run.advance = (last ? run.advance : run.glyphs[glyph].x - run.spacing) - piece.x;
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace cartouche
