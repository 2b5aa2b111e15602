#include "paths.h"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <system_error>

#include "cartouche/base/ascii_case.h"
#include "cartouche/base/clean_text.h"
#include "cartouche/base/existing_file.h"
#include "cartouche/source/source.h"
#include "file_kinds.h"
#include "gdal.h"

namespace cartouche {

namespace fs = std::filesystem;
using namespace source_internal;

std::pair<std::string, std::string> split_layer(const std::string& source) {
  std::error_code ignored;
  const std::size_t colon = source.rfind(':');
  if (colon == std::string::npos || colon < 2 || fs::exists(source, ignored)) return {source, ""};
  const std::string file = source.substr(0, colon);
  const std::string layer = source.substr(colon + 1);
  const bool separators = layer.find_first_of("/\\=") != std::string::npos;
  if (layer.empty() || separators || (is_connection(source) && source.rfind("/vsi", 0) != 0))
    return {source, ""};
  return {file, layer};
}

std::string shown_source(const std::string& source) {
  return shown(source);
}

namespace source_internal {
namespace {

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

bool ends_with(const std::string& text, std::string_view ending) {
  return text.size() >= ending.size() &&
         text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

}  // namespace

bool is_address(const std::string& path) {
  const auto begins = [&](const char* scheme) { return path.starts_with(scheme); };
  return begins("http://") || begins("https://") || begins("ftp://");
}

bool is_connection(const std::string& path) {
  if (path.rfind("/vsi", 0) == 0 || path.find("://") != std::string::npos) return true;
  const std::size_t colon = path.find(':');
  if (colon == std::string::npos || colon < 2) return false;
  return std::all_of(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9'); });
}

std::string shown(const std::string& path) {
  if (!is_connection(path)) return path;
  const std::size_t inner = ascii_lower(path).find(".zip/");
  if (path.starts_with("/vsizip/") && inner != std::string::npos)
    return path.substr(8, inner + 4 - 8) + ":" + path.substr(inner + 5);
  return without_secrets(path);
}

bool is_delimited_text(const std::string& path) {
  const std::string ending = path == "-" ? "csv" : ending_of(path);
  return ending == "csv" || ending == "tsv" || ending == "txt";
}

std::string vsi_path(const std::string& path) {
  const std::string ending = ending_of(path);
  // The drivers of JSON fetch an address themselves.
  const bool fetched = is_address(path) && !ending.empty() && ending.find("json") == std::string::npos;
  const std::string file = fetched ? "/vsicurl/" + path : path;
  const bool compressed = ends_with(ascii_lower(path), ".gz") && path.rfind("/vsigzip/", 0) != 0;
  return compressed ? "/vsigzip/" + file : file;
}

std::string stem(const std::string& path) {
  std::string name = fs::path(path).filename();
  if (ends_with(ascii_lower(name), ".gz")) name.resize(name.size() - 3);
  return fs::path(name).stem();
}

void require_source(const std::string& path, const Location& asked_at) {
  if (path != "-" && !is_connection(path)) require_exists(path, asked_at);
}

std::string first_bytes(const std::string& path) {
  const GdalMessages messages;
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(vsi_path(path).c_str(), "rb"));
  std::array<char, 1024> buffer{};
  return file ? std::string(buffer.data(), VSIFReadL(buffer.data(), 1, buffer.size(), file.get())) : "";
}

std::string read_bytes(const std::string& path) {
  GdalMessages messages;
  const std::string name = path == "-" ? "/vsistdin/" : vsi_path(path);
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(name.c_str(), "rb"));
  std::error_code ignored;
  if (!file || fs::is_directory(path, ignored))
    throw data_error({shown(path)}, name == path ? "cannot read the file" : "cannot read the file as gzip");
  std::string bytes;
  const auto size = fs::file_size(path, ignored);
  if (!ignored && name == path) bytes.reserve(size + 1);
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const std::size_t got = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
    bytes.append(buffer.data(), got);
    if (got < buffer.size()) break;
  }
  if (messages.failed()) throw data_error({shown(path)}, "cannot read the file: " + messages.failure());
  return bytes;
}

}  // namespace source_internal
}  // namespace cartouche
