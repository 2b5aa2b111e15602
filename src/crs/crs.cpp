#include "cartouche/crs/crs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

#include "cartouche/base/words.h"
#include "proj_handles.h"

namespace cartouche {

using crs_internal::PjPtr;
using crs_internal::ProjContext;

struct Crs::Data {
  std::string definition;
  std::string name;
  bool geographic = false;
  double metres_per_unit = 0;
};

namespace {

constexpr std::string_view kForms = "write a code like EPSG:2154, WKT, a PROJ string or PROJJSON";

std::string trimmed(const std::string& text) {
  const char* blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// AUTHORITY:CODE, as in "EPSG:2154" or "IGNF:LAMB93".
bool is_authority_code(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size()) return false;
  const auto word = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '.' || c == '-'; };
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), word) &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(colon) + 1, text.end(), word);
}

/// Upper-case keyword and an opening bracket: the start of every WKT.
bool looks_like_wkt(std::string_view text) {
  const auto bracket = text.find_first_of("[(");
  if (bracket == 0 || bracket == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bracket),
                     [](unsigned char c) { return std::isupper(c) != 0 || c == '_'; });
}

/// PROJ would also search its database for a name; a name is a guess, so only exact forms pass.
bool has_known_form(const std::string& text) {
  return is_authority_code(text) || text.rfind("urn:ogc:def:crs:", 0) == 0 || text.rfind("+proj=", 0) == 0 ||
         text.rfind("+init=", 0) == 0 || text.front() == '{' || looks_like_wkt(text);
}

std::vector<std::string> usual_codes() {
  std::vector<std::string> codes = {"EPSG:4326", "EPSG:4171", "EPSG:3857", "EPSG:3035"};
  for (const Territory& territory : territories())
    if (std::find(codes.begin(), codes.end(), territory.crs) == codes.end()) codes.push_back(territory.crs);
  return codes;
}

// The code of a system that people call by a name, or write without its colon; "" where it is none.
std::string spoken_code(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kNames = {
      {{"wgs84", "EPSG:4326"},
       {"gps", "EPSG:4326"},
       {"lonlat", "EPSG:4326"},
       {"latlon", "EPSG:4326"},
       {"lambert93", "EPSG:2154"},
       {"l93", "EPSG:2154"},
       {"rgf93", "EPSG:2154"},
       {"rgf93lambert93", "EPSG:2154"},
       {"webmercator", "EPSG:3857"}}};
  std::string word = fold(text);
  std::erase(word, ' ');
  for (const auto& [name, code] : kNames)
    if (word == name) return std::string(code);
  if (word.starts_with("epsg") && all_digits(std::string_view(word).substr(4)) &&
      text.find(':') == std::string::npos)
    return "EPSG:" + word.substr(4);
  return "";
}

std::string code_hint(const std::string& text) {
  const std::vector<std::string> codes = usual_codes();
  const std::string asked = all_digits(text) ? "EPSG:" + text : text;
  if (std::find(codes.begin(), codes.end(), asked) != codes.end()) return "did you mean '" + asked + "'?";
  if (const std::string code = spoken_code(text); !code.empty()) return "did you mean '" + code + "'?";
  if (!all_digits(text) && !is_authority_code(text)) return std::string(kForms);
  // One slip of the finger: of a code far from all of these, none is what was meant.
  for (const std::string& code : codes)
    if (asked.size() > 7 && edit_distance(asked, code) == 1) return "did you mean '" + code + "'?";
  return "EPSG:4326 is longitude and latitude, EPSG:2154 Lambert-93";
}

[[noreturn]] void throw_unknown(const std::string& text, const Location& where, const std::string& reason) {
  const bool is_long = text.size() > 60;
  std::string shown = is_long ? text.substr(0, 60) + "…" : text;
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  const bool is_code = all_digits(text) || is_authority_code(text);
  std::string message =
      fmt::format("{} coordinate reference system '{}'", is_code ? "there is no" : "unknown", shown);
  if (!reason.empty() && !is_authority_code(text)) message += " (" + reason + ")";
  throw usage_error(where, message, code_hint(text));
}

bool is_geographic_type(const PJ* crs) {
  const PJ_TYPE type = proj_get_type(crs);
  return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// The system that carries the coordinate axes: a bound system wraps it.
PjPtr unbound(const ProjContext& context, const PJ* crs) {
  if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return PjPtr(proj_get_source_crs(context.get(), crs));
  return PjPtr(proj_clone(context.get(), crs));
}

/// The part with the horizontal axes; null where there is none. A height that a three-dimensional system also
/// has stays zero and does no harm.
PjPtr horizontal(const ProjContext& context, PjPtr crs) {
  if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS)
    crs.reset(proj_crs_get_sub_crs(context.get(), crs.get(), 0));
  if (!crs) return nullptr;
  const PjPtr base = unbound(context, crs.get());
  if (!base) return nullptr;
  if (is_geographic_type(base.get()) || proj_get_type(base.get()) == PJ_TYPE_PROJECTED_CRS) return crs;
  return nullptr;
}

std::string own_code(const PJ* crs) {
  const char* authority = proj_get_id_auth_name(crs, 0);
  const char* code = proj_get_id_code(crs, 0);
  return authority && code ? fmt::format("{}:{}", authority, code) : "";
}

/// The EPSG code PROJ is sure of: 100 % is the same name and parameters, 90 % the same parameters under
/// another name (ESRI's .prj files).
std::string identified_code(const ProjContext& context, const PJ* crs) {
  // A bound system has a datum shift of its own that the code would lose.
  if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return "";
  int* confidence = nullptr;
  PJ_OBJ_LIST* list = proj_identify(context.get(), crs, "EPSG", nullptr, &confidence);
  std::string code;
  if (list && proj_list_get_count(list) > 0 && confidence[0] >= 90)
    if (const PjPtr found{proj_list_get(context.get(), list, 0)}) code = own_code(found.get());
  proj_int_list_destroy(confidence);
  proj_list_destroy(list);
  return code;
}

std::string wkt2(const ProjContext& context, const PJ* crs) {
  const std::array<const char*, 2> options = {"MULTILINE=NO", nullptr};
  const char* text = proj_as_wkt(context.get(), crs, PJ_WKT2_2019, options.data());
  return text ? text : "";
}

double metres_per_unit_of(const ProjContext& context, const PJ* crs) {
  const PjPtr base = unbound(context, crs);
  const PjPtr axes{base ? proj_crs_get_coordinate_system(context.get(), base.get()) : nullptr};
  double factor = 1;
  if (axes)
    proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr,
                          nullptr);
  return factor;
}

}  // namespace

const Crs::Data& Crs::data() const {
  static const Data none;
  return data_ ? *data_ : none;
}

Crs Crs::from_text(const std::string& given, const Location& where) {
  std::string text = trimmed(given);
  if (text.empty()) throw usage_error(where, "empty coordinate reference system", std::string(kForms));
  if (!has_known_form(text)) throw_unknown(text, where, "");
  // Without the type, PROJ reads a PROJ string as an operation.
  const bool proj_string = text.front() == '+';
  const std::string asked =
      proj_string && text.find("+type=crs") == std::string::npos ? text + " +type=crs" : text;

  const ProjContext context;
  const PjPtr whole{proj_create(context.get(), asked.c_str())};
  if (!whole || !proj_is_crs(whole.get())) throw_unknown(text, where, context.complaint());
  const std::string whole_name = proj_get_name(whole.get());
  const PjPtr crs = horizontal(context, PjPtr(proj_clone(context.get(), whole.get())));
  if (!crs)
    throw usage_error(where, fmt::format("'{}' is not a geographic or projected system", whole_name),
                      "maps need one, such as EPSG:2154");

  auto data = std::make_shared<Data>();
  const PjPtr base = unbound(context, crs.get());
  data->name = proj_get_name(crs.get());
  data->geographic = is_geographic_type(base.get());
  data->metres_per_unit = data->geographic ? 0 : metres_per_unit_of(context, crs.get());
  data->definition = own_code(crs.get());
  if (data->definition.empty()) data->definition = identified_code(context, crs.get());
  if (data->definition.empty()) data->definition = wkt2(context, crs.get());
  if (data->definition.empty()) data->definition = asked;
  Crs result;
  result.data_ = std::move(data);
  return result;
}

const std::string& Crs::definition() const {
  return data().definition;
}
const std::string& Crs::name() const {
  return data().name;
}
bool Crs::is_geographic() const {
  return data().geographic;
}
double Crs::metres_per_unit() const {
  return data().metres_per_unit;
}

}  // namespace cartouche
