// SPDX-License-Identifier: Apache-2.0
#include "rewrite/apply.h"

#include <utility>

#include "advisor/syntax.h"

namespace ppp::rewrite {

Result<std::string> apply_edits(const std::string& text,
                                std::vector<Edit> edits) {
  Result<std::string> result = edited(text, std::move(edits));
  if (!result.ok()) return result;
  advisor::Tree tree = advisor::Tree::parse(*result);
  if (tree.root().has_error()) {
    return Error{Error::Kind::kInternal, "a rewritten file does not parse",
                 "please report this with the program"};
  }
  return result;
}

}  // namespace ppp::rewrite
