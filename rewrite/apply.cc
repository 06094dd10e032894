// SPDX-License-Identifier: Apache-2.0
#include "rewrite/apply.h"

#include <algorithm>
#include <string_view>

#include "advisor/syntax.h"

namespace ppp::rewrite {

Result<std::string> apply_edits(const std::string& text,
                                std::vector<Edit> edits) {
  std::stable_sort(
      edits.begin(), edits.end(),
      [](const Edit& a, const Edit& b) { return a.range < b.range; });
  std::string result;
  std::uint32_t done = 0;
  const Edit* last = nullptr;
  for (const Edit& edit : edits) {
    bool again = last != nullptr && !edit.range.empty() && *last == edit;
    if (again) continue;
    if (edit.range.begin < done || edit.range.end > text.size()) {
      return Error{Error::Kind::kInternal, "edits of a rewrite overlap",
                   "please report this with the program"};
    }
    result.append(text, done, edit.range.begin - done);
    result += edit.text;
    done = edit.range.end;
    last = &edit;
  }
  result.append(text, done);
  advisor::Tree tree = advisor::Tree::parse(result);
  if (tree.root().has_error()) {
    return Error{Error::Kind::kInternal, "a rewritten file does not parse",
                 "please report this with the program"};
  }
  return result;
}

}  // namespace ppp::rewrite
