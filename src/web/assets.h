#pragma once
// The files of src/web/assets, made part of the program by cmake/web_assets.cmake.

#include <string>

namespace cartouche::web::assets {

extern const std::string page_html, index_html, blocks_html, preview_html;
extern const std::string style, script;            // of pages, as they stand between the tags
extern const std::string style_hash, script_hash;  // "sha256-…", for the Content-Security-Policy
extern const std::string preview_style, preview_script;

}  // namespace cartouche::web::assets
