#include "cartouche/project/acceptance.h"

#include "cartouche/base/finding_codes.h"
#include "cartouche/base/words.h"
#include "parse.h"

namespace cartouche::project {
namespace {

void require_code(const LocatedText& code) {
  if (find_finding(code.value)) return;
  std::vector<std::string> codes;
  for (const FindingCode& one : kFindingCodes) codes.emplace_back(one.code);
  const std::string nearest = nearest_word(code.value, codes);
  throw usage_error(code.where, "no finding has the code '" + code.value + "'",
                    nearest.empty() ? "cartouche findings lists them" : "did you mean '" + nearest + "'?");
}

Acceptance parse_acceptance(const Node& node) {
  Reader in(node, "accept");
  Acceptance one;
  one.where = node.where();
  one.code = in.text("code");
  require_code(one.code);
  if (const Node* ids = in.optional("ids")) {
    one.ids = ids->texts();
    if (one.ids.empty())
      throw usage_error(ids->where(), "'ids' is empty", "leave it out to accept every finding of this code");
  }
  const LocatedText because = in.text("because");
  if (because.value.find_first_not_of(' ') == std::string::npos)
    throw usage_error(because.where, "'because' says nothing", "give the reason");
  one.because = because.value;
  in.finish();
  return one;
}

}  // namespace

std::vector<Acceptance> parse_acceptances(const Node* node) {
  std::vector<Acceptance> all;
  if (!node || node->is_null()) return all;
  for (const Node& item : node->items()) all.push_back(parse_acceptance(item));
  return all;
}

}  // namespace cartouche::project
